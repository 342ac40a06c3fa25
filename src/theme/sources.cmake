room(theme SOURCES theme.cpp read.cpp layers.cpp contrast.cpp describe.cpp components.cpp decoration.cpp settings.cpp artwork.cpp USES content font)
