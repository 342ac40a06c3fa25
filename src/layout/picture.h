// A picture in its place on a page: pixels as an Image, a drawing as its shapes.
#pragma once

#include "layout/typesetter.h"

#include <optional>

namespace zheye::layout {

/// `whole` is where all of the picture lies; of it is shown what lies in `clip`, whose corners may be round.
struct PicturePlace {
    Rect whole;
    std::optional<Rect> clip{};
    double radius = 0;
    diag::Span span{};
};
/// Adds the items, for whatever element is open.
void draw_picture(Frame&, const Typesetter&, ImageId, const PicturePlace&);

}  // namespace zheye::layout
