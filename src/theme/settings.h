// One mapping of a theme file, read key by key: every value is asked for once, what is missing, unknown or of the wrong
// kind is reported at its place. Must not know what the values are for.
#pragma once

#include "base/colour.h"
#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::theme {

using Palette = std::map<std::string, Colour, std::less<>>;

/// One setting as it was asked for: what it may be, and what it was.
struct Setting {
    std::string path;    ///< table.top; of a setting inside a rule, a style and the like: rule.width
    std::string kind;    ///< length, number, …; rule, area, style, artwork; group: a mapping
    std::string limits;  ///< 0–1, ≥1pt, a | b; empty: none
    std::string value;   ///< as YAML in one line
    diag::Span key;      ///< where it is written
};
/// Every setting once, in the order in which they were asked for.
struct Record {
    std::vector<Setting> settings;
    std::set<std::string> paths;
};

/// What reading needs besides the node: names of colours, what an em is, and who takes down what was asked.
struct Vocabulary {
    Palette palette;
    double em = 10.5;  ///< pt
    Record* record = nullptr;
};

class Settings {
public:
    /// `recorded`: the path under which its settings are recorded.
    Settings(const yaml::Node& map, std::string path, const Vocabulary&, diag::Diagnostics&, std::string recorded = {});
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;
    /// Reports the keys that nobody asked for.
    ~Settings();

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] double number(std::string_view key, double low, double high);
    [[nodiscard]] int integer(std::string_view key, int low, int high);
    /// At least `least` pt.
    [[nodiscard]] double length(std::string_view key, double least = 0);
    /// At least `least` of them, each at least 1 pt.
    [[nodiscard]] std::vector<double> lengths(std::string_view key, std::size_t least = 1);
    [[nodiscard]] bool flag(std::string_view key);
    [[nodiscard]] std::string word(std::string_view key);
    /// A list of words, which may be empty.
    [[nodiscard]] std::vector<std::string> words(std::string_view key);
    /// One of `names`; its index.
    [[nodiscard]] std::size_t choice(std::string_view key, const std::vector<std::string_view>& names);
    [[nodiscard]] Colour colour(std::string_view key);
    /// At least one.
    [[nodiscard]] std::vector<Colour> colours(std::string_view key);
    /// `none` is no colours.
    [[nodiscard]] std::vector<Colour> colours_or_none(std::string_view key);
    /// `none` is no colour.
    [[nodiscard]] std::optional<Colour> optional_colour(std::string_view key);
    [[nodiscard]] Rect rect(std::string_view key);
    /// `none` is no rectangle.
    [[nodiscard]] std::optional<Rect> optional_rect(std::string_view key);
    [[nodiscard]] std::vector<double> numbers(std::string_view key, std::size_t count);
    /// Calls `read` with the settings of a nested mapping. `kind`: what many settings are, recorded once for all.
    void map(std::string_view key, const std::function<void(Settings&)>& read, std::string_view kind = {});
    /// Calls `read` for each mapping of a list.
    void list(std::string_view key, const std::function<void(Settings&)>& read, std::string_view kind = {});
    /// Takes down a setting that none of the above reads.
    void record(std::string_view key, std::string_view kind, std::string limits = {}) const;
    /// The value as it is; null when missing (which is reported).
    [[nodiscard]] const yaml::Node& node(std::string_view key);
    [[nodiscard]] const yaml::Node& whole() const { return map_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    void wrong(const yaml::Node& at, std::string_view key, const std::string& wanted_zh, const std::string& wanted_en);

private:
    [[nodiscard]] const yaml::Node* find(std::string_view key);
    [[nodiscard]] std::optional<double> read_number(const yaml::Node&) const;
    [[nodiscard]] std::string recorded(std::string_view key) const;
    [[nodiscard]] std::optional<Colour> read_colour(const yaml::Node&) const;
    [[nodiscard]] std::vector<Colour> read_colours(std::string_view key, const yaml::Node&);

    const yaml::Node& map_;
    std::string path_;
    const Vocabulary& vocabulary_;
    diag::Diagnostics& diagnostics_;
    std::string recorded_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace zheye::theme
