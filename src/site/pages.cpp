// Everything that comes from outside goes through escaped() or in_address() where it is put into the page.
#include "site/pages.h"

#include "base/markup.h"
#include "site/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace zheye::site {

namespace {

/// A leaf that is folded once, so that browsers need not ask for another file.
constexpr std::string_view kIcon =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%239c2a1f' "
    "d='M1 2l7 2v11l-7-2zM15 2L8 4v11l7-2z'/%3E%3C/svg%3E";

struct Head {
    std::string title, description, address;
    std::string up;  ///< from the page's folder to the site's
};

std::string begin(const Site& site, const Head& head) {
    const auto& w = words(site.language);
    auto html = fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n",
        w.lang, escaped(head.title));
    if (!head.description.empty())
        html += fmt::format("<meta name=\"description\" content=\"{}\">\n", escaped(head.description));
    if (!head.address.empty()) html += fmt::format("<link rel=\"canonical\" href=\"{}\">\n", escaped(head.address));
    html += fmt::format(
        "<link rel=\"icon\" href=\"{}\">\n<link rel=\"stylesheet\" href=\"{}{}\">\n"
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}{}\">\n</head>\n<body>\n"
        "<a class=\"skip\" href=\"#main\">{}</a>\n",
        kIcon, head.up, kStyle, escaped(site.title), head.up, kFeed, w.skip);
    return html;
}

std::string end(const Site& site, const std::string& up) {
    const auto& w = words(site.language);
    return fmt::format(
        "<footer>\n<p><a href=\"{}{}\">{}</a> <a href=\"{}{}\">{}</a></p>\n</footer>\n</body>\n</html>\n", up, kFeed,
        w.feed, up, kSums, w.sums);
}

/// Of a text in another language than the page's.
std::string language_mark(const Brochure& brochure, const Site& site) {
    const auto& language = brochure.card.language;
    return language == words(site.language).lang ? "" : fmt::format(" lang=\"{}\"", escaped(language));
}

std::string time_element(const std::string& date, Language language) {
    return fmt::format("<time datetime=\"{}\">{}</time>", escaped(date), escaped(date_words(date, language)));
}

std::string cover(const Brochure& brochure, const Site& site, const std::string& folder, bool is_lazy) {
    const auto& title = brochure.card.title;
    const auto alt = site.language == Language::zh ? "《" + title + "》的封面" : "Cover of " + title;
    return fmt::format("<img src=\"{}{}\" alt=\"{}\" width=\"{:.0f}\" height=\"{:.0f}\"{}>", folder, kCover,
                       escaped(alt), brochure.card.width, brochure.card.height, is_lazy ? " loading=\"lazy\"" : "");
}

/// Facts side by side, those that are not known left out.
std::string side_by_side(std::initializer_list<std::string> facts) {
    std::string line;
    for (const auto& fact : facts)
        if (!fact.empty()) line += (line.empty() ? "<span>" : " <span>") + fact + "</span>";
    return line;
}

std::string time_of(const Brochure& brochure, const Site& site) {
    const auto date = date_of(brochure, site);
    return date.empty() ? date : time_element(date, site.language);
}

/// 三折页 6 页 2019年7月
std::string facts_line(const Brochure& brochure, const Site& site) {
    return side_by_side({std::string(form_words(brochure.card.form, site.language)),
                         pages_words(brochure.downloads.front().pages, site.language), time_of(brochure, site)});
}

