// Spans → file, line, column. Must not know what the texts are about.
#include "diag/sources.h"

#include <algorithm>
#include <cassert>

namespace zheye::diag {

std::uint32_t Sources::add(std::string path, Blob text) {
    std::vector<std::uint32_t> line_starts{0};
    const auto bytes = text.bytes();
    assert(bytes.size() < Span::kNowhere);
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
        line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    sources_.push_back({std::move(path), std::move(text), std::move(line_starts)});
    return static_cast<std::uint32_t>(sources_.size() - 1);
}

std::string_view Sources::text(std::uint32_t source) const { return sources_.at(source).text.bytes(); }

const std::string& Sources::path(std::uint32_t source) const { return sources_.at(source).path; }

Place Sources::place(Span span) const {
    if (!span.known()) return {};
    const auto& source = sources_.at(span.source);
    const auto after = std::ranges::upper_bound(source.line_starts, span.begin);
    const auto start = *(after - 1);
    const auto before = source.text.bytes().substr(0, span.begin).substr(start);
    const auto characters = std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; });
    return {source.path, static_cast<int>(after - source.line_starts.begin()), static_cast<int>(characters) + 1};
}

std::string_view Sources::line_at(Span span) const {
    if (!span.known()) return {};
    const auto& source = sources_.at(span.source);
    const auto after = std::ranges::upper_bound(source.line_starts, span.begin);
    auto line = source.text.bytes().substr(*(after - 1));
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace zheye::diag
