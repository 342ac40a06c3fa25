// Themes have parts that hold for one form or one shape of page only (`forms:`, `shapes:`): which of them apply, and
// laying them over the rest.
#pragma once

#include "base/geometry.h"
#include "content/document.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <optional>
#include <string_view>

namespace zheye::theme {

/// Names of the parts that apply; empty: none.
struct Layers {
    std::string_view shape, size, form;
    friend bool operator==(const Layers&, const Layers&) = default;
};

/// `own`: the theme's page, for a document that says nothing of its size. Of what is folded the page is a sheet, and of
/// a poster the size is no matter: there only the form, or the form and the proportion, count.
[[nodiscard]] Layers layers_for(content::Form, const content::PageSetup& wish, std::optional<Size> own);
/// The page, or the panel, that a reader sees; `own`: the theme's page.
[[nodiscard]] Size page_for(content::Form, const content::PageSetup& wish, Size own);
/// What a theme's tree says of its page; nothing if it cannot be read.
[[nodiscard]] std::optional<Size> page_size(const yaml::Node& theme);

/// Mappings are merged key by key; anything else of `over` takes the place of what was there.
void lay_over(yaml::Node& under, const yaml::Node& over);
/// Takes `forms` and `shapes` out of the tree, and lays those that apply over it: shape, size, form. Unknown names are
/// reported.
void apply_layers(yaml::Node& theme, const Layers&, diag::Diagnostics&);

}  // namespace zheye::theme
