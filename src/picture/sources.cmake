room(picture SOURCES exif.cpp jpeg.cpp png.cpp profile.cpp qr.cpp read.cpp samples.cpp tiff.cpp webp.cpp USES diag
     LIBRARIES PkgConfig::LIBPNG PkgConfig::LIBTIFF PkgConfig::LIBWEBP PkgConfig::QRENCODE)
