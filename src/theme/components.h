// The settings of each component of a theme, read into its struct. One function a component.
#pragma once

#include "theme/settings.h"
#include "theme/theme.h"

namespace zheye::theme {

void read_page(Settings& root, Theme&);
/// `typography` is the mapping itself, whose `size` the caller reads first: it is the em of all other lengths.
void read_typography(Settings& typography, Theme&);
void read_components(Settings& root, Theme&);

}  // namespace zheye::theme
