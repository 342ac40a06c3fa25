// The address of a link: what may stand in it, and how it goes into the PDF.
#pragma once

#include "diag/diagnostic.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::content {

struct BadUrl {
    diag::Message message;
    std::vector<diag::Message> hints;
};

/// http, https, mailto or tel. What is not ASCII comes back percent-encoded (RFC 3987, 3.1; PDF wants 7-bit URIs).
[[nodiscard]] std::expected<std::string, BadUrl> parse_url(std::string_view);

/// For each byte of `text` that opens a pair of [ ] or ( ): the byte that closes it; 0 for all others. What follows a
/// backslash is no bracket.
[[nodiscard]] std::vector<std::size_t> match_brackets(std::string_view text);

}  // namespace zheye::content
