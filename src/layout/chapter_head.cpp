#include "layout/chapter_head.h"

#include "layout/sections.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace zheye::layout {

namespace {

using theme::Style;

class Head {
public:
    Head(Typesetter& type, const content::Chapter& chapter, NodeId node, double width)
        : type_(type), style_(type.theme.chapter_head), chapter_(chapter), node_(node), width_(width) {}

    Frame set(const std::string& numeral, NodeId title) {
        Frame words = titles(numeral, title);
        Frame head;
        const double pad = style_.ground ? style_.pad : 0;
        head.size = {width_, words.size.height + 2 * pad};
        if (style_.ground) draw_area(head, {0, 0, width_, head.size.height}, *style_.ground);
        head.place({pad, pad}, std::move(words));
        if (style_.rule.width > 0) {
            head.size.height += style_.rule_gap;
            draw_rule(head, style_.rule, {0, head.size.height}, {width_, head.size.height});
        }
        below(head, chapter_.lead, Style::lead);
        below(head, chapter_.byline, Style::byline);
        head.size.height += style_.after;
        return head;
    }

private:
    /// The number stands beside the title, on the same baseline.
    Frame titles(const std::string& numeral, NodeId title) {
        const double pad = style_.ground ? style_.pad : 0;
        const bool numbered = style_.number_width > 0 && !numeral.empty();
        const double left = numbered ? style_.number_width : 0, width = width_ - 2 * pad - left;
        TypeOptions options;
        options.balance = true;
        std::vector<Frame> lines;
        lines.push_back(type_.fitted(chapter_.title, Style::chapter_title, title, width, options));
        if (!chapter_.subtitle.empty()) {
            lines.push_back({{width, style_.subtitle_gap}, {}});
            lines.push_back(
                type_.block(chapter_.subtitle, Style::chapter_subtitle, type_.node(node_, Role::p), width, options));
        }
        Frame words;
        Frame text = stacked(std::move(lines));
        words.size = {width_ - 2 * pad, text.size.height};
        words.place({left, 0}, std::move(text));
        if (numbered) {
            const auto number = type_.in_one_line(plain(numeral), Style::chapter_number, kArtifact, {left, width_});
            const double y = type_.baseline(Style::chapter_title) - number.baseline;
            words.place({0, y}, type_.block(number, left));
        }
        return words;
    }

    void below(Frame& head, const content::RichText& words, Style style) {
        if (words.empty()) return;
        const double em = type_.theme.style(style).size;  // G2 holds here as well
        const double width = std::max(1.0, std::floor(width_ / em + 1e-6)) * em;
        Frame text = type_.block(words, style, type_.node(node_, Role::p), width);
        head.size.height += style_.lead_gap;
        const double y = head.size.height;
        head.size.height += text.size.height;
        head.place({0, y}, std::move(text));
    }

    Typesetter& type_;
    const theme::ChapterHeadStyle& style_;
    const content::Chapter& chapter_;
    NodeId node_;
    double width_;
};

}  // namespace

Section chapter_head(Typesetter& type, const content::Chapter& chapter, const std::string& numeral, NodeId node,
                     const PageSetup& setup) {
    Section section{true, false, Section::Floats::no, {}};
    const NodeId title = type.node(node, Role::h1, chapter.span);
    auto piece = piece_of(Head(type, chapter, node, setup.text.width).set(numeral, title));
    piece.space_before = type.theme.chapter_head.before;
    piece.keep_next = true;
    piece.mark = Mark{content::plain_text(chapter.title), 1, title};
    section.galley.pieces.push_back(std::move(piece));
    return section;
}

std::vector<Section> headed_chapter(Typesetter& type, const content::Chapter& chapter, const std::string& numeral,
                                    const PageSetup& setup) {
    const NodeId node = type.node(0, Role::sect, chapter.span);
    std::vector<Section> all;
    all.push_back(chapter_head(type, chapter, numeral, node, setup));
    auto text = chapter_sections(type, chapter, node, 0, setup);
    std::ranges::move(text, std::back_inserter(all));
    take_notes(type, all, setup);
    return all;
}

}  // namespace zheye::layout
