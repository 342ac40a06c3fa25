// The table itself. Order is the order in which a writer meets the keys.
#include "content/schema.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace zheye::content {

namespace {

constexpr std::array kForms{Choice{"booklet", "册子|小册子"}, Choice{"bifold", "对折|两折"}, Choice{"trifold", "三折"},
                            Choice{"poster", "海报"}};
constexpr std::array kExtents{Choice{"column", "栏内|栏"}, Choice{"page", "通栏"}, Choice{"bleed", "出血"}};
constexpr std::array kAligns{Choice{"left", "左|居左"}, Choice{"center", "中|居中|centre"}, Choice{"right", "右|居右"},
                             Choice{"decimal", "小数点"}};
constexpr std::array kBreaks{Choice{"page", "页|换页"}, Choice{"column", "栏|换栏"}};

constexpr std::array kDirections{Choice{"horizontal", "横排"}, Choice{"vertical", "竖排|直排"}};

/// Of a chapter, a box, a cover's title.
constexpr Key kDirection{"direction",
                         "方向|排向",
                         Kind::choice,
                         kScalar,
                         false,
                         "横排，或竖排（从右到左的直行）",
                         "horizontal, or vertical (lines run down, from right to left)",
                         {},
                         kDirections};

constexpr std::array kBrochure{
    Key{"zheye",
        "版本|折页",
        Kind::number,
        kScalar,
        true,
        "格式的版本，现在是1",
        "version of the format, now 1",
        {},
        {}},
    Key{"title", "标题", Kind::rich, kScalar, true, "封面上的标题", "title on the cover", {}, {}},
    Key{"subtitle", "副标题", Kind::rich, kScalar, false, "标题下面的一行", "line below the title", {}, {}},
    Key{"language",
        "语言",
        Kind::text,
        kScalar,
        false,
        "正文的语言，如zh-Hans、zh-Hant、en",
        "language of the text, as zh-Hans, zh-Hant, en",
        {},
        {}},
    Key{"form", "形式", Kind::choice, kScalar, false, "成品的样式", "what it is folded or bound to", {}, kForms},
    Key{"theme",
        "主题",
        Kind::any,
        kScalar | kMapping,
        false,
        "主题的名字、文件，或一组改动",
        "a theme's name, its file, or a map of changes",
        {},
        {}},
    Key{"page", "版面", Kind::mapping, kMapping, false, "纸张和栏数", "paper and columns", "page", {}},
    Key{"meta", "出版信息", Kind::mapping, kMapping, false, "作者、日期等", "author, date and the like", "meta", {}},
    Key{"cover",
        "封面",
        Kind::mapping,
        kScalar | kMapping,
        false,
        "封面；false表示不要",
        "the cover; false for none",
        "cover",
        {}},
    Key{"contents", "目录", Kind::flag, kScalar, false, "要不要目录", "whether to have a table of contents", {}, {}},
    Key{"proofread",
        "校对",
        Kind::mapping,
        kScalar | kMapping,
        false,
        "校对；false表示不查",
        "what is proofread; false for nothing",
        "proofreading",
        {}},
    Key{"facts",
        "数据",
        Kind::mapping,
        kMapping,
        false,
        "每个数字只写一次，正文用{名字}引用",
        "every figure once, used as {id}",
        "fact",
        {}},
    Key{"chapters", "章|章节", Kind::mapping, kList, false, "各章", "the chapters", "chapter", {}}};

constexpr std::array kPage{Key{"size",
                               "开本|尺寸|纸张",
                               Kind::size,
                               kScalar,
                               false,
                               "A4、16开、大16开，或210x297mm",
                               "A4, 16开, 大16开 or 210x297mm",
                               {},
                               {}},
                           Key{"columns", "栏数|栏", Kind::number, kScalar, false, "1到3栏", "1 to 3 columns", {}, {}}};

constexpr std::array kMeta{
    Key{"author",
        "作者|编者",
        Kind::text,
        kScalar | kList,
        false,
        "作者，可以是列表",
        "author or a list of them",
        {},
        {}},
    Key{"publisher", "出版者|出版|发行", Kind::text, kScalar, false, "出版单位", "who publishes it", {}, {}},
    Key{"date", "日期", Kind::date, kScalar, false, "年、年-月或年-月-日", "YYYY, YYYY-MM or YYYY-MM-DD", {}, {}},
    Key{"number", "编号|期号", Kind::text, kScalar, false, "期号或书号", "issue or book number", {}, {}},
    Key{"keywords", "关键词", Kind::text, kScalar | kList, false, "关键词列表", "list of keywords", {}, {}}};

constexpr std::array kCover{
    Key{"kicker", "眉题|引题", Kind::rich, kScalar, false, "标题上面的一行", "line above the title", {}, {}},
    Key{"note", "说明|备注", Kind::rich, kScalar, false, "封面下方的一行", "line at the foot of the cover", {}, {}},
    Key{"picture", "图片", Kind::picture, kScalar, false, "封面图片", "picture on the cover", {}, {}}, kDirection};

constexpr std::array kProofreading{Key{"off",
                                       "关闭|不查",
                                       Kind::text,
                                       kScalar | kList,
                                       false,
                                       "不要查的几项，代码写在每条提醒后面的方括号里",
                                       "codes of what is not to be reported",
                                       {},
                                       {}}};

constexpr std::array kFact{
    Key{"name", "名称|名字", Kind::text, kScalar, true, "指标的名称", "what is counted", {}, {}},
    Key{"value", "数值|值", Kind::text, kScalar, true, "数值，照原样印出", "the figure, printed as written", {}, {}},
    Key{"unit", "单位", Kind::text, kScalar, false, "单位", "unit", {}, {}},
    Key{"period", "时期|时间", Kind::text, kScalar, false, "时期", "the time it is of", {}, {}},
    Key{"note", "备注|说明", Kind::text, kScalar, false, "备注", "note", {}, {}}};

constexpr std::array kChapter{
    Key{"title", "标题", Kind::rich, kScalar, true, "章的标题", "title of the chapter", {}, {}},
    Key{"subtitle", "副标题", Kind::rich, kScalar, false, "标题下面的一行", "line below the title", {}, {}},
    Key{"lead", "导语", Kind::rich, kScalar, false, "开头的一段导语", "opening paragraph", {}, {}},
    Key{"byline", "署名", Kind::rich, kScalar, false, "作者署名", "who wrote it", {}, {}},
    kDirection,
    Key{"content",
        "内容",
        Kind::mapping,
        kList,
        false,
        "内容块的列表；一段文字就是正文块",
        "list of blocks; plain text is a text block",
        "block",
        {}}};

constexpr std::array kBlock{
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
        Kind::any,
        kScalar | kList | kMapping,
        false,
        "图表（暂不支持）",
        "chart (not yet supported)",
        {},
        {}},
    Key{"figure", "图片", Kind::mapping, kScalar | kMapping, false, "图片", "figure", "figure", {}},
    Key{"list", "列表", Kind::rich, kList, false, "列表", "list", {}, {}},
    Key{"steps", "步骤", Kind::rich, kList, false, "编号的列表", "numbered list", {}, {}},
    Key{"quote", "引文", Kind::mapping, kScalar | kMapping, false, "引文", "quotation", "quote", {}},
    Key{"timeline", "时间线", Kind::mapping, kList, false, "时间线", "timeline", "timeline entry", {}},
    Key{"box", "框", Kind::mapping, kMapping, false, "带框的一块", "blocks in a box", "box", {}},
    Key{"qr",
        "二维码",
        Kind::any,
        kScalar | kList | kMapping,
        false,
        "二维码（暂不支持）",
        "QR code (not yet supported)",
        {},
        {}},
    Key{"span", "通栏", Kind::mapping, kMapping, false, "横跨各栏的内容", "blocks across all columns", "span", {}},
    Key{"break",
        "分页",
        Kind::choice,
        kScalar,
        false,
        "从新的一页或一栏开始",
        "go on on a new page or column",
        {},
        kBreaks}};

