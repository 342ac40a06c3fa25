// PDF/A-2 and PDF/A-3 at level A, clause by clause; what level A asks of the structure is PDF/UA's.
#include "standards/clause.h"

#include <algorithm>

namespace zheye::standards {

namespace {

Object intent(const Reading& reading, const std::string& kind) {
    auto list = reading.catalog().getKey("/OutputIntents");
    if (list.isArray())
        for (auto one : list.getArrayAsVector())
            if (value(one, "/S").isNameAndEquals(kind)) return one;
    return Object::newNull();
}

Findings has_intent(const Reading& reading) {
    auto wanted = intent(reading, "/GTS_PDFA1");
    if (!value(wanted, "/DestOutputProfile").isStream()) return {"no output intent with a profile"};
    return {};
}

/// 6.2.4.3: colours of a device are those of the intent. Pictures, shadings and operators.
Findings colours_are_the_intents(const Reading& reading) {
    auto components = value(value(intent(reading, "/GTS_PDFA1"), "/DestOutputProfile"), "/N");
    const bool rgb = components.isInteger() && components.getIntValue() == 3;
    Findings findings;
    const auto objection = [&](const std::string& space) {
        if (space == (rgb ? "/DeviceCMYK" : "/DeviceRGB")) findings.push_back("colours in " + space);
    };
    for (std::size_t page = 0; page < reading.pages().size(); ++page)
        for (const auto& operation : reading.content(page).operations) {
            if (operation.name == "k" || operation.name == "K") objection("/DeviceCMYK");
            if (operation.name == "rg" || operation.name == "RG") objection("/DeviceRGB");
        }
    for (auto object : reading.all())
        if (auto space = value(object, "/ColorSpace"); space.isName()) objection(space.getName());
    return findings;
}

Findings annotations_print(const Reading& reading) {
    Findings findings;
    for (auto annotation : reading.of_type("/Annot")) {
        auto flags = value(annotation, "/F");
        constexpr int kPrint = 4, kHidden = 2 | 1 | 32 | 256;  // Hidden, Invisible, NoView, ToggleNoView
        if (!value(annotation, "/Subtype").isNameAndEquals("/Link"))
            findings.push_back(place(annotation) + ": no link");
        if (!flags.isInteger() || (flags.getIntValue() & kPrint) == 0 || (flags.getIntValue() & kHidden) != 0)
            findings.push_back(place(annotation) + ": flags");
    }
    return findings;
}

Findings actions_are_harmless(const Reading& reading) {
    Findings findings;
    for (auto object : reading.all()) {
        if (!value(object, "/AA").isNull()) findings.push_back(place(object) + ": actions of its own accord");
        auto action = value(object, "/A");
        auto kind = value(action, "/S");
        if (kind.isName() && kind.getName() != "/URI" && kind.getName() != "/GoTo")
            findings.push_back(place(object) + ": action " + kind.getName());
    }
    return findings;
}

/// 6.6.2.1, 6.6.2.2: as it is, and without attributes that the packet must not have.
Findings metadata_is_there(const Reading& reading) {
    auto metadata = reading.catalog().getKey("/Metadata");
    if (!metadata.isStream()) return {"no metadata"};
    const auto xmp = reading.xmp();
    const auto head = xmp.substr(0, xmp.find('\n'));
    if (!xmp.starts_with("<?xpacket begin=") || head.find("bytes=") != std::string::npos ||
        head.find("encoding=") != std::string::npos)
        return {"the packet's header"};
    return value(metadata, "/Type").isNameAndEquals("/Metadata") && value(metadata, "/Subtype").isNameAndEquals("/XML")
               ? Findings{}
               : Findings{"the metadata's type"};
}

/// 6.6.2.3: what is none of the schemas that the standard knows is described.
Findings extensions_are_described(const Reading& reading) {
    const auto xmp = reading.xmp();
    if (xmp.find("<pdfuaid:part>") == std::string::npos) return {};
    for (const char* part : {"pdfaExtension:schemas", "<pdfaSchema:prefix>pdfuaid<", "<pdfaProperty:name>part<"})
        if (xmp.find(part) == std::string::npos) return {std::string("pdfuaid is not described: ") + part};
    return {};
}

/// "D:20190731" and "2019-07-31" say the same.
bool same_date(const std::string& pdf, const std::string& xmp) {
    std::string digits, others;
    for (const char c : pdf)
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) digits += c;
    for (const char c : xmp)
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) others += c;
    return digits.substr(0, others.size()) == others.substr(0, digits.size());
}

/// ISO 19005-1, 6.7.3, which part 2 no longer asks for and readers still compare.
Findings metadata_agrees(const Reading& reading) {
    const auto xmp = reading.xmp();
    auto text = [&](const char* key) {
        auto held = value(reading.info(), key);
        return held.isString() ? held.getUTF8Value() : std::string();
    };
    Findings findings;
    if (text("/Title") != property(xmp, "dc:title")) findings.emplace_back("Title");
    if (text("/Producer") != property(xmp, "pdf:Producer")) findings.emplace_back("Producer");
    if (text("/Keywords") != property(xmp, "pdf:Keywords")) findings.emplace_back("Keywords");
    if (!same_date(text("/CreationDate"), property(xmp, "xmp:CreateDate"))) findings.emplace_back("CreationDate");
    if (!same_date(text("/ModDate"), property(xmp, "xmp:ModifyDate"))) findings.emplace_back("ModDate");
    return findings;
}

