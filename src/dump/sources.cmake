room(dump SOURCES dump.cpp USES font picture LIBRARIES fmt::fmt)
