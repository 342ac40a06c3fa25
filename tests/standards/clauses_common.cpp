// What PDF/A and PDF/X both ask of a file's syntax and of what it draws.
#include "standards/clause.h"

#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace zheye::standards {

namespace {

Findings each(const Reading& reading, const auto& objection) {
    Findings findings;
    for (auto object : reading.all())
        if (const std::string said = objection(object); !said.empty()) findings.push_back(place(object) + ": " + said);
    return findings;
}

bool has(Object owner, const std::string& key) { return !value(owner, key).isNull(); }

Findings begins_and_ends(const Reading& reading) {
    const auto& bytes = reading.bytes();
    const bool first = bytes.starts_with("%PDF-1.") && bytes.size() > 16 && bytes[7] >= '0' && bytes[7] <= '7';
    const auto line = first ? bytes.find('\n') : std::string::npos;
    const bool second =
        line != std::string::npos && bytes[line + 1] == '%' &&
        std::all_of(bytes.begin() + static_cast<long>(line) + 2, bytes.begin() + static_cast<long>(line) + 6,
                    [](char c) { return static_cast<unsigned char>(c) > 127; });
    if (!first || !second) return {"the header"};
    if (!bytes.ends_with("%%EOF") && !bytes.ends_with("%%EOF\n")) return {"something after the end"};
    return {};
}

Findings has_identity(const Reading& reading) {
    auto id = reading.trailer().getKey("/ID");
    if (!id.isArray() || id.getArrayNItems() != 2 || id.getArrayItem(0).getStringValue().size() < 16) return {"no ID"};
    return {};
}

Findings is_not_encrypted(const Reading& reading) {
    if (has(reading.trailer(), "/Encrypt")) return {"Encrypt"};
    return {};
}

Findings streams_are_plain(const Reading& reading) {
    return each(reading, [](Object stream) -> std::string {
        if (!stream.isStream()) return "";
        for (const char* key : {"/F", "/FFilter", "/FDecodeParms"})
            if (has(stream, key)) return "data outside of the file";
        auto filter = value(stream, "/Filter");
        const auto filters = filter.isArray() ? filter.getArrayAsVector() : std::vector<Object>{filter};
        for (auto one : filters)
            if (one.isNameAndEquals("/LZWDecode") || one.isNameAndEquals("/Crypt") || one.isNameAndEquals("/JPXDecode"))
                return one.getName();
        return "";
    });
}

Findings keeps_limits(const Reading& reading) {
    auto findings = each(reading, [](Object object) -> std::string {
        if (object.isName() && object.getName().size() > 128) return "a long name";
        auto dictionary = object.isStream() ? Object(object).getDict() : object;
        if (!dictionary.isDictionary()) return "";
        for (auto& [key, held] : dictionary.getDictAsMap()) {
            if (key.size() > 128) return "a long key";
            if (held.isString() && held.getStringValue().size() > 32767) return "a long string";
            if (held.isInteger() && (held.getIntValue() > 2147483647LL || held.getIntValue() < -2147483648LL))
                return "a large number";
        }
        return "";
    });
    for (std::size_t page = 0; page < reading.pages().size(); ++page)
        for (const auto& operation : reading.content(page).operations)
            if (operation.states > 28) findings.push_back("q deeper than 28");
    return findings;
}

constexpr std::array<std::string_view, 73> kOperators = {
    "b",  "B",  "b*", "B*", "BDC", "BI",  "BMC", "BT", "BX", "c",  "cm", "CS", "cs", "d",  "d0",
    "d1", "Do", "DP", "EI", "EMC", "ET",  "EX",  "f",  "F",  "f*", "G",  "g",  "gs", "h",  "i",
    "ID", "j",  "J",  "K",  "k",   "l",   "m",   "M",  "MP", "n",  "q",  "Q",  "re", "RG", "rg",
    "ri", "s",  "S",  "SC", "sc",  "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ",
    "TL", "Tm", "Tr", "Ts", "Tw",  "Tz",  "v",   "w",  "W",  "W*", "y",  "'",  "\""};

Findings operators_are_known(const Reading& reading) {
    Findings findings;
    for (std::size_t page = 0; page < reading.pages().size(); ++page) {
        const auto content = reading.content(page);
        for (const auto& operation : content.operations)
            if (std::ranges::find(kOperators, operation.name) == kOperators.end())
                findings.push_back("page " + std::to_string(page + 1) + ": operator " + operation.name);
        if (!content.balanced) findings.push_back("page " + std::to_string(page + 1) + ": q or BDC without end");
    }
    return findings;
}

Findings resources_are_named(const Reading& reading) {
    static const std::map<std::string, std::string> kKinds = {{"Tf", "/Font"},       {"gs", "/ExtGState"},
                                                              {"sh", "/Shading"},    {"Do", "/XObject"},
                                                              {"cs", "/ColorSpace"}, {"CS", "/ColorSpace"}};
    Findings findings;
    for (std::size_t page = 0; page < reading.pages().size(); ++page) {
        auto resources = reading.pages()[page].getKey("/Resources");
        for (const auto& operation : reading.content(page).operations) {
            const auto kind = kKinds.find(operation.name);
            if (kind == kKinds.end() || operation.operands.empty()) continue;
            const auto name = Object(operation.operands.front()).getName();
            const bool is_device = name.starts_with("/Device") || name == "/Pattern";
            auto resource = value(value(resources, kind->second), name);
            if (resource.isNull() && !is_device)
                findings.push_back("page " + std::to_string(page + 1) + ": no " + name);
            if (value(resource, "/Subtype").isNameAndEquals("/Form"))
                findings.emplace_back("this reader does not look into forms");
        }
    }
    return findings;
}

Findings states_are_plain(const Reading& reading) {
    return each(reading, [](Object state) -> std::string {
        if (has(state, "/TR") || (has(state, "/TR2") && !value(state, "/TR2").isNameAndEquals("/Default")))
            return "a transfer function";
        if (has(state, "/HTP")) return "a halftone's phase";
        return "";
    });
}

Findings pictures_are_plain(const Reading& reading) {
    return each(reading, [](Object image) -> std::string {
        auto type = value(image, "/Subtype");
        if (type.isNameAndEquals("/PS")) return "PostScript";
        if (!image.isStream() || !type.isNameAndEquals("/Image")) return "";
        if (has(image, "/Alternates") || has(image, "/OPI")) return "alternates";
        return value(image, "/Interpolate").isBool() && value(image, "/Interpolate").getBoolValue() ? "Interpolate"
                                                                                                    : "";
    });
}

/// ICC profiles that the file holds: of their colours, of a kind that the standards know.
Findings profiles_fit(const Reading& reading) {
    return each(reading, [](Object space) -> std::string {
        Object stream = Object::newNull();
        if (space.isArray() && space.getArrayNItems() == 2 &&
            Object(space).getArrayItem(0).isNameAndEquals("/ICCBased"))
            stream = Object(space).getArrayItem(1);
        if (has(space, "/DestOutputProfile")) stream = value(space, "/DestOutputProfile");
        if (!stream.isStream()) return "";
        const auto data = stream.getStreamData();
        const std::string_view head(reinterpret_cast<const char*>(data->getBuffer()),
                                    std::min<std::size_t>(data->getSize(), 128));
        if (head.size() < 128) return "no ICC profile";
        const auto colours = head.substr(16, 4);
        const int wanted = colours == "GRAY"                        ? 1
                           : colours == "RGB " || colours == "Lab " ? 3
                           : colours == "CMYK"                      ? 4
                                                                    : 0;
        const auto kind = head.substr(12, 4);
        const bool known = kind == "prtr" || kind == "mntr" || kind == "scnr" || kind == "spac";
        auto number = value(stream, "/N");
        return known && head[8] <= 4 && number.isInteger() && number.getIntValueAsInt() == wanted
                   ? ""
                   : "an ICC profile that does not fit";
    });
}

Findings blends_are_known(const Reading& reading) {
    static const std::array<std::string_view, 17> kModes = {
        "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",   "Darken",
        "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight", "Difference",
        "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity"};
    return each(reading, [](Object state) -> std::string {
        auto mode = value(state, "/BM");
        if (!mode.isName()) return mode.isNull() ? "" : "a list of blend modes";
        return std::ranges::find(kModes, mode.getName().substr(1)) == kModes.end() ? "blend mode " + mode.getName()
                                                                                   : "";
    });
}

Object some_state(const Reading& reading) {
    for (auto page : reading.pages()) {
        auto states = value(value(page, "/Resources"), "/ExtGState");
        if (states.isDictionary()) return states.getDictAsMap().begin()->second;
    }
    throw std::runtime_error("no graphics state");
}

Object some_image(const Reading& reading) {
    for (auto object : reading.all())
        if (object.isStream() && value(object, "/Subtype").isNameAndEquals("/Image")) return object;
    throw std::runtime_error("no picture");
}

void set(Object owner, const std::string& key, Object value) {
    if (owner.isStream()) owner = owner.getDict();
    owner.replaceKey(key, value);
}

}  // namespace

