// PDF/UA-1, clause by clause.
#include "standards/clause.h"

#include <qpdf/QPDFNumberTreeObjectHelper.hh>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace zheye::standards {

namespace {

/// ISO 32000-1, 14.8.4.
constexpr std::array<std::string_view, 49> kStandardTypes = {
    "Document",  "Part",    "Art",   "Sect",  "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
    "NonStruct", "Private", "P",     "H",     "H1",        "H2",         "H3",      "H4",      "H5",    "H6",
    "L",         "LI",      "Lbl",   "LBody", "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
    "TFoot",     "Span",    "Quote", "Note",  "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
    "Warichu",   "RB",      "RT",    "RP",    "WT",        "WP",         "Figure",  "Formula", "Form"};

bool any_of(std::string_view type, std::initializer_list<std::string_view> types) {
    return std::ranges::find(types, type) != types.end();
}

/// An attribute of an element, in whichever of its dictionaries.
Object attribute(const Element& element, const std::string& key) {
    auto held = value(element.object, "/A");
    if (held.isDictionary()) return value(held, key);
    if (held.isArray())
        for (auto one : held.getArrayAsVector())
            if (value(one, key).isInitialized() && !value(one, key).isNull()) return value(one, key);
    return Object::newNull();
}

bool says_nothing(Object text) { return !text.isString() || text.getUTF8Value().empty(); }

/// BCP 47, by its shape: zh-Hans, en, pt-BR.
bool is_language(const std::string& tag) {
    if (tag.size() < 2) return false;
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag + "-") {
        if (c != '-') {
            if (std::isalnum(static_cast<unsigned char>(c)) == 0) return false;
            ++length;
            continue;
        }
        if (length == 0 || length > 8 || (first && (length < 2 || length > 3))) return false;
        first = false;
        length = 0;
    }
    return true;
}

Findings each(const Reading& reading, std::string_view type, const auto& objection) {
    Findings findings;
    const auto elements = reading.elements();
    for (const auto& element : elements)
        if (element.type == type)
            if (const std::string said = objection(element, elements); !said.empty())
                findings.push_back(std::string(type) + " " + place(element.object) + ": " + said);
    return findings;
}

// --- 5, 7.1 -----------------------------------------------------------------------------------------------------

Findings claims(const Reading& reading) {
    if (property(reading.xmp(), "pdfuaid:part") == "1") return {};
    return {"XMP does not say pdfuaid:part 1"};
}

Findings all_is_marked(const Reading& reading) {
    Findings findings;
    for (std::size_t page = 0; page < reading.pages().size(); ++page)
        for (const auto& operation : reading.content(page).operations)
            if (operation.paints() && !operation.is_marked())
                findings.push_back("page " + std::to_string(page + 1) + ": " + operation.name + " outside of marks");
    return findings;
}

Findings artifacts_apart(const Reading& reading) {
    Findings findings;
    for (std::size_t page = 0; page < reading.pages().size(); ++page)
        for (const auto& operation : reading.content(page).operations)
            if (operation.paints() && operation.in_artifact && operation.mcid >= 0)
                findings.push_back("page " + std::to_string(page + 1) + ": an artifact in content, or the reverse");
    return findings;
}

Findings is_marked_file(const Reading& reading) {
    auto marked = reading.catalog().getKey("/MarkInfo");
    if (!value(marked, "/Marked").isBool() || !value(marked, "/Marked").getBoolValue()) return {"not Marked"};
    if (value(marked, "/Suspects").isBool() && value(marked, "/Suspects").getBoolValue()) return {"Suspects"};
    return {};
}

Findings types_are_standard(const Reading& reading) {
    Findings findings;
    const auto elements = reading.elements();
    if (elements.empty()) return {"no structure"};
    if (elements.front().type != "Document") findings.push_back("the root is no Document");
    for (const auto& element : elements)
        if (std::ranges::find(kStandardTypes, element.type) == kStandardTypes.end())
            findings.push_back(place(element.object) + ": type " + element.type);
    return findings;
}

Findings has_title(const Reading& reading) {
    if (property(reading.xmp(), "dc:title").empty()) return {"no dc:title"};
    return {};
}

Findings shows_title(const Reading& reading) {
    auto shows = value(reading.catalog().getKey("/ViewerPreferences"), "/DisplayDocTitle");
    if (!shows.isBool() || !shows.getBoolValue()) return {"DisplayDocTitle is not true"};
    return {};
}

