#include "font/cff_syntax.h"

#include <algorithm>

namespace zheye::font {

namespace {

constexpr unsigned char kEscape = 12, kLastOperator = 21, kShort = 28, kLong = 29, kReal = 30;

/// Moves behind the number that begins at `at`, with its value if that is whole and not negative.
std::optional<std::uint32_t> take_operand(std::string_view dict, std::size_t& at) {
    const auto b = static_cast<unsigned char>(dict[at]);
    if (b == kReal) {  // nibbles up to 0xF
        for (++at; at < dict.size() && (dict[at] & 0x0F) != 0x0F; ++at) {
        }
        ++at;
        return std::nullopt;
    }
    if (b == kShort || b == kLong) {
        const unsigned size = b == kShort ? 2 : 4;
        const auto value = cff_number(dict, at + 1, size);
        at += 1 + size;
        const bool is_negative = value && *value >> (8 * size - 1) != 0;
        return is_negative ? std::nullopt : value;
    }
    if (b >= 247) {
        const auto low = cff_number(dict, at + 1, 1);
        at += 2;
        return b < 251 && low ? std::optional((b - 247U) * 256 + *low + 108) : std::nullopt;
    }
    ++at;
    return b >= 139 ? std::optional(b - 139U) : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> cff_number(std::string_view bytes, std::size_t at, unsigned size) {
    if (size > bytes.size() || at > bytes.size() - size) return std::nullopt;
    std::uint32_t value = 0;
    for (unsigned i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

void append_cff_number(std::string& to, std::uint32_t value, unsigned size) {
    for (unsigned i = size; i-- > 0;) to += static_cast<char>(value >> 8 * i);
}

std::optional<CffIndex> CffIndex::read(std::string_view cff, std::size_t at) {
    const auto count = cff_number(cff, at, 2);
    if (!count) return std::nullopt;
    CffIndex index;
    index.count_ = *count;
    index.end_ = at + 2;
    if (*count == 0) return index;
    const auto offset_size = cff_number(cff, at + 2, 1);
    if (!offset_size || *offset_size < 1 || *offset_size > 4) return std::nullopt;
    index.offset_size_ = *offset_size;
    const std::size_t length = (std::size_t{*count} + 1) * *offset_size;
    if (length > cff.size() - (at + 3)) return std::nullopt;
    index.offsets_ = cff.substr(at + 3, length);
    const auto begin = cff_number(index.offsets_, 0, *offset_size);
    const auto end = cff_number(index.offsets_, length - *offset_size, *offset_size);
    const std::size_t data = at + 3 + length;
    if (!begin || !end || *begin != 1 || *end < 1 || *end - 1 > cff.size() - data) return std::nullopt;
    index.data_ = cff.substr(data, *end - 1);
    index.end_ = data + index.data_.size();
    return index;
}

std::optional<std::string_view> CffIndex::operator[](std::size_t i) const {
    if (i >= count_) return std::nullopt;
    const auto begin = cff_number(offsets_, i * offset_size_, offset_size_);
    const auto end = cff_number(offsets_, (i + 1) * offset_size_, offset_size_);
    if (!begin || !end || *begin < 1 || *end < *begin || *end - 1 > data_.size()) return std::nullopt;
    return data_.substr(*begin - 1, *end - *begin);  // offsets count from 1
}

void append_cff_index(std::string& to, const std::vector<std::string_view>& objects) {
    append_cff_number(to, static_cast<std::uint32_t>(objects.size()), 2);
    if (objects.empty()) return;
    std::size_t length = 0;
    for (const auto object : objects) length += object.size();
    unsigned offset_size = 1;
    while (offset_size < 4 && length + 1 >= std::size_t{1} << 8 * offset_size) ++offset_size;
    to += static_cast<char>(offset_size);
    std::uint32_t offset = 1;
    append_cff_number(to, offset, offset_size);
    for (const auto object : objects) {
        offset += static_cast<std::uint32_t>(object.size());
        append_cff_number(to, offset, offset_size);
    }
    for (const auto object : objects) to += object;
}

std::vector<CffEntry> read_cff_dict(std::string_view dict) {
    std::vector<CffEntry> entries;
    CffEntry entry;
    for (std::size_t at = 0, begin = 0; at < dict.size();) {
        const auto b = static_cast<unsigned char>(dict[at]);
        if (b > kLastOperator) {
            entry.operands.push_back(take_operand(dict, at));
            continue;
        }
        const std::size_t size = b == kEscape ? 2 : 1;
        if (at + size > dict.size()) break;
        entry.op = b == kEscape ? 0x0C00U + static_cast<unsigned char>(dict[at + 1]) : b;
        at += size;
        entry.bytes = dict.substr(begin, at - begin);
        entries.push_back(std::move(entry));
        entry = {};
        begin = at;
    }
    return entries;
}

void append_cff_operand(std::string& to, std::uint32_t value) {
    to += static_cast<char>(kLong);
    append_cff_number(to, value, 4);
}

void append_cff_operator(std::string& to, unsigned op) {
    if (op > 0xFF) to += static_cast<char>(kEscape);
    to += static_cast<char>(op);
}

}  // namespace zheye::font
