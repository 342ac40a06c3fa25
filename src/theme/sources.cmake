room(theme SOURCES theme.cpp read.cpp layers.cpp contrast.cpp describe.cpp components.cpp component_parts.cpp diagram_components.cpp decoration.cpp settings.cpp artwork.cpp USES content font)
