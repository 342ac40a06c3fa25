#include "layout/table_grid.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace zheye::layout {

namespace {

using theme::Style;
using Kind = content::TableRow::Kind;

/// A column of Han could be one character wide; nobody could read it.
constexpr double kLeastReadable = 4;  // em
/// Between two columns there is twice that.
constexpr double kLeastPad = 2;  // pt

theme::Align align_of(content::Align align) {
    switch (align) {
        case content::Align::centre:
            return theme::Align::centre;
        case content::Align::right:
            return theme::Align::right;
        default:
            return theme::Align::left;
    }
}

/// Whether its cells are figures that are compared digit by digit.
bool has_figures(content::Align align) { return align == content::Align::right || align == content::Align::decimal; }

content::RichText strong(content::RichText text) {
    for (auto& run : text) run.strong = true;
    return text;
}

struct Wish {
    double tight = 0;              ///< nothing stands out
    double least = 0;              ///< and it can be read
    double natural = 0;            ///< and no cell has more than one line
    double before = 0, after = 0;  ///< the decimal points of a column of figures
};

/// Figures aligned on their points take more than the widest of them (T1).
void widen_point(Wish& wish, const ShapedText& text) {
    if (text.empty()) return;
    const double natural = text.natural_width();
    const double point = text.decimal_offset(natural + 1);
    wish.before = std::max(wish.before, point);
    wish.after = std::max(wish.after, natural - point);
    wish.natural = std::max(wish.natural, wish.before + wish.after);
    wish.tight = std::max(wish.tight, wish.before + wish.after);
    wish.least = std::max(wish.least, wish.tight);
}

void widen(Wish& wish, const ShapedText& text, double em) {
    const double natural = text.natural_width();
    wish.natural = std::max(wish.natural, natural);
    wish.tight = std::max(wish.tight, text.minimum_width());
    wish.least = std::max({wish.least, wish.tight, std::min(natural, kLeastReadable * em)});
}

/// What a cell over several columns wants beyond what they have is shared among them.
void widen_span(std::vector<Wish>& wishes, const GridCell& cell, double pads, double em) {
    Wish wanted, have;
    widen(wanted, cell.text, em);
    for (std::size_t i = 0; i < cell.columns; ++i) {
        have.tight += wishes[cell.column + i].tight;
        have.least += wishes[cell.column + i].least;
        have.natural += wishes[cell.column + i].natural;
    }
    const double inner = pads * static_cast<double>(cell.columns - 1), n = static_cast<double>(cell.columns);
    for (std::size_t i = 0; i < cell.columns; ++i) {
        wishes[cell.column + i].tight += std::max(0.0, wanted.tight - have.tight - inner) / n;
        wishes[cell.column + i].least += std::max(0.0, wanted.least - have.least - inner) / n;
        wishes[cell.column + i].natural +=
            std::max(0.0, std::min(wanted.natural, wanted.least * 2) - have.natural - inner) / n;
    }
}

/// The writer's weights; a column that is too narrow to be read, or where not all can be, for what cannot be parted,
/// has that, and the others share the rest.
std::vector<double> by_weight(const content::Table& table, const std::vector<Wish>& wishes, double pads, double width) {
    double readable = pads * static_cast<double>(wishes.size());
    for (const auto& wish : wishes) readable += wish.least;
    double Wish::*has = readable <= width ? &Wish::least : &Wish::tight;
    std::vector<double> widths(wishes.size(), 0);
    std::vector<bool> is_set(wishes.size(), false);
    const auto weight = [&](std::size_t i) { return table.columns[i].width.value_or(1); };
    for (bool again = true; again;) {
        double rest = width, weights = 0;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (is_set[i])
                rest -= widths[i];
            else
                weights += weight(i);
        }
        again = false;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (is_set[i]) continue;
            widths[i] = rest * weight(i) / weights;
            if (widths[i] >= wishes[i].*has + pads) continue;
            widths[i] = wishes[i].*has + pads;
            is_set[i] = again = true;
        }
    }
    return widths;
}

std::vector<double> by_wish(const std::vector<Wish>& wishes, double pads, double width) {
    const double room = width - pads * static_cast<double>(wishes.size());
    Wish all;
    for (const auto& wish : wishes) all.tight += wish.tight, all.least += wish.least, all.natural += wish.natural;
    const bool reads_well = all.least <= room, is_roomy = all.natural <= room;
    double Wish::*has = reads_well ? &Wish::least : &Wish::tight;
    double Wish::*wants = reads_well ? &Wish::natural : &Wish::least;
    if (is_roomy || all.*has > room) has = wants;
    const double beyond = all.*wants - all.*has;
    std::vector<double> widths;
    for (const auto& wish : wishes) {
        if (beyond > 0)  // each has what it must have, and its share of what it wants
            widths.push_back(pads + wish.*has + (wish.*wants - wish.*has) * (room - all.*has) / beyond);
        else
            widths.push_back(pads + (all.*has > 0 ? wish.*has * room / (all.*has) : 0));
    }
    return widths;
}

struct Place {
    const content::TableCell* source = nullptr;
    std::size_t row = 0, column = 0, rows = 1, columns = 1;
};

