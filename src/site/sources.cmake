room(site SOURCES card.cpp feeds.cpp pages.cpp qr_picture.cpp site.cpp style_sheet.cpp words.cpp USES picture
     LIBRARIES fmt::fmt nlohmann_json::nlohmann_json)
