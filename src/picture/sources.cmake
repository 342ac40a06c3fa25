room(picture SOURCES exif.cpp jpeg.cpp png.cpp read.cpp USES diag LIBRARIES PkgConfig::LIBPNG)
