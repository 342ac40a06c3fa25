room(base SOURCES geometry.cpp colour.cpp length.cpp utf8.cpp hash.cpp nearest.cpp file_system.cpp LIBRARIES PkgConfig::XXHASH)
