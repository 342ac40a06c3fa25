#include "pdf/references.h"

#include "pdf/syntax.h"

#include <array>
#include <charconv>

namespace zheye::pdf {

namespace {

constexpr std::string_view kDelimiters = " \n\r\t\f()<>[]{}/%";
constexpr std::string_view kRest = " 0 R";

constexpr std::array<bool, 256> kDelimits = [] {
    std::array<bool, 256> table{};
    for (const char c : kDelimiters) table[static_cast<unsigned char>(c)] = true;
    table[0] = true;
    return table;
}();

bool delimits(char c) { return kDelimits[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Behind the literal string that begins at `at`: parentheses nest, a backslash takes the next away.
std::size_t behind_string(std::string_view text, std::size_t at) {
    int depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '(')
            ++depth;
        else if (text[at] == ')' && --depth == 0)
            return at + 1;
    }
    return text.size();
}

std::size_t behind_token(std::string_view text, std::size_t at) {
    while (at < text.size() && !delimits(text[at])) ++at;
    return at;
}

/// Behind a hexadecimal string, or one of the two brackets of a dictionary.
std::size_t behind_bracket(std::string_view text, std::size_t at) {
    if (at + 1 < text.size() && text[at + 1] == '<') return at + 2;
    const auto end = text.find('>', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

namespace {

/// Where no string is literal, "R" behind a number and a zero is enough to look for.
void append_without_literals(std::vector<Reference>& found, std::string_view text) {
    for (auto at = text.find('R'); at != std::string_view::npos; at = text.find('R', at + 1)) {
        if (at < kRest.size() || (at + 1 < text.size() && !delimits(text[at + 1]))) continue;
        const auto end = at + 1 - kRest.size();
        if (text.substr(end, kRest.size()) != kRest) continue;
        auto begin = end;
        while (begin > 0 && is_digit(text[begin - 1])) --begin;
        const bool is_number = begin < end && (begin == 0 || (delimits(text[begin - 1]) && text[begin - 1] != '/'));
        std::uint32_t number = 0;
        if (is_number && std::from_chars(text.data() + begin, text.data() + end, number).ec == std::errc{})
            found.push_back({begin, end, number});
    }
}

}  // namespace

void append_references(std::vector<Reference>& found, std::string_view text) {
    if (!text.contains('(')) return append_without_literals(found, text);
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '(') {
            at = behind_string(text, at);
        } else if (c == '<') {
            at = behind_bracket(text, at);
        } else if (c == '/') {
            at = behind_token(text, at + 1);
        } else if (!is_digit(c)) {
            at = delimits(c) ? at + 1 : behind_token(text, at);
        } else {
            const auto end = behind_token(text, at), rest = end + kRest.size();
            const bool refers =
                text.substr(end, kRest.size()) == kRest && (rest == text.size() || delimits(text[rest]));
            std::uint32_t number = 0;
            const auto [stop, error] = std::from_chars(text.data() + at, text.data() + end, number);
            if (refers && error == std::errc{} && stop == text.data() + end) found.push_back({at, end, number});
            at = end;
        }
    }
}

void append_renumbered(std::string& to, std::string_view text, std::span<const Reference> references,
                       const std::vector<std::uint32_t>& numbers) {
    std::size_t at = 0;
    for (const auto& one : references) {
        to += text.substr(at, one.begin - at);
        append_whole(to, numbers[one.number]);
        at = one.end;
    }
    to += text.substr(at);
}

}  // namespace zheye::pdf
