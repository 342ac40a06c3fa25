#include "layout/fixture.h"

#include "base/utf8.h"
#include "content/read.h"
#include "diag/render.h"
#include "layout/lay_out.h"
#include "theme/read.h"
#include "yaml/read.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <optional>

namespace zheye::test {

namespace {

struct Stages {
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    std::optional<LaidOut> result;

    [[nodiscard]] std::string messages() const {
        return diag::render_all(diagnostics, sources, diag::Language::en, false);
    }
};

/// `files` hold the content; theme and fonts are always those on the disk.
void run(Stages& s, const std::string& folder, const FileSystem& files, text::RuleSet off = {}) {
    const DiskFileSystem disk;
    const std::string home = ZHEYE_ROOT;
    const auto root = yaml::read(folder + "/brochure.yaml", files, s.sources, s.diagnostics);
    if (!root) return;
    const auto brochure = content::read(*root, folder, files, s.diagnostics);
    if (!brochure) return;
    auto theme =
        theme::read(brochure->theme, {home + "/themes", folder, brochure->document.form, brochure->document.page}, disk,
                    s.sources, s.diagnostics);
    if (!theme) return;
    const auto catalog = font::read_catalog(home + "/fonts/fonts.yaml", disk, s.sources, s.diagnostics);
    if (!catalog) return;
    auto fonts = font::FontBook::open(*catalog, theme::wanted_fonts(*theme), disk, s.diagnostics);
    if (!fonts) return;
    const text::Hyphenator hyphenator(disk, {"/usr/share/hyphen"});
    auto pages = layout::lay_out(brochure->document, *theme, *fonts, hyphenator, files, s.sources, s.diagnostics, off);
    if (pages) s.result.emplace(LaidOut{std::move(*pages), std::move(*fonts), std::move(*theme), s.messages()});
}

/// The content, and the icons of the themes.
MemoryFileSystem with(std::map<std::string, std::string> files, const std::string& text) {
    files["/b/brochure.yaml"] = text;
    const std::string icons = std::string(ZHEYE_ROOT) + "/themes/icons";
    const DiskFileSystem disk;
    if (text.contains("icon:"))
        for (const auto& name : disk.list(icons)) files[icons + "/" + name] = disk.read(icons + "/" + name)->bytes();
    return MemoryFileSystem(std::move(files));
}

LaidOut taken(Stages& s) {
    INFO(s.messages());
    REQUIRE(s.result.has_value());
    return std::move(*s.result);
}

}  // namespace

LaidOut lay_out(const std::string& text, const std::map<std::string, std::string>& files) {
    Stages s;
    run(s, "/b", with(files, text));
    return taken(s);
}

LaidOut lay_out(const std::string& text, text::RuleSet off) {
    Stages s;
    run(s, "/b", with({}, text), off);
    return taken(s);
}

LaidOut lay_out_file(const std::string& path) {
    Stages s;
    run(s, path, DiskFileSystem());
    return taken(s);
}

std::string failure(const std::string& text, const std::map<std::string, std::string>& files) {
    Stages s;
    run(s, "/b", with(files, text));
    REQUIRE_FALSE(s.result.has_value());
    return s.messages();
}

std::string failure(const std::string& text, text::RuleSet off) {
    Stages s;
    run(s, "/b", with({}, text), off);
    REQUIRE_FALSE(s.result.has_value());
    return s.messages();
}

std::string chapter(const std::string& blocks, const std::string& head) {
    std::string text =
        "zheye: 1\ntitle: 题\ncover: false\ncontents: false\n" + head + "chapters:\n- title: 章\n  content:\n";
    std::string line;
    for (const char c : blocks + "\n") {
        if (c != '\n') {
            line += c;
            continue;
        }
        text += line.empty() ? "\n" : "  " + line + "\n";
        line.clear();
    }
    return text;
}

std::string han(int count) {
    static const std::vector<std::string> kCharacters = {"东", "风", "路", "上", "看", "树", "人", "来", "门", "前",
                                                         "水", "过", "春", "日", "长", "街", "里", "有", "花"};
    std::string text;
    for (int i = 1; i <= count; ++i) text += i % 20 == 0 ? "。" : kCharacters[static_cast<std::size_t>(i * 7 % 19)];
    return text;
}

std::string paragraphs(int count, int characters) {
    std::string text = "- text: |\n";
    for (int i = 0; i < count; ++i) text += "    " + han(characters + i * 7 % 45) + "\n\n";
    return text;
}

std::vector<LineOnPage> lines(const layout::Pages& pages) {
    std::vector<LineOnPage> all;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        layout::NodeId node = 0;
        bool artifact = true, fresh = true;
        for (const auto& item : pages.pages[p].frame.items) {
            if (const auto* tag = std::get_if<layout::TagBegin>(&item)) {
                node = tag->node, artifact = false, fresh = true;
            } else if (std::holds_alternative<layout::TagEnd>(item)) {
                artifact = true, fresh = true;
            } else if (const auto* run = std::get_if<layout::GlyphRun>(&item)) {
                const double right = run->glyphs.empty()
                                         ? run->origin.x
                                         : run->origin.x + run->glyphs.back().x + run->glyphs.back().advance;
                const bool same = !fresh && !artifact && std::abs(all.back().baseline - run->origin.y) < 0.01 &&
                                  run->origin.x >= all.back().x;
                if (same)
                    all.back().text += run->text, all.back().right = right;
                else
                    all.push_back({p, run->origin.x, right, run->origin.y, run->size, run->text, artifact, node});
                fresh = false;
            }
        }
    }
    return all;
}

