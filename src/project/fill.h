// A template's tree and a row → the tree of one brochure: {place.COLUMN} gives way to what stands in the row, as if the
// writer had typed it there. Places lead to the template and to the table.
#pragma once

#include "diag/diagnostic.h"
#include "project/table.h"
#include "yaml/node.h"

#include <cstdint>
#include <string>

namespace zheye::project {

struct Filling {
    const Table& table;
    const Row& row;
    std::string name;           ///< what the row is called in the template: place
    std::uint32_t sources = 0;  ///< by how much the numbers of sources are higher than in tree and table
};

/// Reports columns that the table does not have, with the nearest, and cells that the row lacks.
void fill(yaml::Node& tree, const Filling&, diag::Diagnostics&);

}  // namespace zheye::project
