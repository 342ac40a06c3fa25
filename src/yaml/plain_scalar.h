// What a text without quotes holds, or loses, against its writer's mind.
#pragma once

#include "diag/diagnostic.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace zheye::yaml {

/// A line of the text in bytes [begin, end) of `source` that begins with a full-width dash: it was meant as an item.
void report_wide_dashes(diag::Span text, std::string_view source, diag::Diagnostics&);
/// A comment behind byte `at` that looks like text: with a letter, a figure or Han right behind its #.
void report_comment(std::uint32_t source, std::string_view text, std::size_t at, diag::Diagnostics&);
/// A comma without a space in the middle of a number, which has parted a text in brackets before byte `at`: “3,204” is
/// two. True: it was an error, for there are more than figures, or a key; pairs of bare figures are only warned of.
bool report_number_comma(std::uint32_t source, std::string_view text, std::size_t at, bool is_key, diag::Diagnostics&);
/// The hyphen of an item that has nothing but a comment, which ends before byte `at`, more comments between them.
[[nodiscard]] std::optional<std::size_t> item_of_comment(std::string_view text, std::size_t at);
/// Whether a line that begins here was meant as an item of a list.
[[nodiscard]] bool is_wide_item(std::string_view line);

}  // namespace zheye::yaml
