// Icons: drawings of one colour that come with the themes. They say nothing that the words beside them do not say, and
// are artifacts.
#pragma once

#include "layout/typesetter.h"

#include <string>

namespace zheye::layout {

/// In the square at `place`, in that colour; nothing for an empty name.
void draw_icon(Frame&, Typesetter&, const std::string& name, const Rect& place, Colour);
/// In the theme's size, on its ground; as large as that.
[[nodiscard]] Frame set_icon(Typesetter&, const std::string& name);
/// Side of what `set_icon` gives.
[[nodiscard]] double icon_side(const theme::IconStyle&);

}  // namespace zheye::layout
