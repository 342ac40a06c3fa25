// Bytes of a bare `CFF ` table → single facts. Must not know faces.
#include "font/cff.h"

#include <cstddef>

namespace zheye::font {

namespace {

std::optional<std::uint32_t> number(std::string_view bytes, std::size_t at, unsigned size) {
    if (size > bytes.size() || at > bytes.size() - size) return std::nullopt;
    std::uint32_t value = 0;
    for (unsigned i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// A CFF INDEX (TN 5176, section 5): its first object and the byte after it.
struct Index {
    std::string_view first;
    std::size_t end = 0;
};

std::optional<Index> read_index(std::string_view cff, std::size_t at) {
    const auto count = number(cff, at, 2);
    const auto offset_size = number(cff, at + 2, 1);
    if (!count || *count == 0 || !offset_size || *offset_size < 1 || *offset_size > 4) return std::nullopt;
    const std::size_t offsets = at + 3;
    const std::size_t data = offsets + (*count + 1) * *offset_size - 1;  // offsets count from 1
    const auto begin = number(cff, offsets, *offset_size);
    const auto next = number(cff, offsets + *offset_size, *offset_size);
    const auto end = number(cff, offsets + *count * *offset_size, *offset_size);
    if (!begin || !next || !end || *begin < 1 || *next < *begin || *end < *next) return std::nullopt;
    if (data + *end > cff.size()) return std::nullopt;
    return Index{cff.substr(data + *begin, *next - *begin), data + *end};
}

/// An operator of a DICT, with its two bytes if it is escaped, and its last operand where that is a whole number.
struct Entry {
    unsigned op = 0;
    std::optional<std::uint32_t> operand;
};

/// TN 5176, section 4. `at` moves behind the entry; nothing at the end of the DICT.
std::optional<Entry> next_entry(std::string_view dict, std::size_t& at) {
    Entry entry;
    while (at < dict.size()) {
        const auto b = static_cast<unsigned char>(dict[at]);
        if (b == 12) {
            if (at + 1 >= dict.size()) return std::nullopt;
            entry.op = 0x0C00U + static_cast<unsigned char>(dict[at + 1]);
            at += 2;
            return entry;
        }
        if (b <= 21) {
            entry.op = b;
            ++at;
            return entry;
        }
        entry.operand.reset();
        if (b == 30) {  // a real: nibbles up to 0xF
            for (++at; at < dict.size() && (dict[at] & 0x0F) != 0x0F; ++at) {
            }
            ++at;
        } else if (b == 28 || b == 29) {
            entry.operand = number(dict, at + 1, b == 28 ? 2 : 4);
            at += b == 28 ? 3 : 5;
        } else if (b >= 247) {
            const auto low = number(dict, at + 1, 1);
            if (b < 251 && low) entry.operand = (b - 247U) * 256 + *low + 108;
            at += 2;
        } else {
            if (b >= 139) entry.operand = b - 139U;
            ++at;
        }
    }
    return std::nullopt;
}

std::string_view top_dict(std::string_view cff) {
    const auto header_size = number(cff, 2, 1);
    if (!header_size) return {};
    const auto names = read_index(cff, *header_size);
    if (!names) return {};
    const auto top_dicts = read_index(cff, names->end);
    return top_dicts ? top_dicts->first : std::string_view();
}

std::size_t charset_of(std::string_view dict) {
    constexpr unsigned kCharset = 15;
    std::size_t at = 0;
    while (const auto entry = next_entry(dict, at))
        if (entry->op == kCharset) return entry->operand.value_or(0);
    return 0;
}

/// A charset that is given glyph by glyph.
std::optional<std::uint32_t> listed(std::string_view charset, std::uint32_t glyph) {
    return number(charset, 2 * std::size_t{glyph} - 2, 2);
}

/// One that is given in ranges of the CIDs that follow each other; asked for glyphs in order.
class Ranges {
public:
    Ranges(std::string_view charset, unsigned bytes_left) : charset_(charset), bytes_left_(bytes_left) {}
    std::optional<std::uint32_t> cid(std::uint32_t glyph) {
        while (glyph >= end_) {
            const auto first = number(charset_, at_, 2), left = number(charset_, at_ + 2, bytes_left_);
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

}  // namespace

bool is_cid_keyed(std::string_view cff) {
    constexpr unsigned kRos = 0x0C1E;
    std::size_t at = 0;
    const auto first = next_entry(top_dict(cff), at);
    return first && first->op == kRos;
}

std::optional<std::vector<std::uint16_t>> cids_of(std::string_view cff, std::span<const std::uint32_t> glyphs) {
    constexpr std::size_t kNoneOwn = 0, kPredefined = 2;
    const auto dict = top_dict(cff);
    if (dict.empty()) return std::nullopt;
    const auto offset = charset_of(dict);
    if (offset == kNoneOwn) return std::vector<std::uint16_t>(glyphs.begin(), glyphs.end());
    const auto format = number(cff, offset, 1);
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

}  // namespace zheye::font
