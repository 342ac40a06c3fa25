#include "svg/definitions.h"

#include "font/outline.h"
#include "picture/web.h"
#include "svg/syntax.h"

#include <fmt/format.h>

#include <cassert>
#include <string_view>

namespace zheye::svg {

namespace {

/// RFC 4648, 4.
std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t kGroup = 3;
    std::string text;
    text.reserve((bytes.size() + 2) / kGroup * 4);
    for (std::size_t at = 0; at < bytes.size(); at += kGroup) {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < kGroup; ++i)
            bits = bits << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) {
            const bool is_filled = at + i <= bytes.size();  // i digits need i bytes, but for the first
            text += is_filled ? kDigits[bits >> (18 - 6 * i) & 63] : '=';
        }
    }
    return text;
}

}  // namespace

std::string Definitions::named(const std::string& prefix, const std::string& before, const std::string& after) {
    const auto [at, is_new] = names_.emplace(before + after, prefix + std::to_string(names_.size()));
    if (is_new) text_ += before + " id=\"" + at->second + "\"" + after;
    return at->second;
}

std::string Definitions::glyph(font::FaceId face, std::uint32_t glyph) {
    const auto [at, is_new] = glyphs_.try_emplace({face, glyph});
    if (!is_new) return at->second;
    const auto data = path_data(font::outline(fonts_.face(face), glyph), 0);
    if (data.empty()) return {};
    at->second = fmt::format("g{}-{}", face, glyph);
    text_ += fmt::format("<path id=\"{}\" d=\"{}\"/>\n", at->second, data);
    return at->second;
}

std::string Definitions::gradient(const LinearGradient& gradient) {
    auto after =
        fmt::format(" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\">",
                    number(gradient.from.x), number(gradient.from.y), number(gradient.to.x), number(gradient.to.y));
    for (const auto& stop : gradient.stops)
        after += fmt::format("<stop offset=\"{}\" stop-color=\"{}\"/>", number(stop.at, 4), to_string(stop.colour));
    return "url(#" + named("p", "<linearGradient", after + "</linearGradient>\n") + ")";
}

std::string Definitions::clip(const Rect& rect, double radius) {
    const auto shape = path_data(radius > 0 ? Path::rounded(rect, radius) : Path::rectangle(rect));
    return "url(#" + named("c", "<clipPath", "><path d=\"" + shape + "\"/></clipPath>\n") + ")";
}

std::string Definitions::image(layout::ImageId image) {
    const auto [at, is_new] = images_.try_emplace(image);
    if (!is_new) return at->second;
    assert(image < pages_.images.size());
    const auto file = picture::web_file(*pages_.images[image]);
    at->second = "i" + std::to_string(image);
    text_ +=
        fmt::format("<image id=\"{}\" width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"data:{};base64,",
                    at->second, file.type);
    text_ += base64(file.bytes) + "\"/>\n";
    return at->second;
}

std::string Definitions::text() const { return text_.empty() ? "" : "<defs>\n" + text_ + "</defs>\n"; }

}  // namespace zheye::svg
