// What of a language tag (BCP 47) matters to the setting of text. Must not know text or fonts.
#pragma once

#include <string_view>

namespace zheye::text {

/// Chinese or Japanese written in characters: ambiguous marks have their wide forms (P3), Latin stands apart (M1).
[[nodiscard]] bool is_han_language(std::string_view tag);
/// Chinese in traditional characters, as in Taiwan and Hong Kong.
[[nodiscard]] bool is_traditional_chinese(std::string_view tag);
[[nodiscard]] bool is_japanese(std::string_view tag);
[[nodiscard]] bool is_korean(std::string_view tag);

}  // namespace zheye::text
