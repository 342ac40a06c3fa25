// A theme is found, laid over its base node by node, and then read strictly: what is missing after that is an error.
#include "theme/read.h"

#include "theme/components.h"
#include "theme/contrast.h"
#include "theme/decoration.h"
#include "theme/layers.h"
#include "yaml/read.h"

#include <algorithm>
#include <optional>

namespace zheye::theme {

namespace {

constexpr int kDeepestChain = 16;  ///< of themes on themes, of styles on styles

const yaml::Node* value_of(const yaml::Node& map, std::string_view key) {
    for (const auto& entry : map.entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

void remove(yaml::Node& map, std::string_view key) {
    std::erase_if(map.entries, [&](const yaml::Entry& entry) { return entry.key == key; });
}

class Loader {
public:
    Loader(const Request& request, Layers layers, const FileSystem& files, diag::Sources& sources,
           diag::Diagnostics& diagnostics)
        : request_(request), layers_(layers), files_(files), sources_(sources), diagnostics_(diagnostics) {}

    /// The writer's choice with all that it is based on. What the themes have for this form lies over all that they
    /// say; over it lies only what the writer changes.
    std::optional<yaml::Node> chosen(const yaml::Node& choice) {
        if (choice.is_mapping()) return changed(choice);
        auto whole = named(choice.is_scalar() ? choice.text : std::string(kDefault), choice.span, 0);
        if (whole) apply_layers(*whole, layers_, diagnostics_);
        return whole;
    }

private:
    std::optional<yaml::Node> named(const std::string& name, diag::Span span, int depth) {
        if (depth > kDeepestChain) {
            diagnostics_.error("theme-circle", span,
                               {"主题的 base 绕成了圈", "themes are based on each other in a circle"});
            return {};
        }
        const auto path = find(name);
        if (!path) {
            report_unknown(name, span);
            return {};
        }
        auto root = yaml::read(*path, files_, sources_, diagnostics_);
        if (!root) return {};
        return complete(std::move(*root), depth + 1);
    }

    std::optional<yaml::Node> changed(yaml::Node changes) {
        const auto* base = value_of(changes, "base");
        if (!base) {
            diagnostics_.error("theme-base", changes.span,
                               {"自定的主题要写明 base（以哪个主题为底）", "a theme of one's own needs 'base'"});
            return {};
        }
        auto whole = named(base->text, base->span, 0);
        if (!whole) return {};
        remove(changes, "base");
        apply_layers(*whole, layers_, diagnostics_);
        apply_layers(changes, layers_, diagnostics_);
        lay_over(*whole, changes);
        return whole;
    }

    /// Lays a mapping over the theme it names as its base.
    std::optional<yaml::Node> complete(yaml::Node map, int depth) {
        const auto* base = value_of(map, "base");
        if (!base) return map;
        auto whole = named(base->text, base->span, depth);
        if (!whole) return {};
        remove(map, "base");
        lay_over(*whole, map);
        return whole;
    }

    [[nodiscard]] std::optional<std::string> find(const std::string& name) {
        const bool is_path = name.ends_with(".yaml") || name.ends_with(".yml");
        if (!is_path && name.find('/') != std::string::npos) return {};
        const auto path = is_path ? (name.starts_with('/') ? name : request_.content_folder + "/" + name)
                                  : request_.themes_folder + "/" + name + ".yaml";
        if (files_.is_file(path)) return path;
        if (is_path) return {};
        for (const auto& [english, chinese] : names())
            if (chinese == name) return request_.themes_folder + "/" + english + ".yaml";
        return {};
    }

    /// The themes that ship: their names in English and in Chinese.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> names() {
        const auto path = request_.themes_folder + "/names.yaml";
        std::vector<std::pair<std::string, std::string>> all;
        if (!files_.is_file(path)) return all;
        if (const auto root = yaml::read(path, files_, sources_, diagnostics_))
            for (const auto& entry : root->entries) all.emplace_back(entry.key, entry.value.text);
        return all;
    }

    void report_unknown(const std::string& name, diag::Span span) {
        std::string zh, en;
        for (const auto& [english, chinese] : names()) {
            zh += (zh.empty() ? "" : "、") + english + "（" + chinese + "）";
            en += (en.empty() ? "" : ", ") + english;
        }
        diagnostics_.error("unknown-theme", span, {"没有这个主题：" + name, "there is no theme '" + name + "'"},
                           {{"可用自带的主题 " + zh + "，或主题文件的路径（.yaml）",
                             "use one of the shipped themes (" + en + ") or the path of a theme file (.yaml)"}});
    }

    const Request& request_;
    const Layers layers_;
    const FileSystem& files_;
    diag::Sources& sources_;
    diag::Diagnostics& diagnostics_;
};

/// A style with everything that the style it is `like` says and it does not.
yaml::Node with_likeness(const yaml::Node& styles, const yaml::Node& style, int depth) {
    const auto* like = value_of(style, "like");
    const auto* model = like && depth < kDeepestChain ? value_of(styles, like->text) : nullptr;
    if (!model) return style;
    auto whole = with_likeness(styles, *model, depth + 1);
    yaml::Node own = style;
    remove(own, "like");
    lay_over(whole, own);
    whole.span = style.span;
    return whole;
}

font::FontStyle read_font(Settings& s, std::string_view family, std::string_view weight) {
    return {s.word(family), s.integer(weight, 1, 1000)};
}

TextStyle read_style(Settings& s) {
    TextStyle style;
    std::optional<Colour> own_strong;
    style.font = read_font(s, "font", "weight");
    s.map("strong", [&](Settings& strong) {
        style.strong = read_font(strong, "font", "weight");
        own_strong = strong.optional_colour("colour");
    });
    s.map("emphasis", [&](Settings& emphasis) { style.emphasis = read_font(emphasis, "font", "weight"); });
    style.size = s.length("size", 1);
    if (s.has("size") && style.size >= 1 && style.size < kSmallestType - 1e-6)
        s.wrong(s.node("size"), "size", "不小于六号（7.875pt）的字号", "no smaller than 六号 (7.875pt)");
    style.leading = s.length("leading", 1);
    style.tracking = s.number("tracking", -0.5, 5);
    style.colour = s.colour("colour");
    style.strong_colour = own_strong.value_or(style.colour);
    constexpr Align kAligns[] = {Align::justify, Align::left, Align::centre, Align::right};
    style.align = kAligns[s.choice("align", {"justify", "left", "centre", "right"})];
    return style;
}

/// A style that no component uses is of use when another is like it.
bool is_model(const yaml::Node& styles, std::string_view name) {
    return std::ranges::any_of(styles.entries, [&](const yaml::Entry& entry) {
        const auto* like = value_of(entry.value, "like");
        return like && like->text == name;
    });
}

void check_likes(Settings& styles) {
    for (const auto& entry : styles.whole().entries) {
        if (is_model(styles.whole(), entry.key)) {
            (void)styles.node(entry.key);
            styles.record(entry.key, "style");
        }
        const auto* like = value_of(entry.value, "like");
        if (like && !value_of(styles.whole(), like->text))
            styles.wrong(*like, entry.key + ".like", "另一个样式的名字", "the name of another style");
    }
}

void read_styles(Settings& root, Theme& theme, diag::Diagnostics& diagnostics) {
    root.map("styles", [&](Settings& styles) {
        check_likes(styles);
        for (std::size_t i = 0; i < kStyleNames.size(); ++i) {
            const auto& written = styles.node(kStyleNames[i]);
            if (written.is_null()) continue;
            const auto whole = with_likeness(styles.whole(), written, 0);
            if (const auto* unresolved = value_of(whole, "like")) {
                if (value_of(styles.whole(), unresolved->text))
                    diagnostics.error("style-circle", unresolved->span,
                                      {"样式的 like 绕成了圈", "styles are like each other in a circle"});
                continue;  // the rest of it would only be said to be missing
            }
            styles.record(kStyleNames[i], "style");
            Settings s(whole, "styles." + std::string(kStyleNames[i]), root.vocabulary(), diagnostics, "style");
            if (whole.is_mapping()) theme.styles[i] = read_style(s);
        }
    });
}

/// The palette and the size of the body come first: all other settings may refer to them.
Vocabulary read_vocabulary(const yaml::Node& root, diag::Diagnostics& diagnostics, Record* record) {
    Vocabulary vocabulary;
    vocabulary.record = record;
    if (const auto* palette = value_of(root, "palette")) {
        Settings s(*palette, "palette", vocabulary, diagnostics, "palette");
        Palette colours;
        for (const auto& entry : palette->entries) colours[entry.key] = s.colour(entry.key);
        vocabulary.palette = std::move(colours);
    }
    return vocabulary;
}

}  // namespace

diag::Result<Theme> read(const yaml::Node& choice, const Request& request, const FileSystem& files,
                         diag::Sources& sources, diag::Diagnostics& diagnostics, Record* record) {
    const auto before = diagnostics.all().size();
    const auto failed = [&] {
        const auto& all = diagnostics.all();
        return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                           [](const auto& d) { return d.severity == diag::Severity::error; });
    };
    const auto layers = layers_for(request.form, request.page, {});
    auto root = Loader(request, layers, files, sources, diagnostics).chosen(choice);
    if (!root) return std::unexpected(diag::Failed{});
    // A page whose size the theme gives has its shape only now.
    const auto shaped = layers_for(request.form, request.page, page_size(*root));
    if (shaped != layers && !failed()) root = Loader(request, shaped, files, sources, diagnostics).chosen(choice);
    if (!root) return std::unexpected(diag::Failed{});

