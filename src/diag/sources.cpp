// Spans → file, line, column. Must not know what the texts are about.
#include "diag/sources.h"

#include <algorithm>
#include <cassert>

namespace zheye::diag {

namespace {

constexpr std::size_t kBlock = 256;          ///< bytes
constexpr std::uint32_t kPart = 0x80000000;  ///< numbers of parts have this bit

std::uint32_t count_characters(std::string_view bytes) {
    return static_cast<std::uint32_t>(std::ranges::count_if(bytes, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::uint32_t Sources::add(std::string path, Blob text) {
    assert(text.bytes().size() < Span::kNowhere);
    sources_.push_back({std::move(path), std::move(text)});
    return static_cast<std::uint32_t>(sources_.size() - 1);
}

const Sources::Source::Index& Sources::Source::indexed() const {
    if (index) return *index;
    index.emplace(std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{0});
    const auto bytes = text.bytes();
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
        index->line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    for (std::size_t at = 0; at + kBlock <= bytes.size(); at += kBlock)
        index->characters.push_back(index->characters.back() + count_characters(bytes.substr(at, kBlock)));
    return *index;
}

std::uint32_t Sources::add_part(std::uint32_t of, std::uint32_t begin, std::uint32_t wish) {
    auto number = wish | kPart;
    while (number == Span::kNowhere || !parts_.try_emplace(number, Part{of, begin}).second)
        number = (number + 1) | kPart;
    return number;
}

Span Sources::whole(Span span) const {
    if (!span.known()) return span;
    const auto part = parts_.find(span.source);
    if (part == parts_.end()) return span;
    return {part->second.of, part->second.begin + span.begin, part->second.begin + span.end};
}

std::string_view Sources::text(std::uint32_t source) const {
    const auto begin = whole({source, 0, 0});
    return sources_.at(begin.source).text.bytes().substr(begin.begin);
}

const std::string& Sources::path(std::uint32_t source) const { return sources_.at(whole({source, 0, 0}).source).path; }

std::uint32_t Sources::characters_before(const Source& source, std::size_t at) {
    const auto bytes = source.text.bytes();
    const auto block = std::min(at, bytes.size()) / kBlock;
    return source.indexed().characters[block] + count_characters(bytes.substr(0, at).substr(block * kBlock));
}

std::size_t Sources::line_of(const Source& source, std::size_t at) {
    const auto& starts = source.indexed().line_starts;
    return static_cast<std::size_t>(std::ranges::upper_bound(starts, at) - starts.begin()) - 1;
}

Place Sources::place(Span span) const {
    if (!span.known()) return {};
    span = whole(span);
    const auto& source = sources_.at(span.source);
    const auto line = line_of(source, span.begin);
    const auto column =
        characters_before(source, span.begin) - characters_before(source, source.indexed().line_starts[line]);
    return {source.path, static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

std::string_view Sources::line_at(Span span) const {
    if (!span.known()) return {};
    span = whole(span);
    const auto& source = sources_.at(span.source);
    const auto number = line_of(source, span.begin);
    const auto& starts = source.indexed().line_starts;
    const auto begin = starts[number];
    const bool is_last = number + 1 == starts.size();
    const auto end = is_last ? source.text.bytes().size() : starts[number + 1] - 1;
    auto line = source.text.bytes().substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace zheye::diag
