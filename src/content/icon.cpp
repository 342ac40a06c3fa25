#include "content/icon.h"

#include "base/nearest.h"
#include "content/keys_icons.h"
#include "content/picture.h"

#include <vector>

namespace zheye::content {

std::string read_icon(const Fields& fields, const Folder& folder) {
    auto& diagnostics = folder.diagnostics;
    const auto* node = fields["icon"];
    if (node == nullptr) return {};
    if (const auto* choice = find_choice(keys::kIcons, node->text)) return std::string(choice->name);
    if (node->text.ends_with(".svg")) return read_picture_path(*node, folder);
    std::vector<std::string> names;
    for (const auto& choice : keys::kIcons) each_name(choice, [&](std::string_view name) { names.emplace_back(name); });
    std::vector<diag::Message> hints;
    if (const auto near = nearest(node->text, names))
        hints.push_back({"是不是“" + *near + "”？", "did you mean “" + *near + "”?"});
    else
        hints.push_back({"docs/icons.md 有全部图标；自己的图标写 SVG 文件",
                         "docs/icons.md has all of them; one's own is an SVG file"});
    diagnostics.error("unknown-icon", node->span,
                      {"没有“" + node->text + "”这个图标", "there is no icon “" + node->text + "”"}, std::move(hints));
    return {};
}

}  // namespace zheye::content
