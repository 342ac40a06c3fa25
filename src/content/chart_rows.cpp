// Facts of one name and several periods are a row in time, and the periods are its labels.
#include "content/chart_rows.h"

#include "content/values.h"

#include <algorithm>

namespace zheye::content {

namespace {

/// More than this in one chart nobody can compare.
constexpr std::size_t kMostLabels = 40, kMostSeries = 8;

/// A fact in the place where the chart names it.
struct Named {
    const Fact* fact;
    Span span;
};

class Rows {
public:
    Rows(const Fields& fields, Chart& chart, const Context& context)
        : fields_(fields), chart_(chart), context_(context) {
        if (const auto* unit = fields["unit"]) unit_ = read_plain(*unit);
    }

    bool read() {
        if (const auto* facts = fields_["facts"]) {
            read_facts(*facts);
        } else if (const auto* series = fields_["series"]) {
            read_series(*series);
        } else if (const auto* rows = fields_["rows"]) {
            read_table(*rows);
        }
        return is_good_;
    }

private:
    void error(std::string_view code, Span span, diag::Message message, std::vector<diag::Message> hints = {}) {
        is_good_ = false;
        context_.diagnostics.error(std::string(code), span, std::move(message), std::move(hints));
    }
    std::vector<Named> find_facts(const yaml::Node& ids);
    void read_facts(const yaml::Node& ids);
    void read_series(const yaml::Node& list);
    void read_table(const yaml::Node& rows);
    void read_titles();
    void read_row(const yaml::Node& row);
    std::optional<Quantity> quantity(std::string_view text, std::string_view unit, Span span);
    void add_labels(const std::vector<Named>&);
    void read_progress(const std::vector<Named>&);
    static bool is_one_thing(const std::vector<Named>&);