/// Shapes a cell that has its place, and makes its element.
GridCell place_cell(Typesetter& type, const content::Table& table, NodeId row, const Place& at) {
    const auto kind = table.rows[at.row].kind;
    const auto& column = table.columns[at.column];
    const bool strong_head = at.column == 0 && type.theme.table.strong_first_column;
    const bool head = strong_head || (at.column == 0 && kind != Kind::plain);
    const NodeId node = type.node(row, head ? Role::th : Role::td, at.source->span);
    auto& element = type.structure(node);
    element.colspan = static_cast<int>(at.columns);
    element.rowspan = static_cast<int>(at.rows);
    if (head) element.scope = StructureNode::Scope::row;
    TypeOptions options;
    options.align = at.columns > 1 || kind == Kind::group ? theme::Align::left : align_of(column.align);
    if (at.columns == 1 && has_figures(column.align)) options.figures = text::Figures::column;
    const auto& text = at.source->text;
    const Style style = kind == Kind::group   ? Style::table_group
                        : kind == Kind::total ? Style::table_total
                                              : Style::table_cell;
    return {at.source,  at.row,
            at.column,  at.rows,
            at.columns, type.shape(kind == Kind::plain && strong_head ? strong(text) : text, style, node, options),
            node};
}

/// Where rows stand in groups, a reader who goes up a column in search of its head is stopped by the cells of the group
/// above (ISO 32000-2, 14.8.4.8.3); so each cell names its heads: the columns', the group's and its row's.
void name_headers(Typesetter& type, const content::Table& table, const std::vector<GridCell>& cells,
                  const std::vector<NodeId>& heads) {
    if (std::ranges::none_of(table.rows, [](const auto& row) { return row.kind == Kind::group; })) return;
    std::vector<std::vector<NodeId>> in_row(table.rows.size());
    for (const auto& cell : cells)
        if (type.structure(cell.node).role == Role::th && table.rows[cell.row].kind != Kind::group)
            for (std::size_t i = 0; i < cell.rows; ++i) in_row[cell.row + i].push_back(cell.node);
    std::optional<NodeId> group;
    for (const auto& cell : cells) {
        if (table.rows[cell.row].kind == Kind::group) {
            group = cell.node;
            continue;
        }
        std::vector<NodeId> names;
        if (!heads.empty())
            for (std::size_t i = 0; i < cell.columns; ++i) names.push_back(heads[cell.column + i]);
        if (group) names.push_back(*group);
        for (std::size_t i = 0; i < cell.rows; ++i)
            for (const auto head : in_row[cell.row + i])
                if (head != cell.node && std::ranges::find(names, head) == names.end()) names.push_back(head);
        type.structure(cell.node).headers = std::move(names);
    }
}

void report_too_wide(const Typesetter& type, const content::Table& table, diag::Span span) {
    const auto columns = std::to_string(table.columns.size());
    type.diagnostics.warning(
        "wide-table", span,
        {"表格太宽：" + columns + "列放不下，有的字会叠到旁边一列上",
         "the table is too wide: its " + columns + " columns have no room, some words run into the next one"},
        {{"减少列、拆成两张表、把长的词写短，或用横放的纸（版面: {纸向: 横}）",
          "take fewer columns, two tables, shorter words, or paper that lies (page: {orientation: landscape})"}});
}

}  // namespace

std::vector<GridCell> place_cells(Typesetter& type, const content::Table& table, NodeId parent,
                                  const std::vector<NodeId>& heads) {
    std::vector<GridCell> cells;
    std::vector<std::size_t> taken(table.columns.size(), 0);  // rows still covered by a cell from above
    NodeId body = 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (r == 0 || table.rows[r].kind == Kind::group) body = type.node(parent, Role::tbody);
        const NodeId row = type.node(body, Role::tr);
        std::size_t column = 0;
        for (const auto& source : table.rows[r].cells) {
            while (column < taken.size() && taken[column] > 0) ++column;
            if (column >= taken.size()) break;
            const auto columns = std::min<std::size_t>(static_cast<std::size_t>(source.colspan), taken.size() - column);
            const auto rows = std::min<std::size_t>(static_cast<std::size_t>(source.rowspan), table.rows.size() - r);
            cells.push_back(place_cell(type, table, row, {&source, r, column, rows, columns}));
            for (std::size_t i = 0; i < columns; ++i) taken[column + i] = rows;
            column += columns;
        }
        for (auto& t : taken)
            if (t > 0) --t;
    }
    if (table.rows.empty()) type.node(parent, Role::tbody);
    name_headers(type, table, cells, heads);
    return cells;
}

ColumnPlan plan_columns(const Typesetter& type, const content::Table& table, const std::vector<GridCell>& cells,
                        const std::vector<ShapedText>& heads, double width, diag::Span span) {
    const double usual = type.theme.table.pad_x;
    const double pads = 2 * type.theme.table.pad_x, em = type.theme.style(Style::table_cell).size;
    std::vector<Wish> wishes(table.columns.size());
    for (std::size_t i = 0; i < heads.size(); ++i) widen(wishes[i], heads[i], em);
    for (const auto& cell : cells)
        if (cell.columns == 1) {
            widen(wishes[cell.column], cell.text, em);
            if (table.columns[cell.column].align == content::Align::decimal)
                widen_point(wishes[cell.column], cell.text);
        }
    for (const auto& cell : cells)
        if (cell.columns > 1 && table.rows[cell.row].kind != Kind::group) widen_span(wishes, cell, pads, em);
    double tight = 0, least = 0;
    for (const auto& wish : wishes) tight += wish.tight, least += wish.least;
    const double columns = static_cast<double>(wishes.size()), least_pad = std::min(kLeastPad, usual);
    const double pad = std::clamp((width - least) / (2 * columns), least_pad, usual);
    ColumnPlan plan{{}, pad, tight + 2 * least_pad * columns <= width};
    if (!plan.fits) report_too_wide(type, table, span);
    const bool weighted = std::ranges::any_of(table.columns, [](const auto& c) { return c.width.has_value(); });
    plan.widths =
        weighted && plan.fits ? by_weight(table, wishes, 2 * plan.pad, width) : by_wish(wishes, 2 * plan.pad, width);
    return plan;
}

}  // namespace zheye::layout
