room(content SOURCES read.cpp USES yaml)
