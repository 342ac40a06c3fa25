// The settings of what stands beside characters. Must not know where they are used.
#pragma once

#include "theme/settings.h"
#include "theme/theme.h"

namespace zheye::theme {

void read_decoration(Settings& root, Theme&);

}  // namespace zheye::theme
