// PDF/X-4, clause by clause.
#include "standards/clause.h"

#include <array>

namespace zheye::standards {

namespace {

using Box = QPDFObjectHandle::Rectangle;

bool holds(const Box& outer, const Box& inner) {
    constexpr double kRounding = 0.002;
    return inner.llx >= outer.llx - kRounding && inner.lly >= outer.lly - kRounding &&
           inner.urx <= outer.urx + kRounding && inner.ury <= outer.ury + kRounding;
}

Findings says(const Reading& reading) {
    if (property(reading.xmp(), "pdfxid:GTS_PDFXVersion") != "PDF/X-4") return {"GTS_PDFXVersion"};
    return {};
}

/// 6.2.2: one press, with its profile.
Findings has_intent(const Reading& reading) {
    auto list = reading.catalog().getKey("/OutputIntents");
    if (!list.isArray() || list.getArrayNItems() != 1) return {"not one output intent"};
    auto intent = Object(list).getArrayItem(0);
    auto profile = value(intent, "/DestOutputProfile");
    if (!value(intent, "/S").isNameAndEquals("/GTS_PDFX") || !value(intent, "/OutputConditionIdentifier").isString())
        return {"the intent"};
    if (!profile.isStream()) return {"no profile"};
    const auto data = Object(profile).getStreamData();
    const std::string head(reinterpret_cast<const char*>(data->getBuffer()),
                           std::min<std::size_t>(data->getSize(), 20));
    return head.substr(12, 8) == "prtrCMYK" ? Findings{} : Findings{"the profile is no press's"};
}

/// 6.2.4: numbers of a screen need their profile.
Findings has_no_screen_colours(const Reading& reading) {
    Findings findings;
    for (std::size_t page = 0; page < reading.pages().size(); ++page)
        for (const auto& operation : reading.content(page).operations)
            if (operation.name == "rg" || operation.name == "RG")
                findings.push_back("page " + std::to_string(page + 1) + ": " + operation.name);
    for (auto object : reading.all()) {
        auto space = value(object, "/ColorSpace");
        if (space.isNameAndEquals("/DeviceRGB")) findings.push_back(place(object) + ": DeviceRGB");
    }
    return findings;
}

/// 6.4: trim in bleed in media.
Findings boxes_nest(const Reading& reading) {
    Findings findings;
    for (auto page : reading.pages()) {
        auto box = [&](const char* key) { return page.getKey(key).getArrayAsRectangle(); };
        if (!page.getKey("/MediaBox").isArray() || !page.getKey("/TrimBox").isArray() || page.hasKey("/ArtBox")) {
            findings.push_back(place(page) + ": boxes");
            continue;
        }
        const auto bleed = page.hasKey("/BleedBox") ? box("/BleedBox") : box("/TrimBox");
        if (!holds(bleed, box("/TrimBox")) || !holds(box("/MediaBox"), bleed))
            findings.push_back(place(page) + ": boxes do not nest");
        if (page.hasKey("/CropBox") && !holds(box("/CropBox"), bleed))
            findings.push_back(place(page) + ": the bleed is cropped");
    }
    return findings;
}

Findings has_trapping_and_dates(const Reading& reading) {
    Findings findings;
    auto trapped = value(reading.info(), "/Trapped");
    if (!trapped.isNameAndEquals("/True") && !trapped.isNameAndEquals("/False")) findings.emplace_back("Trapped");
    for (const char* key : {"/Title", "/CreationDate", "/ModDate"})
        if (!value(reading.info(), key).isString()) findings.emplace_back(key);
    for (const char* name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title", "xmpMM:DocumentID",
                             "xmpMM:VersionID", "xmpMM:RenditionClass"})
        if (property(reading.xmp(), name).empty()) findings.emplace_back(name);
    return findings;
}

Findings has_no_annotations(const Reading& reading) {
    for (auto page : reading.pages())
        if (!value(page, "/Annots").isNull()) return {"annotations"};
    return {};
}

Findings does_nothing(const Reading& reading) {
    for (auto object : reading.all())
        for (const char* key : {"/AA", "/OpenAction", "/JS", "/JavaScript", "/AcroForm", "/XFA", "/OPI", "/Ref"})
            if (!value(object, key).isNull()) return {place(object) + ": " + key};
    return {};
}

}  // namespace

std::vector<Clause> pdf_x_4() {
    std::vector<Clause> clauses = {
        {"6.10 says what it is", says,
         [](const Reading& r) { rewrite(r.catalog().getKey("/Metadata"), "PDF/X-4", "PDF/X-5"); }},
        {"6.2.2 output intent", has_intent,
         [](const Reading& r) {
             r.catalog().getKey("/OutputIntents").getArrayItem(0).replaceKey("/S", Object::newName("/GTS_PDFA1"));
         }},
        {"6.2.4 no colours of a screen", has_no_screen_colours,
         [](const Reading& r) { rewrite_content(r, 0, " k\n", " k 1 0 0 rg\n"); }},
        {"6.4 boxes nest", boxes_nest,
         [](const Reading& r) {
             r.pages()[0].replaceKey("/BleedBox", r.pages()[0].getKey("/MediaBox").shallowCopy());
             r.pages()[0].getKey("/BleedBox").setArrayItem(0, Object::newInteger(-999));
         }},
        {"6.10 trapping, dates, identity", has_trapping_and_dates,
         [](const Reading& r) { r.info().replaceKey("/Trapped", Object::newName("/Unknown")); }},
        {"6.8 no annotations", has_no_annotations,
         [](const Reading& r) { r.pages()[0].replaceKey("/Annots", Object::newArray()); }},
        {"6.9 nothing by itself", does_nothing,
         [](const Reading& r) { r.catalog().replaceKey("/OpenAction", Object::parse("[0 /Fit]")); }},
    };
    append(clauses, common_clauses("6.1, 6.3"));
    append(clauses, font_clauses("6.5"));
    return clauses;
}

}  // namespace zheye::standards
