room(base SOURCES geometry.cpp colour.cpp length.cpp utf8.cpp hash.cpp file_system.cpp LIBRARIES PkgConfig::XXHASH)
