// The keys of a chart.
#pragma once

#include "content/schema.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kChartKinds{Choice{"bar", "条形|条形图"},        Choice{"column", "柱形|柱形图|柱状"},
                                        Choice{"stacked", "堆积|堆积图"},    Choice{"line", "折线|折线图"},
                                        Choice{"donut", "环形|环形图|饼图"}, Choice{"progress", "进度|完成情况"},
                                        Choice{"pictogram", "象形|象形图"}};
inline constexpr std::array kChartSpans{Choice{"column", "栏"}, Choice{"page", "通栏|页"}};
inline constexpr std::array kChartMarks{Choice{"person", "人"}, Choice{"circle", "圆"}, Choice{"square", "方"}};

inline constexpr std::array kChart{
    Key{"type", "类型|样式", Kind::choice, kScalar, true, "哪一种图", "the kind of chart", {}, kChartKinds},
    Key{"title", "标题|图题", Kind::rich, kScalar, false, "图的标题", "title", {}, {}},
    Key{"facts", "数据", Kind::fact, kList, false, "数据名字的列表", "list of fact ids", {}, {}},
    Key{"series", "各组|系列", Kind::mapping, kList, false, "几组数据", "several series of facts", "series", {}},
    Key{"columns", "列|栏目", Kind::rich, kList, false, "各列的标题", "titles of the columns", {}, {}},
    Key{"rows", "行", Kind::any, kList, false, "各行：[名称, 数值, …]", "rows: [label, value, …]", {}, {}},
    Key{"unit", "单位", Kind::text, kScalar, false, "数值的单位", "unit of the values", {}, {}},
    Key{"target", "目标", Kind::text, kScalar, false, "共同的目标", "a target for all", {}, {}},
    Key{"highlight", "突出|强调", Kind::text, kScalar | kList, false, "要突出的名称", "labels of what matters", {}, {}},
    Key{"each", "每个", Kind::text, kScalar, false, "象形图里一个代表多少", "what one mark stands for", {}, {}},
    Key{"icon", "图标", Kind::choice, kScalar, false, "象形图用的图标", "mark of a pictogram", {}, kChartMarks},
    Key{"span", "范围|宽度", Kind::choice, kScalar, false, "占一栏还是通栏", "one column or all", {}, kChartSpans},
    Key{"note", "备注|注|来源", Kind::rich, kScalar, false, "图下的注", "note below the chart", {}, {}},
    Key{"alt",
        "替代文字",
        Kind::text,
        kScalar,
        false,
        "给看不见图的读者的文字；不写就由数据写成",
        "text for those who do not see it; written from the data where not given",
        {},
        {}}};

inline constexpr std::array kSeries{
    Key{"name", "名称|名字", Kind::text, kScalar, true, "这一组的名称", "name of the series", {}, {}},
    Key{"facts", "数据", Kind::fact, kList, true, "数据名字的列表", "list of fact ids", {}, {}}};

}  // namespace zheye::content::keys
