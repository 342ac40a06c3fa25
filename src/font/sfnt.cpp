// Bytes of OpenType and CFF tables → single facts. Must not know faces.
#include "font/sfnt.h"

#include <optional>

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

/// The first operator of a DICT with its two bytes if it is escaped; operands are skipped.
std::optional<unsigned> first_operator(std::string_view dict) {
    for (std::size_t at = 0; at < dict.size();) {
        const auto b = static_cast<unsigned char>(dict[at]);
        if (b == 12)
            return at + 1 < dict.size() ? std::optional(0x0C00U + static_cast<unsigned char>(dict[at + 1]))
                                        : std::nullopt;
        if (b <= 21) return b;
        if (b == 30) {  // a real: nibbles up to 0xF
            for (++at; at < dict.size() && (dict[at] & 0x0F) != 0x0F; ++at) {
            }
            ++at;
        } else {
            at += b == 28 ? 3 : b == 29 ? 5 : b >= 247 ? 2 : 1;
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_cid_keyed(std::string_view cff) {
    constexpr unsigned kRos = 0x0C1E;
    const auto header_size = number(cff, 2, 1);
    if (!header_size) return false;
    const auto names = read_index(cff, *header_size);
    if (!names) return false;
    const auto top_dicts = read_index(cff, names->end);
    return top_dicts && first_operator(top_dicts->first) == kRos;
}

}  // namespace zheye::font
