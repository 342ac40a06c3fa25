// Reads columns and rows, then lays the cells onto the grid to see that none is missing, spare or overlapping.
#include "content/table.h"

#include "content/table_columns.h"
#include "content/table_sums.h"
#include "content/values.h"

#include <algorithm>

namespace zheye::content {

namespace {

/// No brochure's table has more columns; keeps the check of spans small.
constexpr int kMostColumns = 64;
constexpr int kMostRows = 10'000;

Align align_of(std::string_view name) {
    if (name == "center") return Align::centre;
    if (name == "right") return Align::right;
    return name == "decimal" ? Align::decimal : Align::left;
}

TableColumn read_column(const yaml::Node& node, const Context& context) {
    TableColumn column;
    if (node.is_null()) return column;  // a column without a title, as the first one often is
    if (!has_form(node, kScalar | kMapping, {"表格的列", "a table column"}, context.diagnostics)) return column;
    if (node.is_scalar()) {
        column.title = read_rich(node, context);
        return column;
    }
    const Fields fields(node, group("column"), context.diagnostics);
    column.title = context.rich(fields, "title");
    if (const auto* align = fields["align"])
        column.align = align_of(
            read_choice(*align, find_key(group("column"), "align")->choices, context.diagnostics).value_or("left"));
    if (const auto* width = fields["width"]) column.width = read_positive(*width, context.diagnostics);
    return column;
}

bool says_alignment(const yaml::Node& column) {
    return std::ranges::any_of(column.entries, [](const yaml::Entry& entry) {
        const auto* const key = find_key(group("column"), entry.key);
        return key != nullptr && key->name == "align";
    });
}

/// `has_bad_span` is set where a span was refused: then the row cannot be counted.
TableCell read_cell(const yaml::Node& node, int columns, int rows_left, bool& has_bad_span, const Context& context) {
    TableCell cell;
    cell.span = node.span;
    if (node.is_null()) return cell;
    if (!has_form(node, kScalar | kMapping, {"单元格", "a table cell"}, context.diagnostics)) return cell;
    if (node.is_scalar()) {
        cell.text = read_rich(node, context);
        return cell;
    }
    const Fields fields(node, group("cell"), context.diagnostics);
    cell.text = context.rich(fields, "text");
    const auto read_span = [&](std::string_view key, int most) {
        const auto* span = fields[key];
        if (span == nullptr) return 1;
        const auto count = read_count(*span, 1, most, context.diagnostics);
        has_bad_span = has_bad_span || !count;
        return count.value_or(1);
    };
    cell.colspan = read_span("colspan", columns);
    cell.rowspan = read_span("rowspan", rows_left);
    return cell;
}

/// The grid as far as it is filled: for each column, how many rows of it are taken from the current row on.
class Grid {
public:
    explicit Grid(int columns) : taken_(static_cast<std::size_t>(columns), 0) {}

    void check_row(const TableRow& row, Span place, diag::Diagnostics& diagnostics) {
        const auto wanted = std::ranges::count(taken_, 0);
        std::size_t at = 0;
        long covered = 0;
        for (const auto& cell : row.cells) {
            while (at < taken_.size() && taken_[at] > 0) ++at;
            covered += cell.colspan;
            if (covered <= wanted && !put(cell, at)) report_overlap(cell, diagnostics);
        }
        if (covered != wanted && row.kind == TableRow::Kind::group)
            report_cut_group(place, diagnostics);
        else if (covered != wanted)
            report_count(row.cells, place, covered, wanted, diagnostics);
        for (auto& rows : taken_) rows = std::max(0, rows - 1);
    }

private:
    bool put(const TableCell& cell, std::size_t& at) {
        const auto end = std::min(taken_.size(), at + static_cast<std::size_t>(cell.colspan));
        bool is_free = end == at + static_cast<std::size_t>(cell.colspan);
        for (; at < end; ++at) {
            is_free = is_free && taken_[at] == 0;
            taken_[at] = std::max(taken_[at], cell.rowspan);
        }
        return is_free;
    }

    static void report_overlap(const TableCell& cell, diag::Diagnostics& diagnostics) {
        diagnostics.error(
            "cell-overlap", cell.span,
            {"这个单元格跨到了上面跨行单元格的位置", "this cell runs into one that spans rows from above"});
    }

    static void report_cut_group(Span place, diag::Diagnostics& diagnostics) {
        diagnostics.error(
            "cell-overlap", place,
            {"上面跨行的单元格伸到了这一组的名称里", "a cell that spans rows from above runs into this group's name"},
            {{"跨行的单元格要在一组之内结束", "a cell over several rows must end within its group"}});
    }

