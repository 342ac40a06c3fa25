// Text → colour and back. Only the hexadecimal forms: names of colours belong to themes.
#include "base/colour.h"

#include <algorithm>
#include <cmath>

namespace zheye {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::uint8_t mix_channel(std::uint8_t from, std::uint8_t to, double share) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

double linear(std::uint8_t value) {
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.size() != 4 && text.size() != 7) return std::nullopt;
    if (text.front() != '#') return std::nullopt;
    const auto digits = text.substr(1);
    if (std::ranges::any_of(digits, [](char c) { return hex_digit(c) < 0; })) return std::nullopt;
    const bool is_short = digits.size() == 3;
    const auto channel = [&](std::size_t i) {
        const int high = hex_digit(digits[is_short ? i : 2 * i]);
        const int low = is_short ? high : hex_digit(digits[2 * i + 1]);
        return static_cast<std::uint8_t>(high * 16 + low);
    };
    return Colour{channel(0), channel(1), channel(2)};
}

std::string to_string(Colour colour) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "#";
    for (const auto channel : {colour.r, colour.g, colour.b}) {
        text += kDigits[channel >> 4];
        text += kDigits[channel & 15];
    }
    return text;
}

double luminance(Colour c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

double lightness(Colour colour) {
    const double y = luminance(colour);
    return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389.0 / 27;
}

Colour mix(Colour from, Colour to, double share) {
    share = std::clamp(share, 0.0, 1.0);
    return {mix_channel(from.r, to.r, share), mix_channel(from.g, to.g, share), mix_channel(from.b, to.b, share)};
}

}  // namespace zheye
