// Scalars → numbers, choices, dates, sizes. Each takes a scalar node, reports what is no good and gives nothing then.
#pragma once

#include "base/geometry.h"
#include "content/document.h"
#include "content/fields.h"
#include "content/schema.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <optional>
#include <string>
#include <string_view>

namespace zheye::content {

/// true, false and the Chinese words for them.
[[nodiscard]] std::optional<bool> read_flag(const yaml::Node&, diag::Diagnostics&);
/// The English name of the choice.
[[nodiscard]] std::optional<std::string_view> read_choice(const yaml::Node&, std::span<const Choice>,
                                                          diag::Diagnostics&);
[[nodiscard]] std::optional<int> read_count(const yaml::Node&, int least, int most, diag::Diagnostics&);
/// Horizontal if nothing is said.
[[nodiscard]] Direction read_direction(const Fields&, diag::Diagnostics&);
/// A number above zero.
[[nodiscard]] std::optional<double> read_positive(const yaml::Node&, diag::Diagnostics&);
/// YYYY, YYYY-MM or YYYY-MM-DD, a day that there is.
[[nodiscard]] std::optional<std::string> read_date(const yaml::Node&, diag::Diagnostics&);
struct Paper {
    Size size;           ///< pt
    bool named = false;  ///< by a name that says nothing of how it lies; it is given standing
};
/// A name, or width x height.
[[nodiscard]] std::optional<Paper> read_size(const yaml::Node&, diag::Diagnostics&);
/// In points: metres, or any length.
[[nodiscard]] std::optional<double> read_distance(const yaml::Node&, diag::Diagnostics&);
/// A BCP 47 tag.
[[nodiscard]] std::optional<std::string> read_language(const yaml::Node&, diag::Diagnostics&);
/// Plain text; lines joined as in running text.
[[nodiscard]] std::string read_plain(const yaml::Node&);

}  // namespace zheye::content
