room(pdf SOURCES write.cpp USES font picture LIBRARIES ${HARU} PkgConfig::LIBDEFLATE fmt::fmt Threads::Threads)
