#include "theme/layers.h"

#include "base/length.h"
#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace zheye::theme {

namespace {

constexpr std::array<std::string_view, 4> kForms = {"booklet", "bifold", "trifold", "poster"};
constexpr std::array<std::string_view, 4> kShapes = {"landscape", "square", "small", "medium"};

/// Sides that differ by less make a square.
constexpr double kSquare = 1.15;
/// pt: the diagonal of A5 is 256 mm, that of 16开 319, that of 大16开 354.
constexpr double kSmallDiagonal = 280 * kPointsPerMm, kMediumDiagonal = 330 * kPointsPerMm;

const yaml::Node* find(const yaml::Node& map, std::string_view key) {
    const auto at = std::ranges::find(map.entries, key, &yaml::Entry::key);
    return at == map.entries.end() ? nullptr : &at->value;
}

yaml::Node take(yaml::Node& map, std::string_view key) {
    yaml::Node value;
    const auto at = std::ranges::find(map.entries, key, &yaml::Entry::key);
    if (at == map.entries.end()) return value;
    value = std::move(at->value);
    map.entries.erase(at);
    return value;
}

void report_no_mapping(const std::string& path, diag::Span span, diag::Diagnostics& diagnostics) {
    diagnostics.error("theme-value", span,
                      {"主题的“" + path + "”应是一组设置（键: 值）", "theme setting '" + path + "' must be a mapping"});
}

void check_parts(const yaml::Node& parts, std::string_view key, std::span<const std::string_view> known,
                 diag::Diagnostics& diagnostics) {
    const auto whole = "theme." + std::string(key);
    if (!parts.is_mapping() && !parts.is_null()) report_no_mapping(whole, parts.span, diagnostics);
    for (const auto& entry : parts.entries) {
        const auto path = whole + "." + entry.key;
        if (std::ranges::find(known, entry.key) != known.end()) {
            if (!entry.value.is_mapping()) report_no_mapping(path, entry.value.span, diagnostics);
            continue;
        }
        const std::vector<std::string> names(known.begin(), known.end());
        std::vector<diag::Message> hints;
        if (const auto near = nearest(entry.key, names))
            hints.push_back({"是不是“" + *near + "”？", "did you mean '" + *near + "'?"});
        diagnostics.error("unknown-setting", entry.key_span,
                          {"主题里没有这项设置：" + path, "unknown theme setting '" + path + "'"}, std::move(hints));
    }
}

Size sheet_of(const content::PageSetup& wish, Size own) {
    Size sheet{wish.width.value_or(own.width), wish.height.value_or(own.height)};
    if (wish.landscape && *wish.landscape != (sheet.width > sheet.height)) std::swap(sheet.width, sheet.height);
    return sheet;
}

}  // namespace

Size page_for(content::Form form, const content::PageSetup& wish, Size own) {
    Size page = sheet_of(wish, own);
    if (form == content::Form::bifold) page.width /= 2;
    if (form == content::Form::trifold) page.width /= 3;
    return page;
}

Layers layers_for(content::Form form, const content::PageSetup& wish, std::optional<Size> own) {
    Layers layers;
    layers.form = kForms[static_cast<std::size_t>(form)];
    if (form == content::Form::bifold || form == content::Form::trifold) return layers;
    if (!own && !wish.width) return layers;
    const auto [width, height] = sheet_of(wish, own.value_or(Size{}));
    if (width < kSquare * height && height < kSquare * width)
        layers.shape = "square";
    else if (width > height)
        layers.shape = "landscape";
    const double diagonal = std::hypot(width, height);
    if (form == content::Form::booklet && layers.shape != "square" && diagonal < kMediumDiagonal)
        layers.size = diagonal < kSmallDiagonal ? "small" : "medium";
    return layers;
}

std::optional<Size> page_size(const yaml::Node& theme) {
    const auto* page = find(theme, "page");
    if (page == nullptr) return {};
    const auto side = [&](std::string_view key) {
        const auto* node = find(*page, key);
        const auto length = node && node->is_scalar() ? parse_length(node->text) : std::nullopt;
        return length && length->unit == Length::Unit::pt ? length->value : 0;
    };
    const Size size{side("width"), side("height")};
    return size.width > 0 && size.height > 0 ? std::optional(size) : std::nullopt;
}

void lay_over(yaml::Node& under, const yaml::Node& over) {
    if (!under.is_mapping() || !over.is_mapping()) {
        under = over;
        return;
    }
    for (const auto& entry : over.entries) {
        const auto same = std::ranges::find(under.entries, entry.key, &yaml::Entry::key);
        if (same == under.entries.end())
            under.entries.push_back(entry);
        else
            lay_over(same->value, entry.value);
    }
}

void apply_layers(yaml::Node& theme, const Layers& layers, diag::Diagnostics& diagnostics) {
    const auto shapes = take(theme, "shapes"), forms = take(theme, "forms");
    check_parts(shapes, "shapes", kShapes, diagnostics);
    check_parts(forms, "forms", kForms, diagnostics);
    for (const auto* part : {find(shapes, layers.shape), find(shapes, layers.size), find(forms, layers.form)})
        if (part != nullptr && part->is_mapping()) lay_over(theme, *part);
}

}  // namespace zheye::theme
