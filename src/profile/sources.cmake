room(profile SOURCES read.cpp USES diag yaml icc)
