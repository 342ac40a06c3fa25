// A Node tree → bytes that are the same for equal trees, wherever they stand in a file: to compare and to hash them.
#pragma once

#include "yaml/node.h"

#include <string>

namespace zheye::yaml {

/// Everything but places.
void append_tree_text(const Node&, std::string& bytes);
void append_entry_text(const Entry&, std::string& bytes);
/// Of these bytes.
[[nodiscard]] Hash128 tree_hash(const Node&);
/// All places of a tree, and with its hash everything that is known of it.
void add_places(Fingerprint&, const Node&);

}  // namespace zheye::yaml
