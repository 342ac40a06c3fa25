// What is said about the document → Info and XMP (PDF 32000-1, 14.3; ISO 14289-1, clause 5). Must not know pages.
#include "pdf/metadata.h"

#include "base/markup.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <chrono>

namespace zheye::pdf {

namespace {

constexpr const char* kProducer = "zheye";

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string element(std::string_view name, std::string_view text) {
    return text.empty() ? "" : fmt::format("<{0}>{1}</{0}>\n", name, escaped(text));
}

std::string list(std::string_view name, std::string_view kind, const std::vector<std::string>& parts) {
    if (parts.empty()) return {};
    std::string items;
    for (const auto& part : parts) items += "<rdf:li>" + escaped(part) + "</rdf:li>";
    return fmt::format("<{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", name, kind, items);
}

std::string in_default_language(std::string_view name, std::string_view text) {
    if (text.empty()) return {};
    return fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", name,
                       escaped(text));
}

std::vector<std::string> one_or_none(const std::string& text) {
    return text.empty() ? std::vector<std::string>{} : std::vector{text};
}

std::string described(std::string_view prefix, std::string_view uri, std::string_view elements) {
    return fmt::format("<rdf:Description rdf:about=\"\" xmlns:{}=\"{}\">\n{}</rdf:Description>\n", prefix, uri,
                       elements);
}

/// PDF/A (ISO 19005-2, 6.6.2.3) accepts properties of other schemas only if the packet describes them.
constexpr std::string_view kUaSchema =
    R"(<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

/// What the file says of itself: ISO 14289-1, clause 5; ISO 19005-2, 6.6.4; ISO 15930-7, 6.15.
std::string standards(const profile::Profile& profile, const std::string& identity) {
    std::string text;
    if (profile.accessible)
        text += described("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", element("pdfuaid:part", "1"));
    if (profile.archive != profile::Archive::none) {
        const auto* part = profile.archive == profile::Archive::a2a ? "2" : "3";
        text += described("pdfaid", "http://www.aiim.org/pdfa/ns/id/",
                          element("pdfaid:part", part) + element("pdfaid:conformance", "A"));
        if (profile.accessible) text += kUaSchema;
    }
    if (profile.press) {
        text += described("pdfxid", "http://www.npes.org/pdfx/ns/id/", element("pdfxid:GTS_PDFXVersion", "PDF/X-4"));
        text += described("xmpMM", "http://ns.adobe.com/xap/1.0/mm/",
                          element("xmpMM:DocumentID", "uuid:" + identity) + element("xmpMM:VersionID", "1") +
                              element("xmpMM:RenditionClass", "default"));
    }
    return text;
}

}  // namespace

Date document_date(std::optional<std::int64_t> epoch, const std::string& written) {
    if (epoch) {
        using namespace std::chrono;
        const sys_seconds time{seconds(*epoch)};
        const auto day = floor<days>(time);
        const year_month_day date(day);
        const hh_mm_ss clock(time - day);
        const auto year = static_cast<int>(date.year());
        const auto month = static_cast<unsigned>(date.month()), in_month = static_cast<unsigned>(date.day());
        const auto h = clock.hours().count(), m = clock.minutes().count(), s = clock.seconds().count();
        return {fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", year, month, in_month, h, m, s),
                fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month, in_month, h, m, s)};
    }
    std::string digits;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const bool dash = i == 4 || i == 7;
        if (dash ? written[i] != '-' : written[i] < '0' || written[i] > '9') return {};
        if (!dash) digits += written[i];
    }
    if (written.size() != 4 && written.size() != 7 && written.size() != 10) return {};
    return {"D:" + digits, written};
}

Ref embed_info(Objects& objects, const layout::Metadata& metadata, const Date& date, const profile::Profile& profile) {
    auto info = objects.add();
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) info.text(key, text);
    };
    add("Title", metadata.title);
    add("Author", joined(metadata.authors));
    add("Subject", metadata.subject);
    add("Keywords", joined(metadata.keywords));
    add("Producer", kProducer);
    add("CreationDate", date.pdf);
    add("ModDate", date.pdf);
    if (profile.press) info.name("Trapped", "False").text("GTS_PDFXVersion", "PDF/X-4");
    return info.ref();
}

Ref embed_xmp(Objects& objects, const layout::Metadata& metadata, const Date& date, const profile::Profile& profile,
              const std::string& identity) {
    std::string xmp =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
        "<dc:format>application/pdf</dc:format>\n";
    xmp += in_default_language("dc:title", metadata.title);
    xmp += list("dc:creator", "Seq", metadata.authors);
    xmp += in_default_language("dc:description", metadata.subject);
    xmp += list("dc:subject", "Bag", metadata.keywords);
    xmp += list("dc:publisher", "Bag", one_or_none(metadata.publisher));
    xmp += list("dc:language", "Bag", one_or_none(metadata.language));
    xmp += element("pdf:Producer", kProducer) + element("pdf:Keywords", joined(metadata.keywords));
    xmp += element("xmp:CreateDate", date.xmp) + element("xmp:ModifyDate", date.xmp);
    xmp += element("xmp:MetadataDate", date.xmp);
    if (profile.press) xmp += element("pdf:Trapped", "False");
    xmp += "</rdf:Description>\n" + standards(profile, identity);
    xmp += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
    auto stream = objects.add_stream(std::move(xmp), false);
    stream.name("Type", "Metadata").name("Subtype", "XML");
    return stream.ref();
}

}  // namespace zheye::pdf
