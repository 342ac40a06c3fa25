// Pages → the bytes of a tagged PDF: the order in which the parts of a file are made. Must not know how any is made.
#include "pdf/write.h"

#include "base/hash.h"
#include "pdf/attachments.h"
#include "pdf/drawn_pages.h"
#include "pdf/encrypt.h"
#include "pdf/fonts.h"
#include "pdf/haru.h"
#include "pdf/images.h"
#include "pdf/inks.h"
#include "pdf/linearize.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/pages.h"
#include "pdf/picture_colours.h"
#include "pdf/serialize.h"
#include "pdf/structure.h"
#include "pdf/syntax.h"
#include "pdf/trees.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

namespace zheye::pdf {

namespace {

std::vector<bool> used_images(const layout::Pages& document, const PageContents& contents) {
    std::vector<bool> used(document.images.size());
    for (const auto& content : contents)
        for (const auto image : content->resources.images) used[image] = true;
    return used;
}

void drop_links(PageContents& contents) {
    for (auto& content : contents) {
        if (content->links.empty()) continue;
        auto without = *content;
        without.links.clear();
        content = std::make_shared<const PageContent>(std::move(without));
    }
}

/// PDF/A has no inks without their profile in a file whose colours are those of a screen (ISO 19005-2, 6.2.4.3): what
/// cannot be kept is not claimed.
profile::Profile kept(const Options& options, const Pictures& pictures, const std::vector<bool>& used,
                      diag::Diagnostics& diagnostics) {
    profile::Profile profile = options.profile;
    if (profile.archive != profile::Archive::none && !options.password.empty()) {
        diagnostics.warning(
            "no-archive", {},
            {"加了密码的文件不能算 PDF/A，没有标上", "a file with a password is no PDF/A and does not say so"});
        profile.archive = profile::Archive::none;
    }
    if (profile.archive == profile::Archive::none || profile.colours == profile::Colours::cmyk) return profile;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const auto& picture = *pictures[i];
        if (!used[i] || picture.components != 4 || !picture.profile.empty()) continue;
        diagnostics.warning(
            "no-archive", {},
            {"有 CMYK 图片没有 ICC 色彩特性，文件不能算 PDF/A，没有标上",
             "a CMYK picture has no ICC profile: the file is no PDF/A and does not say so"},
            {{"请把图片存成 RGB，或带上 ICC 色彩特性", "save the picture as RGB, or with its ICC profile"}});
        profile.archive = profile::Archive::none;
        break;
    }
    return profile;
}

/// A name for the content: that of all that is drawn.
std::string identity_of(const PageContents& contents, const layout::Metadata& metadata) {
    std::string all = metadata.title;
    for (const auto& content : contents)
        for (const auto& stream : content->streams) all += stream.bytes;
    std::string name;
    for (const auto byte : hash128(all)) name += fmt::format("{:02x}", static_cast<unsigned>(byte));
    for (const std::size_t at : {20U, 16U, 12U, 8U}) name.insert(at, "-");
    return name;
}

/// What the colours are meant for (ISO 19005-2, 6.2.3; ISO 15930-7, 6.2.3).
void add_intent(Objects& objects, Dict catalog, const profile::Profile& profile) {
    const auto icc = profile.intent ? *profile.intent : icc::srgb();
    const auto stream = objects.add_stream(std::string(icc.bytes.bytes())).number("N", icc.components()).ref();
    auto intent = catalog.array("OutputIntents").dict();
    intent.name("Type", "OutputIntent").name("S", profile.press ? "GTS_PDFX" : "GTS_PDFA1");
    intent.text("OutputConditionIdentifier", profile.condition).text("Info", profile.condition);
    intent.text("RegistryName", "http://www.color.org").ref("DestOutputProfile", stream);
}

/// The outlines, if there are any.
Ref fill_catalog(Objects& objects, Dict catalog, const layout::Pages& document, const PageContents& contents,
                 const std::vector<Ref>& pages, const profile::Profile& profile) {
    catalog.name("Type", "Catalog").ref("Pages", page_tree(objects, pages));
    const auto annotations = embed_links(objects, document, contents, pages);
    const auto tree = embed_structure(objects, document, contents, pages, annotations);
    catalog.ref("StructTreeRoot", tree.root);
    catalog.dict("MarkInfo").boolean("Marked", true);
    catalog.text("Lang", document.metadata.language);
    catalog.dict("ViewerPreferences").boolean("DisplayDocTitle", true);
    const auto outline = embed_outline(objects, document, pages, tree.elements);
    if (outline) catalog.ref("Outlines", *outline);
    if (profile.press || profile.archive != profile::Archive::none) add_intent(objects, catalog, profile);
    if (const auto labels = embed_page_labels(objects, document)) catalog.ref("PageLabels", *labels);
    return outline.value_or(Ref());
}

diag::Result<std::string> unusable_intent(diag::Diagnostics& diagnostics) {
    diagnostics.error("icc-broken", {},
                      {"印刷用的 ICC 文件不能换算颜色", "the ICC profile of the press cannot convert colours"});
    return std::unexpected(diag::Failed{});
}

/// PDF/X wants dates; a clock would make every run another file.
Date date_for(const Options& options, const layout::Pages& document, diag::Diagnostics& diagnostics) {
    auto date = document_date(options.epoch, document.metadata.date);
    if (!options.profile.press || !date.pdf.empty()) return date;
    diagnostics.warning("no-date", document.structure.nodes.front().span,
                        {"PDF/X 要有日期，内容里没有写，按 2000-01-01 写入",
                         "PDF/X wants a date, the content has none; 2000-01-01 is written"},
                        {{"写上 出版信息: {日期: 2019-07-31} 这样的日期", "give one, as meta: {date: 2019-07-31}"}});
    return document_date({}, "2000-01-01");
}

diag::Result<std::string> refused(diag::Diagnostics& diagnostics) {
    diagnostics.error("pdf-objects", {},
                      {"PDF 对象无法写出（程序内部错误）", "the PDF objects could not be written (internal error)"});
    return std::unexpected(diag::Failed{});
}

}  // namespace

