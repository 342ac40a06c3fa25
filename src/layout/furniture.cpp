// What stands around the text of every page: ground, running head, folio. All of it artifacts.
#include "layout/front_matter.h"

#include "base/utf8.h"

namespace zheye::layout {

namespace {

using theme::Style;

/// As much of a text as one line holds, with an ellipsis where that is not all of it.
ShapedText in_one_line(Typesetter& type, const std::string& text, Style style, double width,
                       const TypeOptions& options) {
    const auto shaped = [&](const std::string& some) { return type.shape(plain(some), style, kArtifact, options); };
    auto line = shaped(text);
    auto characters = utf8::to_utf32(text);
    while (line.natural_width() > width && !characters.empty()) {
        characters.pop_back();
        line = shaped(utf8::from_utf32(characters) + "…");
    }
    return line;
}

/// A line whose baseline, not its top, is to be at `baseline`.
void place_line(Typesetter& type, Frame& page, const std::string& text, Style style, theme::Align align,
                const Rect& across, double baseline) {
    if (text.empty()) return;
    TypeOptions options;
    options.align = align;
    const auto shaped = in_one_line(type, text, style, across.width, options);
    auto lines = type.lines(shaped, across.width);
    if (!lines.empty()) page.place({across.x, baseline - shaped.baseline}, std::move(lines.front()));
}

}  // namespace

Frame furniture(Typesetter& type, const FurnitureText& text, const PageSetup& setup, bool ground_only) {
    const auto& style = type.theme.furniture;
    Frame page{{setup.width, setup.height}, {}};
    const double b = setup.bleed;
    if (type.theme.page.ground)
        draw_area(page, {-b, -b, setup.width + 2 * b, setup.height + 2 * b}, *type.theme.page.ground);
    if (ground_only) return page;
    const Rect half{setup.text.x, 0, setup.text.width / 2, 0};
    const Rect other{setup.text.x + setup.text.width / 2, 0, setup.text.width / 2, 0};
    const bool folio_left = text.even || text.strip_right;
    if (style.head == theme::HeadPlace::bottom && !text.strip_right && !text.bare_foot) {
        // Beside the folio, on the side that it leaves free.
        const bool left = !folio_left;
        constexpr double kFolio = 4;  // em
        Rect beside = setup.text;
        beside.width -= kFolio * type.theme.style(Style::folio).size;
        if (!left) beside.x = setup.text.right() - beside.width;
        place_line(type, page, text.right.empty() ? text.left : text.right, Style::running_head,
                   left ? theme::Align::left : theme::Align::right, beside, setup.height - style.folio_baseline);
    } else if (style.head == theme::HeadPlace::top && !text.bare_top) {
        place_line(type, page, text.left, Style::running_head, theme::Align::left, half, style.head_baseline);
        place_line(type, page, text.right, Style::running_head, theme::Align::right, other, style.head_baseline);
        draw_rule(page, style.rule, {setup.text.x, style.head_rule}, {setup.text.right(), style.head_rule});
    }
    if (text.bare_foot) return page;
    const auto outer = folio_left ? theme::Align::left : theme::Align::right;
    place_line(type, page, style.folio_before + text.folio + style.folio_after, Style::folio,
               style.folio_centred ? theme::Align::centre : outer, setup.text, setup.height - style.folio_baseline);
    return page;
}

}  // namespace zheye::layout
