#include "svg/write.h"

#include "base/markup.h"
#include "svg/draw.h"
#include "svg/syntax.h"

#include <fmt/format.h>

#include <algorithm>

namespace zheye::svg {

namespace {

/// What is shown of a page: its trimmed area, with the paper around it where marks stand there.
Rect shown(const layout::Page& page) {
    const auto& size = page.frame.size;
    return Rect{0, 0, size.width, size.height}.grown(page.slug);
}

std::string area(const Rect& rect) {
    return fmt::format("{} {} {} {}", number(rect.x), number(rect.y), number(rect.width), number(rect.height));
}

std::string paper(const Rect& rect) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#fff\"/>\n", number(rect.x),
                       number(rect.y), number(rect.width), number(rect.height));
}

std::string opening(const Rect& view, const std::string& language, const std::string& title) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" viewBox=\"{}\" role=\"img\" "
        "aria-labelledby=\"title\" xml:lang=\"{}\">\n<title id=\"title\">{}</title>\n",
        number(view.width), number(view.height), area(view), escaped(language), escaped(title));
}

std::string page_name(const layout::Page& page, std::size_t index, const std::string& language) {
    const auto label = page.label.empty() ? std::to_string(index + 1) : page.label;
    return language.starts_with("zh") ? "第" + label + "页" : "Page " + label;
}

}  // namespace

std::string write_page(const layout::Pages& pages, std::size_t page, const font::FontBook& fonts,
                       const std::string& title) {
    Definitions definitions(fonts, pages);
    const auto& shown_page = pages.pages[page];
    const auto items = draw(shown_page, pages, definitions, Links::none);
    const auto view = shown(shown_page);
    return opening(view, pages.metadata.language, title) + definitions.text() + paper(view) + items + "</svg>\n";
}

std::string write(const layout::Pages& pages, const font::FontBook& fonts) {
    constexpr double kGap = 12;  // pt of desk between pages
    Definitions definitions(fonts, pages);
    std::string views, sheets;
    double width = 0, y = kGap;
    for (const auto& page : pages.pages) width = std::max(width, shown(page).width);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const auto& page = pages.pages[i];
        const auto view = shown(page);
        const Rect place{kGap + (width - view.width) / 2, y, view.width, view.height};
        views += fmt::format("<view id=\"page-{}\" viewBox=\"{}\"/>\n", i + 1, area(place));
        sheets += fmt::format("<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{}\">\n<title>{}</title>\n",
                              number(place.x), number(place.y), number(place.width), number(place.height), area(view),
                              escaped(page_name(page, i, pages.metadata.language)));
        sheets += paper(view) + draw(page, pages, definitions, Links::shown) + "</svg>\n";
        y += view.height + kGap;
    }
    const Rect desk{0, 0, width + 2 * kGap, y};
    // Links can be followed, so the whole is no image to those who do not see it, but a document of images.
    auto text = opening(desk, pages.metadata.language, pages.metadata.title);
    const std::string role = "role=\"img\"";
    text.replace(text.find(role), role.size(), "role=\"graphics-document\"");
    text += views + definitions.text();
    text += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#ddd\"/>\n", number(desk.width), number(desk.height));
    return text + sheets + "</svg>\n";
}

}  // namespace zheye::svg
