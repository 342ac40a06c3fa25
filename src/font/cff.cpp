// Bytes of a bare `CFF ` table → its facts and parts. Must not know faces.
#include "font/cff.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace zheye::font {

namespace {

/// A number that an operator has: the first of its operands that is `from_the_end` before its last.
std::optional<std::uint32_t> operand(const std::vector<CffEntry>& dict, unsigned op, std::size_t from_the_end = 0) {
    const auto entry = std::ranges::find(dict, op, &CffEntry::op);
    if (entry == dict.end() || entry->operands.size() <= from_the_end) return std::nullopt;
    return entry->operands[entry->operands.size() - 1 - from_the_end];
}

struct Front {
    std::string_view name;
    std::vector<CffEntry> top;
    std::size_t strings = 0;  ///< where the String INDEX begins
};

std::optional<Front> front_of(std::string_view cff) {
    const auto header_size = cff_number(cff, 2, 1);
    if (!header_size) return std::nullopt;
    const auto names = CffIndex::read(cff, *header_size);
    if (!names) return std::nullopt;
    const auto tops = CffIndex::read(cff, names->end());
    if (!tops) return std::nullopt;
    const auto name = (*names)[0], top = (*tops)[0];
    if (!name || !top) return std::nullopt;
    return Front{*name, read_cff_dict(*top), tops->end()};
}

bool is_cid_keyed(const Front& front) { return !front.top.empty() && front.top.front().op == cff::kRos; }

/// A charset that is given glyph by glyph.
std::optional<std::uint32_t> listed(std::string_view charset, std::uint32_t glyph) {
    return cff_number(charset, 2 * std::size_t{glyph} - 2, 2);
}

/// One that is given in ranges of the CIDs that follow each other; asked for glyphs in order.
class Ranges {
public:
    Ranges(std::string_view charset, unsigned bytes_left) : charset_(charset), bytes_left_(bytes_left) {}
    std::optional<std::uint32_t> cid(std::uint32_t glyph) {
        while (glyph >= end_) {
            const auto first = cff_number(charset_, at_, 2), left = cff_number(charset_, at_ + 2, bytes_left_);
            if (!first || !left) return std::nullopt;
            at_ += 2 + bytes_left_;
            begin_ = end_;
            end_ += *left + 1;
            first_ = *first;
        }
        return first_ + (glyph - begin_);
    }

private:
    std::string_view charset_;
    unsigned bytes_left_;
    std::size_t at_ = 0;
    std::uint32_t begin_ = 1, end_ = 1, first_ = 0;  // glyph 0 is CID 0, and not in the charset
};

/// FDSelect (section 19), for as many glyphs as there are.
std::optional<std::vector<std::uint8_t>> dicts_of_glyphs(std::string_view cff, std::size_t at, std::size_t glyphs) {
    const auto format = cff_number(cff, at, 1);
    std::vector<std::uint8_t> dicts;
    if (format == 0U) {
        if (glyphs > cff.size() - (at + 1)) return std::nullopt;
        for (const char dict : cff.substr(at + 1, glyphs)) dicts.push_back(static_cast<std::uint8_t>(dict));
        return dicts;
    }
    const auto ranges = cff_number(cff, at + 1, 2);
    if (format != 3U || !ranges) return std::nullopt;
    for (std::size_t i = 0; i < *ranges; ++i) {
        const auto dict = cff_number(cff, at + 5 + 3 * i, 1), end = cff_number(cff, at + 6 + 3 * i, 2);
        if (!dict || !end || *end > glyphs || *end < dicts.size()) return std::nullopt;
        dicts.resize(*end, static_cast<std::uint8_t>(*dict));
    }
    return dicts.size() == glyphs ? std::optional(dicts) : std::nullopt;
}

std::optional<CidParts::FontDict> font_dict(std::string_view cff, std::string_view bytes) {
    CidParts::FontDict dict;
    const auto entries = read_cff_dict(bytes);
    for (const auto& entry : entries)
        if (entry.op == cff::kFontMatrix) dict.own += entry.bytes;
    const auto size = operand(entries, cff::kPrivate, 1), offset = operand(entries, cff::kPrivate);
    if (!size || !offset || *offset > cff.size() || *size > cff.size() - *offset) return std::nullopt;
    for (const auto& entry : read_cff_dict(cff.substr(*offset, *size))) {
        if (entry.op == cff::kSubrs) return std::nullopt;
        dict.private_dict += entry.bytes;
    }
    return dict;
}

}  // namespace

bool is_cid_keyed(std::string_view cff) {
    const auto front = front_of(cff);
    return front && is_cid_keyed(*front);
}

std::optional<std::vector<std::uint16_t>> cids_of(std::string_view cff, std::span<const std::uint32_t> glyphs) {
    constexpr std::size_t kNoneOwn = 0, kPredefined = 2;
    const auto front = front_of(cff);
    if (!front || front->top.empty()) return std::nullopt;
    const auto offset = operand(front->top, cff::kCharset).value_or(kNoneOwn);
    if (offset == kNoneOwn) return std::vector<std::uint16_t>(glyphs.begin(), glyphs.end());
    const auto format = cff_number(cff, offset, 1);
    if (offset <= kPredefined || !format || *format > 2) return std::nullopt;
    const auto charset = cff.substr(offset + 1);
    Ranges ranges(charset, *format);
    std::vector<std::uint16_t> cids;
    cids.reserve(glyphs.size());
    for (const auto glyph : glyphs) {
        const auto cid = glyph == 0 ? 0 : *format == 0 ? listed(charset, glyph) : ranges.cid(glyph);
        if (!cid || *cid > 0xFFFF) return std::nullopt;
        cids.push_back(static_cast<std::uint16_t>(*cid));
    }
    return cids;
}

std::optional<CidParts> cid_parts(std::string_view cff) {
    const auto front = front_of(cff);
    if (!front || !is_cid_keyed(*front)) return std::nullopt;
    CidParts parts;
    parts.name = front->name;
    for (const auto& entry : front->top)
        if (entry.op == cff::kFontMatrix || entry.op == cff::kFontBBox || entry.op == cff::kCidCount)
            parts.top += entry.bytes;
    const auto strings = CffIndex::read(cff, front->strings);
    const auto subroutines = strings ? CffIndex::read(cff, strings->end()) : std::nullopt;
    if (!subroutines || subroutines->size() > 0) return std::nullopt;
    const auto at = [&](unsigned op) -> std::size_t { return operand(front->top, op).value_or(cff.size()); };
    const auto charstrings = CffIndex::read(cff, at(cff::kCharStrings)), dicts = CffIndex::read(cff, at(cff::kFdArray));
    if (!charstrings || !dicts) return std::nullopt;
    parts.charstrings = *charstrings;
    auto of_glyphs = dicts_of_glyphs(cff, at(cff::kFdSelect), charstrings->size());
    if (!of_glyphs) return std::nullopt;
    parts.dict_of = std::move(*of_glyphs);
    for (std::size_t i = 0; i < dicts->size(); ++i) {
        const auto bytes = (*dicts)[i];
        auto dict = bytes ? font_dict(cff, *bytes) : std::nullopt;
        if (!dict) return std::nullopt;
        parts.dicts.push_back(std::move(*dict));
    }
    const auto is_missing = [&](std::uint8_t dict) { return dict >= parts.dicts.size(); };
    return std::ranges::any_of(parts.dict_of, is_missing) ? std::nullopt : std::optional(std::move(parts));
}

}  // namespace zheye::font
