// A mapping of the file → its known keys. Everything that can be wrong with keys is reported here, once for all
// readers.
#pragma once

#include "content/schema.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zheye::content {

class Fields {
public:
    /// Reports keys that are unknown, given twice under two names, missing, empty though required, or of a wrong form.
    /// The group and the node must outlive this.
    Fields(const yaml::Node& mapping, const Group&, diag::Diagnostics&);
    /// The value of a key by its English name; null if it is not there or was reported.
    [[nodiscard]] const yaml::Node* operator[](std::string_view key) const;
    /// Whether the writer gave the key at all, rightly or wrongly.
    [[nodiscard]] bool has(std::string_view key) const;
    /// The writer's own word for the key and where it stands; unknown if not given.
    [[nodiscard]] diag::Span key_span(std::string_view key) const;

private:
    struct Field {
        const Key* key;
        const yaml::Entry* entry;
        bool is_good;
    };
    void take(const yaml::Entry&, const Group&, diag::Diagnostics&);
    void report_missing(const yaml::Node& mapping, const Group&, diag::Diagnostics&) const;
    [[nodiscard]] const Field* find(std::string_view key) const;

    std::vector<Field> fields_;
    std::vector<const Key*> meant_;  ///< what mistyped keys were taken for: not missed as well
};

/// Whether `node` has one of the forms; reports it if not. `name` is the key or the thing in both languages.
/// A broken node is no good, and silent; so is null, which the caller judges.
[[nodiscard]] bool has_form(const yaml::Node&, unsigned forms, const diag::Message& name, diag::Diagnostics&);

/// The same for an item of a list, where nothing is reported as well.
[[nodiscard]] bool has_item_form(const yaml::Node&, unsigned forms, const diag::Message& name, diag::Diagnostics&);

/// "title" → “title” in both languages.
[[nodiscard]] diag::Message quoted(std::string_view name);

/// “title”（标题） for the writer of Chinese, “title” for the other.
[[nodiscard]] diag::Message display(const Key&);

/// The key that a mistyped name is most likely meant to be; null if none is near.
[[nodiscard]] const Key* nearest_key(std::string_view name, const Group&);
/// Hint with the nearest key of the group, or with all of them where none is near.
[[nodiscard]] std::vector<diag::Message> key_hints(std::string_view name, const Group&);

/// Hint with the nearest of the names, or with all of them where they are few and none is near.
[[nodiscard]] std::vector<diag::Message> hints_for(std::string_view name, const std::vector<std::string>& known);

}  // namespace zheye::content
