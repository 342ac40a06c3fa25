room(base SOURCES geometry.cpp shape.cpp path_data.cpp colour.cpp length.cpp utf8.cpp markup.cpp hash.cpp sha256.cpp nearest.cpp file_system.cpp LIBRARIES PkgConfig::XXHASH PkgConfig::NETTLE)
