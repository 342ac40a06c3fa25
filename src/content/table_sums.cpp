#include "content/table_sums.h"

#include "content/lines.h"
#include "content/table_columns.h"

#include <algorithm>
#include <array>

namespace zheye::content {

namespace {

/// In the title of a column whose figures nobody adds up.
constexpr std::array<std::string_view, 18> kNotAdded{"率",   "比",   "均",   "增长", "增幅", "增速",
                                                     "增减", "幅度", "指数", "名次", "排名", "序号",
                                                     "单价", "价格", "%",    "％",   "‰",    "年份"};
constexpr std::array<std::string_view, 2> kPartOfOthers{"其中", "of which"};

bool is_part_of_others(const TableRow& row) {
    if (row.cells.empty()) return false;
    const auto name = plain_text(row.cells.front().text);
    return std::ranges::any_of(kPartOfOthers, [&](auto word) { return trimmed(name).starts_with(word); });
}

bool is_added(const TableColumn& column) {
    const auto title = plain_text(column.title);
    return std::ranges::none_of(kNotAdded, [&](auto word) { return title.find(word) != std::string::npos; });
}

/// A figure that stands for itself: no 约 and no 余, which cannot be added exactly.
std::optional<Quantity> plain_number(const TableCell& cell) {
    auto quantity = parse_quantity(plain_text(cell.text), {}, cell.span);
    if (!quantity || !parse_decimal(quantity->text) || quantity->base == "%" || quantity->base == "‰") return {};
    return quantity;
}

class Sum {
public:
    void add(const TableCell* cell) {
        if (cell != nullptr && is_no_value(plain_text(cell->text))) return;
        const auto number = cell == nullptr ? std::nullopt : plain_number(*cell);
        is_good_ = is_good_ && number && (count_ == 0 || number->base == base_);
        if (!is_good_) return;
        base_ = number->base;
        value_ = count_ == 0 ? number->value : value_ + number->value;  // as many places as the figures have
        is_rounded_ = is_rounded_ || number->text.find('.') != std::string::npos;
        finest_ = count_ == 0 ? number->value.exponent : std::min(finest_, number->value.exponent);
        ++count_;
    }
    /// Whether there is something to compare with the total.
    [[nodiscard]] bool goes_with(const Quantity& total) const { return is_good_ && count_ > 0 && total.base == base_; }
    /// Rounded figures may be off by half of their last place each.
    [[nodiscard]] bool is(const Quantity& total) const {
        auto off = value_ - total.value;
        if (off.digits < 0) off.digits = -off.digits;
        const bool rounded = is_rounded_ || total.text.find('.') != std::string::npos;
        const Decimal most{rounded ? 5 * (count_ + 1) : 0, std::min(finest_, total.value.exponent) - 1};
        return compare(off, most) <= 0;
    }
    [[nodiscard]] Decimal value() const { return value_; }

private:
    Decimal value_;
    std::string base_;
    int count_ = 0, finest_ = 0;
    bool is_good_ = true, is_rounded_ = false;
};

/// Sums go on below a total: a later one may be that of all rows.
struct Sums {
    Sum part, all;
    bool has_rows = false;  ///< since the last total or name
};

void check_total(const TableCell& cell, const Sums& sums, bool is_last, diag::Diagnostics& diagnostics) {
    const auto total = plain_number(cell);
    if (!total) return;
    const bool part = sums.part.goes_with(*total), all = sums.all.goes_with(*total);
    if ((part && sums.part.is(*total)) || (all && sums.all.is(*total))) return;
    const bool of_all = is_last || !sums.has_rows;
    if (!(of_all ? all : part)) return;
    const auto sum = to_string(shifted((of_all ? sums.all : sums.part).value(), -total->magnitude)) + total->unit;
    const auto given = total->text + total->unit;
    diagnostics.warning("total-sum", cell.span,
                        {"合计写的是" + given + "，上面各行加起来是" + sum,
                         "the total says " + given + ", the rows above add up to " + sum},
                        {{"已经算在别的行里的，行名以“其中”开头，就不再检查",
                          "begin the names of rows that are part of others with “of which”, then nothing is checked"}});
}

}  // namespace

void check_totals(const Table& table, diag::Diagnostics& diagnostics) {
    using Kind = TableRow::Kind;
    if (std::ranges::none_of(table.rows, [](const TableRow& row) { return row.kind == Kind::total; })) return;
    if (std::ranges::any_of(table.rows, is_part_of_others)) return;
    const auto grid = cells_by_column(table);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (!is_added(table.columns[column])) continue;
        Sums sums;
        for (std::size_t row = 0; row < grid.size(); ++row) {
            const auto* cell = grid[row][column];
            const auto kind = table.rows[row].kind;
            if (kind == Kind::plain) {
                sums.part.add(cell);
                sums.all.add(cell);
                sums.has_rows = true;
                continue;
            }
            if (kind == Kind::total && cell != nullptr) check_total(*cell, sums, row + 1 == grid.size(), diagnostics);
            sums.part = {};
            sums.has_rows = false;
        }
    }
}

}  // namespace zheye::content
