// Looks at the bytes of a text without quotes, and at those behind it.
#include "yaml/plain_scalar.h"

#include <algorithm>
#include <cctype>

namespace zheye::yaml {

namespace {

constexpr std::string_view kWideDash = "－", kWideSpace = "　";

diag::Span span_at(std::uint32_t source, std::size_t begin, std::size_t end) {
    return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

bool is_wide_item(std::string_view line) {
    if (!line.starts_with(kWideDash)) return false;
    const auto rest = line.substr(kWideDash.size());
    return rest.starts_with(' ') || rest.starts_with(kWideSpace);
}

std::optional<std::size_t> item_of_comment(std::string_view text, std::size_t at) {
    const auto last = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", at - 1);
    for (auto end = last; end != std::string_view::npos && end > 0;) {
        const auto before = text.rfind('\n', end);
        const auto begin = text.find_first_not_of(" \t", before == std::string_view::npos ? 0 : before + 1);
        if (text[begin] == '-') {
            const auto comment = text.find_first_not_of(" \t", begin + 1);
            const bool is_comment = comment != std::string_view::npos && comment > begin + 1 && text[comment] == '#';
            return is_comment ? std::optional(begin) : std::nullopt;
        }
        if (text[begin] != '#' || before == std::string_view::npos || before == 0) return std::nullopt;
        end = text.find_last_not_of(" \t\r\n", before - 1);
    }
    return std::nullopt;
}

void report_wide_dashes(diag::Span text, std::string_view source, diag::Diagnostics& diagnostics) {
    for (std::size_t at = text.begin; at < text.end;) {
        if (is_wide_item(source.substr(at)))
            diagnostics.warning(
                "wide-dash", span_at(text.source, at, at + kWideDash.size()),
                {"“－”是全角的，这一行成了文字，不是列表的一项",
                 "a full-width －: this line is text, no item of a list"},
                {{"列表的每一项以半角的“- ”开头", "an item begins with an ASCII hyphen and a space, “- ”"}});
        const auto next = source.find('\n', at);
        if (next == std::string_view::npos) return;
        at = std::min(source.find_first_not_of(" \t\r\n", next), source.size());
    }
}

bool report_number_comma(std::uint32_t source, std::string_view text, std::size_t at, bool is_key,
                         diag::Diagnostics& diagnostics) {
    constexpr std::size_t kGroup = 3;  // figures between two commas
    const auto is_figure = [&](std::size_t i) {
        return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i]));
    };
    const auto ends_item = [&](std::size_t i) {
        return i >= text.size() || std::string_view("[]{}, \t\r\n").contains(text[i]);
    };
    if (at < 2 || text[at - 1] != ',') return false;
    auto begin = at - 1;
    while (begin > 0 && is_figure(begin - 1)) --begin;
    auto end = at;
    while (is_figure(end)) ++end;
    const auto before = at - 1 - begin;
    if (before == 0 || before > kGroup || end - at != kGroup || text[begin] == '0') return false;
    if (begin > 0 && (text[begin - 1] == ',' && begin > 1 && is_figure(begin - 2))) return false;  // told before
    const bool bare = !is_key && (begin == 0 || ends_item(begin - 1)) && ends_item(end);
    const auto number = std::string(text.substr(begin, end - begin));
    diagnostics.add(
        {bare ? diag::Severity::warning : diag::Severity::error,
         "number-comma",
         span_at(source, begin, end),
         {"半角逗号把“" + number + "”分成了两项", "the comma parts “" + number + "” into two items"},
         {{"是一个数，就去掉逗号，或把整段放进引号；是两项，就在逗号后面空一格",
           "leave the comma out or put the whole text into quotes; if they are two, put a space behind the comma"}}});
    return !bare;
}

void report_comment(std::uint32_t source, std::string_view text, std::size_t at, diag::Diagnostics& diagnostics) {
    const auto begin = text.find_first_not_of(" \t", at);
    if (begin == std::string_view::npos || begin == at || text[begin] != '#' || begin + 1 == text.size()) return;
    const auto first = static_cast<unsigned char>(text[begin + 1]);
    if (std::isalnum(first) == 0 && first < 0xE3) return;  // # and a blank, ##, #---
    if (text.substr(begin + 1).starts_with(kWideSpace)) return;
    auto end = std::min(text.find('\n', begin), text.size());
    while (text[end - 1] == ' ' || text[end - 1] == '\r') --end;
    diagnostics.warning(
        "comment-in-text", span_at(source, begin, end),
        {"空格加#后面的都是注释，不会印出来", "what stands behind a space and # is a comment and not printed"},
        {{"是正文，就把整段放进引号；是注释，就在#后面空一格",
          "put the whole text into quotes if it is text, a space behind the # if it is a comment"}});
}

}  // namespace zheye::yaml
