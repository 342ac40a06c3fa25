room(dump SOURCES dump.cpp words.cpp USES font picture LIBRARIES fmt::fmt)
