#include "layout/tone.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace zheye::layout {

namespace {

Colour tone_of(Colour colour, const std::vector<Colour>& tones) {
    const double at = std::clamp(lightness(colour) / 100, 0.0, 1.0) * static_cast<double>(tones.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), tones.size() - 1);
    const auto above = std::min(below + 1, tones.size() - 1);
    return mix(tones[below], tones[above], at - static_cast<double>(below));
}

Paint tone_of(Paint paint, const std::vector<Colour>& tones) {
    if (auto* gradient = std::get_if<LinearGradient>(&paint))
        for (auto& stop : gradient->stops) stop.colour = tone_of(stop.colour, tones);
    else
        paint = tone_of(std::get<Colour>(paint), tones);
    return paint;
}

}  // namespace

picture::Drawing toned(picture::Drawing drawing, const std::vector<Colour>& tones) {
    for (auto& shape : drawing.shapes) {
        if (shape.fill) shape.fill = tone_of(*std::move(shape.fill), tones);
        if (shape.stroke) shape.stroke->colour = tone_of(shape.stroke->colour, tones);
    }
    return drawing;
}

}  // namespace zheye::layout
