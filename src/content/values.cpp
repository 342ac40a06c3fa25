// The small grammars of single values.
#include "content/values.h"

#include "base/length.h"
#include "content/language.h"
#include "content/lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace zheye::content {

using diag::Diagnostics;
using diag::Message;

namespace {

std::nullopt_t bad_value(const yaml::Node& node, const Message& wanted, Diagnostics& diagnostics,
                         std::vector<Message> hints = {}) {
    diagnostics.error(
        "bad-value", node.span,
        {"“" + node.text + "”不行，这里要" + wanted.zh, "“" + node.text + "” will not do, expected " + wanted.en},
        std::move(hints));
    return std::nullopt;
}

/// The whole text as a number, or nothing.
template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto* const end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc{} || at != end || text.empty()) return std::nullopt;
    return value;
}

struct NamedPaper {
    std::string_view name;
    double width, height;  ///< mm
};

/// ISO 216 and the usual trimmed sizes of the Chinese book trade (正度 and 大度).
constexpr std::array<NamedPaper, 16> kPapers{{{"A1", 594, 841},
                                              {"A2", 420, 594},
                                              {"A3", 297, 420},
                                              {"A4", 210, 297},
                                              {"A5", 148, 210},
                                              {"A6", 105, 148},
                                              {"B5", 176, 250},
                                              {"8开", 260, 370},
                                              {"大8开", 285, 420},
                                              {"16开", 185, 260},
                                              {"大16开", 210, 285},
                                              {"32开", 130, 184},
                                              {"大32开", 140, 203},
                                              {"64开", 92, 126},
                                              {"square", 210, 210},
                                              {"正方形", 210, 210}}};

constexpr double kLeastDistance = 200 * kPointsPerMm, kMostDistance = 20000 * kPointsPerMm;

/// A length as people give distances: also in metres.
std::optional<double> distance(std::string_view text) {
    for (const std::string_view metre : {"米", "m"}) {
        if (!text.ends_with(metre)) continue;
        auto count = text.substr(0, text.size() - metre.size());
        while (count.ends_with(' ')) count.remove_suffix(1);
        if (const auto metres = number<double>(count)) return *metres * 1000 * kPointsPerMm;
    }
    const auto length = parse_length(text);
    return length && length->unit == Length::Unit::pt ? std::optional(length->value) : std::nullopt;
}

/// In points.
constexpr double kLeastPaper = 50 * kPointsPerMm, kMostPaper = 2000 * kPointsPerMm;

std::optional<Size> dimensions(std::string_view text) {
    std::size_t at = std::string_view::npos, length = 0;
    for (const std::string_view times : {"x", "X", "×", "*"})
        if (at == std::string_view::npos) at = text.find(times), length = times.size();
    if (at == std::string_view::npos) return std::nullopt;
    const auto height = parse_length(text.substr(at + length));
    auto width = parse_length(text.substr(0, at));
    if (!width && height) {  // 210x297mm: the unit stands once
        const auto unit_at = text.find_last_of("0123456789. ");
        width = parse_length(std::string(text.substr(0, at)) + std::string(text.substr(unit_at + 1)));
    }
    if (!width || !height || width->unit == Length::Unit::em || height->unit == Length::Unit::em) return std::nullopt;
    return Size{width->value, height->value};
}

bool is_paper(double length) { return length >= kLeastPaper && length <= kMostPaper; }

bool is_same_ignoring_case(std::string_view a, std::string_view b) {
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
    return std::ranges::equal(a, b, {}, upper, upper);
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_date(std::string_view text) {
    if (!is_digits(text.substr(0, 4)) || text.size() < 4) return false;
    if (text.size() == 4) return true;
    if ((text.size() != 7 && text.size() != 10) || text[4] != '-' || !is_digits(text.substr(5, 2))) return false;
    const auto month = *number<unsigned>(text.substr(5, 2));
    if (text.size() == 7) return month >= 1 && month <= 12;
    if (text[7] != '-' || !is_digits(text.substr(8))) return false;
    const auto day = *number<unsigned>(text.substr(8));
    return std::chrono::year_month_day(std::chrono::year(*number<int>(text.substr(0, 4))), std::chrono::month(month),
                                       std::chrono::day(day))
        .ok();
}

}  // namespace

std::optional<bool> read_flag(const yaml::Node& node, Diagnostics& diagnostics) {
    for (const std::string_view yes : {"true", "True", "yes", "是", "有", "要"})
        if (node.text == yes) return true;
    for (const std::string_view no : {"false", "False", "no", "否", "无", "不要"})
        if (node.text == no) return false;
    return bad_value(node, {"true或false（是、否）", "true or false"}, diagnostics);
}

