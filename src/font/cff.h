// Single facts of a bare `CFF ` table (Adobe TN 5176) that HarfBuzz has no function for. Checked against its end.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zheye::font {

/// Its Top DICT begins with ROS (section 18).
[[nodiscard]] bool is_cid_keyed(std::string_view cff);

/// The CIDs of glyphs of a CID-keyed table, whose ids are in order and of two bytes, by its charset (section 13); the
/// ids themselves if it has no charset of its own; nothing if it has no CID for one of them.
[[nodiscard]] std::optional<std::vector<std::uint16_t>> cids_of(std::string_view cff, std::span<const std::uint32_t>);

}  // namespace zheye::font
