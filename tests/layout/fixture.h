// A brochure written as a YAML string → Pages, through the real stages, with the theme and the fonts that ship.
#pragma once

#include "font/font_book.h"
#include "layout/frame.h"
#include "text/rules.h"
#include "theme/theme.h"

#include <map>
#include <string>
#include <vector>

namespace zheye::test {

struct LaidOut {
    layout::Pages pages;
    font::FontBook fonts;
    theme::Theme theme;
    std::string messages;
};

/// Fails the test, with the messages, unless the brochure can be laid out.
[[nodiscard]] LaidOut lay_out(const std::string& yaml, const std::map<std::string, std::string>& files = {});
/// The same with rules switched off: for negative controls.
[[nodiscard]] LaidOut lay_out(const std::string& yaml, text::RuleSet off);
/// The same for a brochure on the disk.
[[nodiscard]] LaidOut lay_out_file(const std::string& path);
/// The messages of a brochure that cannot be laid out.
[[nodiscard]] std::string failure(const std::string& yaml, const std::map<std::string, std::string>& files = {});
/// The same with rules switched off.
[[nodiscard]] std::string failure(const std::string& yaml, text::RuleSet off);

/// A brochure of one chapter with these blocks (YAML, not indented), without cover and contents.
[[nodiscard]] std::string chapter(const std::string& blocks, const std::string& head = "");
/// Running text of so many Han characters, a full stop being every 20th.
[[nodiscard]] std::string han(int count);
/// A text block of so many paragraphs of `characters` characters and some more.
[[nodiscard]] std::string paragraphs(int count, int characters);

/// A line of text as it stands on a page.
struct LineOnPage {
    std::size_t page = 0;
    double x = 0, right = 0, baseline = 0, size = 0;
    std::string text;
    bool artifact = false;
    layout::NodeId node = 0;
};
/// All glyph runs, those on one baseline in one tag joined.
[[nodiscard]] std::vector<LineOnPage> lines(const layout::Pages&);
/// Those of paragraphs in the size of running text.
[[nodiscard]] std::vector<LineOnPage> body_lines(const LaidOut&);
struct Letter {
    char32_t code = 0;
    double x = 0, right = 0, baseline = 0, size = 0;
};
[[nodiscard]] bool is_han(const Letter&);
/// The characters of an element's own text, line by line, in reading order; for lines that run across.
[[nodiscard]] std::vector<std::vector<Letter>> letters_of(const layout::Pages&, layout::NodeId);
/// Text of an element and all below it, in reading order.
[[nodiscard]] std::string text_of(const layout::Pages&, layout::NodeId);
/// The elements of a role, in reading order.
[[nodiscard]] std::vector<layout::NodeId> elements(const layout::Pages&, layout::Role);

}  // namespace zheye::test
