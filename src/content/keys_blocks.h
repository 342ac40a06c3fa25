// The kinds of blocks, and the keys of those without a page of their own in the schema.
#pragma once

#include "content/keys_common.h"
#include "content/keys_icons.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kBreaks{Choice{"page", "页|换页"}, Choice{"section", "节|换节"},
                                    Choice{"column", "栏|换栏"}};

inline constexpr std::array kBlock{
    Key{"heading", "小标题", Kind::rich, kScalar, false, "小标题", "heading", {}, {}},
    Key{"subheading",
        "次级标题|次标题",
        Kind::rich,
        kScalar,
        false,
        "下一级的小标题",
        "heading of the level below",
        {},
        {}},
    Key{"text",
        "正文|文字",
        Kind::paragraphs,
        kScalar,
        false,
        "正文，空行分段",
        "text, blank lines part paragraphs",
        {},
        {}},
    Key{"lead", "导语", Kind::paragraphs, kScalar, false, "导语，引出下文", "words that lead into the text", {}, {}},
    Key{"table", "表格", Kind::mapping, kMapping, false, "表格", "table", "table", {}},
    Key{"stats",
        "数字卡片",
        Kind::fact,
        kList | kMapping,
        false,
        "数字卡片：数据名字的列表",
        "stat cards: list of fact ids",
        "stats",
        {}},
    Key{"chart",
        "图表",
        Kind::mapping,
        kMapping,
        false,
        "图表：条形、柱形、折线、环形等",
        "chart: bars, columns, lines, a ring and more",
        "chart",
        {}},
    Key{"figure", "图片", Kind::mapping, kScalar | kMapping, false, "图片", "figure", "figure", {}},
    Key{"list", "列表", Kind::mapping, kList, false, "列表", "list", "list item", {}},
    Key{"steps", "步骤", Kind::mapping, kList, false, "编号的列表", "numbered list", "list item", {}},
    Key{"quote", "引文", Kind::mapping, kScalar | kMapping, false, "引文", "quotation", "quote", {}},
    Key{"pull-quote",
        "金句|醒目引文",
        Kind::mapping,
        kScalar | kMapping,
        false,
        "金句：大字排出的一句",
        "a sentence shown large",
        "quote",
        {}},
    Key{"timeline", "时间线", Kind::mapping, kList, false, "时间线", "timeline", "timeline entry", {}},
    Key{"box", "框", Kind::mapping, kMapping, false, "带框的一块", "blocks in a box", "box", {}},
    Key{"qr", "二维码", Kind::mapping, kScalar | kMapping, false, "二维码", "QR code", "qr", {}},
    Key{"hub",
        "轴心图|中心图",
        Kind::mapping,
        kMapping,
        false,
        "轴心图：围着一个中心的几项",
        "things around one centre",
        "hub",
        {}},
    Key{"flow",
        "流程图|流程",
        Kind::mapping,
        kList | kMapping,
        false,
        "流程图：一步接一步",
        "steps that lead to each other",
        "flow",
        {}},
    Key{"cards", "卡片", Kind::mapping, kList, false, "并排的卡片", "cards beside each other", "entry", {}},
    Key{"people", "人物", Kind::mapping, kList, false, "人物卡片，有头像", "people, with portraits", "entry", {}},
    Key{"places",
        "地点|场所",
        Kind::mapping,
        kList,
        false,
        "地点卡片，有照片",
        "places, with photographs",
        "entry",
        {}},
    Key{"contact",
        "联系|联系方式",
        Kind::mapping,
        kMapping,
        false,
        "地址、电话等",
        "address, telephone and so on",
        "contact",
        {}},
    Key{"span", "通栏", Kind::mapping, kMapping, false, "横跨各栏的内容", "blocks across all columns", "span", {}},
    Key{"break",
        "分页",
        Kind::choice,
        kScalar,
        false,
        "从新的一页（page）或一栏（column）开始；section：换页，除非这一页大半还空着",
        "go on on a new page or column; section: a page, unless most of this one is still free",
        {},
        kBreaks}};

inline constexpr std::array kListItem{Key{"text", "文字", Kind::rich, kScalar, true, "文字", "text", {}, {}}, kIcon};

inline constexpr std::array kStats{
    Key{"facts", "数据", Kind::fact, kList, true, "数据名字的列表", "list of fact ids", {}, {}}};

inline constexpr std::array kQuote{
    Key{"text", "文字|正文", Kind::paragraphs, kScalar, true, "引文", "the quotation", {}, {}},
    Key{"by", "出处|作者", Kind::rich, kScalar, false, "谁说的，出自哪里", "who said it, where", {}, {}}};

inline constexpr std::array kTimelineEntry{
    Key{"date", "日期|时间", Kind::rich, kScalar, true, "日期", "date", {}, {}},
    Key{"text", "文字|内容", Kind::rich, kScalar, true, "做了什么", "what happened", {}, {}}};

inline constexpr std::array kBox{
    Key{"title", "标题", Kind::rich, kScalar, false, "框的标题", "title of the box", {}, {}}, kDirection,
    Key{"content", "内容", Kind::mapping, kList, true, "框里的内容块", "blocks in the box", "block", {}}};

inline constexpr std::array kSpan{
    Key{"content", "内容", Kind::mapping, kList, true, "通栏的内容块", "blocks across the columns", "block", {}}};

}  // namespace zheye::content::keys
