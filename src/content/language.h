// Languages as writers name them → BCP 47 tags.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zheye::content {

/// A Chinese name (英文, 日语, 繁体中文 …) or any well-formed tag.
[[nodiscard]] std::optional<std::string> language_tag(std::string_view);
/// Whether a word that may be something else is meant as a language: a name, or a tag of a language with a two-letter
/// code (ISO 639-1).
[[nodiscard]] bool is_common_language(std::string_view);

}  // namespace zheye::content