std::vector<LineOnPage> body_lines(const LaidOut& b) {
    auto all = lines(b.pages);
    const double size = b.theme.style(theme::Style::body).size;
    std::erase_if(all, [&](const LineOnPage& l) {
        return l.artifact || l.size != size || b.pages.structure.nodes[l.node].role != layout::Role::p;
    });
    return all;
}

bool is_han(const Letter& letter) { return letter.code >= 0x4E00 && letter.code <= 0x9FFF; }

std::vector<std::vector<Letter>> letters_of(const layout::Pages& pages, layout::NodeId wanted) {
    std::vector<std::vector<Letter>> all;
    for (const auto& page : pages.pages) {
        layout::NodeId node = 0;
        for (const auto& item : page.frame.items) {
            if (const auto* tag = std::get_if<layout::TagBegin>(&item)) node = tag->node;
            const auto* run = std::get_if<layout::GlyphRun>(&item);
            if (!run || node != wanted) continue;
            for (const auto& g : run->glyphs) {
                const double x = run->origin.x + g.x;
                const Letter letter{utf8::decode(run->text, g.text_begin).code, x, x + g.advance, run->origin.y,
                                    run->size};
                const bool same =
                    !all.empty() && x > all.back().back().x && letter.baseline == all.back().back().baseline;
                if (!same) all.emplace_back();
                all.back().push_back(letter);
            }
        }
    }
    return all;
}

std::string text_of(const layout::Pages& pages, layout::NodeId wanted) {
    std::map<layout::NodeId, std::string> own;
    for (const auto& line : lines(pages))
        if (!line.artifact) own[line.node] += line.text;
    std::string text;
    const std::function<void(layout::NodeId)> visit = [&](layout::NodeId id) {
        text += own[id];
        for (const auto child : pages.structure.nodes[id].children) visit(child);
    };
    visit(wanted);
    return text;
}

std::vector<layout::NodeId> elements(const layout::Pages& pages, layout::Role role) {
    std::vector<layout::NodeId> found;
    const std::function<void(layout::NodeId)> visit = [&](layout::NodeId id) {
        if (pages.structure.nodes[id].role == role) found.push_back(id);
        for (const auto child : pages.structure.nodes[id].children) visit(child);
    };
    visit(0);
    return found;
}

}  // namespace zheye::test
