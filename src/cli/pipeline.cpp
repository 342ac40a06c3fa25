// The stages in their order. Each is handed the value of the one before; the first that fails ends the run.
#include "cli/pipeline.h"

#include "cli/home.h"
#include "content/read.h"
#include "dump/dump.h"
#include "font/font_book.h"
#include "layout/lay_out.h"
#include "layout/overflow.h"
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
    if (run.order.command == Command::check) return profiles;
    const profile::Request request{{folder + "/profiles", profiles_folder(run.order.home)}, icc_folders()};
    for (const auto& name : run.order.profiles) {
        auto profile = profile::read(name, request, run.files, run.sources, run.diagnostics);
        if (!profile) return std::unexpected(Fault::usage);
        profile->sheets = profile->sheets || run.order.sheets;
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

std::expected<Output, Fault> write_one(const Run& run, const layout::Pages& pages, const font::FontBook& fonts,
                                       const profile::Profile& profile) {
    Output output{.bytes = {}, .pages = pages.pages.size()};
    if (run.order.emit == Emit::dump) {
        output.bytes = dump::dump(pages, fonts);
        return output;
    }
    auto bytes = pdf::write(pages, fonts, {.epoch = run.order.epoch, .profile = profile}, run.diagnostics);
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
bool put_on_sheets(layout::Pages& pages, const theme::Theme& theme, diag::Diagnostics& diagnostics) {
    if (const auto left = layout::first_without_sheet(pages)) {
        diagnostics.error("sheets-full", layout::first_text(pages.pages[*left].frame),
                          {"印张放不下全部内容，没有生成", "the sheets do not hold the whole content; none were made"},
                          {{"照上面的提醒缩短内容", "shorten the content, as the warning above says"}});
        return false;
    }
    pages = layout::on_sheets(std::move(pages), theme.marks);
    return true;
}

std::expected<Product, Fault> write_all(const Run& run, const layout::Pages& pages, const theme::Theme& theme,
                                        const font::FontBook& fonts, const std::vector<profile::Profile>& profiles) {
    Product product{.pages = pages.pages.size()};
    if (!profiles.empty()) run.enter(Stage::output);
    for (const auto& profile : profiles) {
        auto on_paper = pages;
        if (profile.sheets && !put_on_sheets(on_paper, theme, run.diagnostics)) return std::unexpected(Fault::content);
        auto output = write_one(run, on_paper, fonts, profile);
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
    auto product = write_all(run, *pages, *theme, *fonts, *profiles);
    if (product && diagnostics.has_errors()) return std::unexpected(Fault::content);
    return product;
}

}  // namespace zheye::cli
