room(project SOURCES batch.cpp build.cpp find_files.cpp find_jobs.cpp make.cpp manifest.cpp places.cpp program.cpp questions.cpp
     report.cpp stale.cpp
     USES content theme font layout profile pdf dump
     LIBRARIES fmt::fmt nlohmann_json::nlohmann_json Threads::Threads)
