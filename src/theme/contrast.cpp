#include "theme/contrast.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace zheye::theme {

namespace {

class Checker {
public:
    explicit Checker(const Theme& theme) : theme_(theme), paper_(theme.page.ground.value_or(kWhite)) {}

    std::vector<LowContrast> run() {
        plain_pages();
        components();
        return std::move(found_);
    }

private:
    void check(Style style, Colour ground, const std::string& where) {
        const auto& text = theme_.style(style);
        const auto name = "styles." + std::string(kStyleNames[static_cast<std::size_t>(style)]);
        one(name, text.colour, text.size, text.font.weight, ground, where);
        if (text.strong_colour != text.colour)
            one(name + ".strong", text.strong_colour, text.size, text.strong.weight, ground, where);
    }
    void one(const std::string& name, Colour colour, double size, int weight, Colour ground, const std::string& where) {
        const bool large = size >= 18 || (size >= 14 && weight >= 700);
        const double least = large ? 3 : 4.5;
        const double ratio = contrast(colour, ground);
        if (ratio < least) found_.push_back({name, where, ratio, least});
    }

    void plain_pages() {
        for (const auto style :
             {Style::body,        Style::byline,       Style::heading,     Style::subheading,    Style::caption,
              Style::table_cell,  Style::table_note,   Style::quote,       Style::quote_by,      Style::list_label,
              Style::lead_block,  Style::pull_quote,   Style::pull_by,     Style::timeline_date, Style::timeline_text,
              Style::chart_title, Style::chart_label,  Style::chart_value, Style::chart_axis,    Style::chart_total,
              Style::note,        Style::running_head, Style::folio})
            check(style, paper_, "page.ground");
    }

    void components() {
        const auto on = [&](std::initializer_list<Style> styles, std::optional<Colour> ground, const char* where) {
            for (const auto style : styles)
                check(style, ground.value_or(paper_), ground ? std::string(where) : "page.ground");
        };
        on({Style::table_head}, theme_.table.head_ground, "table.head-ground");
        on({Style::table_cell}, theme_.table.stripe, "table.stripe");
        on({Style::table_group}, theme_.table.group_ground, "table.group-ground");
        on({Style::table_total}, theme_.table.total_ground, "table.total-ground");
        on({Style::stat_value, Style::stat_unit, Style::stat_name, Style::stat_note, Style::stat_change},
           theme_.stats.ground, "stats.ground");
        on({Style::box_title, Style::box_text, Style::list_label, Style::caption, Style::card_title,
            Style::card_subtitle, Style::card_text, Style::chart_label, Style::chart_value, Style::chart_axis},
           theme_.box.ground, "box.ground");
        // The brightest picture there can be, as far as it shows through.
        const Colour bright = mix(kWhite, theme_.figure.scrim, theme_.figure.scrim_opacity);
        for (const auto style : {Style::picture_title, Style::picture_text}) check(style, bright, "figure.scrim");
        on({Style::placeholder}, theme_.figure.ground, "figure.ground");
        on({Style::hub_title, Style::hub_text}, theme_.hub.centre_ground, "hub.centre-ground");
        on({Style::node_title, Style::node_text}, theme_.hub.ground, "hub.ground");
        on({Style::node_title, Style::node_text}, theme_.flow.ground, "flow.ground");
        on({Style::card_title, Style::card_subtitle, Style::card_text}, theme_.cards.ground, "cards.ground");
    }

    const Theme& theme_;
    Colour paper_;
    std::vector<LowContrast> found_;
};

/// 3.24 → "3.2": cut, so that what is too little never looks enough.
std::string told(double ratio) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", std::floor(ratio * 10) / 10);
    return text;
}

}  // namespace

double contrast(Colour a, Colour b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::vector<LowContrast> low_contrasts(const Theme& theme) { return Checker(theme).run(); }

void report_low_contrasts(const Theme& theme, diag::Span span, diag::Diagnostics& diagnostics) {
    for (const auto& low : low_contrasts(theme))
        diagnostics.warning("low-contrast", span,
                            {low.text + " 的字在 " + low.ground + " 上看不清：对比度只有 " + told(low.ratio) +
                                 "，至少要 " + told(low.least),
                             low.text + " is hard to read on " + low.ground + ": its contrast is " + told(low.ratio) +
                                 ", at least " + told(low.least) + " is needed"},
                            {{"把字的颜色改深（浅色底）或改浅（深色底）",
                              "make the text darker on a light ground, lighter on a dark one"}});
}

}  // namespace zheye::theme
