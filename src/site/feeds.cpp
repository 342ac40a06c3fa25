#include "site/feeds.h"

#include "base/markup.h"
#include "base/hash.h"
#include "site/pages.h"
#include "site/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace zheye::site {

namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// A name that is the same in every run (RFC 4122, 4.4), for what has no address: of text, not of chance.
std::string urn_of(const std::string& text) {
    auto hash = hash128(text);
    hash[6] = static_cast<std::uint8_t>((hash[6] & 0x0F) | 0x80);  // version 8: made in a way of its own (RFC 9562)
    hash[8] = static_cast<std::uint8_t>((hash[8] & 0x3F) | 0x80);
    std::string urn = "urn:uuid:";
    for (std::size_t i = 0; i < hash.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) urn += '-';
        urn += fmt::format("{:02x}", static_cast<unsigned>(hash[i]));
    }
    return urn;
}

std::string id_of(const Site& site, const std::string& address, const std::string& what) {
    return escaped(address.empty() ? urn_of(site.title + '\n' + what) : address);
}

std::string entry(const Site& site, const Brochure& brochure, const std::string& date) {
    const auto address = address_of(site, brochure);
    const auto folder = address.empty() ? in_address(brochure.path) + "/" : address;
    auto xml = fmt::format("<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n",
                           id_of(site, address, brochure.path), escaped(brochure.card.title), moment(date));
    xml += fmt::format("<link href=\"{}\"/>\n", escaped(address.empty() ? folder + kIndex : folder));
    for (const auto& file : brochure.downloads)
        xml += fmt::format("<link rel=\"enclosure\" type=\"application/pdf\" length=\"{}\" href=\"{}{}\"/>\n",
                           file.bytes, escaped(folder), in_address(file.file));
    if (!brochure.card.subtitle.empty()) xml += fmt::format("<summary>{}</summary>\n", escaped(brochure.card.subtitle));
    return xml + "</entry>\n";
}

}  // namespace

std::string feed(const Site& site) {
    std::string entries, latest;
    for (const auto& brochure : site.brochures) {
        const auto date = date_of(brochure, site);
        if (date.empty()) continue;
        latest = std::max(latest, moment(date));
        entries += entry(site, brochure, date);
    }
    if (latest.empty()) latest = moment("1970");
    return std::string(kXml) +
           fmt::format(
               "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{}</id>\n<title>{}</title>\n"
               "<updated>{}</updated>\n<author><name>{}</name></author>\n<link rel=\"self\" href=\"{}{}\"/>\n"
               "<link href=\"{}\"/>\n{}</feed>\n",
               words(site.language).lang, id_of(site, site.base, ""), escaped(site.title), latest, escaped(site.title),
               escaped(site.base), kFeed, site.base.empty() ? kIndex : escaped(site.base), entries);
}

std::string sitemap(const Site& site) {
    auto xml = std::string(kXml) + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    xml += fmt::format("<url><loc>{}</loc></url>\n", escaped(site.base));
    for (const auto& brochure : site.brochures) {
        xml += "<url><loc>" + escaped(address_of(site, brochure)) + "</loc>";
        if (const auto date = date_of(brochure, site); !date.empty())
            xml += "<lastmod>" + moment(date).substr(0, 10) + "</lastmod>";
        xml += "</url>\n";
    }
    return xml + "</urlset>\n";
}

std::string sums(const std::map<std::string, std::string>& sum_of) {
    std::string text;
    for (const auto& [file, sum] : sum_of) {
        std::string name;
        for (const char c : file) name += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : std::string(1, c);
        text += (name == file ? "" : "\\") + sum + "  " + name + "\n";  // a backslash says that there are some
    }
    return text;
}

}  // namespace zheye::site
