// Charts of the file → their values: where the numbers come from, whether they go together, what is marked in them.
#pragma once

#include "content/context.h"
#include "content/document.h"

#include <optional>

namespace zheye::content {

/// Nothing if the data are no good, which is reported.
[[nodiscard]] std::optional<Chart> read_chart(const yaml::Node& mapping, const Context&);

}  // namespace zheye::content
