room(project SOURCES make.cpp places.cpp questions.cpp
     USES content theme font layout profile pdf dump
     LIBRARIES fmt::fmt Threads::Threads)
