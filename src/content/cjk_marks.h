// The marks of Chinese by what they do in a sentence, for proofreading.
#pragma once

#include <string_view>

namespace zheye::content {

inline constexpr std::u32string_view kStops = U"，、；：。！？";
inline constexpr std::u32string_view kClosingBrackets = U"》〉）】〕」』］";
inline constexpr std::u32string_view kClosing = U"》〉）】〕」』］”’％";
inline constexpr std::u32string_view kOpening = U"《〈（【〔「『［";
inline constexpr std::u32string_view kBlank = U" \t　\u00A0";

[[nodiscard]] constexpr bool is_one_of(char32_t c, std::u32string_view marks) {
    return c != 0 && marks.find(c) != std::u32string_view::npos;
}

}  // namespace zheye::content