    void report_count(const std::vector<TableCell>& row, Span place, long covered, long wanted,
                      diag::Diagnostics& diagnostics) const {
        const auto columns = std::to_string(taken_.size()), free = std::to_string(wanted);
        const bool is_partly_taken = wanted != static_cast<long>(taken_.size());
        std::vector<diag::Message> hints;
        if (is_partly_taken)
            hints.push_back(
                {"有" + std::to_string(static_cast<long>(taken_.size()) - wanted) + "列被上面跨行的单元格占着",
                 std::to_string(static_cast<long>(taken_.size()) - wanted) +
                     " of the columns are taken by cells that span rows from above"});
        if (covered < wanted) {
            hints.push_back({"空单元格写\"\"，跨列写{text: …, colspan: 2}",
                             "write \"\" for an empty cell, {text: …, colspan: 2} to span"});
        } else {
            hints.push_back({"文字里有半角逗号时，要放进引号", "text with a comma in it must be put into quotes"});
            place = row.back().span;
        }
        diagnostics.error("cell-count", place,
                          {"表格有" + columns + "列，这一行要填" + free + "列，却填了" + std::to_string(covered) + "列",
                           "the table has " + columns + " columns; this row has to fill " + free +
                               " of them and fills " + std::to_string(covered)},
                          std::move(hints));
    }

    std::vector<int> taken_;
};

/// Reads the rows one after another, keeping account of the grid.
class RowReader {
public:
    RowReader(int columns, Table& table, const Context& context)
        : columns_(columns), grid_(columns), table_(table), context_(context) {}

    void read(const yaml::Node& rows) {
        for (std::size_t i = 0; i < rows.items.size(); ++i) {
            rows_left_ = static_cast<int>(std::min<std::size_t>(rows.items.size() - i, kMostRows));
            const auto& node = rows.items[i];
            auto& row = table_.rows.emplace_back();
            const bool is_row = has_item_form(node, kList | kMapping, {"表格的一行", "a table row"}, diagnostics());
            is_countable_ =
                is_row && (node.is_mapping() ? read_named(node, row) : read_cells(node, row)) && is_countable_;
            if (!is_countable_) continue;
            if (row.kind == TableRow::Kind::group) check_heads_rows(rows, i);
            grid_.check_row(row, node.span, diagnostics());
        }
    }

private:
    /// Whether its cells can be counted.
    bool read_cells(const yaml::Node& list, TableRow& row) {
        bool has_bad_span = false;
        for (const auto& cell : list.items)
            row.cells.push_back(read_cell(cell, columns_, rows_left_, has_bad_span, context_));
        return !has_bad_span;
    }

    /// A group's name or a total.
    bool read_named(const yaml::Node& node, TableRow& row) {
        const Fields fields(node, group("row"), diagnostics());
        if (fields.has("group") == fields.has("total")) {
            diagnostics().error(
                "row-kind", node.span,
                {"一行要么是单元格的列表，要么是“组”，要么是“合计”",
                 "a row is a list of cells, or a “group”, or a “total”"},
                {{"[甲, 1]，{组: 名称}，{合计: [合计, 1]}", "[one, 1], {group: name}, {total: [Total, 1]}"}});
            return false;
        }
        if (const auto* total = fields["total"]) {
            row.kind = TableRow::Kind::total;
            return read_cells(*total, row);
        }
        const auto* name = fields["group"];
        if (name == nullptr) return false;
        row.kind = TableRow::Kind::group;
        row.cells.push_back({read_rich(*name, context_), columns_, 1, name->span});
        return true;
    }

    void check_heads_rows(const yaml::Node& rows, std::size_t i) {
        if (i + 1 < rows.items.size() && !has_group_name(rows.items[i + 1])) return;
        diagnostics().warning("empty-group", rows.items[i].span,
                              {"这一组下面没有行", "there are no rows in this group"});
    }

    static bool has_group_name(const yaml::Node& row) {
        return std::ranges::any_of(row.entries, [](const yaml::Entry& entry) {
            const auto* const key = find_key(group("row"), entry.key);
            return key != nullptr && key->name == "group";
        });
    }

    [[nodiscard]] diag::Diagnostics& diagnostics() const { return context_.diagnostics; }

    int columns_;
    int rows_left_ = 0;
    Grid grid_;
    bool is_countable_ = true;  ///< until a row is no row, or a span no number
    Table& table_;
    const Context& context_;
};

}  // namespace

Table read_table(const yaml::Node& node, const Context& context) {
    Table table;
    const Fields fields(node, group("table"), context.diagnostics);
    table.caption = context.rich(fields, "caption");
    table.note = context.rich(fields, "note");
    const auto* columns = fields["columns"];
    if (columns == nullptr) return table;
    std::vector<bool> aligned;
    for (const auto& column : columns->items) {
        table.columns.push_back(read_column(column, context));
        aligned.push_back(says_alignment(column));
    }
    if (table.columns.empty() || table.columns.size() > kMostColumns) {
        context.diagnostics.error("bad-value", columns->span, {"表格要有1到64列", "a table has from 1 to 64 columns"});
        return table;
    }
    const auto* rows = fields["rows"];
    if (rows == nullptr) return table;
    RowReader(static_cast<int>(table.columns.size()), table, context).read(*rows);
    align_figures(table, aligned);
    check_totals(table, context.diagnostics);
    return table;
}

}  // namespace zheye::content
