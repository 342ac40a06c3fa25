// The stages in their order. Each is handed the value of the one before; the first that fails ends the run.
#include "project/make.h"

#include "content/identity.h"
#include "content/read.h"
#include "content/review.h"
#include "dump/dump.h"
#include "font/font_book.h"
#include "layout/lay_out.h"
#include "layout/overflow.h"
#include "layout/preflight.h"
#include "layout/printer_line.h"
#include "layout/resolution.h"
#include "layout/sheets.h"
#include "pdf/write.h"
#include "profile/read.h"
#include "project/card.h"
#include "project/pictures.h"
#include "project/places.h"
#include "svg/write.h"
#include "theme/read.h"
#include "yaml/read.h"
#include "yaml/tree_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace zheye::project {

namespace {

/// What one run carries along beside the values of the stages.
struct Run {
    const Order& order;
    const FileSystem& files;
    Shelf& shelf;
    diag::Sources& sources;
    diag::Diagnostics& diagnostics;
    const Watcher& enter;
    Memory* memory;
    std::uint32_t first_source;  ///< those before belong to other brochures of the same command
};

/// A font that is not installed or broken is no fault of the writer.
Fault font_fault(const diag::Diagnostics& diagnostics) {
    const bool only_fonts = std::ranges::all_of(diagnostics.all(), [](const diag::Diagnostic& said) {
        return said.severity != diag::Severity::error || said.code == "font-not-installed" ||
               said.code == "font-broken";
    });
    return only_fonts ? Fault::system : Fault::content;
}

/// Whether making something says anything: if not, what was made may be given to the next brochure as well.
class Silence {
public:
    explicit Silence(const diag::Diagnostics& diagnostics) : diagnostics_(diagnostics), before_(count()) {}
    [[nodiscard]] bool holds() const { return count() == before_; }

private:
    [[nodiscard]] std::size_t count() const { return diagnostics_.all().size(); }
    const diag::Diagnostics& diagnostics_;
    std::size_t before_;
};

template <class Value>
std::shared_ptr<const Value> shared(Value value) {
    return std::make_shared<const Value>(std::move(value));
}

std::expected<std::shared_ptr<const font::FontBook>, Fault> open_fonts(const Run& run, const theme::Theme& theme) {
    run.enter(Stage::fonts);
    const auto wanted = theme::wanted_fonts(theme);
    std::string key = run.order.home;
    for (const auto& style : wanted) key += '\n' + style.role + ' ' + std::to_string(style.weight);
    Fault fault = Fault::system;
    auto fonts = run.shelf.fonts.get(key, run.files, [&](const FileSystem& files) -> Kept<font::FontBook>::Made {
        const Silence silence(run.diagnostics);
        const auto catalog = font::read_catalog(font_catalog(run.order.home), files, run.sources, run.diagnostics);
        if (!catalog) return {};
        auto book = font::FontBook::open(*catalog, wanted, files, run.diagnostics);
        if (book) return {shared(std::move(*book)), silence.holds()};
        fault = font_fault(run.diagnostics);
        return {};
    });
    if (!fonts) return std::unexpected(fault);
    return fonts;
}

std::shared_ptr<const profile::Profile> read_profile(const Run& run, const std::string& folder,
                                                     const std::string& name) {
    const auto own = folder + "/profiles";
    const bool is_shared = !name.ends_with(".yaml") && !run.files.is_file(own + "/" + name + ".yaml");
    const auto read = [&](const FileSystem& files, std::vector<std::string> folders) -> Kept<profile::Profile>::Made {
        const Silence silence(run.diagnostics);
        auto profile = profile::read(name, {std::move(folders), icc_folders()}, files, run.sources, run.diagnostics);
        if (!profile) return {};
        return {shared(std::move(*profile)), silence.holds()};
    };
    const auto home = profiles_folder(run.order.home);
    if (!is_shared || !run.files.is_file(home + "/" + name + ".yaml")) return read(run.files, {own, home}).value;
    return run.shelf.profiles.get(home + '\n' + name, run.files,
                                  [&](const FileSystem& files) { return read(files, {home}); });
}

/// Each profile once, before anything is laid out for it.
std::expected<std::vector<profile::Profile>, Fault> read_profiles(const Run& run, const std::string& folder) {
    std::vector<profile::Profile> profiles;
    for (const auto& name : run.order.profiles) {
        const auto profile = read_profile(run, folder, name);
        if (!profile) return std::unexpected(Fault::usage);
        profiles.push_back(*profile);
        profiles.back().sheets = profile->sheets || run.order.sheets;
        if (run.order.password.empty() || (!profile->press && !profile->source)) continue;
        run.diagnostics.error("password-clash", {},
                              {"用途 " + name + " 的文件不能加密码：只有屏幕上看的可以",
                               "a file of the profile '" + name + "' takes no password: only those for the screen do"});
        return std::unexpected(Fault::usage);
    }
    return profiles;
}

/// What pages were set with, and what stands beside them is.
struct Setting {
    const std::string& folder;
    const theme::Theme& theme;
    const font::FontBook& fonts;
    const text::Hyphenator& hyphenator;
    content::Form form;
};

std::vector<pdf::Attachment> sources_in(const std::string& folder, const Run&);

std::expected<Output, Fault> write_one(const Run& run, const layout::Pages& pages, const Setting& setting,
                                       const profile::Profile& profile) {
    Output output{.bytes = {}, .pages = pages.pages.size()};
    if (run.order.emit == Emit::dump) output.bytes = dump::dump(pages, setting.fonts);
    if (run.order.emit == Emit::svg) output.bytes = svg::write(pages, setting.fonts);
    if (run.order.emit == Emit::card) output.bytes = site::to_text(card_of(pages, setting.form, setting.fonts));
    if (run.order.emit != Emit::pdf) return output;
    pdf::Options options{.epoch = run.order.epoch,
                         .profile = profile,
                         .inks = inks_of_pictures(pages, profile, run.files),
                         .sources = {},
                         .password = run.order.password};
    if (profile.source) options.sources = sources_in(setting.folder, run);
    auto bytes = pdf::write(pages, setting.fonts, options, run.diagnostics, run.memory ? &run.memory->pdf : nullptr);
    if (!bytes) return std::unexpected(Fault::content);
    output.bytes = std::move(*bytes);
    return output;
}

/// The theme that the command line names, as if the brochure had said so at the place where it names its own.
yaml::Node theme_choice(const Order& order, const content::Brochure& brochure) {
    if (order.theme.empty()) return brochure.theme;
    yaml::Node choice;
    choice.kind = yaml::Node::Kind::scalar;
    choice.text = order.theme;
    choice.span = brochure.theme.span;
    return choice;
}

/// For print nothing may be left over, which a version for the screen may show.
bool is_whole(const layout::Pages& pages, diag::Diagnostics& diagnostics) {
    const auto left = layout::first_without_sheet(pages);
    if (!left) return true;
    diagnostics.error("sheets-full", layout::first_text(pages.pages[*left].frame),
                      {"印张放不下全部内容，没有生成", "the sheets do not hold the whole content; none were made"},
                      {{"照上面的提醒缩短内容", "shorten the content, as the warning above says"}});
    return false;
}

/// A booklet that is stitched has a multiple of four pages; what cannot be is told.
layout::Imposition imposition_of(const profile::Profile& profile, const layout::Pages& pages,
                                 diag::Diagnostics& diagnostics) {
    if (profile.impose == profile::Impose::none || !pages.sheets.empty()) return layout::Imposition::none;
    if (pages.pages.size() % 4 != 0) {
        diagnostics.warning(
            "no-imposition", {},
            {"页数不是 4 的倍数，不能骑马订，按单页排", "the pages are no multiple of four: they are not imposed"},
            {{"form: booklet 会自动补足页数", "form: booklet fills the pages up"}});
        return layout::Imposition::none;
    }
    return profile.impose == profile::Impose::saddle ? layout::Imposition::saddle : layout::Imposition::four_up;
}

layout::Pages put_on_sheets(const Run& run, layout::Pages pages, const Setting& setting,
                            const profile::Profile& profile) {
    layout::SheetPlan plan;
    plan.imposition = imposition_of(profile, pages, run.diagnostics);
    plan.creep = profile.creep;
    plan.turned_backs = profile.turned_backs;
    plan.colour_bar = profile.colour_bar;
    const auto head = pages.metadata.title + " · " + profile.name + " · " + profile.condition +
                      (pages.metadata.date.empty() ? "" : " · " + pages.metadata.date) + " · ";
    if (profile.information)
        plan.line = [&run, &setting, head](std::size_t side) {
            return layout::printer_line(head + std::to_string(side), setting.theme, setting.fonts, setting.hyphenator,
                                        run.files, run.sources, run.diagnostics);
        };
    return layout::on_sheets(std::move(pages), setting.theme.marks, plan);
}

/// The YAML in the brochure's folder; the themes that come with the program are left out.
std::vector<pdf::Attachment> sources_in(const std::string& folder, const Run& run) {
    std::vector<pdf::Attachment> sources;
    const auto root = run.files.canonical(folder) + "/";
    for (std::uint32_t i = run.first_source; i < run.sources.count(); ++i) {
        const auto path = run.files.canonical(run.sources.path(i));
        const bool is_new = std::ranges::none_of(sources, [&](const auto& one) { return root + one.name == path; });
        const bool is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
        if (path.starts_with(root) && is_new && is_yaml)
            sources.push_back({path.substr(root.size()), std::string(run.sources.text(i))});
    }
    return sources;
}

std::expected<Product, Fault> write_all(const Run& run, const layout::Pages& whole, const Setting& setting,
                                        const std::vector<profile::Profile>& profiles) {
    Product product{.pages = whole.pages.size()};
    if (std::ranges::any_of(profiles, &profile::Profile::sheets) && !is_whole(whole, run.diagnostics))
        return std::unexpected(Fault::content);
    if (run.order.check) return product;
    run.enter(Stage::output);
    for (const auto& profile : profiles) {
        const double most = run.order.emit == Emit::card ? 0 : profile.pictures.most;  // a card has one page
        const auto smaller = most > 0 ? layout::sampled_down(whole, most) : std::nullopt;
        const auto& pages = smaller ? *smaller : whole;
        auto output = profile.sheets ? write_one(run, put_on_sheets(run, pages, setting, profile), setting, profile)
                                     : write_one(run, pages, setting, profile);
        if (!output) return std::unexpected(output.error());
        product.holds_source = product.holds_source || profile.source;
        product.outputs.push_back(std::move(*output));
    }
    return product;
}

/// A theme that ships and nothing else: nothing in it is the brochure's.
bool is_shipped(const yaml::Node& choice) {
    return choice.is_null() ||
           (choice.is_scalar() && !choice.text.ends_with(".yaml") && !choice.text.ends_with(".yml"));
}

/// What a theme is made from beside the files, as one text. Those that ship are the same in all folders.
std::string theme_key(const yaml::Node& choice, const theme::Request& request) {
    std::string key = request.themes_folder + '\n' + (is_shipped(choice) ? "" : request.content_folder) + '\n';
    yaml::append_tree_text(choice, key);
    const auto& page = request.page;
    const auto add = [&](const auto& value) { key += value ? fmt::format(" {}", *value) : " -"; };
    add(page.width);
    add(page.height);
    add(page.landscape);
    add(page.columns);
    add(page.distance);
    return key + fmt::format(" {} {}", static_cast<int>(request.form), page.fill ? static_cast<int>(*page.fill) : -1);
}

struct ChosenTheme {
    std::shared_ptr<const theme::Theme> theme;
    Hash128 made_of{};  ///< of its key and of all that was asked for it
};

ChosenTheme read_theme(const Run& run, const content::Brochure& brochure, const std::string& folder) {
    const auto choice = theme_choice(run.order, brochure);
    const auto& document = brochure.document;
    const theme::Request request{themes_folder(run.order.home), folder, document.form, document.page};
    const auto read = [&](const FileSystem& files) -> Kept<theme::Theme>::Made {
        const Silence silence(run.diagnostics);
        auto theme = theme::read(choice, request, files, run.sources, run.diagnostics);
        if (!theme) return {};
        return {shared(std::move(*theme)), silence.holds()};
    };
    const auto key = theme_key(choice, request);
    const Recording recording(run.files, run.files, "");
    ChosenTheme chosen;
    // A theme of the brochure's own is read anew, for its files are sources of the brochure.
    chosen.theme = is_shipped(choice) ? run.shelf.themes.get(key, recording, read) : read(recording).value;
    if (!run.memory) return chosen;
    Fingerprint made_of;
    made_of.add(key);
    for (const auto& [question, answer] : recording.answers()) {
        made_of.add(question.kind).add(question.path).add(answer.there);
        made_of.add(answer.bytes.bytes());
    }
    chosen.made_of = made_of.hash();
    return chosen;
}

struct Text {
    content::Brochure brochure;
    Said said;
};

std::expected<Text, Fault> read_text(const Manuscript& manuscript, const FileSystem& files, diag::Sources& sources,
                                     diag::Diagnostics& diagnostics, const Watcher& enter, Memory* memory) {
    enter(Stage::yaml);
    Said said;
    const auto before = sources.count();
    const auto& path = manuscript.path;
    const auto tree = manuscript.read ? manuscript.read(files, sources, diagnostics)
                                      : yaml::read(path, files, sources, diagnostics, memory ? &memory->yaml : nullptr);
    for (auto i = before; i < sources.count(); ++i) said.texts.push_back(sources.path(static_cast<std::uint32_t>(i)));
    if (!tree) return std::unexpected(Fault::content);
    enter(Stage::content);
    auto brochure = content::read(*tree, folder_of(path), files, diagnostics, memory ? &memory->content : nullptr);
    if (!brochure) return std::unexpected(Fault::content);
    said.identity = content::identity(*tree, *brochure);
    return Text{std::move(*brochure), std::move(said)};
}

Imprint imprint_of(const content::Document& document, const layout::Metadata& metadata) {
    const auto form = content::form_name(document.form);
    return {metadata.title,    metadata.date,        document.meta.number,
            metadata.language, std::string(form.en), std::string(form.zh)};
}

}  // namespace

