// Characters that are written in only one of the two ways of writing Chinese. Those good in both (后 里 干 着 乾 …) are
// not among them.
#pragma once

#include <string>

namespace zheye::content {

/// The simplified form of a character that has no place in simplified text; empty for all others.
[[nodiscard]] std::u32string simplified_for(char32_t traditional);
/// The traditional forms, the usual one first, of a character that has no place in traditional text; else empty.
[[nodiscard]] std::u32string traditional_for(char32_t simplified);

}  // namespace zheye::content