/// ISO 32000-1, 14.7.4.4: from each mark to its element and back.
Findings parents_are_known(const Reading& reading) {
    Findings findings;
    std::set<std::tuple<std::size_t, int, QPDFObjGen>> named;
    for (const auto& element : reading.elements())
        for (const auto& [page, mcid] : element.content)
            if (!named.insert({page, mcid, element.object.getObjGen()}).second)
                findings.push_back("content twice in the tree: " + place(element.object));
    auto tree = value(reading.catalog().getKey("/StructTreeRoot"), "/ParentTree");
    if (!tree.isDictionary()) return {"no ParentTree"};
    QPDFNumberTreeObjectHelper parents(tree, reading.file());
    std::set<std::pair<std::size_t, int>> drawn;
    for (std::size_t page = 0; page < reading.pages().size(); ++page) {
        for (const auto& operation : reading.content(page).operations)
            if (operation.mcid >= 0) drawn.insert({page, operation.mcid});
    }
    for (const auto& [page, mcid] : drawn) {
        auto key = reading.pages()[page].getKey("/StructParents");
        Object list = Object::newNull();
        const bool found = key.isInteger() && parents.findObject(key.getIntValue(), list);
        auto element = found && list.isArray() ? list.getArrayItem(mcid) : Object::newNull();
        if (!element.isDictionary() || !named.contains({page, mcid, element.getObjGen()}))
            findings.push_back("page " + std::to_string(page + 1) + ": mark " + std::to_string(mcid) + " is nobody's");
    }
    for (const auto& [page, mcid, element] : named)
        if (!drawn.contains({page, mcid}))
            findings.push_back("object " + std::to_string(element.getObj()) + " names content that is not there");
    return findings;
}

// --- 7.2 – 7.9 --------------------------------------------------------------------------------------------------

Findings languages(const Reading& reading) {
    Findings findings;
    auto of_all = reading.catalog().getKey("/Lang");
    if (!of_all.isString() || !is_language(of_all.getUTF8Value())) findings.emplace_back("the catalog's Lang");
    for (const auto& element : reading.elements()) {
        auto lang = value(element.object, "/Lang");
        if (!lang.isNull() && (!lang.isString() || !is_language(lang.getUTF8Value())))
            findings.push_back("Lang of " + place(element.object));
    }
    return findings;
}

Findings figures_have_alternatives(const Reading& reading) {
    return each(reading, "Figure", [](const Element& figure, const auto&) -> std::string {
        if (says_nothing(value(figure.object, "/Alt")) && says_nothing(value(figure.object, "/ActualText")))
            return "no Alt";
        return attribute(figure, "/BBox").isArray() ? "" : "no BBox";
    });
}

Findings headings_do_not_skip(const Reading& reading) {
    Findings findings;
    int last = 0;
    for (const auto& element : reading.elements()) {
        if (element.type.size() != 2 || element.type[0] != 'H' || element.type[1] < '1' || element.type[1] > '6')
            continue;
        const int level = element.type[1] - '0';
        if (level > last + 1) findings.push_back(element.type + " after level " + std::to_string(last));
        last = level;
    }
    return findings;
}

Findings headers_have_scope(const Reading& reading) {
    std::set<std::string> named;
    for (const auto& element : reading.elements()) {
        auto headers = attribute(element, "/Headers");
        if (headers.isArray())
            for (auto id : headers.getArrayAsVector()) named.insert(id.getStringValue());
    }
    return each(reading, "TH", [&](const Element& cell, const auto&) -> std::string {
        auto id = value(cell.object, "/ID");
        const bool is_named = id.isString() && named.contains(id.getStringValue());
        return attribute(cell, "/Scope").isName() || is_named ? "" : "neither Scope nor named as header";
    });
}

int spans(const Element& cell, const char* key) {
    auto count = attribute(cell, key);
    return count.isInteger() ? count.getIntValueAsInt() : 1;
}

/// Rows of a table in their order, those of its head and bodies included.
void collect_rows(const std::vector<Element>& all, const Element& of, std::vector<const Element*>& rows) {
    for (const auto id : of.children) {
        if (all[id].type == "TR") rows.push_back(&all[id]);
        if (any_of(all[id].type, {"THead", "TBody", "TFoot"})) collect_rows(all, all[id], rows);
    }
}

