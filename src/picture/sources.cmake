room(picture SOURCES drawing.cpp exif.cpp jpeg.cpp jpeg_pixels.cpp lying.cpp sampling.cpp png.cpp profile.cpp qr.cpp read.cpp samples.cpp stored.cpp svg.cpp
     svg_file.cpp svg_gradient.cpp svg_outline.cpp svg_style.cpp svg_values.cpp svg_view.cpp tiff.cpp web.cpp webp.cpp USES diag
     LIBRARIES PkgConfig::LIBJPEG PkgConfig::LIBPNG PkgConfig::PUGIXML PkgConfig::LIBTIFF PkgConfig::LIBWEBP PkgConfig::QRENCODE)
