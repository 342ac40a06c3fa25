room(project SOURCES batch.cpp build.cpp card.cpp fill.cpp find_files.cpp folder_watch.cpp find_jobs.cpp make.cpp manifest.cpp memory.cpp pictures.cpp places.cpp program.cpp publish.cpp questions.cpp
     report.cpp series.cpp shard.cpp stale.cpp table.cpp watch.cpp
     USES content theme font layout profile pdf svg dump site
     LIBRARIES fmt::fmt nlohmann_json::nlohmann_json Threads::Threads)
