// The text alternative: every number that the chart shows, in its order.
#include "layout/chart.h"

namespace zheye::layout {

namespace {

using content::Chart;
using content::Quantity;

class Telling {
public:
    Telling(const Chart& chart, std::string_view language)
        : chart_(chart), language_(language), words_(chart_words_for(language)) {}

    std::string tell() {
        std::string text = words_.kinds[static_cast<std::size_t>(chart_.kind)];
        const auto title = content::plain_text(chart_.title);
        if (!title.empty()) text += words_.open + title + words_.close;
        if (chart_.series.size() == 1 && !chart_.series.front().name.empty())
            text += words_.comma + chart_.series.front().name;
        if (!unit_once().empty()) text += words_.comma + words_.unit + unit_once();
        text += words_.stop;
        if (latin()) text += " ";
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
            if (i > 0) text += words_.semicolon;
            text += chart_.labels[i].text + words_.colon + values(i);
        }
        if (chart_.target) text += words_.semicolon + words_.target + figure(*chart_.target);
        return text + words_.stop;
    }

private:
    [[nodiscard]] bool latin() const { return words_.stop == "."; }
    /// The unit that all have, said once; per cent is said with each.
    [[nodiscard]] std::string unit_once() const { return chart_.unit == "%" ? std::string{} : chart_.unit; }
    [[nodiscard]] std::string whole(const Quantity& q) const { return whole_figure(q.text, q.unit, language_); }
    [[nodiscard]] std::string figure(const Quantity& q) const { return unit_once().empty() ? whole(q) : q.text; }

    [[nodiscard]] std::string values(std::size_t label) const {
        std::string text;
        for (const auto& series : chart_.series) {
            if (&series != chart_.series.data()) text += words_.comma;
            const auto& value = series.values[label];
            if (chart_.series.size() > 1) text += series.name + (latin() ? " " : "");
            text += value ? figure(*value) : words_.no_value;
            if (value && chart_.kind == Chart::Kind::donut) text += share(*value);
        }
        const auto& more = chart_.labels[label];
        if (more.amount) text += words_.comma + whole(*more.amount);
        if (more.target)
            text += words_.comma + words_.target + (more.amount ? whole(*more.target) : figure(*more.target));
        return text;
    }
    [[nodiscard]] std::string share(const Quantity& value) const {
        const auto text = share_of_whole(chart_, value);
        return text.empty() ? text : words_.comma + words_.share + text;
    }

    const Chart& chart_;
    std::string_view language_;
    const ChartWords words_;
};

}  // namespace

std::string chart_in_words(const Chart& chart, std::string_view language) { return Telling(chart, language).tell(); }

}  // namespace zheye::layout
