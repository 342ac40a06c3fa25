room(yaml SOURCES node.cpp read.cpp USES diag LIBRARIES yaml-cpp)
