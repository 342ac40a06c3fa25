room(content SOURCES schema.cpp fields.cpp values.cpp facts.cpp lines.cpp run_builder.cpp inline.cpp link.cpp proofread.cpp plain_text.cpp picture.cpp
     table.cpp blocks.cpp read.cpp USES yaml)
