#include "picture/lying.h"

#include <algorithm>
#include <array>

namespace zheye::picture {

Affine lying(const Picture& picture) {
    static constexpr std::array<Affine, 8> kTurns{{{1, 0, 0, 1, 0, 0},
                                                   {-1, 0, 0, 1, 1, 0},
                                                   {-1, 0, 0, -1, 1, 1},
                                                   {1, 0, 0, -1, 0, 1},
                                                   {0, 1, 1, 0, 0, 0},
                                                   {0, 1, -1, 0, 1, 0},
                                                   {0, -1, -1, 0, 1, 1},
                                                   {0, -1, 1, 0, 0, 1}}};
    return kTurns[static_cast<std::size_t>(std::clamp(picture.orientation, 1, 8)) - 1];
}

}  // namespace zheye::picture
