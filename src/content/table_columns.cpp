#include "content/table_columns.h"

#include "content/quantity.h"

#include <algorithm>
#include <optional>
#include <string>

namespace zheye::content {

namespace {

using Cells = std::vector<std::vector<const TableCell*>>;

/// At least two, and nothing else but what stands for none.
bool has_figures(const Cells& grid, std::size_t column) {
    std::optional<std::string> unit;
    int count = 0;
    for (const auto& row : grid) {
        if (row[column] == nullptr) continue;
        const auto text = plain_text(row[column]->text);
        if (text.empty() || is_no_value(text)) continue;
        const auto figure = parse_quantity(text, {});
        if (!figure || (unit && *unit != figure->unit)) return false;
        unit = figure->unit;
        ++count;
    }
    return count > 1;
}

}  // namespace

Cells cells_by_column(const Table& table) {
    Cells grid;
    std::vector<int> taken(table.columns.size(), 0);
    for (const auto& row : table.rows) {
        auto& places = grid.emplace_back(table.columns.size(), nullptr);
        std::size_t at = 0;
        for (const auto& cell : row.cells) {
            while (at < taken.size() && taken[at] > 0) ++at;
            if (at < taken.size() && cell.colspan == 1 && cell.rowspan == 1) places[at] = &cell;
            for (int i = 0; i < cell.colspan && at < taken.size(); ++i, ++at) taken[at] = cell.rowspan;
        }
        for (auto& rows : taken) rows = std::max(0, rows - 1);
    }
    return grid;
}

void align_figures(Table& table, const std::vector<bool>& given) {
    const auto grid = cells_by_column(table);
    for (std::size_t column = 1; column < table.columns.size(); ++column)
        if (!given[column] && has_figures(grid, column)) table.columns[column].align = Align::decimal;
}

}  // namespace zheye::content