constexpr std::array kTable{
    Key{"caption", "表题|标题|说明", Kind::rich, kScalar, false, "表题", "caption", {}, {}},
    Key{"columns",
        "列|栏目",
        Kind::mapping,
        kList,
        true,
        "各列：标题，或{标题, 对齐, 宽}",
        "columns: a title, or {title, align, width}",
        "column",
        {}},
    Key{"rows", "行", Kind::mapping, kList, true, "各行：单元格的列表", "rows: lists of cells", "cell", {}},
    Key{"note", "表注|备注|注", Kind::rich, kScalar, false, "表下的注", "note below the table", {}, {}}};

constexpr std::array kColumn{
    Key{"title", "标题", Kind::rich, kScalar, false, "列的标题", "title of the column", {}, {}},
    Key{"align", "对齐", Kind::choice, kScalar, false, "对齐方式", "alignment", {}, kAligns},
    Key{"width",
        "宽|宽度",
        Kind::number,
        kScalar,
        false,
        "与别的列相比的宽度",
        "width relative to the other columns",
        {},
        {}}};

constexpr std::array kCell{Key{"text", "文字", Kind::rich, kScalar, false, "单元格的文字", "text of the cell", {}, {}},
                           Key{"colspan", "跨列", Kind::number, kScalar, false, "跨几列", "columns it covers", {}, {}},
                           Key{"rowspan", "跨行", Kind::number, kScalar, false, "跨几行", "rows it covers", {}, {}}};

