// Readings (D3): shaped, set above the clusters of their bases or in columns at their right, and the room that they
// take: from the gaps beside them, or after their bases. Must not know lines.
#pragma once

#include "text/paragraph_impl.h"

namespace zheye::text {

/// Needs clusters and gaps; before the gaps are summed up. A base becomes a unit (B4) that no line parts.
void set_ruby(std::span<const StyledRun>, const font::FontBook&, Paragraph::Impl&, diag::Diagnostics&);

/// pt by which the reading above this cluster, if there is one, stands out of its base at either side.
[[nodiscard]] double standout(const Paragraph::Impl&, std::uint32_t cluster);

}  // namespace zheye::text
