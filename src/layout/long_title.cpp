// Titles that have no room in their own size.
#include "layout/typesetter.h"

#include <fmt/format.h>

#include <algorithm>

namespace zheye::layout {

Frame Typesetter::fitted(const content::RichText& rich, theme::Style name, NodeId node_id, Size room,
                         TypeOptions options) {
    if (rich.empty()) return {{room.width, 0}, {}};
    const double size = theme.style(name).size, least = smallest_type() / size;
    auto shaped = shape(rich, name, node_id, options);
    const auto become = [&](double scale) {
        options.scale = std::max(scale, least);
        shaped = shape(rich, name, node_id, options);
    };
    if (const double word = shaped.minimum_width(); word > room.width)
        become(options.scale * room.width / word * 0.999);
    const double wanted = size * options.scale;
    const auto is_too_high = [&] {
        return static_cast<double>(shaped.line_count(room.width)) * shaped.leading > room.height + 1e-6;
    };
    while (is_too_high() && options.scale > least) become(options.scale * kSmaller);
    if (is_too_high())
        report_no_room(rich, name);
    else if (size * options.scale < wanted)
        report_long_title(rich, name, wanted, size * options.scale);
    return block(shaped, room.width);
}

Frame Typesetter::fitted_below(const Title& title, const content::RichText& rich, theme::Style name, NodeId node_id,
                               Size room, const TypeOptions& options) {
    constexpr double kTitleShare = 0.6;  // of the room: what a title in its own size may take from what is below it
    const double wanted = height(title.text, title.style, room.width, options);
    const double least = theme.style(name).leading * options.scale;
    room.height = std::max(least, room.height - std::min(wanted, kTitleShare * room.height));
    return fitted(rich, name, node_id, room, options);
}

ShapedText Typesetter::in_one_line(const content::RichText& rich, theme::Style name, NodeId node_id, Size room) {
    auto shaped = shape(rich, name, node_id);
    const double share = std::min(room.width / shaped.natural_width(), room.height / shaped.leading);
    if (share >= 1) return shaped;
    TypeOptions options;
    options.scale = std::max(share * 0.999, smallest_type() / theme.style(name).size);
    return shape(rich, name, node_id, options);
}

namespace {

/// What the writer calls it, and what makes it fit.
struct Kind {
    diag::Message name, remedy;
};
Kind kind_of(theme::Style style) {
    const diag::Message shorter{"写短一些", "shorten it"};
    switch (style) {
        case theme::Style::chapter_title:
        case theme::Style::cover_title:
            return {{"题目", "the title"},
                    {"写短一些，或把一部分移到副题", "shorten it, or move a part of it into the subtitle"}};
        case theme::Style::cover_subtitle:
            return {{"副题", "the subtitle"}, shorter};
        case theme::Style::chapter_subtitle:
            return {{"副题", "the subtitle"},
                    {"写短一些，或把一部分移到导语", "shorten it, or move a part of it into the lead"}};
        case theme::Style::lead:
            return {{"导语", "the lead"}, shorter};
        case theme::Style::cover_kicker:
            return {{"题上的一行", "the line above the title"}, shorter};
        case theme::Style::cover_note:
            return {{"封面下面的一行", "the line at the foot of the cover"}, shorter};
        default:
            return {{"题目", "the title"}, shorter};
    }
}

}  // namespace

void Typesetter::report_long_title(const content::RichText& title, theme::Style style, double wanted, double size) {
    if (!title.front().span.known()) return;  // a numeral
    const auto [name, remedy] = kind_of(style);
    diagnostics.warning("long-title", title.front().span,
                        {fmt::format("{}太长，字号从 {:.3g} 磅缩到了 {:.3g} 磅", name.zh, wanted, size),
                         fmt::format("{} is long: it was set in {:.3g}pt instead of {:.3g}pt", name.en, size, wanted)},
                        {remedy});
}

void Typesetter::report_no_room(const content::RichText& title, theme::Style style) {
    const auto [name, remedy] = kind_of(style);
    diagnostics.error("long-title", title.front().span,
                      {fmt::format("{}太长，用最小的字也放不下", name.zh),
                       fmt::format("{} is too long: not even the smallest type has room for it", name.en)},
                      {remedy});
}

}  // namespace zheye::layout
