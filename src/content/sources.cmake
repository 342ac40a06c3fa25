room(content SOURCES schema.cpp fields.cpp values.cpp language.cpp facts.cpp lines.cpp escape.cpp run_builder.cpp
     ruby.cpp span_marks.cpp inline.cpp inline_braces.cpp inline_brackets.cpp link.cpp proofread.cpp plain_text.cpp
     picture.cpp table.cpp blocks.cpp read.cpp USES yaml)
