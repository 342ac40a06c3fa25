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

std::expected<Product, Fault> write_out(const Run& run, const layout::Pages& pages, const font::FontBook& fonts) {
    Product product{.bytes = "", .pages = pages.pages.size()};
    if (run.order.command == Command::check) return product;
    run.enter(Stage::output);
    if (run.order.emit == Emit::dump) {
        product.bytes = dump::dump(pages, fonts);
        return product;
    }
    auto bytes = pdf::write(pages, fonts, {.epoch = run.order.epoch, .compress = true}, run.diagnostics);
    if (!bytes) return std::unexpected(Fault::content);
    product.bytes = std::move(*bytes);
    return product;
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

}  // namespace

std::expected<Product, Fault> make(const std::string& path, const Order& order, const FileSystem& files,
                                   diag::Sources& sources, diag::Diagnostics& diagnostics, const Watcher& enter) {
    const Run run{order, files, sources, diagnostics, enter};
    const std::string folder = folder_of(path);
    enter(Stage::yaml);
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
    if (order.sheets && !put_on_sheets(*pages, *theme, diagnostics)) return std::unexpected(Fault::content);
    auto product = write_out(run, *pages, *fonts);
    if (product && diagnostics.has_errors()) return std::unexpected(Fault::content);
    return product;
}

}  // namespace zheye::cli
