// The groups of keys as one table, and how names are found in it. The keys themselves are in keys_*.h.
#include "content/schema.h"

#include "content/keys_blocks.h"
#include "content/keys_brochure.h"
#include "content/keys_chart.h"
#include "content/keys_diagram.h"
#include "content/keys_figure.h"
#include "content/keys_table.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace zheye::content {

namespace {

using namespace keys;

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
                             Group{"row", "表格的一行", "a table row", kRow},
                             Group{"cell", "单元格", "a table cell", kCell},
                             Group{"list item", "列表的一项", "a list item", kListItem},
                             Group{"stats", "数字卡片", "stat cards", kStats},
                             Group{"figure", "图片", "a figure", kFigure},
                             Group{"picture", "一张图片", "a picture", kPicture},
                             Group{"quote", "引文", "a quotation", kQuote},
                             Group{"timeline entry", "时间线的一条", "a timeline entry", kTimelineEntry},
                             Group{"box", "框", "a box", kBox},
                             Group{"span", "通栏", "a span", kSpan},
                             Group{"entry", "其中一项", "an item", kEntry},
                             Group{"hub", "轴心图", "a hub", kHub},
                             Group{"flow", "流程图", "a flow", kFlow},
                             Group{"qr", "二维码", "a QR code", kQr},
                             Group{"contact", "联系方式", "a contact", kContact},
                             Group{"chart", "图表", "a chart", kChart},
                             Group{"series", "一组数据", "a series", kSeries}};

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