constexpr std::array kStats{
    Key{"facts", "数据", Kind::fact, kList, true, "数据名字的列表", "list of fact ids", {}, {}}};

constexpr std::array kFigure{
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
    Key{"alt",
        "替代文字",
        Kind::text,
        kScalar,
        false,
        "给看不见图的读者的文字",
        "text for those who do not see the picture",
        {},
        {}},
    Key{"span", "范围|通栏", Kind::choice, kScalar, false, "占多宽", "how wide it is", {}, kExtents}};

constexpr std::array kPicture{Key{"picture",
                                  "图片",
                                  Kind::picture,
                                  kScalar,
                                  true,
                                  "图片文件；占位表示待供",
                                  "picture file; placeholder if still to come",
                                  {},
                                  {}},
                              Key{"caption", "图注|说明", Kind::rich, kScalar, false, "图注", "caption", {}, {}},
                              Key{"alt",
                                  "替代文字",
                                  Kind::text,
                                  kScalar,
                                  false,
                                  "给看不见图的读者的文字",
                                  "text for those who do not see the picture",
                                  {},
                                  {}}};

constexpr std::array kQuote{
    Key{"text", "文字|正文", Kind::paragraphs, kScalar, true, "引文", "the quotation", {}, {}},
    Key{"by", "出处|作者", Kind::rich, kScalar, false, "谁说的，出自哪里", "who said it, where", {}, {}}};

constexpr std::array kTimelineEntry{
    Key{"date", "日期|时间", Kind::rich, kScalar, true, "日期", "date", {}, {}},
    Key{"text", "文字|内容", Kind::rich, kScalar, true, "做了什么", "what happened", {}, {}}};

constexpr std::array kBox{
    Key{"title", "标题", Kind::rich, kScalar, false, "框的标题", "title of the box", {}, {}}, kDirection,
    Key{"content", "内容", Kind::mapping, kList, true, "框里的内容块", "blocks in the box", "block", {}}};

constexpr std::array kSpan{
    Key{"content", "内容", Kind::mapping, kList, true, "通栏的内容块", "blocks across the columns", "block", {}}};

constexpr std::array kGroups{Group{"brochure", "册子", "the brochure", kBrochure},
                             Group{"page", "版面", "the page", kPage},
                             Group{"meta", "出版信息", "meta", kMeta},
                             Group{"cover", "封面", "the cover", kCover},
                             Group{"proofreading", "校对", "proofread", kProofreading},
                             Group{"fact", "一条数据", "a fact", kFact},
                             Group{"chapter", "一章", "a chapter", kChapter},
                             Group{"block", "内容块", "a block", kBlock},
                             Group{"table", "表格", "a table", kTable},
                             Group{"column", "表格的列", "a table column", kColumn},
                             Group{"cell", "单元格", "a table cell", kCell},
                             Group{"stats", "数字卡片", "stat cards", kStats},
                             Group{"figure", "图片", "a figure", kFigure},
                             Group{"picture", "一张图片", "a picture", kPicture},
                             Group{"quote", "引文", "a quotation", kQuote},
                             Group{"timeline entry", "时间线的一条", "a timeline entry", kTimelineEntry},
                             Group{"box", "框", "a box", kBox},
                             Group{"span", "通栏", "a span", kSpan}};

template <class Named>
bool is_called(const Named& named, std::string_view name) {
    bool found = false;
    each_name(named, [&](std::string_view known) { found = found || known == name; });
    return found;
}

}  // namespace

std::span<const Group> schema() { return kGroups; }

const Group& group(std::string_view name) {
    const auto* const at = std::ranges::find(kGroups, name, &Group::name);
    assert(at != kGroups.end());
    return *at;
}

const Key* find_key(const Group& in, std::string_view name) {
    const auto at = std::ranges::find_if(in.keys, [&](const Key& key) { return is_called(key, name); });
    return at == in.keys.end() ? nullptr : &*at;
}

const Choice* find_choice(std::span<const Choice> choices, std::string_view name) {
    const auto at = std::ranges::find_if(choices, [&](const Choice& choice) { return is_called(choice, name); });
    return at == choices.end() ? nullptr : &*at;
}

}  // namespace zheye::content