std::vector<Clause> common_clauses(const std::string& standard) {
    const auto numbered = [&](const char* text) { return standard + " " + text; };
    return {
        {numbered("header and end of file"),
         begins_and_ends,
         {},
         [](std::string bytes) { return bytes.replace(bytes.find('\n') + 2, 4, "abcd"); }},
        {numbered("the file has an ID"), has_identity, [](const Reading& r) { r.trailer().removeKey("/ID"); }},
        {numbered("no encryption"), is_not_encrypted,
         [](const Reading& r) { r.trailer().replaceKey("/Encrypt", Object::newDictionary()); }},
        {numbered("streams lie in the file, with filters that all know"), streams_are_plain,
         [](const Reading& r) { set(contents(r.pages()[0]).front(), "/F", Object::newString("elsewhere")); }},
        {numbered("limits"), keeps_limits,
         [](const Reading& r) { set(r.catalog(), "/" + std::string(128, 'x'), Object::newInteger(1)); }},
        {numbered("operators are known and nest"), operators_are_known,
         [](const Reading& r) { rewrite_content(r, 0, "ET", "ET draw"); }},
        {numbered("resources are named by the page"), resources_are_named,
         [](const Reading& r) { value(r.pages()[0].getKey("/Resources"), "/Font").removeKey("/F0"); }},
        {numbered("no transfer functions, no halftones"), states_are_plain,
         [](const Reading& r) { set(some_state(r), "/TR", Object::newName("/Identity")); }},
        {numbered("pictures without alternates"), pictures_are_plain,
         [](const Reading& r) { set(some_image(r), "/Interpolate", Object::newBool(true)); }},
        {numbered("ICC profiles fit their use"), profiles_fit,
         [](const Reading& r) {
             set(value(r.catalog().getKey("/OutputIntents").getArrayItem(0), "/DestOutputProfile"), "/N",
                 Object::newInteger(1));
         }},
        {numbered("blend modes are known"), blends_are_known,
         [](const Reading& r) { set(some_state(r), "/BM", Object::newName("/Sparkle")); }},
    };
}

void append(std::vector<Clause>& clauses, std::vector<Clause> more) {
    for (auto& clause : more) clauses.push_back(std::move(clause));
}

std::string place(Object object) {
    return object.isIndirect() ? "object " + std::to_string(object.getObjectID()) : "an object";
}

}  // namespace zheye::standards
