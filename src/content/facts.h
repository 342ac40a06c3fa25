// The facts of a brochure, found by id. Must not know how a fact is shown.
#pragma once

#include "content/document.h"
#include "content/folder.h"
#include "content/proofreading.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zheye::content {

class FactBook {
public:
    /// Reads the value of `facts:`. A fact with a mistake is known, so that its uses are not reported as well.
    static FactBook read(const yaml::Node& mapping, const Proofreading&, const Folder&);

    /// Null if there is none of that id.
    [[nodiscard]] const Fact* find(std::string_view id) const;
    [[nodiscard]] const std::vector<Fact>& all() const { return facts_; }
    /// The ids of those that were found so far.
    [[nodiscard]] std::set<std::string> used() const;
    /// The same as numbers in all(), every time that one was found.
    [[nodiscard]] const std::vector<std::size_t>& found() const { return found_; }
    /// What a fact was read from; as long as the mapping is there.
    [[nodiscard]] const yaml::Entry& source(std::size_t number) const { return mapping_->entries[number]; }
    /// Reports that there is no fact `id` at `span`, with the nearest id or name.
    void report_unknown(std::string_view id, diag::Span, diag::Diagnostics&) const;

private:
    std::vector<Fact> facts_;
    std::unordered_map<std::string, std::size_t> by_id_;
    const yaml::Node* mapping_ = nullptr;
    mutable std::vector<std::size_t> found_;  ///< a book belongs to one reading and is not shared
};

}  // namespace zheye::content
