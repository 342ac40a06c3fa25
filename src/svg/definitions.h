// What the parts of a picture share, each once: outlines of glyphs, gradients, clips, picture files. Must not know
// pages.
#pragma once

#include "base/shape.h"
#include "font/font_book.h"
#include "layout/frame.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace zheye::svg {

/// Gives names to refer to, in the order in which they are asked for.
class Definitions {
public:
    Definitions(const font::FontBook& fonts, const layout::Pages& pages) : fonts_(fonts), pages_(pages) {}

    /// The id of an outline in font units; empty if the glyph shows nothing.
    [[nodiscard]] std::string glyph(font::FaceId, std::uint32_t glyph);
    /// A gradient over the whole picture's coordinates, as the value of `fill`.
    [[nodiscard]] std::string gradient(const LinearGradient&);
    /// The value of `clip-path`.
    [[nodiscard]] std::string clip(const Rect&, double radius);
    /// The id of an image whose rows fill the unit square.
    [[nodiscard]] std::string image(layout::ImageId);

    [[nodiscard]] const font::FontBook& fonts() const { return fonts_; }
    /// The element <defs>; empty if there is nothing to define.
    [[nodiscard]] std::string text() const;

private:
    [[nodiscard]] std::string named(const std::string& prefix, const std::string& before, const std::string& after);
    const font::FontBook& fonts_;
    const layout::Pages& pages_;
    std::map<std::pair<font::FaceId, std::uint32_t>, std::string> glyphs_;
    std::map<std::string, std::string> names_;  ///< by what they are names of
    std::map<layout::ImageId, std::string> images_;
    std::string text_;
};

}  // namespace zheye::svg
