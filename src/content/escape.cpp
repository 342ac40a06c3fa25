// Steps over escapes two bytes at a time.
#include "content/escape.h"

namespace zheye::content {

namespace {

bool is_escape(std::string_view text, std::size_t at) {
    return text[at] == '\\' && at + 1 < text.size() && is_escapable(text[at + 1]);
}

}  // namespace

bool is_escapable(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t find_unescaped(std::string_view text, std::string_view wanted, std::size_t from) {
    for (auto at = from; at < text.size(); ++at) {
        if (is_escape(text, at))
            ++at;
        else if (wanted.contains(text[at]))
            return at;
    }
    return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_escape(text, at)) ++at;
        result += text[at];
    }
    return result;
}

}  // namespace zheye::content
