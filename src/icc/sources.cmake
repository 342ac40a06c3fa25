room(icc SOURCES inks.cpp pixels.cpp profile.cpp USES base LIBRARIES PkgConfig::LCMS2)
