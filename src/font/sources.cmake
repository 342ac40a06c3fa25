room(font SOURCES catalog.cpp font_book.cpp subset.cpp USES yaml
     LIBRARIES PkgConfig::HARFBUZZ PkgConfig::HARFBUZZ_SUBSET PkgConfig::FREETYPE)
