room(pdf SOURCES clusters.cpp content_stream.cpp deflate.cpp draw.cpp figure_box.cpp font_objects.cpp font_tables.cpp
                 fonts.cpp haru.cpp images.cpp metadata.cpp navigation.cpp page_content.cpp page_labels.cpp
                 resources.cpp serialize.cpp structure.cpp syntax.cpp text_gaps.cpp text_line.cpp trees.cpp write.cpp
     USES font picture LIBRARIES ${HARU} PkgConfig::LIBDEFLATE fmt::fmt Threads::Threads)
