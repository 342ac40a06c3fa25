// Each getter looks its key up, converts the scalar and reports what does not fit; a wrong value yields a harmless one
// so that reading goes on and all mistakes are found in one run.
#include "theme/settings.h"

#include "base/length.h"
#include "base/nearest.h"

#include <charconv>
#include <cmath>

namespace zheye::theme {

namespace {
const yaml::Node kNull;

constexpr double kLongest = 14400;  // pt: the largest page that PDF 32000-1, annex C, allows

/// Lists and wrong kinds have no text of their own.
std::string shown(const yaml::Node& node) { return node.is_scalar() ? node.text : std::string{}; }

/// A number without trailing noughts.
std::string plain_number(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string bounds(double low, double high) { return plain_number(low) + "–" + plain_number(high); }

/// A node as YAML in one line.
std::string in_one_line(const yaml::Node& node) {
    std::string text;
    if (node.is_scalar()) return node.quoted ? '"' + node.text + '"' : node.text;
    for (const auto& item : node.items) text += (text.empty() ? "" : ", ") + in_one_line(item);
    if (node.is_sequence()) return "[" + text + "]";
    for (const auto& [key, span, value] : node.entries)
        text += (text.empty() ? "" : ", ") + key + ": " + in_one_line(value);
    return "{" + text + "}";
}
}  // namespace

Settings::Settings(const yaml::Node& map, std::string path, const Vocabulary& vocabulary,
                   diag::Diagnostics& diagnostics, std::string recorded)
    : map_(map),
      path_(std::move(path)),
      vocabulary_(vocabulary),
      diagnostics_(diagnostics),
      recorded_(std::move(recorded)) {
    if (!map.is_mapping())
        diagnostics_.error(
            "theme-value", map.span,
            {"主题的“" + path_ + "”应是一组设置（键: 值）", "theme setting '" + path_ + "' must be a mapping"});
}

Settings::~Settings() {
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    for (const auto& entry : map_.entries) {
        if (asked_.contains(entry.key)) continue;
        std::vector<diag::Message> hints;
        if (const auto near = nearest(entry.key, known))
            hints.push_back({"是不是“" + *near + "”？", "did you mean '" + *near + "'?"});
        diagnostics_.error("unknown-setting", entry.key_span,
                           {"主题里没有这项设置：" + path_ + "." + entry.key,
                            "unknown theme setting '" + path_ + "." + entry.key + "'"},
                           std::move(hints));
    }
}

bool Settings::has(std::string_view key) const {
    for (const auto& entry : map_.entries)
        if (entry.key == key) return true;
    return false;
}

std::string Settings::recorded(std::string_view key) const {
    return recorded_.empty() ? std::string(key) : recorded_ + "." + std::string(key);
}

void Settings::record(std::string_view key, std::string_view kind, std::string limits) const {
    if (!vocabulary_.record) return;
    auto path = recorded(key);
    if (!vocabulary_.record->paths.insert(path).second) return;
    Setting setting{std::move(path), std::string(kind), std::move(limits), {}, {}};
    for (const auto& entry : map_.entries) {
        if (entry.key != key) continue;
        setting.value = in_one_line(entry.value);
        setting.key = entry.key_span;
    }
    vocabulary_.record->settings.push_back(std::move(setting));
}

const yaml::Node* Settings::find(std::string_view key) {
    asked_.emplace(key);
    for (const auto& entry : map_.entries)
        if (entry.key == key) return &entry.value;
    if (map_.is_mapping())
        diagnostics_.error("missing-setting", map_.span,
                           {"主题缺少设置：" + path_ + "." + std::string(key),
                            "theme setting '" + path_ + "." + std::string(key) + "' is missing"});
    return nullptr;
}

void Settings::wrong(const yaml::Node& at, std::string_view key, const std::string& wanted_zh,
                     const std::string& wanted_en) {
    const std::string name = path_ + "." + std::string(key);
    diagnostics_.error("theme-value", at.span,
                       {"主题设置 " + name + " 应是" + wanted_zh + "，不是“" + shown(at) + "”",
                        "theme setting '" + name + "' must be " + wanted_en + ", not '" + shown(at) + "'"});
}

const yaml::Node& Settings::node(std::string_view key) {
    const auto* found = find(key);
    return found ? *found : kNull;
}

std::optional<double> Settings::read_number(const yaml::Node& node) const {
    if (!node.is_scalar()) return {};
    double value = 0;
    const auto* end = node.text.data() + node.text.size();
    const auto [at, error] = std::from_chars(node.text.data(), end, value);
    if (error != std::errc{} || at != end || !std::isfinite(value)) return {};
    return value;
}

double Settings::number(std::string_view key, double low, double high) {
    record(key, "number", bounds(low, high));
    const auto* found = find(key);
    if (!found) return low;
    const auto value = read_number(*found);
    if (value && *value >= low && *value <= high) return *value;
    wrong(*found, key, "数", "a number within its bounds");
    return low;
}

int Settings::integer(std::string_view key, int low, int high) {
    record(key, "integer", bounds(low, high));
    const double value = number(key, low, high);
    if (value != std::floor(value)) wrong(*find(key), key, "整数", "a whole number");
    return static_cast<int>(value);
}

double Settings::length(std::string_view key, double least) {
    record(key, "length", least > 0 ? "≥" + plain_number(least) + "pt" : std::string{});
    const auto* found = find(key);
    if (!found) return least;
    const auto value = found->is_scalar() ? parse_length(found->text) : std::nullopt;
    const double pt = value ? value->in_pt(vocabulary_.em) : 0;
    if (value && pt >= least && pt <= kLongest) return pt;
    if (value)
        wrong(*found, key, "不小于 " + std::to_string(static_cast<int>(least)) + "pt 的合理长度",
              "a sensible length of at least " + std::to_string(static_cast<int>(least)) + "pt");
    else
        wrong(*found, key, "长度（如 10.5pt、8mm、2em、五号）", "a length such as 10.5pt, 8mm or 2em");
    return least;
}

std::vector<double> Settings::lengths(std::string_view key, std::size_t least) {
    record(key, "lengths");
    std::vector<double> values;
    const auto* found = find(key);
    if (!found) return values;
    for (const auto& item : found->items) {
        const auto value = item.is_scalar() ? parse_length(item.text) : std::nullopt;
        if (value && value->in_pt(vocabulary_.em) >= 1)
            values.push_back(value->in_pt(vocabulary_.em));
        else
            wrong(item, key, "长度", "a length");
    }
    if (!found->is_sequence() || values.size() < least) wrong(*found, key, "一列长度", "a list of lengths");
    return values;
}

bool Settings::flag(std::string_view key) { return choice(key, {"false", "true"}) == 1; }

std::string Settings::word(std::string_view key) {
    record(key, "word");
    const auto* found = find(key);
    if (!found) return {};
    if (!found->is_scalar()) wrong(*found, key, "一个词", "a word");
    return found->text;
}

std::vector<std::string> Settings::words(std::string_view key) {
    record(key, "words");
    std::vector<std::string> words;
    const auto* found = find(key);
    if (!found) return words;
    if (!found->is_sequence()) wrong(*found, key, "一列词", "a list of words");
    for (const auto& item : found->items) {
        if (item.is_scalar() && !item.text.empty())
            words.push_back(item.text);
        else
            wrong(item, key, "一个词", "a word");
    }
    return words;
}

std::size_t Settings::choice(std::string_view key, const std::vector<std::string_view>& names) {
    std::string list;
    for (const auto name : names) list += (list.empty() ? "" : " | ") + std::string(name);
    record(key, "choice", list);
    const auto* found = find(key);
    if (!found) return 0;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (found->is_scalar() && found->text == names[i]) return i;
    wrong(*found, key, list, list);
    return 0;
}

std::optional<Colour> Settings::read_colour(const yaml::Node& node) const {
    if (!node.is_scalar()) return {};
    const auto named = vocabulary_.palette.find(node.text);
    return named != vocabulary_.palette.end() ? named->second : parse_colour(node.text);
}

std::vector<Colour> Settings::read_colours(std::string_view key, const yaml::Node& node) {
    std::vector<Colour> values;
    for (const auto& item : node.items)
        if (const auto value = read_colour(item))
            values.push_back(*value);
        else
            wrong(item, key, "颜色（调色板里的名字，或 \"#b5261e\"）", "a colour of the palette or \"#rrggbb\"");
    if (node.items.empty()) wrong(node, key, "一列颜色", "a list of colours");
    return values;
}

std::vector<Colour> Settings::colours(std::string_view key) {
    record(key, "colours");
    const auto* found = find(key);
    if (!found) return {};
    auto values = read_colours(key, *found);
    if (values.empty()) values.push_back({});
    return values;
}

std::vector<Colour> Settings::colours_or_none(std::string_view key) {
    record(key, "colours or none");
    const auto* found = find(key);
    if (!found || (found->is_scalar() && found->text == "none")) return {};
    return read_colours(key, *found);
}

std::optional<Colour> Settings::optional_colour(std::string_view key) {
    record(key, "colour or none");
    const auto* found = find(key);
    if (!found) return {};
    if (found->is_scalar() && found->text == "none") return {};
    if (const auto value = read_colour(*found)) return value;
    wrong(*found, key, "颜色（调色板里的名字，或 \"#b5261e\"）", "a colour of the palette or \"#rrggbb\"");
    return {};
}

Colour Settings::colour(std::string_view key) {
    record(key, "colour");
    const auto value = optional_colour(key);
    const auto* written = value ? nullptr : find(key);
    if (written && written->is_scalar() && written->text == "none")
        wrong(*written, key, "颜色，这里不能没有", "a colour");
    return value.value_or(Colour{});
}

std::vector<double> Settings::numbers(std::string_view key, std::size_t count) {
    record(key, std::to_string(count) + " numbers");
    std::vector<double> values;
    const auto* found = find(key);
    if (found) {
        for (const auto& item : found->items)
            if (const auto value = read_number(item)) values.push_back(*value);
        if (values.size() != count || found->items.size() != count)
            wrong(*found, key, std::to_string(count) + " 个数的列表",
                  "a list of " + std::to_string(count) + " numbers");
    }
    values.resize(count);
    return values;
}

Rect Settings::rect(std::string_view key) {
    record(key, "rectangle");
    const auto v = numbers(key, 4);
    return {v[0], v[1], v[2], v[3]};
}

std::optional<Rect> Settings::optional_rect(std::string_view key) {
    record(key, "rectangle or none");
    const auto* found = find(key);
    if (!found || (found->is_scalar() && found->text == "none")) return {};
    return rect(key);
}

void Settings::map(std::string_view key, const std::function<void(Settings&)>& read, std::string_view kind) {
    record(key, kind.empty() ? "group" : kind);
    const auto* found = find(key);
    if (!found) return;
    Settings inner(*found, path_ + "." + std::string(key), vocabulary_, diagnostics_,
                   kind.empty() ? recorded(key) : std::string(kind));
    if (found->is_mapping()) read(inner);
}

void Settings::list(std::string_view key, const std::function<void(Settings&)>& read, std::string_view kind) {
    record(key, kind.empty() ? "items" : kind);
    const auto* found = find(key);
    if (!found) return;
    if (!found->is_sequence()) return wrong(*found, key, "列表", "a list");
    for (const auto& item : found->items) {
        Settings inner(item, path_ + "." + std::string(key), vocabulary_, diagnostics_,
                       kind.empty() ? recorded(key) : std::string(kind));
        if (item.is_mapping()) read(inner);
    }
}

}  // namespace zheye::theme
