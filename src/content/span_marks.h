// The marks that stand in braces behind bracketed text, `[屈原]{专名}`: what they are called and what they ask for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::content {

enum class SpanMark : unsigned char {
    dots,
    proper_name,
    work_title,
    underline,
    highlight,
    superscript,
    subscript,
    fraction,
    upright,
    note,
    language
};

[[nodiscard]] std::optional<SpanMark> find_span_mark(std::string_view name);
/// All names in both languages, for hints.
[[nodiscard]] std::vector<std::string> span_mark_names();
/// What stands between blanks and commas of either width.
[[nodiscard]] std::vector<std::string_view> words_in(std::string_view list);

}  // namespace zheye::content
