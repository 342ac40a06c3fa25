room(picture SOURCES read.cpp jpeg.cpp png.cpp USES diag LIBRARIES PkgConfig::LIBPNG)
