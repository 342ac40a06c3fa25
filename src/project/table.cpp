// Bytes of a CSV file, or a YAML list → Table.
#include "project/table.h"

#include <algorithm>
#include <utility>

namespace zheye::project {

namespace {

std::string count(std::size_t number) { return std::to_string(number); }

/// Follows the bytes of one CSV file.
class CsvReader {
public:
    CsvReader(std::uint32_t source, std::string_view text, diag::Diagnostics& diagnostics)
        : source_(source), text_(text), diagnostics_(diagnostics) {}

    diag::Result<Table> read() {
        Table table;
        if (at_end()) return nothing();
        table.columns = read_head();
        while (!at_end()) {
            auto row = read_row();
            const bool is_empty = std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.text.empty(); });
            if (!is_empty && fits(row, table.columns)) table.rows.push_back(std::move(row));
        }
        if (failed_) return std::unexpected(diag::Failed{});
        if (table.rows.empty()) return nothing();
        return table;
    }

private:
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] bool at_line_end() const { return at_end() || text_[at_] == '\n' || text_[at_] == '\r'; }
    [[nodiscard]] diag::Span span(std::size_t begin, std::size_t end) const {
        return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    diag::Result<Table> nothing() {
        error("csv-empty", span(0, 0), {"表里没有行", "the table has no rows"},
              {{"第一行写各列的名字，下面一行一个地方", "name the columns in the first row, then one place a row"}});
        return std::unexpected(diag::Failed{});
    }

    void error(std::string code, diag::Span at, diag::Message message, std::vector<diag::Message> hints = {}) {
        failed_ = true;
        diagnostics_.error(std::move(code), at, std::move(message), std::move(hints));
    }

    std::vector<std::string> read_head() {
        const auto head = read_row();
        std::vector<std::string> columns;
        for (const auto& cell : head.cells) {
            if (cell.text.empty())
                error("csv-column", cell.span, {"这一列没有名字", "this column has no name"});
            else if (cell.text.find_first_of("{}|.*[]\\\n") != std::string::npos)
                error("csv-column", cell.span,
                      {"列的名字里不能有 . { } [ ] | * \\", "a column's name cannot hold . { } [ ] | * \\"});
            else if (std::ranges::find(columns, cell.text) != columns.end())
                error("csv-column", cell.span,
                      {"有两列都叫“" + cell.text + "”", "two columns are called “" + cell.text + "”"});
            columns.push_back(cell.text);
        }
        return columns;
    }

    bool fits(Row& row, const std::vector<std::string>& columns) {
        if (row.cells.size() != columns.size()) {
            error("csv-row", row.span,
                  {"这一行有 " + count(row.cells.size()) + " 格，第一行有 " + count(columns.size()) + " 格",
                   "this row has " + count(row.cells.size()) + " fields, the first has " + count(columns.size())},
                  {{"一格里有逗号，就给这一格加英文双引号", "put a field that holds a comma into double quotes"}});
            return false;
        }
        for (std::size_t i = 0; i < columns.size(); ++i) row.cells[i].column = columns[i];
        return true;
    }

    Row read_row() {
        Row row;
        const auto begin = at_;
        do row.cells.push_back(read_cell());
        while (take(','));
        row.span = span(begin, at_);
        static_cast<void>(take('\r'));
        static_cast<void>(take('\n'));
        return row;
    }

    bool take(char c) {
        if (at_end() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    void skip_blanks() {
        while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }

    Cell read_cell() {
        skip_blanks();
        if (!at_end() && text_[at_] == '"') return read_quoted();
        const auto begin = at_;
        while (!at_line_end() && text_[at_] != ',') ++at_;
        auto end = at_;
        while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
        Cell cell{{}, std::string(text_.substr(begin, end - begin)), span(begin, end), {}};
        cell.pieces.push_back({0, cell.span.begin});
        return cell;
    }

    /// What follows in the text stands from `at` on in the file.
    static void add_piece(Cell& cell, std::size_t at) {
        const auto value = static_cast<std::uint32_t>(cell.text.size());
        if (!cell.pieces.empty() && cell.pieces.back().value == value) cell.pieces.pop_back();
        cell.pieces.push_back({value, static_cast<std::uint32_t>(at)});
    }

    Cell read_quoted() {
        const auto begin = at_++;
        Cell cell;
        add_piece(cell, at_);
        while (!at_end()) {
            if (text_[at_] == '"') {
                const auto quote = at_++;
                if (!take('"')) return close(std::move(cell), begin);
                add_piece(cell, quote);  // one character of the text is two in the file
                cell.text += '"';
                add_piece(cell, at_);
            } else if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') {
                add_piece(cell, ++at_);
            } else {
                cell.text += text_[at_++];
            }
        }
        error("csv-quote", span(begin, begin + 1), {"这个引号没有配对的引号", "this quote is not closed"});
        cell.span = span(begin, at_);
        return cell;
    }

    Cell close(Cell cell, std::size_t begin) {
        cell.span = span(begin, at_);
        skip_blanks();
        const auto stray = at_;
        while (!at_line_end() && text_[at_] != ',') ++at_;
        if (at_ > stray)
            error("csv-quote", span(stray, at_),
                  {"引号后面要是逗号或换行", "after a quote a comma or a line end is wanted"},
                  {{"一格里的英文双引号要写两个：\"\"", "double the quotes inside of a field: \"\""}});
        return cell;
    }

    std::uint32_t source_;
    std::string_view text_;
    diag::Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

/// A list or a mapping has no place in a cell.
bool take_cell(const yaml::Entry& entry, Row& row, diag::Diagnostics& diagnostics) {
    const auto& value = entry.value;
    if (!value.is_scalar() && !value.is_null()) {
        diagnostics.error(
            "table-cell", value.span,
            {"“" + entry.key + "”要写成一段文字或一个数", "“" + entry.key + "” is to be a text or a number"});
        return false;
    }
    row.cells.push_back({entry.key, value.text, value.is_null() ? entry.key_span : value.span, value.pieces});
    return !value.is_broken;
}

}  // namespace

const Cell* Row::find(std::string_view column) const {
    const auto at = std::ranges::find(cells, column, &Cell::column);
    return at == cells.end() ? nullptr : &*at;
}

diag::Result<Table> read_csv(std::uint32_t source, const diag::Sources& sources, diag::Diagnostics& diagnostics) {
    return CsvReader(source, sources.text(source), diagnostics).read();
}

diag::Result<Table> read_rows(const yaml::Node& list, diag::Diagnostics& diagnostics) {
    Table table;
    bool good = true;
    for (const auto& item : list.items) {
        if (!item.is_mapping()) {
            if (!item.is_broken)
                diagnostics.error("table-row", item.span,
                                  {"一行写成{列: 值, 列: 值}", "a row is {column: value, column: value}"});
            good = false;
            continue;
        }
        Row row{{}, item.span};
        for (const auto& entry : item.entries) {
            good = take_cell(entry, row, diagnostics) && good;
            if (std::ranges::find(table.columns, entry.key) == table.columns.end()) table.columns.push_back(entry.key);
        }
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty() && good && !list.is_broken) {
        diagnostics.error("table-row", list.span, {"表里没有行", "the table has no rows"});
        good = false;
    }
    if (!good) return std::unexpected(diag::Failed{});
    return table;
}

}  // namespace zheye::project
