room(pdf SOURCES attachments.cpp clusters.cpp content_stream.cpp deflate.cpp draw.cpp ellipse.cpp encrypt.cpp figure_box.cpp file_parts.cpp font_objects.cpp font_programs.cpp font_tables.cpp
                 fonts.cpp haru.cpp hint_tables.cpp images.cpp inks.cpp linear_order.cpp linearize.cpp metadata.cpp navigation.cpp drawn_pages.cpp page_content.cpp page_glyphs.cpp page_key.cpp page_labels.cpp pages.cpp picture_colours.cpp references.cpp
                 resources.cpp serialize.cpp structure.cpp syntax.cpp text_gaps.cpp text_line.cpp trees.cpp write.cpp
     USES font icc picture profile LIBRARIES ${HARU} PkgConfig::QPDF PkgConfig::LIBDEFLATE fmt::fmt Threads::Threads)
