room(font SOURCES catalog.cpp cff.cpp cff_syntax.cpp charstrings.cpp face_file.cpp font_book.cpp licence.cpp nearest_weight.cpp
     opening.cpp outline.cpp reduce.cpp subset.cpp USES yaml
     LIBRARIES PkgConfig::HARFBUZZ PkgConfig::HARFBUZZ_SUBSET PkgConfig::FREETYPE)
# The tests of this room look at its results through both libraries.
set_target_properties(PkgConfig::HARFBUZZ PkgConfig::FREETYPE PROPERTIES IMPORTED_GLOBAL TRUE)
