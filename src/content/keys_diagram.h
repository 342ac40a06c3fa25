// The keys of diagrams, cards, and of how one is found.
#pragma once

#include "content/keys_common.h"
#include "content/keys_figure.h"
#include "content/keys_icons.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kEntry{
    Key{"title", "标题|名称|姓名", Kind::rich, kScalar, true, "名称", "what or who it is", {}, {}},
    Key{"subtitle", "副标题|职务", Kind::rich, kScalar, false, "名称下面的一行", "line below the title", {}, {}},
    Key{"text", "文字|说明", Kind::rich, kScalar, false, "说明文字", "text", {}, {}},
    Key{"picture",
        "图片|照片|头像",
        Kind::picture,
        kScalar,
        false,
        "图片文件；占位表示待供（只用在卡片上）",
        "picture file; placeholder if still to come (cards only)",
        {},
        {}},
    kAlt,
    kFocus,
    kTone,
    kIcon};

inline constexpr std::array kHub{
    Key{"title", "标题|中心", Kind::rich, kScalar, true, "中心的名称", "what stands in the centre", {}, {}},
    Key{"text", "文字|说明", Kind::rich, kScalar, false, "中心的说明", "text below it", {}, {}},
    Key{"items", "各项|项目", Kind::mapping, kList, true, "围着中心的各项", "what stands around it", "entry", {}},
    Key{"caption", "图注", Kind::rich, kScalar, false, "图注", "caption", {}, {}}};

inline constexpr std::array kFlow{
    Key{"items", "各步|步骤", Kind::mapping, kList, true, "各步", "the steps", "entry", {}},
    Key{"caption", "图注", Kind::rich, kScalar, false, "图注", "caption", {}, {}}};

inline constexpr std::array kQr{
    Key{"url", "网址|链接", Kind::text, kScalar, true, "扫码打开的网址", "the address that it opens", {}, {}},
    Key{"caption", "图注|说明", Kind::rich, kScalar, false, "码旁的一行字", "words beside it", {}, {}}};

inline constexpr std::array kContact{
    Key{"title", "标题|名称", Kind::rich, kScalar, true, "单位或地点的名称", "who or what is found there", {}, {}},
    Key{"text", "文字|说明", Kind::rich, kScalar, false, "说明文字", "text", {}, {}},
    Key{"address", "地址", Kind::rich, kScalar, false, "地址", "address", {}, {}},
    Key{"phone", "电话", Kind::rich, kScalar, false, "电话", "telephone", {}, {}},
    Key{"mail", "邮箱|电子邮箱", Kind::rich, kScalar, false, "电子邮箱", "electronic mail", {}, {}},
    Key{"hours", "时间|办公时间|开放时间", Kind::rich, kScalar, false, "办公或开放的时间", "when it is open", {}, {}},
    Key{"url", "网址|网站", Kind::text, kScalar, false, "网址，也印成二维码", "its site, also as a QR code", {}, {}},
    Key{"qr", "二维码", Kind::flag, kScalar, false, "要不要印二维码", "whether to print the QR code", {}, {}}};

}  // namespace zheye::content::keys
