room(icc SOURCES inks.cpp profile.cpp USES base LIBRARIES PkgConfig::LCMS2)