Findings says(const Reading& reading, const std::string& part) {
    const auto xmp = reading.xmp();
    if (property(xmp, "pdfaid:part") != part || property(xmp, "pdfaid:conformance") != "A") return {"pdfaid"};
    return {};
}

Findings holds_no_files(const Reading& reading) {
    if (!reading.of_type("/EmbeddedFile").empty() || !reading.of_type("/Filespec").empty())
        return {"files in the file"};
    return {};
}

Findings files_are_described(const Reading& reading) {
    Findings findings;
    auto associated = reading.catalog().getKey("/AF");
    for (auto file : reading.of_type("/Filespec")) {
        if (!value(file, "/F").isString() || !value(file, "/UF").isString()) findings.emplace_back("no name");
        if (!value(file, "/AFRelationship").isName()) findings.emplace_back("no relation");
        if (!value(value(value(file, "/EF"), "/F"), "/Subtype").isName()) findings.emplace_back("no media type");
        bool named = false;
        if (associated.isArray())
            for (auto one : associated.getArrayAsVector()) named = named || one.getObjGen() == file.getObjGen();
        if (!named) findings.emplace_back("not in AF");
    }
    return findings;
}

Findings catalog_is_plain(const Reading& reading) {
    for (const char* key : {"/AA", "/Requirements", "/OCProperties", "/NeedsRendering", "/Perms"})
        if (!value(reading.catalog(), key).isNull()) return {key};
    if (!value(value(reading.catalog(), "/Names"), "/AlternatePresentations").isNull() ||
        !value(value(reading.catalog(), "/Names"), "/JavaScript").isNull())
        return {"Names"};
    for (auto page : reading.pages())
        if (!value(page, "/PresSteps").isNull() || !value(page, "/AA").isNull()) return {"a page's own accord"};
    return {};
}

Findings pages_have_sizes(const Reading& reading) {
    for (auto page : reading.pages()) {
        auto box = page.getKey("/MediaBox").getArrayAsRectangle();
        for (const double side : {box.urx - box.llx, box.ury - box.lly})
            if (side < 3 || side > 14400) return {"a page of " + std::to_string(side)};
    }
    return {};
}

std::vector<Clause> archive(const std::string& part) {
    auto xmp = [](const char* from, const char* to) {
        return [from, to](const Reading& r) { rewrite(r.catalog().getKey("/Metadata"), from, to); };
    };
    std::vector<Clause> clauses = {
        {"6.1.13 sizes of pages", pages_have_sizes,
         [](const Reading& r) { r.pages()[0].replaceKey("/MediaBox", Object::parse("[0 0 15000 100]")); }},
        {"6.2.3 output intent", has_intent, [](const Reading& r) { r.catalog().removeKey("/OutputIntents"); }},
        {"6.2.4.3 colours are the intent's", colours_are_the_intents,
         [](const Reading& r) { rewrite_content(r, 0, " rg", " rg 0 0 0 1 k"); }},
        {"6.3 annotations are seen and printed", annotations_print,
         [](const Reading& r) { Object(r.of_type("/Annot").at(0)).replaceKey("/F", Object::newInteger(2)); }},
        {"6.5 actions", actions_are_harmless,
         [](const Reading& r) { Object(r.of_type("/Annot").at(0)).replaceKey("/A", Object::parse("<</S /Launch>>")); }},
        {"6.6.2.1 metadata", metadata_is_there, xmp("<?xpacket begin=", "<?xpacket bytes='9' begin=")},
        {"6.6.2.3 schemas beyond the standard's", extensions_are_described,
         xmp("<pdfaSchema:prefix>", "<pdfaSchema:prefiks>")},
        {"6.6.4 says what it is", [part](const Reading& r) { return says(r, part); },
         xmp("<pdfaid:part>", "<pdfaid:part>1")},
        {"Info and XMP agree", metadata_agrees,
         [](const Reading& r) { r.info().replaceKey("/Title", Object::newUnicodeString("另一个题目")); }},
        {"6.9 – 6.11 nothing by itself", catalog_is_plain,
         [](const Reading& r) { r.catalog().replaceKey("/Requirements", Object::newArray()); }},
    };
    append(clauses, common_clauses("6.1, 6.2"));
    append(clauses, font_clauses("6.2.11"));
    return clauses;
}

}  // namespace

std::vector<Clause> pdf_a_2() {
    auto clauses = archive("2");
    clauses.push_back({"6.8 no files in the file", holds_no_files, [](const Reading& r) {
                           r.catalog().replaceKey("/AF",
                                                  r.file().makeIndirectObject(Object::parse("<</Type /Filespec>>")));
                       }});
    return clauses;
}

std::vector<Clause> pdf_a_3() {
    auto clauses = archive("3");
    clauses.push_back({"6.8 files in the file are described", files_are_described,
                       [](const Reading& r) { Object(r.of_type("/Filespec").at(0)).removeKey("/AFRelationship"); }});
    return clauses;
}

}  // namespace zheye::standards
