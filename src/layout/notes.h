// Footnotes from the text to the page: their marks, their lines, their numbers.
#pragma once

#include "content/document.h"
#include "font/font_book.h"
#include "layout/foot.h"
#include "layout/frame.h"

#include <map>
#include <vector>

namespace zheye::layout {

class Typesetter;

/// What stands in text for a mark until its page is known: all numbers are as wide as this one.
inline constexpr const char* kNotePlaceholder = "①";

/// A note by the element of its mark.
struct Note {
    content::RichText text;
    diag::Span span;
    font::ChainId chain = 0;               ///< of the mark's face
    NodeId note = 0, label = 0, body = 0;  ///< the Note element, the link that is its number, its paragraph
};
using Notes = std::map<NodeId, Note>;

/// Makes the elements of a note of the text in element `owner`: beside a paragraph or heading, which are read without
/// interruption, else at its end.
void add_note_elements(Structure&, Note&, NodeId owner);

/// The notes whose marks stand in the frame, set `width` pt wide.
[[nodiscard]] std::vector<Footnote> set_notes(Typesetter&, const Frame&, double width, bool vertical = false);
[[nodiscard]] FootStyle foot_style(const Typesetter&);

/// Numbers marks and notes on each page from ①, in the order in which the marks stand; links mark and note. A note
/// that could not be set on the page of its mark is an error.
void number_notes(Typesetter&, Pages&);

}  // namespace zheye::layout
