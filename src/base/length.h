// Lengths as people write them: 10.5pt, 22mm, 2em, 五号. Points are the unit of the project.
#pragma once

#include <optional>
#include <string_view>

namespace zheye {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

struct Length {
    enum class Unit : unsigned char { pt, em };
    double value = 0;
    Unit unit = Unit::pt;

    /// In points, where `em` is the size in points of the text it belongs to.
    [[nodiscard]] double in_pt(double em) const { return unit == Unit::em ? value * em : value; }
    friend bool operator==(const Length&, const Length&) = default;
};

/// Reads a number with pt, mm, cm, in or em, or a Chinese type size (初号, 小初, 一号, 小一 … 八号). A bare 0 is a
/// length. mm, cm, in and 号 come back in points.
[[nodiscard]] std::optional<Length> parse_length(std::string_view text);

}  // namespace zheye
