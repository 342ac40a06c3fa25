room(yaml SOURCES node.cpp encoding.cpp trace.cpp syntax.cpp plain_scalar.cpp tree_builder.cpp read.cpp USES diag LIBRARIES yaml-cpp)
