// Single fields of OpenType tables that HarfBuzz has no function for. Big-endian, checked against the table's end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zheye::font {

/// 0 beyond the end, as for a table that is missing.
[[nodiscard]] inline std::uint16_t u16(std::string_view table, std::size_t at) {
    if (table.size() < 2 || at > table.size() - 2) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(table[at]) << 8 |
                                      static_cast<unsigned char>(table[at + 1]));
}
[[nodiscard]] inline std::int16_t i16(std::string_view table, std::size_t at) {
    return static_cast<std::int16_t>(u16(table, at));
}
/// 16.16 fixed point.
[[nodiscard]] inline double fixed(std::string_view table, std::size_t at) {
    return i16(table, at) + u16(table, at + 2) / 65536.0;
}

}  // namespace zheye::font
