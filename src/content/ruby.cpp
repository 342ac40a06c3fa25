// Counts characters and syllables, and pairs them if they agree.
#include "content/ruby.h"

#include "base/utf8.h"
#include "content/escape.h"

#include <algorithm>
#include <utility>

namespace zheye::content {

namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kWideSpace = "　";

std::vector<std::string> syllables(std::string_view reading) {
    std::string text(reading);
    for (auto at = text.find(kWideSpace); at != std::string::npos; at = text.find(kWideSpace, at))
        text.replace(at, kWideSpace.size(), " ");
    std::vector<std::string> result;
    for (auto at = text.find_first_not_of(kBlanks); at != std::string::npos;) {
        const auto end = std::min(text.find_first_of(kBlanks, at), text.size());
        result.push_back(unescaped(text.substr(at, end - at)));
        at = text.find_first_not_of(kBlanks, end);
    }
    return result;
}

/// Variation selectors belong to the character before them.
bool is_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

/// Each Han character by itself, all else between them together.
struct BasePart {
    std::size_t begin, end;
    bool is_han;
};

std::vector<BasePart> parts_of(std::string_view base) {
    std::vector<BasePart> parts;
    for (std::size_t at = 0; at < base.size();) {
        const auto [code, length] = utf8::decode(base, at);
        const bool is_han = utf8::is_han(code);
        const bool goes_on = !parts.empty() && (is_selector(code) || (!is_han && !parts.back().is_han));
        if (goes_on)
            parts.back().end = at + length;
        else
            parts.push_back({at, at + length, is_han});
        at += length;
    }
    return parts;
}

}  // namespace

std::vector<RubyPart> share_out(std::string_view base, std::string_view reading) {
    const auto spoken = syllables(reading);
    const auto parts = parts_of(base);
    const auto is_read = [](const BasePart& part) { return part.is_han; };
    if (std::cmp_not_equal(std::ranges::count_if(parts, is_read), spoken.size()))
        return {{0, base.size(), unescaped(reading)}};
    std::vector<RubyPart> result;
    auto next = spoken.begin();
    for (const auto& part : parts) result.push_back({part.begin, part.end, part.is_han ? *next++ : std::string()});
    return result;
}

}  // namespace zheye::content
