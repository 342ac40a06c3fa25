// Where a line may end: UAX #14 corrected by the table of classes (B1–B4). Must not know widths.
#pragma once

#include "text/paragraph_impl.h"

#include <vector>

namespace zheye::text {

/// Where the breaks between characters that no rule of the table decides come from. `automatic` asks ICU only for
/// text that plain rules do not cover; `icu` always does (for the test that both agree).
enum class BreakSource : std::uint8_t { automatic, icu };

/// Whether `automatic` does without ICU.
[[nodiscard]] bool is_covered_by_plain_rules(const Paragraph::Impl&);
/// Sets break_before of the clusters; needs units.
void find_breaks(Paragraph::Impl&, BreakSource = BreakSource::automatic);

}  // namespace zheye::text
