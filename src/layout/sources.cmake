room(layout
     SOURCES galley.cpp words.cpp decorations.cpp typesetter.cpp blocks.cpp running_text.cpp stats.cpp timeline.cpp table_grid.cpp table.cpp
             figure.cpp picture.cpp box.cpp caption.cpp hub.cpp flow_diagram.cpp cards.cpp contact.cpp chart.cpp chart_words.cpp chart_in_words.cpp chart_pen.cpp chart_bars.cpp chart_columns.cpp chart_progress.cpp chart_axis.cpp chart_spread.cpp chart_lines.cpp chart_stacked.cpp chart_ring.cpp chart_marks.cpp chart_pictogram.cpp artwork.cpp page_setup.cpp flow.cpp cover.cpp opener.cpp long_title.cpp contents.cpp furniture.cpp filler.cpp
             check_pages.cpp check_lines.cpp foot.cpp notes.cpp number_notes.cpp sections.cpp chapter.cpp edition.cpp booklet.cpp panel_plan.cpp panels.cpp chapter_head.cpp overflow.cpp magnify.cpp clip.cpp poster.cpp sheets.cpp imposition.cpp printer_marks.cpp printer_line.cpp preflight.cpp lay_out.cpp turn.cpp vertical.cpp number_headings.cpp
     USES theme text picture LIBRARIES fmt::fmt)
