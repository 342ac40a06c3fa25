// Checks and encodes addresses.
#include "content/link.h"

#include <algorithm>

namespace zheye::content {

namespace {

std::string encoded(std::string_view address) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string url;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            url += c;
        } else {
            url += '%';
            url += kDigits[byte >> 4];
            url += kDigits[byte & 15];
        }
    }
    return url;
}

}  // namespace

std::expected<std::string, BadUrl> parse_url(std::string_view address) {
    const diag::Message wrong{"链接的网址不对", "this is not an address for a link"};
    const auto is_bad = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"'; };
    if (address.empty()) return std::unexpected(BadUrl{{"链接没有写网址", "the link has no address"}, {}});
    if (std::ranges::any_of(address, is_bad))
        return std::unexpected(BadUrl{wrong, {{"网址里不能有空格和引号", "an address holds no spaces and quotes"}}});
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
        if (address.starts_with(scheme) && address.size() > scheme.size()) return encoded(address);
    if (address.find(':') == std::string_view::npos && address.find('.') != std::string_view::npos) {
        const auto whole =
            (address.find('@') != std::string_view::npos ? "mailto:" : "https://") + std::string(address);
        return std::unexpected(BadUrl{wrong, {{"是不是“" + whole + "”？", "did you mean “" + whole + "”?"}}});
    }
    return std::unexpected(
        BadUrl{wrong,
               {{"网址以https://、http://、mailto:或tel:开头；要印出方括号，写\\[",
                 "an address begins with https://, http://, mailto: or tel:; to print a bracket, write \\["}}});
}

std::vector<std::size_t> match_brackets(std::string_view text) {
    std::vector<std::size_t> closing(text.size(), 0), square, round;
    const auto close = [&](std::vector<std::size_t>& open, std::size_t at) {
        if (open.empty()) return;
        closing[open.back()] = at;
        open.pop_back();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
            case '\\':
                ++at;
                break;
            case '[':
                square.push_back(at);
                break;
            case '(':
                round.push_back(at);
                break;
            case ']':
                close(square, at);
                break;
            case ')':
                close(round, at);
                break;
            default:
                break;
        }
    }
    return closing;
}

}  // namespace zheye::content
