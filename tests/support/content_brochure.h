// A brochure read from a few lines of YAML, and its text written out with its marks.
#pragma once

#include "content/read.h"
#include "support/yaml_brochure.h"

#include <optional>
#include <string>

namespace zheye::test {

inline std::string tagged(const std::string& tag, const std::string& text) {
    return "<" + tag + ">" + text + "</" + tag.substr(0, tag.find(' ')) + ">";
}

/// "plain <b>strong</b> <i>emphasis</i> <a url>link</a> <dots>…</dots> <name 1>…</name> <ruby zhù>注</ruby>
/// <note>…</note>"; runs that differ only in their places become one, but for those with a reading.
inline std::string marked(const content::RichText& text) {
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto& run = text[i];
        std::string one = run.note.empty() ? run.text : tagged("note", marked(run.note));
        if (!run.ruby.empty()) one = tagged("ruby " + run.ruby, one);
        const auto is_bare = [](const content::TextRun& r) { return r.note.empty() && r.ruby.empty(); };
        const auto is_same = [&](const content::TextRun& other) {
            return is_bare(run) && is_bare(other) &&
                   static_cast<const content::Marks&>(other) == static_cast<const content::Marks&>(run);
        };
        while (i + 1 < text.size() && is_same(text[i + 1])) one += text[++i].text;
        if (run.emphasis) one = tagged("i", one);
        if (run.strong) one = tagged("b", one);
        if (run.dots) one = tagged("dots", one);
        if (run.proper_name) one = tagged("name " + std::to_string(run.line), one);
        if (run.work_title) one = tagged("title " + std::to_string(run.line), one);
        if (run.underline) one = tagged("u", one);
        if (run.highlight) one = tagged("mark", one);
        if (run.upright) one = tagged("upright", one);
        if (run.position == content::Position::superscript) one = tagged("sup", one);
        if (run.position == content::Position::subscript) one = tagged("sub", one);
        if (run.position == content::Position::fraction) one = tagged("frac", one);
        if (!run.language.empty()) one = tagged("lang " + run.language, one);
        if (!run.link.empty()) one = tagged("a " + run.link, one);
        all += one;
    }
    return all;
}

struct ContentRun : YamlRun {
    std::optional<content::Brochure> brochure;

    explicit ContentRun(std::string text, std::map<std::string, std::string> more = {})
        : YamlRun(std::move(text), std::move(more)) {
        if (!root) return;
        if (auto result = content::read(*root, "/b", files, diagnostics)) brochure = std::move(*result);
    }
    [[nodiscard]] const content::Document& document() const { return brochure.value().document; }
    [[nodiscard]] const content::Blocks& blocks() const { return document().chapters.front().content; }
    template <class Block>
    [[nodiscard]] const Block& block(std::size_t index = 0) const {
        return std::get<Block>(blocks().at(index).value);
    }
};

/// A brochure with one chapter of the given blocks (lines of YAML) and two facts.
inline ContentRun with_blocks(const std::string& blocks, std::map<std::string, std::string> more = {}) {
    return ContentRun(
        "zheye: 1\ntitle: 题\nfacts:\n"
        "  gdp: {name: 地区生产总值, value: 127, unit: 亿元, period: 2018年}\n"
        "  people: {name: 人口, value: 4.30, note: 含流动人口}\n"
        "chapters:\n- title: 章\n  content:\n" +
            blocks,
        std::move(more));
}

/// The paragraphs of a text block written as a literal block of these lines, each marked, parted by "¶".
inline std::string paragraphs(const std::string& lines) {
    std::string yaml = "  - text: |\n";
    for (std::size_t at = 0; at < lines.size();) {
        const auto end = std::min(lines.find('\n', at), lines.size());
        yaml += "      " + lines.substr(at, end - at) + "\n";
        at = end + 1;
    }
    const auto run = with_blocks(yaml);
    if (!run.brochure) return run.codes();
    std::string all;
    for (const auto& paragraph : run.block<content::Text>().paragraphs) {
        if (!all.empty()) all += "¶";
        all += marked(paragraph);
    }
    return all;
}

}  // namespace zheye::test
