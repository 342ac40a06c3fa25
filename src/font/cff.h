// Facts of a bare `CFF ` table (Adobe TN 5176) that HarfBuzz has no function for. Checked against its end.
#pragma once

#include "font/cff_syntax.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::font {

/// Its Top DICT begins with ROS (section 18).
[[nodiscard]] bool is_cid_keyed(std::string_view cff);

/// The CIDs of glyphs of a CID-keyed table, whose ids are in order and of two bytes, by its charset (section 13); the
/// ids themselves if it has no charset of its own; nothing if it has no CID for one of them.
[[nodiscard]] std::optional<std::vector<std::uint16_t>> cids_of(std::string_view cff, std::span<const std::uint32_t>);

/// The parts of a CID-keyed table whose charstrings call no subroutines, apart.
struct CidParts {
    struct FontDict {
        std::string own;           ///< what the Font DICT says but for its place and name
        std::string private_dict;  ///< what its charstrings are read with: widths
        friend bool operator==(const FontDict&, const FontDict&) = default;
    };
    std::string_view name;
    std::string top;  ///< what the Top DICT says of the whole font, but for names and places
    CffIndex charstrings;
    std::vector<std::uint8_t> dict_of;  ///< of each glyph
    std::vector<FontDict> dicts;
};
/// Nothing if the table is another, or broken.
[[nodiscard]] std::optional<CidParts> cid_parts(std::string_view cff);

}  // namespace zheye::font
