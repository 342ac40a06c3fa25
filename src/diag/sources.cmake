room(diag SOURCES diagnostic.cpp sources.cpp edits.cpp render.cpp render_json.cpp USES base LIBRARIES
         nlohmann_json::nlohmann_json)
