// The keys of a figure and its pictures.
#pragma once

#include "content/keys_common.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kExtents{Choice{"column", "栏内|栏"}, Choice{"page", "通栏"}, Choice{"bleed", "出血"}};

inline constexpr std::array kFigure{
    Key{"picture",
        "图片",
        Kind::picture,
        kScalar,
        false,
        "图片文件；占位表示待供",
        "picture file; placeholder if still to come",
        {},
        {}},
    Key{"pictures",
        "图片组|多图",
        Kind::mapping,
        kList,
        false,
        "并排的几张图片",
        "several pictures in a row",
        "picture",
        {}},
    Key{"caption", "图注|说明", Kind::rich, kScalar, false, "图注", "caption", {}, {}}, kAlt,
    Key{"span", "范围|通栏", Kind::choice, kScalar, false, "占多宽", "how wide it is", {}, kExtents}};

inline constexpr std::array kPicture{Key{"picture",
                                         "图片",
                                         Kind::picture,
                                         kScalar,
                                         true,
                                         "图片文件；占位表示待供",
                                         "picture file; placeholder if still to come",
                                         {},
                                         {}},
                                     Key{"caption", "图注|说明", Kind::rich, kScalar, false, "图注", "caption", {}, {}},
                                     kAlt};

}  // namespace zheye::content::keys