    const Fields& fields_;
    Chart& chart_;
    const Context& context_;
    std::string unit_;  ///< of values that have none of their own
    bool is_good_ = true;
};

std::optional<Quantity> Rows::quantity(std::string_view text, std::string_view unit, Span span) {
    if (is_no_value(text)) return std::nullopt;
    auto value = parse_quantity(text, unit, span);
    if (value && value->unit.empty() && !unit_.empty()) value = parse_quantity(text, unit_, span);
    if (!value)
        error("not-a-number", span,
              {"“" + std::string(text) + "”读不成数", "“" + std::string(text) + "” cannot be read as a number"},
              {{"写成127、1,000、5000余、2万这样；没有数就写“—”",
                "write it as 127, 1,000, 5000余 or 2万; “—” where there is none"}});
    return value;
}

std::vector<Named> Rows::find_facts(const yaml::Node& ids) {
    std::vector<Named> found;
    if (ids.items.empty()) error("empty-list", ids.span, {"这个列表是空的", "this list is empty"});
    for (const auto& item : ids.items) {
        const bool has_form =
            has_item_form(item, kScalar, {"图表的一项数据", "a fact of a chart"}, context_.diagnostics);
        const auto* fact = has_form ? context_.facts.find(item.text) : nullptr;
        if (has_form && fact == nullptr) context_.facts.report_unknown(item.text, item.span, context_.diagnostics);
        if (fact == nullptr)
            is_good_ = false;
        else
            found.push_back({fact, item.span});
    }
    return found;
}

/// The same thing at several times.
bool Rows::is_one_thing(const std::vector<Named>& facts) {
    return facts.size() > 1 && std::ranges::all_of(facts, [&](const Named& each) {
               return each.fact->name == facts.front().fact->name && !each.fact->period.empty();
           });
}

void Rows::add_labels(const std::vector<Named>& facts) {
    const bool in_time = is_one_thing(facts);
    for (const auto& [fact, span] : facts) {
        auto& label = chart_.labels.emplace_back();
        label.text = in_time ? fact->period : fact->name;
        if (chart_.kind != Chart::Kind::progress && !fact->target.empty())
            label.target = quantity(fact->target, fact->target.ends_with(fact->unit) ? "" : fact->unit, span);
    }
    for (auto& label : chart_.labels) {  // of two things of one name, the time tells which
        const auto i = static_cast<std::size_t>(&label - chart_.labels.data());
        const auto same = [&](const Named& each) { return each.fact->name == facts[i].fact->name; };
        if (!in_time && std::ranges::count_if(facts, same) > 1) label.text += facts[i].fact->period;
    }
}

void Rows::read_facts(const yaml::Node& ids) {
    const auto facts = find_facts(ids);
    if (facts.empty()) return;
    add_labels(facts);
    auto& series = chart_.series.emplace_back();
    if (is_one_thing(facts)) series.name = facts.front().fact->name;
    if (chart_.kind == Chart::Kind::progress) return read_progress(facts);
    for (const auto& [fact, span] : facts) series.values.push_back(quantity(fact->value, fact->unit, span));
}

/// The value of a bar of progress is the share of its target.
void Rows::read_progress(const std::vector<Named>& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& [fact, span] = facts[i];
        auto& label = chart_.labels[i];
        auto& values = chart_.series.front().values;
        auto value = quantity(fact->value, fact->unit, span);
        if (fact->share.empty()) {
            values.push_back(std::move(value));
            continue;
        }
        values.push_back(quantity(fact->share, fact->share.ends_with('%') ? "" : "%", span));
        label.amount = std::move(value);
        if (!fact->target.empty())
            label.target = quantity(fact->target, fact->target.ends_with(fact->unit) ? "" : fact->unit, span);
    }
}

void Rows::read_series(const yaml::Node& list) {
    std::vector<std::vector<Named>> all;
    for (const auto& item : list.items) {
        if (!has_item_form(item, kMapping, {"一组数据", "a series"}, context_.diagnostics)) {
            is_good_ = false;
            continue;
        }
        const Fields fields(item, group("series"), context_.diagnostics);
        auto& series = chart_.series.emplace_back();
        if (const auto* name = fields["name"]) series.name = read_plain(*name);
        const auto* ids = fields["facts"];
        if (ids == nullptr) {
            is_good_ = false;
            continue;
        }
        all.push_back(find_facts(*ids));
        for (const auto& [fact, span] : all.back()) series.values.push_back(quantity(fact->value, fact->unit, span));
        if (all.back().size() != all.front().size() && is_good_)
            error("chart-series", ids->span,
                  {"各组的数据要一样多，第一组有" + std::to_string(all.front().size()) + "个",
                   "all series need equally many facts; the first has " + std::to_string(all.front().size())});
    }
    if (list.items.empty()) error("empty-list", list.span, {"这个列表是空的", "this list is empty"});
    if (!is_good_) return;
    add_labels(all.front());
    if (std::ranges::all_of(all, is_one_thing)) return;
    for (const auto& facts : all)
        for (std::size_t i = 0; i < facts.size(); ++i)
            if (facts[i].fact->name != all.front()[i].fact->name)
                error("chart-series", facts[i].span,
                      {"各组同一位置要是同一个指标，第一组这里是“" + all.front()[i].fact->name + "”",
                       "facts in the same place of each series must be of one name; in the first it is “" +
                           all.front()[i].fact->name + "”"});
}

void Rows::read_titles() {
    const auto* columns = fields_["columns"];
    if (columns == nullptr) return;
    for (std::size_t i = 0; i < columns->items.size(); ++i) {
        const auto& node = columns->items[i];
        if (i > 0) chart_.series.emplace_back();
        if (node.is_null()) continue;
        const auto title = context_.rich_item(node, {"列的标题", "the title of a column"});
        if (i > 0) chart_.series.back().name = plain_text(title);
    }
}

void Rows::read_row(const yaml::Node& row) {
    if (!has_item_form(row, kList, {"图表的一行", "a row of a chart"}, context_.diagnostics)) {
        is_good_ = false;
        return;
    }
    if (chart_.series.empty())  // no titles: as many series as the first row has values
        chart_.series.resize(std::max<std::size_t>(row.items.size(), 2) - 1);
    if (row.items.size() != chart_.series.size() + 1) {
        const auto wanted = std::to_string(chart_.series.size());
        return error("chart-cells", row.span,
                     {"这一行要写一个名称和" + wanted + "个数",
                      "this row needs a label and " + wanted + (wanted == "1" ? " value" : " values")},
                     {{"没有数就写“—”", "write “—” where there is no value"}});
    }
    for (std::size_t i = 0; i < row.items.size(); ++i) {
        const auto& cell = row.items[i];
        if (i > 0 && cell.is_null()) {
            chart_.series[i - 1].values.emplace_back();
            continue;
        }
        const auto text = plain_text(context_.rich_item(cell, {"图表的一格", "a cell of a chart"}));
        if (i == 0)
            chart_.labels.emplace_back().text = text;
        else
            chart_.series[i - 1].values.push_back(quantity(text, "", cell.span));
    }
}

void Rows::read_table(const yaml::Node& rows) {
    read_titles();
    if (rows.items.empty()) error("empty-list", rows.span, {"这个列表是空的", "this list is empty"});
    for (const auto& row : rows.items) {
        read_row(row);
        if (!is_good_) return;
    }
}

}  // namespace

bool read_chart_rows(const Fields& fields, const yaml::Node& mapping, Chart& chart, const Context& context) {
    int sources = 0;
    for (const auto* key : {"facts", "series", "rows"}) sources += fields.has(key) ? 1 : 0;
    if (sources != 1) {
        const auto place = mapping.entries.empty() ? mapping.span : mapping.entries.front().key_span;
        context.diagnostics.error(
            "chart-data", place,
            {sources == 0 ? "图表没有数据" : "图表的数据写了不止一处",
             sources == 0 ? "the chart has no data" : "the chart has its data in more than one way"},
            {{"写“facts”（数据）、“series”（各组）或“rows”（行）中的一个",
              "give one of “facts”, “series” and “rows”"}});
        return false;
    }
    if (!Rows(fields, chart, context).read() || chart.labels.empty()) return false;
    if (chart.labels.size() <= kMostLabels && chart.series.size() <= kMostSeries) return true;
    context.diagnostics.error("chart-size", mapping.span,
                              {"一张图最多40项、8组", "a chart has 40 labels and 8 series at most"},
                              {{"分成几张图，或改用表格", "make several charts of it, or a table"}});
    return false;
}

}  // namespace zheye::content