/// The grid is filled without holes and overlaps.
Findings tables_are_grids(const Reading& reading) {
    return each(reading, "Table", [](const Element& table, const std::vector<Element>& all) -> std::string {
        std::vector<const Element*> rows;
        collect_rows(all, table, rows);
        std::vector<std::vector<int>> grid(rows.size());
        for (std::size_t row = 0; row < rows.size(); ++row) {
            std::size_t column = 0;
            for (const auto id : rows[row]->children) {
                if (!any_of(all[id].type, {"TH", "TD"})) return "TR holds " + all[id].type;
                while (column < grid[row].size() && grid[row][column] > 0) ++column;
                for (int down = 0; down < spans(all[id], "/RowSpan"); ++down) {
                    if (row + down >= grid.size()) return "a cell reaches below the table";
                    auto& line = grid[row + down];
                    line.resize(std::max(line.size(), column + spans(all[id], "/ColSpan")));
                    for (int right = 0; right < spans(all[id], "/ColSpan"); ++right) ++line[column + right];
                }
            }
        }
        for (const auto& line : grid)
            if (line.size() != grid.front().size() || std::ranges::any_of(line, [](int n) { return n != 1; }))
                return "the cells do not fill a grid";
        return "";
    });
}

/// ISO 32000-1, 14.8.4.3.2 to .4 and 14.8.4.2: what may hold what.
Findings holds_what_it_may(const Reading& reading) {
    struct Rule {
        std::string_view parent;
        std::vector<std::string_view> children;
    };
    static const std::vector<Rule> kRules = {{"L", {"L", "LI", "Caption"}},
                                             {"LI", {"Lbl", "LBody"}},
                                             {"Table", {"TR", "THead", "TBody", "TFoot", "Caption"}},
                                             {"THead", {"TR"}},
                                             {"TBody", {"TR"}},
                                             {"TR", {"TH", "TD"}},
                                             {"TOC", {"TOC", "TOCI", "Caption"}},
                                             {"TOCI", {"Lbl", "Reference", "NonStruct", "P", "TOC"}},
                                             {"Ruby", {"RB", "RT", "RP"}}};
    Findings findings;
    const auto all = reading.elements();
    for (const auto& element : all) {
        const auto rule = std::ranges::find(kRules, element.type, &Rule::parent);
        if (rule == kRules.end()) continue;
        for (const auto id : element.children)
            if (std::ranges::find(rule->children, all[id].type) == rule->children.end())
                findings.push_back(element.type + " holds " + all[id].type + ": " + place(all[id].object));
        if (!element.content.empty() && element.type != "TOCI")
            findings.push_back(element.type + " has content of its own: " + place(element.object));
    }
    return findings;
}

Findings lists_are_lists(const Reading& reading) {
    return each(reading, "L", [](const Element& list, const std::vector<Element>& all) -> std::string {
        bool labelled = false;
        for (const auto id : list.children)
            for (const auto part : all[id].children) labelled = labelled || all[part].type == "Lbl";
        auto numbering = attribute(list, "/ListNumbering");
        return !labelled || (numbering.isName() && numbering.getName() != "/None") ? ""
                                                                                   : "labels, but no ListNumbering";
    });
}

Findings notes_have_ids(const Reading& reading) {
    std::set<std::string> ids;
    return each(reading, "Note", [&](const Element& note, const auto&) -> std::string {
        auto id = value(note.object, "/ID");
        if (says_nothing(id)) return "no ID";
        return ids.insert(id.getStringValue()).second ? "" : "an ID that another has";
    });
}

// --- 7.18 -------------------------------------------------------------------------------------------------------

void each_annotation(const Reading& reading, const auto& look) {
    for (std::size_t page = 0; page < reading.pages().size(); ++page) {
        auto list = reading.pages()[page].getKey("/Annots");
        if (list.isArray())
            for (auto annotation : list.getArrayAsVector()) look(page, annotation);
    }
}

Findings annotations_are_in_the_tree(const Reading& reading) {
    Findings findings;
    std::map<QPDFObjGen, std::string> owners;
    for (const auto& element : reading.elements())
        for (auto annotation : element.annotations) owners[annotation.getObjGen()] = element.type;
    each_annotation(reading, [&](std::size_t page, Object annotation) {
        const auto owner = owners.find(annotation.getObjGen());
        const bool is_link = value(annotation, "/Subtype").isNameAndEquals("/Link");
        if (owner == owners.end() || (is_link && owner->second != "Link" && owner->second != "Reference"))
            findings.push_back("page " + std::to_string(page + 1) + ": a link in no Link");
        if (!value(annotation, "/StructParent").isInteger()) findings.push_back("no StructParent");
    });
    return findings;
}