    auto vocabulary = read_vocabulary(*root, diagnostics, record);
    Theme theme;
    {
        Settings settings(*root, "theme", vocabulary, diagnostics);
        theme.name = settings.word("name");
        (void)settings.node("palette");
        settings.record("palette", "group");
        settings.map("typography", [&](Settings& s) {
            vocabulary.em = s.length("size");
            read_typography(s, theme);
        });
        read_styles(settings, theme, diagnostics);
        read_page(settings, theme);
        read_components(settings, theme);
        read_decoration(settings, theme);
        theme.rich_blacks = settings.colours_or_none("rich-black");
        theme.paragraph_gap = settings.length("paragraph-gap");
        theme.least_space = settings.length("least-space");
        constexpr std::string_view kNumerals[] = {"formal", "plain", "arabic", "none"};
        theme.chapter_numerals =
            kNumerals[settings.choice("chapter-numerals", {kNumerals[0], kNumerals[1], kNumerals[2], kNumerals[3]})];
    }
    theme.icons = request.themes_folder + "/icons";
    if (failed()) return std::unexpected(diag::Failed{});
    Theme shown = theme;  // on the document's page
    const Size page = page_for(request.form, request.page, {theme.page.width, theme.page.height});
    shown.page.width = page.width;
    shown.page.height = page.height;
    report_low_contrasts(shown, choice.span, diagnostics);
    return theme;
}

}  // namespace zheye::theme
