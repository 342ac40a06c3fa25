// A table of places, as CSV or as a list in YAML → rows of cells that know where they stand.
#pragma once

#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "yaml/node.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::project {

struct Cell {
    std::string column;
    std::string text;
    diag::Span span;
    std::vector<yaml::Node::Piece> pieces;  ///< see Node; of the file of `span`
};

struct Row {
    std::vector<Cell> cells;
    diag::Span span;
    /// Null if the row has no such column.
    [[nodiscard]] const Cell* find(std::string_view column) const;
};

struct Table {
    std::vector<std::string> columns;  ///< in order of their first use
    std::vector<Row> rows;
};

/// RFC 4180: fields parted by commas, in double quotes where they hold commas, quotes (doubled) or line ends. The first
/// row names the columns. Blanks around a field that is not quoted do not count; empty rows are skipped. Mistakes are
/// reported at their line and column.
[[nodiscard]] diag::Result<Table> read_csv(std::uint32_t source, const diag::Sources&, diag::Diagnostics&);

/// A list of mappings, each a row.
[[nodiscard]] diag::Result<Table> read_rows(const yaml::Node& list, diag::Diagnostics&);

}  // namespace zheye::project
