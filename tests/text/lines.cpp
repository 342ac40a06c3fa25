// Test support of the text room: fonts, and rulers for produced lines.
#include "lines.h"

#include "base/file_system.h"

#include <catch2/catch.hpp>

#include <stdexcept>

namespace zheye::text::test {
namespace {

font::Catalog catalog() {
    font::Catalog catalog;
    const std::string noto = "/usr/share/fonts/opentype/noto/";
    catalog.faces = {
        {"Noto Serif CJK SC", {noto + "NotoSerifCJK-Regular.ttc"}, "NotoSerifCJKsc-Regular", "fonts-noto-cjk", {}},
        {"Noto Serif CJK SC Bold", {noto + "NotoSerifCJK-Bold.ttc"}, "NotoSerifCJKsc-Bold", "fonts-noto-cjk", {}},
        {"LXGW WenKai", {"/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"}, "", "fonts-lxgw-wenkai", {}},
        {"HanaMinA", {"/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"}, "", "fonts-hanazono", {}},
        {"HanaMinB", {"/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"}, "", "fonts-hanazono", {}},
        {"Nowhere", {"/nowhere/nowhere.ttf"}, "", "fonts-nowhere", {}},
    };
    catalog.roles = {
        {"song", {{400, {0}, {0, 2, 3, 4}}, {700, {1}, {1}}}},
        {"kai", {{400, {2}, {2}}}},
        {"mixed", {{400, {2}, {0}}, {700, {2}, {1, 5}}}},
    };
    return catalog;
}

font::FontBook open_book() {
    diag::Diagnostics diagnostics;
    auto opened =
        font::FontBook::open(catalog(), {{"song", 400}, {"song", 700}, {"kai", 400}, {"mixed", 400}, {"mixed", 700}},
                             DiskFileSystem(), diagnostics);
    if (!opened) throw std::runtime_error("the test fonts are not installed");
    return std::move(*opened);
}

}  // namespace

const font::FontBook& book() {
    static const font::FontBook kBook = open_book();
    return kBook;
}

CharStyle char_style(const std::string& role, int weight, double size) {
    CharStyle style;
    style.chain = book().chain({role, weight});
    style.size = size;
    return style;
}

StyledRun run(std::string text, CharStyle style) { return {std::move(text), style, {}}; }

Paragraph shaped(std::string text, const ParagraphStyle& style) {
    return shaped(std::vector{run(std::move(text))}, style);
}

Paragraph shaped(const std::vector<StyledRun>& runs, const ParagraphStyle& style) {
    diag::Diagnostics diagnostics;
    Paragraph paragraph = shape(runs, style, book(), diagnostics);
    for (const diag::Diagnostic& d : diagnostics.all()) FAIL(d.code << ": " << d.message.en);
    return paragraph;
}

std::string Setting::line_text(std::size_t line) const {
    const Line& l = lines.at(line);
    return paragraph.text().substr(l.text_begin, l.text_end - l.text_begin);
}

std::vector<std::string> Setting::texts() const {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < lines.size(); ++i) result.push_back(line_text(i));
    return result;
}

Glyph Setting::glyph(std::string_view character, int nth) const {
    std::size_t at = paragraph.text().find(character);
    for (; nth > 0 && at != std::string::npos; --nth) at = paragraph.text().find(character, at + 1);
    for (const Line& line : lines) {
        for (const Glyph& g : line.glyphs) {
            if (g.text_begin <= at && at < g.text_end) return g;
        }
    }
    throw std::runtime_error("no glyph stands for " + std::string(character));
}

double Setting::x(std::string_view character, int nth) const { return glyph(character, nth).x / kSize; }

std::string Setting::text_of_glyphs() const {
    std::string text;
    for (const Line& line : lines) {
        for (const Glyph& g : line.glyphs) text += paragraph.text().substr(g.text_begin, g.text_end - g.text_begin);
    }
    return text;
}

Setting set(std::string text, double em, const ParagraphStyle& style) {
    return set(std::vector{run(std::move(text))}, em, style);
}

Setting set(const std::vector<StyledRun>& runs, double em, const ParagraphStyle& style) {
    Setting setting{shaped(runs, style), {}};
    setting.lines = break_lines(setting.paragraph, em * kSize);
    return setting;
}

Setting set_line(std::string text, const ParagraphStyle& style) { return set(std::move(text), 1000, style); }

ParagraphStyle without(Rule rule, ParagraphStyle style) {
    style.off.add(rule);
    return style;
}

}  // namespace zheye::text::test
