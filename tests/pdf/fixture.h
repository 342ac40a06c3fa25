// Hand-made pages, the PDF made of them as a file, and what other programs read in it.
#pragma once

#include "font/font_book.h"
#include "layout/frame.h"
#include "pdf/write.h"

#include <string>
#include <utility>
#include <vector>

namespace zheye::test {

/// Roles song (400, 700), hei and kai; opened once per test program.
[[nodiscard]] const font::FontBook& book();

/// `text` shaped by HarfBuzz at its natural widths.
[[nodiscard]] layout::GlyphRun shaped(const std::string& text, double size, Point origin, const char* role = "song",
                                      int weight = 400);
/// Moves the glyph of byte `at` and all after it by `em` of the size.
void shift(layout::GlyphRun&, std::size_t at, double em);
/// Adds `em` after every glyph.
void track(layout::GlyphRun&, double em);
/// The right end of the last glyph.
[[nodiscard]] double right_end(const layout::GlyphRun&);

/// A5 pages; node 0 is there.
struct Draft {
    layout::Pages pages;
    Draft() { page(); }
    layout::Page& page();
    layout::NodeId node(layout::Role, layout::NodeId parent = 0);
    /// On the last page.
    void item(layout::Item item) { pages.pages.back().frame.items.push_back(std::move(item)); }
    /// The items in one tag of `node`.
    void tagged(layout::NodeId node, std::vector<layout::Item> items);
    /// A new P of one line.
    layout::NodeId paragraph(layout::GlyphRun run);
};

[[nodiscard]] std::string written(const layout::Pages&, const pdf::Options& = {});

/// A file in a folder of its own that goes with the value.
class File {
public:
    File(const std::string& bytes, const std::string& name = "test.pdf");
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& folder() const { return folder_; }

private:
    std::string folder_, path_;
};

/// Standard output and standard error of a command; fails the test if it does not end with 0.
[[nodiscard]] std::string output_of(const std::string& command);
/// Fails the test if qpdf finds anything to complain about.
void check_syntax(const File&);
/// The lines of pdftotext -raw; page ends are left out.
[[nodiscard]] std::vector<std::string> raw_lines(const File&);
/// Of pdfinfo -struct-text: every element with text of its own, and that text, in order of the tree.
using ElementText = std::pair<std::string, std::string>;
[[nodiscard]] std::vector<ElementText> structure_text(const File&);
/// The text that MuPDF and Ghostscript see, line by line without empty ones.
[[nodiscard]] std::vector<std::string> mupdf_lines(const File&);
[[nodiscard]] std::vector<std::string> ghostscript_lines(const File&);
/// All objects and streams spelt out (qpdf's QDF form).
[[nodiscard]] std::string spelt_out(const File&);
/// How often `what` occurs.
[[nodiscard]] std::size_t count(const std::string& text, const std::string& what);

}  // namespace zheye::test
