#include "layout/chart_words.h"

#include "text/language.h"

namespace zheye::layout {

ChartWords chart_words_for(std::string_view language) {
    if (text::is_traditional_chinese(language))
        return {{"條形圖", "柱形圖", "堆積條形圖", "折線圖", "環形圖", "進度圖", "象形圖"},
                "目標",
                "合計",
                "無數據",
                "單位：",
                "每個代表",
                "完成目標",
                "占",
                "比",
                "比上期",
                "比上年",
                false,
                "“",
                "”",
                "：",
                "，",
                "；",
                "。"};
    if (language.starts_with("zh"))
        return {{"条形图", "柱形图", "堆积条形图", "折线图", "环形图", "进度图", "象形图"},
                "目标",
                "合计",
                "无数据",
                "单位：",
                "每个代表",
                "完成目标",
                "占",
                "比",
                "比上期",
                "比上年",
                false,
                "“",
                "”",
                "：",
                "，",
                "；",
                "。"};
    return {
        {"Bar chart", "Column chart", "Stacked bar chart", "Line chart", "Ring chart", "Progress chart", "Pictogram"},
        "target ",
        "total ",
        "no value",
        "unit: ",
        "each stands for ",
        "of target ",
        "share ",
        "since ",
        "since the period before",
        "since the year before",
        true,
        " “",
        "”",
        ": ",
        ", ",
        "; ",
        "."};
}

std::string whole_figure(const std::string& figure, const std::string& unit, std::string_view language) {
    return figure + std::string(content::unit_gap(unit, content::script_of(language))) + unit;
}

}  // namespace zheye::layout
