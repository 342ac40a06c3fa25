// The keys of a brochure, its cover, facts and chapters, in the order in which a writer meets them.
#pragma once

#include "content/keys_common.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kForms{Choice{"booklet", "册子|小册子"}, Choice{"bifold", "对折|两折"},
                                   Choice{"trifold", "三折"}, Choice{"poster", "海报"}};

inline constexpr std::array kBrochure{
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

inline constexpr std::array kPage{
    Key{"size",
        "开本|尺寸|纸张",
        Kind::size,
        kScalar,
        false,
        "A4、16开、大16开，或210x297mm",
        "A4, 16开, 大16开 or 210x297mm",
        {},
        {}},
    Key{"columns", "栏数|栏", Kind::number, kScalar, false, "1到3栏", "1 to 3 columns", {}, {}}};

inline constexpr std::array kMeta{
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

inline constexpr std::array kCover{
    Key{"kicker", "眉题|引题", Kind::rich, kScalar, false, "标题上面的一行", "line above the title", {}, {}},
    Key{"note", "说明|备注", Kind::rich, kScalar, false, "封面下方的一行", "line at the foot of the cover", {}, {}},
    Key{"picture", "图片", Kind::picture, kScalar, false, "封面图片", "picture on the cover", {}, {}}, kDirection};

inline constexpr std::array kProofreading{Key{"off",
                                              "关闭|不查",
                                              Kind::text,
                                              kScalar | kList,
                                              false,
                                              "不要查的几项，代码写在每条提醒后面的方括号里",
                                              "codes of what is not to be reported",
                                              {},
                                              {}}};

inline constexpr std::array kFact{
    Key{"name", "名称|名字", Kind::text, kScalar, true, "指标的名称", "what is counted", {}, {}},
    Key{"value", "数值|值", Kind::text, kScalar, true, "数值，照原样印出", "the figure, printed as written", {}, {}},
    Key{"unit", "单位", Kind::text, kScalar, false, "单位", "unit", {}, {}},
    Key{"period", "时期|时间", Kind::text, kScalar, false, "时期", "the time it is of", {}, {}},
    Key{"note", "备注|说明", Kind::text, kScalar, false, "备注", "note", {}, {}}};

inline constexpr std::array kChapter{
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

}  // namespace zheye::content::keys
