// Figures: cards in a row, and the large rows of a chapter opener.
#include "layout/blocks.h"
#include "layout/chart_words.h"
#include "layout/icon.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace zheye::layout {

namespace {

using theme::Style;

/// The styles of one way to show a fact.
struct Styles {
    Style value, unit, name, note, change;
};

/// The figures of a value stand large; words in it (the 余 of 5000余, the 万 of 2万) are set like the unit.
std::size_t figures_end(const std::string& value) {
    const auto end = value.find_first_not_of("0123456789.,+-%");
    return end == 0 || end == std::string::npos ? value.size() : end;
}

/// A value's figures and the words that stand with them.
struct ValueParts {
    content::RichText figures, words;
};

ValueParts value_parts(const content::Fact& fact) {
    const auto end = figures_end(fact.value);
    return {plain(fact.value.substr(0, end), fact.span),
            plain(fact.value.substr(end) + fact.unit_gap + fact.unit, fact.span)};
}

ShapedText shape_value(Typesetter& type, const ValueParts& value, const Styles& styles, double scale, NodeId node) {
    std::vector<Typesetter::Part> parts{{value.figures, styles.value, scale}};
    if (!value.words.empty()) parts.push_back({value.words, styles.unit, 1});
    TypeOptions options;
    options.figures = text::Figures::tabular;  // a figure made wider would stand off the edge of its card
    return type.shape(parts, node, options);
}

/// How much the figures must shrink for all values of a row of cards, or of a stack, to fit the width at one size.
double common_scale(Typesetter& type, const std::vector<content::Fact>& facts, const Styles& styles, double width) {
    double scale = 1;
    for (const auto& fact : facts) {
        const auto value = value_parts(fact);
        const double natural = shape_value(type, value, styles, 1, kArtifact).natural_width();
        if (natural <= width) continue;
        const double words = value.words.empty() ? 0 : type.shape(value.words, styles.unit, kArtifact).natural_width();
        const double gap = 0.5 * type.theme.style(styles.unit).size;
        // No smaller than the unit: what is longer then takes another line.
        const double least = type.theme.style(styles.unit).size / type.theme.style(styles.value).size;
        scale = std::min(scale, std::max(least, (width - words - gap) / (natural - words)));
    }
    return scale;
}

/// Value and unit on one line.
Frame value_line(Typesetter& type, const content::Fact& fact, const Styles& styles, double scale, double width,
                 NodeId node) {
    return type.block(shape_value(type, value_parts(fact), styles, scale, node), width);
}

/// Change against a former period, share of the target: “比上年 +15.5%”.
std::vector<std::string> comparisons(const content::Fact& fact, const ChartWords& words) {
    std::vector<std::string> lines;
    const auto since = !fact.former_period.empty()   ? words.since + fact.former_period
                       : fact.period.ends_with("年") ? words.since_year
                                                     : words.since_last;
    const auto line = [&](const std::string& name, const std::string& figure) {
        lines.push_back(words.figure_first ? figure + " " + name : name + " " + figure);
    };
    if (!fact.change.empty()) line(since, fact.change);
    if (!fact.share.empty()) line(words.share_of_target, fact.share);
    return lines;
}

struct LegendPart {
    content::RichText text;
    Style style;
    TypeOptions options{};
};

/// Name, and below it how it compares, period and note.
std::vector<LegendPart> legend_parts(const Typesetter& type, const content::Fact& fact, const Styles& styles) {
    std::vector<LegendPart> parts{{plain(fact.name, fact.span), styles.name, balanced()}};
    for (const auto& line : comparisons(fact, chart_words_for(type.language)))
        parts.push_back({plain(line, fact.span), styles.change});
    for (const auto& line : {fact.period, fact.note})
        if (!line.empty()) parts.push_back({plain(line, fact.span), styles.note});
    return parts;
}

Frame legend(Typesetter& type, const content::Fact& fact, const Styles& styles, double width, NodeId body) {
    std::vector<Frame> frames;
    for (const auto& part : legend_parts(type, fact, styles))
        frames.push_back(type.block(part.text, part.style, type.node(body, Role::p), width, part.options));
    return stacked(std::move(frames));
}

double legend_height(Typesetter& type, const content::Fact& fact, const Styles& styles, double width) {
    double height = 0;
    for (const auto& part : legend_parts(type, fact, styles))
        height += type.height(part.text, part.style, width, part.options);
    return height;
}

constexpr Styles kCard{Style::stat_value, Style::stat_unit, Style::stat_name, Style::stat_note, Style::stat_change};
constexpr Styles kRow{Style::figure_value, Style::figure_unit, Style::figure_name, Style::figure_note,
                      Style::figure_change};

NodeId fact_body(Typesetter& type, NodeId list, const content::Fact& fact) {
    return type.node(type.node(list, Role::list_item, fact.span), Role::list_body);
}

/// How many cards stand in a row: fewer where a long unit would make the figures of all smaller than this.
std::size_t cards_per_row(Typesetter& type, const content::Stats& block, double width, double space) {
    constexpr double kLeastScale = 0.6;
    const auto& style = type.theme.stats;
    for (auto most = fitting(width, style.minimum_width, 0);; --most) {
        const auto per_row = even_row(block.facts.size(), most);
        const double inside = (width + space) / static_cast<double>(per_row) - space - 2 * style.pad_x;
        if (per_row == 1 || common_scale(type, block.facts, kCard, inside) >= kLeastScale) return per_row;
    }
}

}  // namespace

