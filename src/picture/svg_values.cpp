#include "picture/svg_values.h"

#include "base/path_data.h"
#include "picture/svg_colour_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace zheye::picture {

namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

struct Call {
    std::string_view name;
    std::vector<double> numbers;
    std::vector<bool> percent;
};

/// Takes `name(1, 2, 3)` off the front.
std::optional<Call> take_call(std::string_view& text) {
    const auto open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
    Call call{trimmed(text.substr(0, open)), {}, {}};
    auto inside = trimmed(text.substr(open + 1, close - open - 1));
    while (!inside.empty()) {
        if (inside.front() == '/' && call.numbers.size() == 3) inside = trimmed(inside.substr(1));
        const auto number = take_number(inside);
        if (!number) return {};
        const bool percent = inside.starts_with('%');
        if (percent) inside.remove_prefix(1);
        call.numbers.push_back(*number);
        call.percent.push_back(percent);
        inside = trimmed(inside);
    }
    text = text.substr(close + 1);
    return call;
}

std::uint8_t channel(double value, bool percent) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(percent ? value / 100 * 255 : value, 0.0, 255.0)));
}

std::optional<SvgColour> function_colour(std::string_view text) {
    const auto call = take_call(text);
    if (!call || !trimmed(text).empty() || (call->name != "rgb" && call->name != "rgba")) return {};
    const auto& v = call->numbers;
    if (v.size() != 3 && v.size() != 4) return {};
    const auto at = [&](std::size_t i) { return channel(v[i], call->percent[i]); };
    const double alpha = v.size() < 4 ? 1 : call->percent[3] ? v[3] / 100 : v[3];
    return SvgColour{{at(0), at(1), at(2)}, std::clamp(alpha, 0.0, 1.0)};
}

/// With two or eight digits for the alpha taken off.
std::optional<SvgColour> hexadecimal(std::string text) {
    double alpha = 1;
    if (text.size() == 5 || text.size() == 9) {
        const bool is_short = text.size() == 5;
        const auto digits = is_short ? std::string(2, text[4]) : text.substr(7);
        const auto grey = parse_colour("#" + digits + digits + digits);
        if (!grey) return {};
        alpha = grey->r / 255.0;
        text.resize(is_short ? 4 : 7);
    }
    const auto colour = parse_colour(text);
    return colour ? std::optional(SvgColour{*colour, alpha}) : std::nullopt;
}

std::optional<Affine> one_transform(const Call& call) {
    const auto& v = call.numbers;
    const auto n = v.size();
    constexpr double kDegree = std::numbers::pi / 180;
    if (call.name == "matrix" && n == 6) return Affine{v[0], v[1], v[2], v[3], v[4], v[5]};
    if (call.name == "translate" && (n == 1 || n == 2)) return Affine::moving({v[0], n == 2 ? v[1] : 0});
    if (call.name == "scale" && (n == 1 || n == 2)) return Affine::scaling(v[0], n == 2 ? v[1] : v[0]);
    if (call.name == "skewX" && n == 1) return Affine{1, 0, std::tan(v[0] * kDegree), 1, 0, 0};
    if (call.name == "skewY" && n == 1) return Affine{1, std::tan(v[0] * kDegree), 0, 1, 0, 0};
    if (call.name == "rotate" && (n == 1 || n == 3)) {
        const double s = std::sin(v[0] * kDegree), c = std::cos(v[0] * kDegree);
        const Point about = n == 3 ? Point{v[1], v[2]} : Point{};
        return Affine::moving(about) * Affine{c, s, -s, c, 0, 0} * Affine::moving({-about.x, -about.y});
    }
    return {};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n\f";
    const auto begin = text.find_first_not_of(kBlank);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::optional<double> svg_length(std::string_view text, double whole) {
    struct Unit {
        std::string_view name;
        double px;
    };
    static constexpr std::array kUnits{
        Unit{"", 1},           Unit{"px", 1},  Unit{"pt", 96.0 / 72}, Unit{"pc", 16},  Unit{"mm", 96 / 25.4},
        Unit{"cm", 96 / 2.54}, Unit{"in", 96}, Unit{"em", 16},        Unit{"rem", 16}, Unit{"ex", 8}};
    text = trimmed(text);
    const auto number = take_number(text);
    if (!number) return {};
    if (text == "%") return *number / 100 * whole;
    const auto* const unit = std::ranges::find(kUnits, text, &Unit::name);
    return unit == kUnits.end() ? std::nullopt : std::optional(*number * unit->px);
}

std::optional<double> svg_share(std::string_view text) {
    const auto value = svg_length(text, 1);
    return value ? std::optional(std::clamp(*value, 0.0, 1.0)) : std::nullopt;
}

std::optional<SvgColour> svg_colour(std::string_view text) {
    const auto word = lower(trimmed(text));
    if (word == "transparent") return SvgColour{{}, 0};
    if (word.starts_with('#')) return hexadecimal(word);
    if (word.contains('(')) return function_colour(word);
    const auto* const named = std::ranges::lower_bound(kColourNames, std::string_view(word), {}, &NamedColour::name);
    if (named == kColourNames.end() || named->name != word) return {};
    const auto byte = [&](int shift) { return static_cast<std::uint8_t>(named->rgb >> shift & 0xFF); };
    return SvgColour{{byte(16), byte(8), byte(0)}, 1};
}

std::optional<Affine> svg_transform(std::string_view text) {
    Affine all;
    for (text = trimmed(text); !text.empty() && text != "none";) {
        const auto call = take_call(text);
        const auto one = call ? one_transform(*call) : std::nullopt;
        if (!one) return {};
        all = all * *one;
        text = trimmed(text);
        if (text.starts_with(',')) text = trimmed(text.substr(1));
    }
    for (const double value : {all.a, all.b, all.c, all.d, all.e, all.f})
        if (!std::isfinite(value) || std::abs(value) > kLargestCoordinate) return {};
    return all;
}

std::string_view svg_reference(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with("url(")) {
        const auto end = text.find(')');
        if (end == std::string_view::npos) return {};
        text = trimmed(text.substr(4, end - 4));
        if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'')) text = text.substr(1, text.size() - 2);
    }
    return text.starts_with('#') ? text.substr(1) : std::string_view{};
}

}  // namespace zheye::picture