std::string card(const Brochure& brochure, const Site& site, int level) {
    const auto folder = in_address(brochure.path) + "/";
    const auto& first = brochure.downloads.front();
    const auto& title = brochure.card.title;
    const auto mark = language_mark(brochure, site);
    auto html = fmt::format("<li>\n<p class=\"cover\">{}</p>\n<h{} class=\"title\"{}><a href=\"{}{}\">{}</a></h{}>\n",
                            cover(brochure, site, folder, true), level, mark, folder, kIndex, escaped(title), level);
    if (!brochure.card.subtitle.empty())
        html += fmt::format("<p class=\"subtitle\"{}>{}</p>\n", mark, escaped(brochure.card.subtitle));
    html += fmt::format("<p class=\"facts\">{}</p>\n", facts_line(brochure, site));
    html += fmt::format(
        "<p class=\"get\"><a href=\"{}{}\" download>{}<span class=\"unseen\"> {}</span> PDF</a> {}</p>\n</li>\n",
        folder, in_address(first.file), words(site.language).download, escaped(title), size_words(first.bytes));
    return html;
}

/// By the folder in which they are, that of the site first; those of one stay in order.
using Groups = std::map<std::string, std::vector<const Brochure*>>;

Groups groups_of(const Site& site) {
    Groups groups;
    for (const auto& brochure : site.brochures) {
        const auto slash = brochure.path.rfind('/');
        groups[slash == std::string::npos ? "" : brochure.path.substr(0, slash)].push_back(&brochure);
    }
    return groups;
}

std::string count_words(std::size_t count, Language language) {
    if (language == Language::zh) return fmt::format("共 {} 种", count);
    return fmt::format("{} brochure{}", count, count == 1 ? "" : "s");
}

std::string links_to(const Groups& groups, const Words& w) {
    auto html = fmt::format("<nav class=\"groups\" aria-label=\"{}\">\n<ul>\n", w.groups);
    std::size_t number = 0;
    for (const auto& [group, list] : groups)
        if (!group.empty())
            html += fmt::format("<li><a href=\"#group-{}\">{}</a> {}</li>\n", ++number, escaped(group), list.size());
    return html + "</ul>\n</nav>\n";
}

std::string shelf(const std::vector<const Brochure*>& brochures, const Site& site, int level) {
    std::string html = "<ul class=\"shelf\">\n";
    for (const auto* brochure : brochures) html += card(*brochure, site, level);
    return html + "</ul>\n";
}

std::string row(std::string_view name, const std::string& value) {
    return value.empty() ? "" : fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
}

std::string facts(const Brochure& brochure, const Site& site) {
    const auto& w = words(site.language);
    std::string authors;
    for (const auto& author : brochure.card.authors)
        authors += (authors.empty() ? std::string{} : std::string(w.list_mark)) + author;
    return "<dl>\n" + row(w.date, time_of(brochure, site)) +
           row(w.form, std::string(form_words(brochure.card.form, site.language))) + row(w.authors, escaped(authors)) +
           row(w.publisher, escaped(brochure.card.publisher)) + "</dl>\n";
}

std::string files(const Brochure& brochure, const Site& site) {
    const auto& w = words(site.language);
    auto html =
        fmt::format("<section aria-labelledby=\"files\">\n<h2 id=\"files\">{}</h2>\n<ul class=\"files\">\n", w.files);
    for (const auto& file : brochure.downloads) {
        const auto address = in_address(file.file), kind = escaped(kind_words(file.kind, site.language));
        html += fmt::format("<li>\n<h3>{}</h3>\n<p class=\"facts\">{}</p>\n", kind,
                            side_by_side({"PDF", pages_words(file.pages, site.language), size_words(file.bytes)}));
        html += fmt::format(
            "<p class=\"get\"><a class=\"button\" href=\"{}\" download>{}<span class=\"unseen\"> {}</span></a> "
            "<a href=\"{}\">{}<span class=\"unseen\"> {}</span></a></p>\n",
            address, w.download, kind, address, w.open, kind);
        html += fmt::format("<details><summary>{} SHA-256</summary><code>{}</code></details>\n</li>\n", w.checksum,
                            escaped(file.sha256));
    }
    return html + "</ul>\n</section>\n";
}

/// Sheets for the press have other pages than those that the contents name.
bool has_pages_of_readers(const Download& file) { return file.kind == "screen" || file.kind == "archive"; }

