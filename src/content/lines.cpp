// Line ends, blanks and paragraphs of a scalar's text. Must not know marks.
#include "content/lines.h"

#include "base/utf8.h"

#include <algorithm>

namespace zheye::content {

namespace {

constexpr std::string_view kBlank = " \t\r\n";
/// U+3000, with which writers indent their paragraphs by hand.
constexpr std::string_view kWideSpace = "　";

/// Han, kana, and the marks that are as wide.
bool is_wide(char32_t c) {
    return utf8::is_han(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6);
}

/// Wide in Chinese, narrow in Latin text: what stands beside decides.
bool is_ambiguous(char32_t c) { return c == 0xB7 || c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201F); }

char32_t last_character(std::string_view text) {
    auto at = text.size() - 1;
    while (at > 0 && (text[at] & 0xC0) == 0x80) --at;
    return utf8::decode(text, at).code;
}

}  // namespace

bool is_line_end(const yaml::Node& node, std::size_t at) {
    return node.text[at] == '\n' || std::ranges::binary_search(node.folds, at);
}

bool wants_space(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) return false;
    const auto last = last_character(before), first = utf8::decode(after, 0).code;
    if (is_wide(last) || is_wide(first) || last == ' ' || first == ' ') return false;
    return !(is_ambiguous(last) && is_ambiguous(first));
}

std::string_view trimmed(std::string_view text) {
    for (;;) {
        const auto before = text.size();
        while (!text.empty() && kBlank.contains(text.front())) text.remove_prefix(1);
        while (!text.empty() && kBlank.contains(text.back())) text.remove_suffix(1);
        if (text.starts_with(kWideSpace)) text.remove_prefix(kWideSpace.size());
        if (text.ends_with(kWideSpace)) text.remove_suffix(kWideSpace.size());
        if (text.size() == before) return text;
    }
}

std::vector<TextRange> paragraph_ranges(const yaml::Node& node) {
    std::vector<TextRange> ranges;
    const std::string_view text = node.text;
    bool continues = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trimmed(text.substr(at, end - at));
        if (line.empty()) {
            continues = false;
        } else {
            const auto begin = static_cast<std::size_t>(line.data() - text.data());
            if (!continues || text.substr(at).starts_with(kWideSpace)) ranges.push_back({begin, begin});
            ranges.back().end = begin + line.size();
            continues = node.is_literal;
        }
        at = end + 1;
    }
    return ranges;
}

}  // namespace zheye::content
