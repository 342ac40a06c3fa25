#include "content/crop.h"

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::content {

namespace {

constexpr double kFlattest = 10;
constexpr int kMostInRow = 8, kMostRows = 20;

std::optional<double> whole_number(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    double value = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, value);
    return problem == std::errc{} && at == end && !text.empty() ? std::optional(value) : std::nullopt;
}

/// What stands before and after the first of the marks.
std::optional<std::pair<double, double>> pair(std::string_view text, const std::vector<std::string_view>& marks) {
    for (const auto mark : marks) {
        const auto at = text.find(mark);
        if (at == std::string_view::npos) continue;
        const auto first = whole_number(text.substr(0, at)), second = whole_number(text.substr(at + mark.size()));
        if (first && second) return std::pair{*first, *second};
    }
    return {};
}

void wrong(const yaml::Node& node, const diag::Message& wanted, diag::Diagnostics& diagnostics) {
    const std::string text = node.is_scalar() ? node.text : "";
    diagnostics.error("bad-value", node.span,
                      {(text.empty() ? "这里要" : "“" + text + "”不行，这里要") + wanted.zh,
                       (text.empty() ? "expected " : "“" + text + "” will not do, expected ") + wanted.en});
}

std::optional<double> share(const yaml::Node& node) {
    std::string_view text = node.text;
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    const auto value = node.is_scalar() ? whole_number(text) : std::nullopt;
    if (!value) return {};
    const double result = percent ? *value / 100 : *value;
    return result >= 0 && result <= 1 ? std::optional(result) : std::nullopt;
}

/// The sides that are named; what is not stays in the middle.
std::optional<Point> side(std::string_view text) {
    struct Word {
        std::string_view word;
        std::optional<double> x, y;
    };
    static constexpr std::array kWords{Word{"top", {}, 0},   Word{"bottom", {}, 1},  Word{"left", 0, {}},
                                       Word{"right", 1, {}}, Word{"centre", {}, {}}, Word{"center", {}, {}},
                                       Word{"上", {}, 0},    Word{"下", {}, 1},      Word{"左", 0, {}},
                                       Word{"右", 1, {}},    Word{"中", {}, {}},     Word{" ", {}, {}}};
    Point point{0.5, 0.5};
    if (text.empty()) return {};
    while (!text.empty()) {
        const Word* found = nullptr;
        for (const auto& one : kWords)
            if (text.starts_with(one.word)) found = &one;
        if (found == nullptr) return {};
        point = {found->x.value_or(point.x), found->y.value_or(point.y)};
        text.remove_prefix(found->word.size());
    }
    return point;
}

}  // namespace

std::optional<double> read_crop(const yaml::Node& node, diag::Diagnostics& diagnostics) {
    const std::string_view text = node.text;
    std::optional<double> ratio = text == "square" || text == "方形" ? std::optional(1.0) : whole_number(text);
    if (const auto sides = pair(text, {":", "：", "/", "比"}); sides && sides->second > 0)
        ratio = sides->first / sides->second;
    if (ratio && *ratio >= 1 / kFlattest && *ratio <= kFlattest) return ratio;
    wrong(node, {"宽比高，如3:2、1:1、方形", "width to height, as 3:2, 1:1, square"}, diagnostics);
    return {};
}

std::optional<Point> read_focus(const yaml::Node& node, diag::Diagnostics& diagnostics) {
    std::optional<Point> point;
    if (node.is_scalar()) {
        point = side(node.text);
    } else if (node.items.size() == 2) {
        const auto x = share(node.items[0]), y = share(node.items[1]);
        if (x && y) point = Point{*x, *y};
    }
    if (!point)
        wrong(node,
              {"上、下、左、右、左上……或[横, 竖]，如[0.3, 0.4]", "top, bottom left, … or two shares, as [0.3, 0.4]"},
              diagnostics);
    return point;
}

std::optional<Grid> read_grid(const yaml::Node& node, diag::Diagnostics& diagnostics) {
    Grid grid;
    const auto sides = pair(node.text, {"x", "X", "×", "*"});
    const double columns = sides ? sides->second : whole_number(node.text).value_or(0), rows = sides ? sides->first : 0;
    grid.columns = columns >= 1 && columns <= kMostInRow ? static_cast<int>(columns) : 0;
    grid.rows = rows >= 0 && rows <= kMostRows ? static_cast<int>(rows) : -1;
    if (grid.columns == columns && grid.rows == rows && grid.columns > 0 && (!sides || grid.rows > 0)) return grid;
    wrong(node, {"几列，或几行x几列，如2x3", "a number of columns, or rows x columns, as 2x3"}, diagnostics);
    return {};
}

}  // namespace zheye::content
