// What the readers of the parts of a brochure share during one reading.
#pragma once

#include "base/file_system.h"
#include "content/facts.h"
#include "content/fields.h"
#include "content/inline.h"
#include "content/memory.h"
#include "content/proofreading.h"
#include "diag/diagnostic.h"

#include <string>
#include <string_view>

namespace zheye::content {

struct Context {
    const FileSystem& files;
    const std::string& folder;  ///< of the brochure's file
    diag::Diagnostics& diagnostics;
    const FactBook& facts;
    const Proofreading& proofreading;
    Memory* memory = nullptr;  ///< of the last time

    [[nodiscard]] Folder in_folder() const { return {files, folder, diagnostics}; }
    /// The text behind a key; empty if there is none.
    [[nodiscard]] RichText rich(const Fields& fields, std::string_view key) const {
        const auto* node = fields[key];
        return node == nullptr ? RichText{} : read_rich(*node, *this);
    }
    /// The same on a cover, which has no place for footnotes.
    [[nodiscard]] RichText cover_text(const Fields& fields, std::string_view key) const {
        auto text = rich(fields, key);
        for (const auto& run : text)
            if (!run.note.empty())
                diagnostics.error("note-place", run.span, {"封面上不能有注", "there can be no note on a cover"},
                                  {{"把注写到正文里", "write it in the text"}});
        return text;
    }
    /// An item of a list that has to be text.
    [[nodiscard]] RichText rich_item(const yaml::Node& node, const diag::Message& name) const {
        return has_item_form(node, kScalar, name, diagnostics) ? read_rich(node, *this) : RichText{};
    }
};

}  // namespace zheye::content