std::string contents(const Brochure& brochure, const Site& site) {
    const auto& entries = brochure.card.contents;
    if (entries.size() < 2 || entries.front().page == entries.back().page) return {};  // nothing to turn to
    const auto file = std::ranges::find_if(brochure.downloads, has_pages_of_readers);
    auto html =
        fmt::format("<section aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ol class=\"contents\"{}>\n",
                    words(site.language).contents, language_mark(brochure, site));
    for (const auto& entry : entries) {
        const auto words_of_it =
            fmt::format("<span>{}</span>{}", escaped(entry.title),
                        entry.label.empty() ? "" : " <span class=\"folio\">" + escaped(entry.label) + "</span>");
        html += file == brochure.downloads.end() ? "<li>" + words_of_it + "</li>\n"
                                                 : fmt::format("<li><a href=\"{}#page={}\">{}</a></li>\n",
                                                               in_address(file->file), entry.page, words_of_it);
    }
    return html + "</ol>\n</section>\n";
}

std::string code(const Brochure& brochure, const Site& site) {
    const auto address = address_of(site, brochure);
    if (address.empty() || qr_picture(address, site.language).empty()) return {};
    const auto& w = words(site.language);
    return fmt::format(
        "<figure class=\"qr\">\n<img src=\"{}\" alt=\"{}\" width=\"160\" height=\"160\">\n<figcaption>{}<br>"
        "<a href=\"{}\">{}</a></figcaption>\n</figure>\n",
        kQr, w.qr_alt, w.qr, escaped(address), escaped(readable(address)));
}

}  // namespace

std::string address_of(const Site& site, const Brochure& brochure) {
    return site.base.empty() ? std::string{} : site.base + in_address(brochure.path) + "/";
}

std::string index_page(const Site& site) {
    const auto& w = words(site.language);
    const auto groups = groups_of(site);
    auto html = begin(site, {site.title, {}, site.base, ""});
    html += fmt::format("<header>\n<h1>{}</h1>\n<p>{}</p>\n</header>\n", escaped(site.title),
                        count_words(site.brochures.size(), site.language));
    const bool is_parted = groups.size() > 1;
    if (is_parted) html += links_to(groups, w);
    html += "<main id=\"main\">\n";
    std::size_t number = 0;
    for (const auto& [group, list] : groups) {
        if (!is_parted || group.empty())
            html += shelf(list, site, 2);
        else
            html +=
                fmt::format("<section aria-labelledby=\"group-{0}\">\n<h2 id=\"group-{0}\">{1}</h2>\n{2}</section>\n",
                            ++number, escaped(group), shelf(list, site, 3));
    }
    return html + "</main>\n" + end(site, "");
}

std::string brochure_page(const Site& site, const Brochure& brochure) {
    const auto& w = words(site.language);
    const auto up = way_up(brochure.path);
    const auto& shown = brochure.card;
    const auto mark = language_mark(brochure, site);
    auto html = begin(site, {shown.title + " · " + site.title, shown.subtitle, address_of(site, brochure), up});
    html += fmt::format("<nav class=\"place\" aria-label=\"{}\"><a href=\"{}{}\">{}</a></nav>\n", w.place, up, kIndex,
                        w.back);
    html += fmt::format("<main id=\"main\" class=\"brochure\">\n<header{}>\n<h1>{}</h1>\n", mark, escaped(shown.title));
    if (!shown.subtitle.empty()) html += fmt::format("<p class=\"subtitle\">{}</p>\n", escaped(shown.subtitle));
    html += "</header>\n<p class=\"cover\">" + cover(brochure, site, "", false) + "</p>\n<div class=\"about\">\n";
    html += facts(brochure, site) + files(brochure, site) + contents(brochure, site) + code(brochure, site);
    return html + "</div>\n</main>\n" + end(site, up);
}

}  // namespace zheye::site
