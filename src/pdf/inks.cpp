#include "pdf/inks.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <utility>

namespace zheye::pdf {

namespace {

std::uint32_t number_of(Colour colour) {
    return static_cast<std::uint32_t>(colour.r) << 16 | static_cast<std::uint32_t>(colour.g) << 8 | colour.b;
}

template <typename Numbers>
std::string operands(const Numbers& numbers) {
    std::string text;
    for (const double each : numbers) {
        append_number(text, each);
        text += ' ';
    }
    return text;
}

}  // namespace

std::optional<Inks> Inks::of(const profile::Profile& profile, std::vector<Colour> rich_blacks) {
    Inks inks;
    inks.rich_blacks_ = std::move(rich_blacks);
    inks.black_text_ = profile.black_text;
    if (profile.colours == profile::Colours::rgb) return inks;
    if (profile.intent) inks.press_ = icc::Inks::of(*profile.intent, profile.inks);
    if (!inks.press_) return {};
    inks.spots_ = profile.spots;
    for (const auto& spot : profile.spots) inks.separations_.push_back({spot.name, inks.press_->cmyk(spot.colour)});
    return inks;
}

const Paint& Inks::paint(Colour colour, Use use) const {
    const auto [at, is_new] = paints_.try_emplace({number_of(colour), use});
    if (is_new) at->second = convert(colour, use);
    return at->second;
}

bool Inks::is_nearly_black(Colour colour) const {
    if (!press_) return false;
    const auto lab = press_->lab(colour);
    return lab.lightness <= black_text_.lightness && lab.chroma() < black_text_.chroma;
}

std::optional<std::size_t> Inks::spot_of(Colour colour) const {
    const auto spot = std::ranges::find(spots_, colour, &profile::Spot::colour);
    return spot == spots_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(spot - spots_.begin()));
}

bool Inks::is_plain_black(Colour colour) const {
    return is_nearly_black(colour) && !spot_of(colour) && std::ranges::find(rich_blacks_, colour) == rich_blacks_.end();
}

Paint Inks::convert(Colour colour, Use use) const {
    if (!press_) return {operands(std::array{colour.r / 255.0, colour.g / 255.0, colour.b / 255.0}), {}, false};
    if (const auto spot = spot_of(colour)) return {operands(press_->cmyk(colour)), spot, false};
    const bool in_black = use == Use::graphic ? is_plain_black(colour) : use != Use::blend && is_nearly_black(colour);
    if (in_black) return {operands(icc::Cmyk{0, 0, 0, press_->black(colour)}), {}, use == Use::text};
    return {operands(press_->cmyk(colour)), {}, false};
}

}  // namespace zheye::pdf