diag::Result<std::string> write(const layout::Pages& document, const font::FontBook& book, const Options& options,
                                diag::Diagnostics& diagnostics, Memory* memory) {
    assert(!document.pages.empty() && !document.structure.nodes.empty());
    const DrawnPages drawn(document, memory);
    auto fonts = FontSet::collect(drawn.glyphs(), book, options.compress, memory, diagnostics);
    if (!fonts) return std::unexpected(diag::Failed{});

    const auto inks = Inks::of(options.profile, document.rich_blacks);
    if (!inks) return unusable_intent(diagnostics);
    SharedResources shared(*inks);
    auto contents = drawn.draw(*fonts, *inks, shared);
    if (!options.profile.links) drop_links(contents);

    Objects objects;
    auto catalog = objects.add();
    const auto used = used_images(document, contents);
    const auto pictures = in_colours_of(options.profile, document.images, used, options.inks.get());
    const auto profile = kept(options, pictures, used, diagnostics);
    const auto date = date_for(options, document, diagnostics);
    objects.trailer().ref("Root", catalog.ref()).ref("Info", embed_info(objects, document.metadata, date, profile));
    catalog.ref("Metadata", embed_xmp(objects, document.metadata, date, profile,
                                      profile.press ? identity_of(contents, document.metadata) : ""));
    std::vector<Ref> pages;
    for (std::size_t i = 0; i < document.pages.size(); ++i) pages.push_back(objects.add().ref());

    SharedResources::Refs resources;
    auto embedded = fonts->embed(objects, book, memory);
    resources.fonts = std::move(embedded.horizontal);
    resources.vertical_fonts = std::move(embedded.vertical);
    resources.images = embed_images(objects, pictures, used, options);
    shared.embed(objects, resources);
    embed_pages(objects, document, contents, pages, resources, *inks, profile.press);
    const auto outlines = fill_catalog(objects, catalog, document, contents, pages, profile);

    if (profile.source && profile.archive == profile::Archive::a3a)
        embed_attachments(objects, catalog, options.sources, date);

    if (!fonts->embed_programs(objects, diagnostics)) return std::unexpected(diag::Failed{});
    const char* version = profile.press ? "1.6" : "1.7";
    const Deflater deflater(options.compress, memory ? &memory->deflated : nullptr);
    auto file = profile.linearized ? linearize(objects, catalog.ref(), pages, outlines, version, deflater)
                                   : serialize(objects, version, deflater);
    if (!file.empty() && !options.password.empty()) file = encrypted(file, options.password, profile.linearized);
    if (file.empty()) return refused(diagnostics);
    return file;
}

}  // namespace zheye::pdf
