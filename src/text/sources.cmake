room(text SOURCES paragraph.cpp USES font LIBRARIES PkgConfig::HARFBUZZ PkgConfig::ICU)
