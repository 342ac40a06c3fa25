// What the kinds of charts ask of their data is checked here, so that layout can draw what it gets.
#include "content/chart.h"

#include "content/chart_rows.h"
#include "content/picture.h"
#include "content/values.h"

#include <algorithm>
#include <array>

namespace zheye::content {

namespace {

using Kind = Chart::Kind;

constexpr std::size_t kMostSlices = 8;  ///< of a ring
constexpr int kMostMarks = 200;         ///< of a pictogram, for one value

template <class Enum>
Enum choice_of(const Fields& fields, std::string_view key, const Context& context) {
    const auto* node = fields[key];
    const auto choices = find_key(group("chart"), key)->choices;
    const auto name = node ? read_choice(*node, choices, context.diagnostics) : std::nullopt;
    const auto at = name ? std::ranges::find(choices, *name, &Choice::name) - choices.begin() : 0;
    return static_cast<Enum>(at);
}

class ChartReader {
public:
    ChartReader(const yaml::Node& node, const Context& context)
        : node_(node), context_(context), fields_(node, group("chart"), context.diagnostics) {}

    std::optional<Chart> read() {
        chart_.span = node_.span;
        chart_.kind = choice_of<Kind>(fields_, "type", context_);
        chart_.mark = choice_of<Chart::Mark>(fields_, "icon", context_);
        chart_.title = context_.rich(fields_, "title");
        chart_.note = context_.rich(fields_, "note");
        if (const auto* alt = fields_["alt"]) chart_.alt = read_alt_text(*alt, context_);
        if (const auto* span = fields_["span"]) {
            const auto extent = read_choice(*span, find_key(group("chart"), "span")->choices, context_.diagnostics);
            if (extent) chart_.across = *extent == "page";
        }
        if (!read_chart_rows(fields_, node_, chart_, context_)) return std::nullopt;
        read_target();
        if (is_good_ && chart_.kind == Kind::progress) check_progress();
        if (is_good_) check_units();
        check_kind();
        read_highlight();
        read_each();
        return is_good_ ? std::optional(std::move(chart_)) : std::nullopt;
    }

private:
    void error(std::string_view code, Span span, diag::Message message, std::vector<diag::Message> hints = {}) {
        is_good_ = false;
        context_.diagnostics.error(std::string(code), span, std::move(message), std::move(hints));
    }
    [[nodiscard]] std::vector<const Quantity*> values() const;
    [[nodiscard]] const Quantity* reference() const;
    std::optional<Quantity> read_figure(std::string_view key);
    void read_target();
    void check_units();
    void check_kind();
    void check_progress();
    void check_ring();
    void refuse_negatives();
    void read_highlight();
    void read_each();

