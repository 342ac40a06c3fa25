// The keys of a figure and its pictures.
#pragma once

#include "content/keys_common.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kExtents{Choice{"column", "栏内|栏"}, Choice{"page", "通栏"}, Choice{"bleed", "出血"}};

/// Of all pictures that a part may be cut off.
inline constexpr Key kCrop{"crop",
                           "裁切|宽高比",
                           Kind::text,
                           kScalar,
                           false,
                           "裁成多宽比多高，如3:2",
                           "cut to this width to height, as 3:2",
                           {},
                           {}};
inline constexpr Key kFocus{"focus",
                            "焦点|重点",
                            Kind::text,
                            kScalar | kList,
                            false,
                            "裁切时要留住的地方：上、左下……或[横, 竖]各占几成，如[0.3, 0.4]",
                            "what is kept when a part is cut off: top, bottom left, … or shares [across, down]",
                            {},
                            {}};

inline constexpr std::array kTones{Choice{"own", "本色|原色"}, Choice{"theme", "主题|随主题"}};
/// Of drawings.
inline constexpr Key kTone{"tone",
                           "色调|配色",
                           Kind::choice,
                           kScalar,
                           false,
                           "画（SVG）用自己的颜色，还是按深浅换成主题的颜色",
                           "a drawing (SVG) in its own colours, or in the theme's, dark for dark and light for light",
                           {},
                           kTones};

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
    Key{"caption", "图注|说明", Kind::rich, kScalar, false, "图注", "caption", {}, {}},
    kAlt,
    Key{"span", "范围|通栏", Kind::choice, kScalar, false, "占多宽", "how wide it is", {}, kExtents},
    kCrop,
    kFocus,
    kTone,
    Key{"fill",
        "补满|撑满",
        Kind::flag,
        kScalar,
        false,
        "一张通栏或出血的图片，占去这一页剩下的地方",
        "a picture across the page takes what is left of it",
        {},
        {}},
    Key{"grid",
        "网格|排成",
        Kind::text,
        kScalar,
        false,
        "几张图片排成网格：几列，或几行x几列",
        "pictures in a grid: columns, or rows x columns",
        {},
        {}},
    Key{"title", "标题", Kind::rich, kScalar, false, "印在图片上的标题", "title on the picture", {}, {}},
    Key{"text", "文字", Kind::rich, kScalar, false, "印在图片上的文字", "text on the picture", {}, {}}};

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
                                     kAlt,
                                     kCrop,
                                     kFocus,
                                     kTone};

}  // namespace zheye::content::keys
