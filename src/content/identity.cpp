// Tree → hash. Only facts can be left out: everything else in the file has its place on the pages or in the metadata.
#include "content/identity.h"

#include "content/fields.h"
#include "content/schema.h"
#include "yaml/tree_text.h"

#include <string>

namespace zheye::content {

Hash128 identity(const yaml::Node& root, const Brochure& brochure) {
    const auto* const facts = find_key(group("brochure"), "facts");
    std::string bytes;
    for (const auto& entry : root.entries) {
        if (find_key(group("brochure"), entry.key) != facts || !entry.value.is_mapping()) {
            yaml::append_entry_text(entry, bytes);
            continue;
        }
        bytes += "facts";
        for (const auto& fact : entry.value.entries)
            if (brochure.used_facts.contains(fact.key)) yaml::append_entry_text(fact, bytes);
    }
    return hash128(bytes);
}

}  // namespace zheye::content
