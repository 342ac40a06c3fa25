// Text → length. Knows the units and the Chinese type sizes, not what a length is used for.
#include "base/length.h"

#include <array>
#include <charconv>
#include <utility>

namespace zheye {

namespace {

struct NamedSize {
    std::string_view han, digit;  ///< as written with 一二三 and with 123; both may end in 号
    double pt;
};

/// 号数制: 五号 and 六号 as CLREQ states them, the others as Chinese word processors have them.
constexpr std::array<NamedSize, 16> kSizes{{{"初", "0", 42},
                                            {"小初", "小0", 36},
                                            {"一", "1", 26},
                                            {"小一", "小1", 24},
                                            {"二", "2", 22},
                                            {"小二", "小2", 18},
                                            {"三", "3", 16},
                                            {"小三", "小3", 15},
                                            {"四", "4", 14},
                                            {"小四", "小4", 12},
                                            {"五", "5", 10.5},
                                            {"小五", "小5", 9},
                                            {"六", "6", 7.875},
                                            {"小六", "小6", 6.5},
                                            {"七", "7", 5.5},
                                            {"八", "8", 5}}};

std::optional<Length> named_size(std::string_view text) {
    constexpr std::string_view kMark = "号", kSmall = "小";
    const bool has_mark = text.ends_with(kMark);
    if (!has_mark && !text.starts_with(kSmall)) return std::nullopt;
    if (has_mark) text.remove_suffix(kMark.size());
    for (const auto& size : kSizes)
        if (text == size.han || text == size.digit) return Length{size.pt, Length::Unit::pt};
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::optional<Length> parse_length(std::string_view text) {
    text = trimmed(text);
    if (const auto named = named_size(text)) return named;
    const auto sign = text.starts_with('-') ? 1U : 0U;
    if (text.size() <= sign || !((text[sign] >= '0' && text[sign] <= '9') || text[sign] == '.')) return std::nullopt;
    double value = 0;
    const auto [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (problem != std::errc{}) return std::nullopt;
    const auto unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    if (unit.empty()) return value == 0 ? std::optional(Length{}) : std::nullopt;
    if (unit == "em") return Length{value, Length::Unit::em};
    constexpr std::array<std::pair<std::string_view, double>, 4> kUnits{
        {{"pt", 1}, {"mm", kPointsPerMm}, {"cm", 10 * kPointsPerMm}, {"in", 72}}};
    for (const auto& [name, points] : kUnits)
        if (unit == name) return Length{value * points, Length::Unit::pt};
    return std::nullopt;
}

}  // namespace zheye