Findings tabs_go_by_structure(const Reading& reading) {
    Findings findings;
    each_annotation(reading, [&](std::size_t page, Object) {
        if (!reading.pages()[page].getKey("/Tabs").isNameAndEquals("/S"))
            findings.push_back("page " + std::to_string(page + 1) + ": Tabs");
    });
    return findings;
}

Findings links_are_described(const Reading& reading) {
    Findings findings;
    each_annotation(reading, [&](std::size_t page, Object annotation) {
        if (says_nothing(value(annotation, "/Contents")))
            findings.push_back("page " + std::to_string(page + 1) + ": a link without Contents");
    });
    return findings;
}

Object first_annotation(const Reading& reading) {
    Object first = Object::newNull();
    each_annotation(reading, [&](std::size_t, Object one) {
        if (first.isNull()) first = one;
    });
    return first;
}

void set(Object owner, const std::string& key, Object value) { owner.replaceKey(key, value); }
Object name(const std::string& text) { return Object::newName("/" + text); }

}  // namespace

std::vector<Clause> pdf_ua_1() {
    auto xmp = [](const char* from, const char* to) {
        return [from, to](const Reading& r) { rewrite(r.catalog().getKey("/Metadata"), from, to); };
    };
    std::vector<Clause> clauses = {
        {"5 says what it is", claims, xmp("<pdfuaid:part>1", "<pdfuaid:part>2")},
        {"7.1 all content is tagged or an artifact", all_is_marked,
         [](const Reading& r) { rewrite_content(r, 0, "EMC", "EMC 0 0 9 9 re f"); }},
        {"7.1 artifacts and content are apart", artifacts_apart,
         [](const Reading& r) { rewrite_content(r, 0, "BDC", "BDC /Artifact BMC 0 0 9 9 re f EMC"); }},
        {"7.1 is marked, without suspects", is_marked_file,
         [](const Reading& r) { set(r.catalog().getKey("/MarkInfo"), "/Suspects", Object::newBool(true)); }},
        {"7.1 types are standard", types_are_standard,
         [](const Reading& r) { set(first(r, "Sect").object, "/S", name("Chapter")); }},
        {"7.1 metadata has a title", has_title, xmp("<dc:title>", "<dc:titel>")},
        {"7.1 the title is shown", shows_title,
         [](const Reading& r) { r.catalog().getKey("/ViewerPreferences").removeKey("/DisplayDocTitle"); }},
        {"7.1 marks and elements know each other", parents_are_known,
         [](const Reading& r) { set(first(r, "P").object, "/K", Object::newInteger(987)); }},
        {"7.2 languages", languages,
         [](const Reading& r) { set(first(r, "P").object, "/Lang", Object::newString("汉语")); }},
        {"7.3 figures have alternatives and places", figures_have_alternatives,
         [](const Reading& r) { first(r, "Figure").object.removeKey("/Alt"); }},
        {"7.4.2 headings do not skip a level", headings_do_not_skip,
         [](const Reading& r) { set(first(r, "H2").object, "/S", name("H3")); }},
        {"7.5 header cells have a scope", headers_have_scope,
         [](const Reading& r) {
             first(r, "TH").object.removeKey("/A");
             first(r, "TH").object.removeKey("/ID");
         }},
        {"7.5 tables are grids", tables_are_grids,
         [](const Reading& r) { set(first(r, "TD").object, "/A", Object::parse("<</O /Table /ColSpan 2>>")); }},
        {"7.5, 7.6 elements hold what they may", holds_what_it_may,
         [](const Reading& r) { set(first(r, "LI").object, "/S", name("P")); }},
        {"7.6 lists say how they are numbered", lists_are_lists,
         [](const Reading& r) {
             for (auto& list : r.elements())
                 if (list.type == "L") list.object.removeKey("/A");
         }},
        {"7.9 notes have IDs", notes_have_ids, [](const Reading& r) { first(r, "Note").object.removeKey("/ID"); }},
        {"7.18.1 annotations are in the tree", annotations_are_in_the_tree,
         [](const Reading& r) { set(first(r, "Link").object, "/S", name("Span")); }},
        {"7.18.3 tabs go by structure", tabs_go_by_structure,
         [](const Reading& r) {
             for (auto page : r.pages()) page.removeKey("/Tabs");
         }},
        {"7.18.5 links are described", links_are_described,
         [](const Reading& r) { first_annotation(r).removeKey("/Contents"); }},
    };
    append(clauses, font_clauses("7.21"));
    return clauses;
}

}  // namespace zheye::standards
