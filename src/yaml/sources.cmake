room(yaml SOURCES node.cpp encoding.cpp trace.cpp syntax.cpp plain_scalar.cpp tree_builder.cpp read.cpp items.cpp reread.cpp tree_text.cpp USES diag LIBRARIES yaml-cpp)
