// The keys of a table.
#pragma once

#include "content/schema.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kAligns{Choice{"left", "左|居左"}, Choice{"center", "中|居中|centre"},
                                    Choice{"right", "右|居右"}, Choice{"decimal", "小数点"}};

inline constexpr std::array kTable{
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
    Key{"rows",
        "行",
        Kind::mapping,
        kList,
        true,
        "各行：单元格的列表，或{组: 名称}、{合计: 单元格的列表}",
        "rows: lists of cells, or {group: name}, {total: list of cells}",
        "row",
        {}},
    Key{"note", "表注|备注|注", Kind::rich, kScalar, false, "表下的注", "note below the table", {}, {}}};

inline constexpr std::array kRow{Key{"group",
                                     "组|分组|组名",
                                     Kind::rich,
                                     kScalar,
                                     false,
                                     "以下几行的名称，横跨各列",
                                     "name of the rows that follow, across all columns",
                                     {},
                                     {}},
                                 Key{"total",
                                     "合计|总计|小计",
                                     Kind::mapping,
                                     kList,
                                     false,
                                     "以上几行的合计：单元格的列表",
                                     "total of the rows above: a list of cells",
                                     "cell",
                                     {}}};

inline constexpr std::array kColumn{
    Key{"title", "标题", Kind::rich, kScalar, false, "列的标题", "title of the column", {}, {}},
    Key{"align",
        "对齐",
        Kind::choice,
        kScalar,
        false,
        "对齐方式；不写时，同一单位的数对齐小数点，别的靠左",
        "alignment; by itself, figures of one unit stand on their points, all else to the left",
        {},
        kAligns},
    Key{"width",
        "宽|宽度",
        Kind::number,
        kScalar,
        false,
        "与别的列相比的宽度",
        "width relative to the other columns",
        {},
        {}}};

inline constexpr std::array kCell{
    Key{"text", "文字", Kind::rich, kScalar, false, "单元格的文字", "text of the cell", {}, {}},
    Key{"colspan", "跨列", Kind::number, kScalar, false, "跨几列", "columns it covers", {}, {}},
    Key{"rowspan", "跨行", Kind::number, kScalar, false, "跨几行", "rows it covers", {}, {}}};

}  // namespace zheye::content::keys
