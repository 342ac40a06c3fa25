// The stages in their order. Each is handed the value of the one before; the first that fails ends the run.
#include "cli/pipeline.h"

#include "cli/home.h"
#include "content/read.h"
#include "dump/dump.h"
#include "font/font_book.h"
#include "layout/lay_out.h"
#include "layout/overflow.h"
#include "layout/preflight.h"
#include "layout/printer_line.h"
#include "layout/sheets.h"
#include "pdf/write.h"
#include "profile/read.h"
#include "theme/read.h"
#include "yaml/read.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace zheye::cli {

namespace {

/// What one run carries along beside the values of the stages.
struct Run {
    const Order& order;
    const FileSystem& files;
    diag::Sources& sources;
    diag::Diagnostics& diagnostics;
    const Watcher& enter;
};

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// A font that is not installed or broken is no fault of the writer.
Fault font_fault(const diag::Diagnostics& diagnostics) {
    const bool only_fonts = std::ranges::all_of(diagnostics.all(), [](const diag::Diagnostic& said) {
        return said.severity != diag::Severity::error || said.code == "font-not-installed" ||
               said.code == "font-broken";
    });
    return only_fonts ? Fault::system : Fault::content;
}

std::expected<font::FontBook, Fault> open_fonts(const Run& run, const theme::Theme& theme) {
    run.enter(Stage::fonts);
    auto catalog = font::read_catalog(font_catalog(run.order.home), run.files, run.sources, run.diagnostics);
    if (!catalog) return std::unexpected(Fault::system);
    auto fonts = font::FontBook::open(*catalog, theme::wanted_fonts(theme), run.files, run.diagnostics);
    if (!fonts) return std::unexpected(font_fault(run.diagnostics));
    return std::move(*fonts);
}

/// Each profile once, before anything is laid out for it.
std::expected<std::vector<profile::Profile>, Fault> read_profiles(const Run& run, const std::string& folder) {
    std::vector<profile::Profile> profiles;
    const profile::Request request{{folder + "/profiles", profiles_folder(run.order.home)}, icc_folders()};
    for (const auto& name : run.order.profiles) {
        auto profile = profile::read(name, request, run.files, run.sources, run.diagnostics);
        if (!profile) return std::unexpected(Fault::usage);
        profile->sheets = profile->sheets || run.order.sheets;
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

/// What pages were set with, and what stands beside them is.
struct Setting {
    const std::string& folder;
    const theme::Theme& theme;
    const font::FontBook& fonts;
    const text::Hyphenator& hyphenator;
};

std::vector<pdf::Attachment> sources_in(const std::string& folder, const Run&);

std::expected<Output, Fault> write_one(const Run& run, const layout::Pages& pages, const Setting& setting,
                                       const profile::Profile& profile) {
    Output output{.bytes = {}, .pages = pages.pages.size()};
    if (run.order.emit == Emit::dump) {
        output.bytes = dump::dump(pages, setting.fonts);
        return output;
    }
    pdf::Options options{.epoch = run.order.epoch, .profile = profile};
    if (profile.source) options.sources = sources_in(setting.folder, run);
    auto bytes = pdf::write(pages, setting.fonts, options, run.diagnostics);
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
                                        run.files, run.diagnostics);
        };
    return layout::on_sheets(std::move(pages), setting.theme.marks, plan);
}

/// The YAML in the brochure's folder; the themes that come with the program are left out.
std::vector<pdf::Attachment> sources_in(const std::string& folder, const Run& run) {
    std::vector<pdf::Attachment> sources;
    const auto root = run.files.canonical(folder) + "/";
    for (std::uint32_t i = 0; i < run.sources.count(); ++i) {
        const auto path = run.files.canonical(run.sources.path(i));
        const bool is_new = std::ranges::none_of(sources, [&](const auto& one) { return root + one.name == path; });
        if (path.starts_with(root) && is_new)
            sources.push_back({path.substr(root.size()), std::string(run.sources.text(i))});
    }
    return sources;
}

std::expected<Product, Fault> write_all(const Run& run, const layout::Pages& pages, const Setting& setting,
                                        const std::vector<profile::Profile>& profiles) {
    Product product{.pages = pages.pages.size()};
    if (run.order.command == Command::check) return product;
    run.enter(Stage::output);
    for (const auto& profile : profiles) {
        if (profile.sheets && !is_whole(pages, run.diagnostics)) return std::unexpected(Fault::content);
        auto output = profile.sheets ? write_one(run, put_on_sheets(run, pages, setting, profile), setting, profile)
                                     : write_one(run, pages, setting, profile);
        if (!output) return std::unexpected(output.error());
        product.outputs.push_back(std::move(*output));
    }
    return product;
}

}  // namespace

std::expected<Product, Fault> make(const std::string& path, const Order& order, const FileSystem& files,
                                   diag::Sources& sources, diag::Diagnostics& diagnostics, const Watcher& enter) {
    const Run run{order, files, sources, diagnostics, enter};
    const std::string folder = folder_of(path);
    enter(Stage::yaml);
    const auto profiles = read_profiles(run, folder);
    if (!profiles) return std::unexpected(profiles.error());
    const auto tree = yaml::read(path, files, sources, diagnostics);
    if (!tree) return std::unexpected(Fault::content);
    enter(Stage::content);
    const auto brochure = content::read(*tree, folder, files, diagnostics);
    if (!brochure) return std::unexpected(Fault::content);
    enter(Stage::theme);
    const auto& document = brochure->document;
    const theme::Request request{themes_folder(order.home), folder, document.form, document.page};
    const auto theme = theme::read(theme_choice(order, *brochure), request, files, sources, diagnostics);
    if (!theme) return std::unexpected(Fault::content);
    const auto fonts = open_fonts(run, *theme);
    if (!fonts) return std::unexpected(fonts.error());
    const text::Hyphenator hyphenator(files, hyphenation_folders());
    enter(Stage::layout);
    auto pages = layout::lay_out(brochure->document, *theme, *fonts, hyphenator, files, diagnostics);
    if (!pages || diagnostics.has_errors()) return std::unexpected(Fault::content);
    if (std::ranges::any_of(*profiles, &profile::Profile::press)) layout::preflight(*pages, {}, diagnostics);
    auto product = write_all(run, *pages, {folder, *theme, *fonts, hyphenator}, *profiles);
    if (product && diagnostics.has_errors()) return std::unexpected(Fault::content);
    return product;
}

}  // namespace zheye::cli
