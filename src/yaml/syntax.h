// What the parser says about broken YAML → what the writer is told. Must not know the parser's types.
#pragma once

#include "diag/diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zheye::yaml {

/// `parser_message` at byte `at` of `text`: reported in both languages, with the likely cause where the line shows it.
void report_syntax(std::string_view parser_message, std::uint32_t source, std::string_view text, std::size_t at,
                   diag::Diagnostics&);

}  // namespace zheye::yaml
