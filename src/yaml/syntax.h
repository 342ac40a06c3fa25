// What the parser says about broken YAML → what the writer is told. Must not know the parser's types.
#pragma once

#include "diag/diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace zheye::yaml {

/// What had begun when the parser gave up.
struct Unfinished {
    std::optional<std::size_t> bracket;  ///< the innermost open [ or {
    std::size_t last_end = 0;            ///< where the last whole scalar ends
};

/// `parser_message` at byte `at` of `text`: reported in both languages, with the likely cause where the lines show it.
void report_syntax(std::string_view parser_message, std::uint32_t source, std::string_view text, std::size_t at,
                   const Unfinished&, diag::Diagnostics&);

/// A quote that opens at `at` and never closes.
void report_unclosed_quote(std::uint32_t source, std::size_t at, diag::Diagnostics&);

}  // namespace zheye::yaml
