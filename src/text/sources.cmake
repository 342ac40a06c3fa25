room(text SOURCES boundaries.cpp build_line.cpp char_class.cpp choose_breaks.cpp classify_text.cpp decorate_line.cpp find_breaks.cpp
     find_hyphens.cpp find_units.cpp fingerprint.cpp fit_line.cpp hyphenation.cpp itemise.cpp justify.cpp language.cpp line_cost.cpp
     orient.cpp paragraph.cpp set_figures.cpp set_gaps.cpp set_marks.cpp set_ruby.cpp shape_items.cpp small_forms.cpp
     zhuyin.cpp
     USES font LIBRARIES PkgConfig::HARFBUZZ PkgConfig::ICU ${HYPHEN})
