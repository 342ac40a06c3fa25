// Chooses by the document's form who lays it out, after a look whether its page can hold text at all.
#include "layout/lay_out.h"

#include "layout/forms.h"
#include "layout/number_headings.h"

namespace zheye::layout {

namespace {

/// em: a narrower text area holds no line worth the name.
constexpr double kLeastMeasure = 4;

/// Lines that run down the page are a booklet's.
void report_vertical(const content::Document& document, diag::Diagnostics& diagnostics) {
    if (document.form == content::Form::booklet) return;
    for (const auto& chapter : document.chapters)
        if (chapter.direction == content::Direction::vertical)
            diagnostics.warning(
                "vertical-form", chapter.span,
                {"只有册子里能竖排，折页和海报里这一章排成了横排",
                 "only booklets have vertical chapters: in a folded leaf or on a poster this one is set "
                 "across"},
                {{"去掉“direction”（方向），或改用册子", "leave “direction” out, or make a booklet"}});
}

}  // namespace

diag::Result<Pages> lay_out(const content::Document& document, const theme::Theme& theme, const font::FontBook& fonts,
                            const text::Hyphenator& hyphenator, const FileSystem& files, diag::Sources& sources,
                            diag::Diagnostics& diagnostics, text::RuleSet off, Memory* memory) {
    const auto setup = page_setup(document.page, theme, off);
    if (setup.text.width < kLeastMeasure * theme.style(theme::Style::body).size || setup.text.height > setup.height) {
        diagnostics.error("page-too-small", document.span,
                          {"页面太小，主题的页边距没有给文字留下地方",
                           "the page is too small: the theme's margins leave no room for text"});
        return std::unexpected(diag::Failed{});
    }
    report_vertical(document, diagnostics);
    const auto numbered = with_numbered_headings(document, theme);
    Edition edition(numbered, theme, fonts, hyphenator, files, sources, diagnostics, off, memory);
    switch (document.form) {
        case content::Form::booklet:
            lay_out_booklet(edition, setup);
            break;
        case content::Form::bifold:
        case content::Form::trifold:
            lay_out_panels(edition, setup);
            break;
        case content::Form::poster:
            lay_out_poster(edition, setup);
            break;
    }
    auto pages = edition.finish();
    if (diagnostics.has_errors()) return std::unexpected(diag::Failed{});
    return pages;
}

}  // namespace zheye::layout
