room(svg SOURCES definitions.cpp draw.cpp syntax.cpp write.cpp USES font picture LIBRARIES fmt::fmt)
