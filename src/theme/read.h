// The writer's choice of a theme → a Theme in which nothing is missing.
#pragma once

#include "base/file_system.h"
#include "content/document.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "theme/settings.h"
#include "theme/theme.h"
#include "yaml/node.h"

#include <string>
#include <string_view>

namespace zheye::theme {

/// The theme of a brochure that names none.
inline constexpr std::string_view kDefault = "vermilion";

struct Request {
    std::string themes_folder;   ///< of the themes that ship
    std::string content_folder;  ///< from which the path of an own theme is found
    content::Form form = content::Form::booklet;
    content::PageSetup page{};  ///< the writer's wishes
};

/// `choice` is null (the default theme), a name, a path of a YAML file, or a map of overrides with `base:`. A theme
/// file with `base:` takes everything it does not say from that theme. Unknown and missing settings are errors at their
/// place. What the theme says under `forms:` and `shapes:` for the form and the shape of the page is laid over the rest
/// of it. `record`, if there is one, takes down every setting that was asked for.
[[nodiscard]] diag::Result<Theme> read(const yaml::Node& choice, const Request&, const FileSystem&, diag::Sources&,
                                       diag::Diagnostics&, Record* record = nullptr);

}  // namespace zheye::theme