std::optional<std::string_view> read_choice(const yaml::Node& node, std::span<const Choice> choices,
                                            Diagnostics& diagnostics) {
    if (const auto* choice = find_choice(choices, node.text)) return choice->name;
    Message wanted;
    std::vector<std::string> names;
    for (const auto& choice : choices) {
        const auto shown = choice.aliases.substr(0, choice.aliases.find('|'));
        wanted.zh += (wanted.zh.empty() ? "" : "、") + std::string(choice.name) + "（" + std::string(shown) + "）";
        wanted.en += (wanted.en.empty() ? "" : " | ") + std::string(choice.name);
        each_name(choice, [&](std::string_view name) { names.emplace_back(name); });
    }
    auto hints = hints_for(node.text, names);
    if (names.size() > 0 && !hints.empty() && hints.front().en.starts_with("one of")) hints.clear();
    return bad_value(node, wanted, diagnostics, std::move(hints));
}

Direction read_direction(const Fields& fields, Diagnostics& diagnostics) {
    const auto* node = fields["direction"];
    if (node == nullptr) return Direction::horizontal;
    const auto* const key = find_key(group("chapter"), "direction");
    const auto choice = read_choice(*node, key->choices, diagnostics);
    return choice == "vertical" ? Direction::vertical : Direction::horizontal;
}

std::optional<int> read_count(const yaml::Node& node, int least, int most, Diagnostics& diagnostics) {
    if (const auto value = number<int>(node.text); value && *value >= least && *value <= most) return *value;
    const auto from = std::to_string(least), to = std::to_string(most);
    return bad_value(node, {from + "到" + to + "的整数", "a whole number from " + from + " to " + to}, diagnostics);
}

std::optional<double> read_positive(const yaml::Node& node, Diagnostics& diagnostics) {
    if (const auto value = number<double>(node.text); value && *value > 0 && *value < 1e6) return *value;
    return bad_value(node, {"大于零的数", "a number above zero"}, diagnostics);
}

namespace {

/// 2019年7月1日, 2019/7/1 and 2019.7.1 → 2019-07-01; other text as it is.
std::string iso_date(std::string_view text) {
    std::string date;
    for (const auto marks :
         {std::array<std::string_view, 3>{"年", "月", "日"}, {"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}}) {
        std::string_view rest = text;
        date.clear();
        for (std::size_t part = 0; part < marks.size() && !rest.empty(); ++part) {
            const auto end = std::min(rest.find_first_not_of("0123456789"), rest.size());
            const std::string_view figures = rest.substr(0, end);
            if (figures.size() > 4) break;
            date += (part > 0 ? "-" : "") + std::string(figures.size() == 1 ? "0" : "") + std::string(figures);
            rest.remove_prefix(end);
            if (!marks[part].empty() && rest.starts_with(marks[part])) rest.remove_prefix(marks[part].size());
        }
        if (rest.empty() && is_date(date)) return date;
    }
    return std::string(text);
}

}  // namespace

std::optional<std::string> read_date(const yaml::Node& node, Diagnostics& diagnostics) {
    if (auto date = iso_date(node.text); is_date(date)) return date;
    return bad_value(node, {"日期，如2019、2019-07或2019-07-01", "a date as 2019, 2019-07 or 2019-07-01"}, diagnostics);
}

std::optional<Paper> read_size(const yaml::Node& node, Diagnostics& diagnostics) {
    for (const auto& paper : kPapers)
        if (is_same_ignoring_case(node.text, paper.name))
            return Paper{{paper.width * kPointsPerMm, paper.height * kPointsPerMm}, true};
    if (const auto size = dimensions(node.text); size && is_paper(size->width) && is_paper(size->height))
        return Paper{*size, false};
    bad_value(node,
              {"A1到A6、B5、8开、大8开、16开、大16开、32开、大32开、64开、正方形，或210x297mm这样的宽乘高",
               "A1 to A6, B5, 8开, 大8开, 16开, 大16开, 32开, 大32开, 64开, square, or width x height as 210x297mm"},
              diagnostics, {{"每边50到2000毫米", "each side from 50 to 2000 mm"}});
    return std::nullopt;
}

std::optional<double> read_distance(const yaml::Node& node, Diagnostics& diagnostics) {
    if (const auto pt = distance(node.text); pt && *pt >= kLeastDistance && *pt <= kMostDistance) return pt;
    return bad_value(node, {"0.2到20米的距离，如2m、80cm", "a distance from 0.2 to 20 metres, as 2m or 80cm"},
                     diagnostics);
}

std::optional<std::string> read_language(const yaml::Node& node, Diagnostics& diagnostics) {
    if (auto tag = language_tag(node.text)) return tag;
    return bad_value(node, {"语言代码，如zh-Hans、zh-Hant、en", "a language tag as zh-Hans, zh-Hant, en"}, diagnostics);
}

std::string read_plain(const yaml::Node& node) {
    std::string result;
    for (std::size_t at = 0; at < node.text.size();) {
        auto end = at;
        while (end < node.text.size() && !is_line_end(node, end)) ++end;
        const auto line = trimmed(std::string_view(node.text).substr(at, end - at));
        if (!line.empty() && wants_space(result, line)) result += ' ';
        result += line;
        at = end + 1;
    }
    return result;
}

}  // namespace zheye::content
