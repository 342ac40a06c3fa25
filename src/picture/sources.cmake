room(picture SOURCES exif.cpp jpeg.cpp png.cpp qr.cpp read.cpp USES diag LIBRARIES PkgConfig::LIBPNG PkgConfig::QRENCODE)
