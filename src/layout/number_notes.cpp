// The last thing that is known of a footnote: its number, when the pages are filled.
#include "layout/notes.h"
#include "layout/typesetter.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace zheye::layout {

namespace {

/// ①–⑳, ㉑–㉟, ㊱–㊿; beyond that there are no circled numbers, and two digits take the same place.
std::string note_number(int n) {
    const auto at = [&](const char* first, int base) {
        std::string text = first;
        text.back() = static_cast<char>(static_cast<unsigned char>(text.back()) + n - base);  // last byte of the UTF-8
        return text;
    };
    if (n <= 20) return at("①", 1);
    if (n <= 35) return at("㉑", 21);
    if (n <= 50) return at("㊱", 36);
    return std::to_string(n);
}

/// Where a mark or the number of a note stands.
struct Place {
    std::size_t page = 0;
    Rect area;
    int number = 0;
};

class Numbering {
public:
    Numbering(Typesetter& type, Pages& pages) : type_(type), pages_(pages) {
        for (const auto& [mark, note] : type.notes) labels_[note.label] = mark;
    }

    void run() {
        for (std::size_t p = 0; p < pages_.pages.size(); ++p) find(p);
        report();
        for (auto& page : pages_.pages) rewrite(page.frame);
    }

private:
    /// Calls `each` with every run of a mark or number, its element, and the index of its item.
    template <class Each>
    static void for_each_run(Frame& frame, const Each& each) {
        std::optional<NodeId> node;
        for (auto& item : frame.items) {
            if (const auto* tag = std::get_if<TagBegin>(&item))
                node = tag->node;
            else if (std::holds_alternative<TagEnd>(item))
                node.reset();
            else if (auto* run = std::get_if<GlyphRun>(&item); run && node)
                each(*node, *run);
        }
    }

    void find(std::size_t page) {
        int count = 0;
        for_each_run(pages_.pages[page].frame, [&](NodeId node, const GlyphRun& run) {
            const bool mark = type_.notes.contains(node);
            if (!mark && !labels_.contains(node)) return;
            const double rise = run.glyphs.front().y;
            const Rect area = run.orientation == Orientation::across
                                  ? Rect{run.origin.x, run.origin.y - rise - run.size, run.size, 1.2 * run.size}
                                  : Rect{run.origin.x + rise - run.size / 2, run.origin.y, run.size, run.size};
            places_[node] = {page, area, mark ? ++count : 0};
        });
    }

    void report() {
        for (const auto& [mark, note] : type_.notes) {
            const auto place = places_.find(mark);
            if (place == places_.end()) continue;  // set once more than it was used
            const auto label = places_.find(note.label);
            if (label == places_.end())
                type_.diagnostics.error("note-place", note.span,
                                        {"这里不能加脚注：这一页没有放脚注的地方",
                                         "no note can be set here: this page has no place for notes"},
                                        {{"把注移到正文里，或写进正文", "move it into the running text"}});
            else if (label->second.page != place->second.page)
                type_.diagnostics.error(
                    "note-room", note.span,
                    {fmt::format("第 {} 页放不下这条脚注", place->second.page + 1),
                     fmt::format("this note does not fit page {}, where its mark stands", place->second.page + 1)},
                    {{"缩短所在的表、图或框，或把注写进正文",
                      "shorten the table, figure or box that it belongs to, or move it into the text"}});
        }
    }

    /// The number as glyphs of a run that holds the placeholder.
    void put_number(GlyphRun& run, font::ChainId chain, int number) {
        if (number == 1 || run.glyphs.empty()) return;
        text::StyledRun styled{note_number(number), {}, run.span};
        styled.style.chain = chain;
        styled.style.size = run.size;
        text::ParagraphStyle style;
        style.vertical = run.orientation != Orientation::across;
        const auto lines =
            text::break_lines(text::shape(std::vector{styled}, style, type_.fonts, type_.diagnostics), 100 * run.size);
        if (lines.empty() || lines.front().glyphs.empty()) return;
        const double rise = run.glyphs.front().y;
        run.face = lines.front().glyphs.front().face;
        std::vector<PlacedGlyph> placed;
        for (const auto& g : lines.front().glyphs)
            placed.push_back({g.id, g.x, rise + g.y, g.advance, g.text_begin, g.text_end});
        run.glyphs = GlyphList(std::move(placed));
        run.text = styled.text;
    }

    [[nodiscard]] Link link(NodeId node, const Place& from, const Place& to, const std::string& words, int number) {
        return {from.area, node, {}, static_cast<std::uint32_t>(to.page), to.area.y, words + note_number(number)};
    }

    void rewrite(Frame& frame) {
        const auto note_font = type_.fonts.chain(type_.theme.style(theme::Style::note).font);
        std::vector<Link> links;
        for_each_run(frame, [&](NodeId node, GlyphRun& run) {
            const auto own = type_.notes.find(node);
            const auto label = labels_.find(node);
            if (own == type_.notes.end() && label == labels_.end()) return;
            const bool is_mark = own != type_.notes.end();
            const auto& note = is_mark ? own->second : type_.notes.at(label->second);
            const auto mark = places_.find(is_mark ? node : label->second), number = places_.find(note.label);
            if (mark == places_.end() || number == places_.end()) return;
            const int n = mark->second.number;
            put_number(run, is_mark ? note.chain : note_font, n);
            links.push_back(is_mark ? link(node, mark->second, number->second, type_.words.note, n)
                                    : link(node, number->second, mark->second, type_.words.back, n));
        });
        for (auto& one : links) frame.items.emplace_back(std::move(one));
    }

    Typesetter& type_;
    Pages& pages_;
    std::map<NodeId, NodeId> labels_;  ///< number of a note → its mark
    std::map<NodeId, Place> places_;
};

}  // namespace

void number_notes(Typesetter& type, Pages& pages) {
    if (!type.notes.empty()) Numbering(type, pages).run();
}

}  // namespace zheye::layout