Galley set_stats(Typesetter& type, const content::Stats& block, const Measure& measure, NodeId parent) {
    const auto& style = type.theme.stats;
    const NodeId list = type.node(parent, Role::list);
    const auto count = block.facts.size();
    const double space = style.ground ? style.space : 0;
    const auto per_row = cards_per_row(type, block, measure.width, space);
    const double card = (measure.width + space) / static_cast<double>(per_row);  // with what parts it from the next
    const double scale = common_scale(type, block.facts, kCard, card - space - 2 * style.pad_x);
    const auto has_icon = [&](const content::Fact& fact) { return type.theme.stats.icons && !fact.icon.empty(); };
    Galley galley;
    for (std::size_t begin = 0; begin < count; begin += per_row) {
        const auto end = std::min(count, begin + per_row);
        // All figures of a row stand on one line, whether the cards have icons or not.
        const bool icons = std::ranges::any_of(std::span(block.facts).subspan(begin, end - begin), has_icon);
        const double above = icons ? icon_side(type.theme.icon) + type.theme.icon.gap : 0;
        Frame content;
        for (std::size_t i = begin; i < end; ++i) {
            const double left = card * static_cast<double>(i - begin);
            const bool divided = style.ground || (i > begin && style.between.width > 0);
            const double pad = divided ? style.pad_x : 0;  // where nothing parts them, they stand at the card's edge
            const double width = card - space - pad - style.pad_x;
            const NodeId body = fact_body(type, list, block.facts[i]);
            Frame one = value_line(type, block.facts[i], kCard, scale, width, type.node(body, Role::p));
            Frame text = legend(type, block.facts[i], kCard, width, body);
            const double y = one.size.height + style.gap;
            one.size.height = y + text.size.height;
            one.place({0, y}, std::move(text));
            content.size.height = std::max(content.size.height, above + one.size.height);
            if (has_icon(block.facts[i])) content.place({left + pad, 0}, set_icon(type, block.facts[i].icon));
            content.place({left + pad, above}, std::move(one));
        }
        Frame row;
        row.size = {measure.width, style.pad_top + content.size.height + style.pad_bottom};
        if (style.ground)
            for (std::size_t i = begin; i < end; ++i)
                row.items.emplace_back(
                    Shape{Path::rounded({card * static_cast<double>(i - begin), 0, card - space, row.size.height},
                                        style.radius),
                          Paint{*style.ground},
                          {},
                          1});
        draw_rule(row, style.top, {0, 0}, {measure.width, 0});
        draw_rule(row, style.bottom, {0, row.size.height}, {measure.width, row.size.height});
        for (std::size_t i = begin + 1; i < end; ++i) {
            const double x = card * static_cast<double>(i - begin);
            draw_rule(row, style.between, {x, style.pad_top}, {x, row.size.height - style.pad_bottom});
        }
        row.place({0, style.pad_top}, std::move(content));
        Galley one;
        one.pieces.push_back(piece_of(std::move(row)));
        galley.append(std::move(one), space);
    }
    return galley;
}

double figure_rows_scale(Typesetter& type, const content::Stats& block, double width) {
    const auto& style = type.theme.opener;
    return common_scale(type, block.facts, kRow, width * style.figure_share - style.figure_pad);
}

double figure_rows_height(Typesetter& type, const content::Stats& block, double width, double scale) {
    const auto& style = type.theme.opener;
    const double left = width * style.figure_share;
    double height = 0;
    for (const auto& fact : block.facts) {
        const double value = shape_value(type, value_parts(fact), kRow, scale, kArtifact).leading;
        height += std::max(value, legend_height(type, fact, kRow, width - left)) + 2 * style.figure_pad;
    }
    return height;
}

Frame set_figure_rows(Typesetter& type, const content::Stats& block, double width, double scale, NodeId parent) {
    const auto& style = type.theme.opener;
    const NodeId list = type.node(parent, Role::list);
    const double left = width * style.figure_share;
    std::vector<Frame> rows;
    for (const auto& fact : block.facts) {
        const NodeId body = fact_body(type, list, fact);
        Frame value = value_line(type, fact, kRow, scale, left - style.figure_pad, type.node(body, Role::p));
        Frame text = legend(type, fact, kRow, width - left, body);
        const double inner = std::max(value.size.height, text.size.height);
        Frame row;
        row.size = {width, inner + 2 * style.figure_pad};
        draw_rule(row, style.figure_rule, {0, 0}, {width, 0});
        const double value_y = (row.size.height - value.size.height) / 2,
                     text_y = (row.size.height - text.size.height) / 2;
        row.place({0, value_y}, std::move(value));
        row.place({left, text_y}, std::move(text));
        rows.push_back(std::move(row));
    }
    auto all = stacked(std::move(rows));
    all.size.width = width;
    draw_rule(all, style.figure_rule, {0, all.size.height}, {width, all.size.height});
    return all;
}

}  // namespace zheye::layout
