room(content SOURCES schema.cpp fields.cpp values.cpp language.cpp facts.cpp lines.cpp escape.cpp run_builder.cpp
     ruby.cpp span_marks.cpp inline.cpp inline_braces.cpp inline_brackets.cpp wide_marks.cpp link.cpp plain_text.cpp proofreading.cpp
     proof.cpp han_scripts.cpp han_words.cpp check_runs.cpp check_pairs.cpp check_straight_quotes.cpp check_half_width.cpp
     check_odd_marks.cpp check_ranges.cpp check_characters.cpp proofread.cpp picture.cpp crop.cpp icon.cpp decimal.cpp quantity.cpp
     chart.cpp chart_rows.cpp diagram.cpp table.cpp table_sums.cpp table_columns.cpp blocks.cpp read.cpp review.cpp identity.cpp USES yaml)