    const yaml::Node& node_;
    const Context& context_;
    const Fields fields_;
    Chart chart_;
    bool is_good_ = true;
};

std::vector<const Quantity*> ChartReader::values() const {
    std::vector<const Quantity*> all;
    for (const auto& series : chart_.series)
        for (const auto& value : series.values)
            if (value) all.push_back(&*value);
    return all;
}

/// The value whose unit the others must go with: the first that has one.
const Quantity* ChartReader::reference() const {
    const auto all = values();
    const auto with_unit = std::ranges::find_if(all, [](const auto* value) { return !value->unit.empty(); });
    return with_unit != all.end() ? *with_unit : all.empty() ? nullptr : all.front();
}

/// A number behind a key, in the unit of the values where it has none.
std::optional<Quantity> ChartReader::read_figure(std::string_view key) {
    const auto* node = fields_[key];
    if (node == nullptr) return std::nullopt;
    auto value = parse_quantity(node->text, "", node->span);
    const auto* other = reference();
    if (value && value->unit.empty() && other) value = parse_quantity(node->text, other->unit, node->span);
    if (!value)
        error("not-a-number", node->span,
              {"“" + node->text + "”读不成数", "“" + node->text + "” cannot be read as a number"});
    return value;
}

void ChartReader::read_target() {
    chart_.target = read_figure("target");
    if (!chart_.target) return;
    constexpr std::array kTakes{Kind::bar, Kind::column, Kind::line, Kind::progress};
    if (std::ranges::find(kTakes, chart_.kind) == kTakes.end())
        error("chart-target", fields_.key_span("target"),
              {"这种图上标不出目标", "this kind of chart has no place for a target"},
              {{"用条形、柱形、折线或进度图", "use a bar, column, line or progress chart"}});
}

void ChartReader::check_units() {
    const auto* first = reference();
    if (first == nullptr)
        return error("chart-data", node_.span, {"图表里没有一个数", "there is no number in the chart"});
    auto all = values();
    if (chart_.target) all.push_back(&*chart_.target);
    for (const auto& label : chart_.labels)
        if (label.target && chart_.kind != Kind::progress) all.push_back(&*label.target);
    const auto in_quotes = [](const Quantity& q) {
        return q.unit.empty() ? std::string("（无）") : "“" + q.unit + "”";
    };
    bool same = true;
    for (const auto* value : all) {
        same = same && value->unit == first->unit;
        if (value->base == first->base) continue;
        return error("chart-units", value->span,
                     {"单位不同：这里是" + in_quotes(*value) + "，别的是" + in_quotes(*first),
                      "different units: " + in_quotes(*value) + " here, " + in_quotes(*first) + " elsewhere"},
                     {{"一张图里只能比同一种单位；亿元和万元这样的可以放在一起，别的分成两张图",
                       "one chart compares one unit (亿元 and 万元 go together); make two charts of it"}});
    }
    chart_.unit = same ? first->unit : std::string{};
    chart_.shown_unit = first->unit;
    chart_.magnitude = first->magnitude;
}

void ChartReader::check_kind() {
    if (!is_good_) return;
    if (chart_.kind == Kind::donut) check_ring();
    if (chart_.kind == Kind::pictogram) refuse_negatives();
    constexpr std::array kSingle{Kind::donut, Kind::progress, Kind::pictogram};
    if (std::ranges::find(kSingle, chart_.kind) != kSingle.end() && chart_.series.size() > 1)
        error("chart-series", node_.span, {"这种图只能画一组数据", "this kind of chart shows one series only"},
              {{"几组数据用条形、柱形、堆积或折线图", "use a bar, column, stacked or line chart for several"}});
    if (chart_.kind == Kind::stacked && chart_.series.size() < 2)
        error("chart-series", node_.span, {"堆积图要有两组以上的数据", "a stacked chart needs two series or more"},
              {{"一组数据用条形图", "use a bar chart for one series"}});
    if (chart_.kind == Kind::line && chart_.labels.size() < 2)
        error("chart-data", node_.span, {"折线图要有两个以上的点", "a line needs two points or more"},
              {{"一个数用数字卡片", "use a stat card for a single figure"}});
}

void ChartReader::refuse_negatives() {
    for (const auto* value : values())
        if (value->value.is_negative())
            error("chart-negative", value->span,
                  {"这种图画不出负数", "this kind of chart cannot show a negative value"},
                  {{"用条形图或柱形图", "use a bar or a column chart"}});
}

/// Values that are no shares yet become shares of the common target.
void ChartReader::check_progress() {
    refuse_negatives();
    auto& series = chart_.series.front();
    for (std::size_t i = 0; i < series.values.size() && is_good_; ++i) {
        auto& value = series.values[i];
        auto& label = chart_.labels[i];
        if (!value || label.amount || (value->base == "%" && !chart_.target)) continue;
        const auto share = chart_.target ? share_of(*value, *chart_.target) : std::nullopt;
        if (!share) {
            error("chart-target", value->span,
                  {"“" + label.text + "”没有目标，画不出进度",
                   "“" + label.text + "” has no target to be measured against"},
                  {{"给数据写上“target”（目标）或“share”（占目标），或给图表写上“target”",
                    "give the fact a “target” or a “share”, or the chart a “target”"}});
            return;
        }
        label.target = chart_.target;
        label.amount = std::move(value);
        value = parse_quantity(to_string(*share), "%", label.amount->span);
    }
    chart_.target.reset();
}

void ChartReader::check_ring() {
    refuse_negatives();
    if (chart_.labels.size() > kMostSlices)
        context_.diagnostics.warning(
            "chart-crowded", node_.span, {"环形图分得太细，看不出大小", "a ring of so many parts cannot be read"},
            {{"改用条形图，或把小的几项合成“其他”", "use a bar chart, or sum up the small ones"}});
    Decimal sum;
    for (const auto* value : values()) sum = sum + value->value;
    if (sum.is_zero()) return error("chart-data", node_.span, {"各项都是零，画不成环", "a ring of nothing but zeros"});
    const bool is_hundred = compare(sum, {99, 0}) >= 0 && compare(sum, {101, 0}) <= 0;
    if (reference()->base == "%" && !is_hundred)
        context_.diagnostics.warning("chart-sum", node_.span,
                                     {"各项百分比加起来是" + to_string(sum) + "%，不是100%",
                                      "the percentages sum up to " + to_string(sum) + "%"},
                                     {{"补上“其他”，或改用条形图", "add the rest, or use a bar chart"}});
}

void ChartReader::read_highlight() {
    const auto* node = fields_["highlight"];
    if (node == nullptr || !is_good_) return;
    const auto mark = [&](const yaml::Node& item) {
        bool found = false;
        std::vector<std::string> names;
        const auto try_name = [&](const std::string& name, bool& strong) {
            if (!name.empty()) names.push_back(name);
            if (name == item.text) found = strong = true;
        };
        for (auto& label : chart_.labels) try_name(label.text, label.strong);
        for (auto& series : chart_.series) try_name(series.name, series.strong);
        if (!found)
            error("chart-highlight", item.span,
                  {"图里没有“" + item.text + "”", "there is no “" + item.text + "” in the chart"},
                  hints_for(item.text, names));
    };
    if (node->is_scalar()) mark(*node);
    for (const auto& item : node->items)
        if (has_item_form(item, kScalar, {"要突出的一项", "a label to highlight"}, context_.diagnostics)) mark(item);
}

void ChartReader::read_each() {
    if (!is_good_ || fields_["each"] == nullptr) return;
    const auto each = read_figure("each");
    if (!each) return;
    if (each->value.digits <= 0 || each->base != reference()->base)
        return error("bad-value", each->span,
                     {"这里要一个大于零、单位和数据相同的数", "expected a number above zero, in the unit of the data"});
    for (const auto* value : values())
        if (whole_times(value->value, each->value) > kMostMarks)
            return error(
                "bad-value", each->span,
                {"每个代表得太少，要画上百个图标", "one mark stands for too little: it takes hundreds of them"},
                {{"写一个大些的数，或不写", "give a larger number, or none"}});
    chart_.each = each->value;
}

}  // namespace

std::optional<Chart> read_chart(const yaml::Node& mapping, const Context& context) {
    return ChartReader(mapping, context).read();
}

}  // namespace zheye::content