std::string_view ending(Emit emit) {
    constexpr std::array<std::string_view, 4> kEndings{".pdf", ".dump", ".svg", ".json"};
    return kEndings[static_cast<std::size_t>(emit)];
}

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

std::expected<Said, Fault> read_said(const Manuscript& manuscript, const FileSystem& files, diag::Sources& sources,
                                     diag::Diagnostics& diagnostics) {
    auto text = read_text(
        manuscript, files, sources, diagnostics, [](Stage) {}, nullptr);
    if (!text) return std::unexpected(text.error());
    return std::move(text->said);
}

std::expected<Product, Fault> make(const Manuscript& manuscript, const Order& order, const FileSystem& files,
                                   Shelf& shelf, diag::Sources& sources, diag::Diagnostics& diagnostics,
                                   const Watcher& enter, Memory* memory) {
    const Run run{order,       files, shelf,  sources,
                  diagnostics, enter, memory, static_cast<std::uint32_t>(sources.count())};
    const std::string folder = folder_of(manuscript.path);
    enter(Stage::yaml);
    const auto profiles = read_profiles(run, folder);
    if (!profiles) return std::unexpected(profiles.error());
    auto text = read_text(manuscript, files, sources, diagnostics, enter, memory);
    if (!text) return std::unexpected(text.error());
    enter(Stage::theme);
    const auto [theme, made_of] = read_theme(run, text->brochure, folder);
    if (!theme) return std::unexpected(Fault::content);
    const auto fonts = open_fonts(run, *theme);
    if (!fonts) return std::unexpected(fonts.error());
    if (memory) memory->begin(made_of, *fonts);
    const text::Hyphenator hyphenator(files, hyphenation_folders(), shelf.dictionaries);
    enter(Stage::layout);
    auto pages = layout::lay_out(text->brochure.document, *theme, **fonts, hyphenator, files, sources, diagnostics, {},
                                 memory ? &memory->layout : nullptr);
    if (!pages || diagnostics.has_errors()) return std::unexpected(Fault::content);
    check_pictures(*pages, *profiles, diagnostics);
    if (std::ranges::any_of(*profiles, &profile::Profile::press)) {
        content::review_for_press(text->brochure.document, diagnostics);
        layout::preflight(*pages, {}, diagnostics);
        layout::check_licences(*pages, **fonts, diagnostics);
        const bool is_imposed = std::ranges::any_of(
            *profiles, [](const auto& profile) { return profile.impose != profile::Impose::none; });  // says it itself
        if (text->brochure.document.form == content::Form::booklet && (!is_imposed || order.check))
            layout::check_page_count(*pages, text->brochure.document.span, diagnostics);
    }
    if (order.check) content::review_alternatives(text->brochure.document, diagnostics);
    auto product =
        write_all(run, *pages, {folder, *theme, **fonts, hyphenator, text->brochure.document.form}, *profiles);
    if (product && diagnostics.has_errors()) return std::unexpected(Fault::content);
    if (product) {
        product->said = std::move(text->said);
        product->imprint = imprint_of(text->brochure.document, pages->metadata);
    }
    if (product && memory) memory->end_run();
    return product;
}

}  // namespace zheye::project
