// The structure tree: what is in it, what is not, and what its elements say about themselves.
#include "fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

layout::Shape box(Rect rect, Colour colour = {200, 30, 30}) {
    layout::Shape shape;
    shape.path = Path::rectangle(rect);
    shape.fill = colour;
    return shape;
}

std::string outline_of_structure(const File& file) { return output_of("pdfinfo -struct " + file.path()); }

/// The part of a QDF file that is one object: from its number to endobj, found by something in it.
std::string object_with(const std::string& qdf, const std::string& part) {
    const auto found = qdf.find(part);
    REQUIRE(found != std::string::npos);
    const auto begin = qdf.rfind(" obj\n", found);
    return qdf.substr(begin, qdf.find("endobj", found) - begin);
}

}  // namespace

TEST_CASE("Paragraphs over lines, columns and pages stay whole, each in its place") {
    Draft draft;
    const auto heading = draft.node(Role::h1), first = draft.node(Role::p), second = draft.node(Role::p);
    draft.tagged(heading, {shaped("第一章 概况", 18, {40, 60}, "hei")});
    draft.tagged(first, {shaped("人口和", 10, {40, 90}), shaped("户数由", 10, {40, 108})});
    draft.page();
    draft.tagged(first, {shaped("统计局提供。", 10, {40, 60})});
    draft.tagged(second, {shaped("The words at ", 10, {40, 80}), shaped("line ends stay apart.", 10, {40, 98})});
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(structure_text(file) == std::vector<ElementText>{{"H1", "第一章 概况"},
                                                           {"P", "人口和户数由统计局提供。"},
                                                           {"P", "The words at line ends stay apart."}});
    CHECK(raw_lines(file) == std::vector<std::string>{"第一章 概况", "人口和", "户数由", "统计局提供。", "The words at",
                                                      "line ends stay apart."});
    CHECK(count(spelt_out(file), "BDC") == 4);  // an element's lines on a page are one sequence
}

TEST_CASE("What stands outside of all tags is an artifact, neighbours in one") {
    Draft draft;
    draft.item(box({0, 0, 100, 20}));
    draft.item(shaped("文化路街道", 8, {40, 30}));
    draft.item(box({0, 580, 100, 2}));
    draft.paragraph(shaped("正文", 10, {40, 80}));
    draft.item(shaped("12", 8, {40, 580}));
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", "正文"}});
    const auto qdf = spelt_out(file);
    CHECK(count(qdf, "/Artifact BMC") == 2);
    CHECK(count(qdf, "EMC") == 3);
}

TEST_CASE("Every operator that draws is marked, and marks and text objects nest") {
    Draft draft;
    const auto cell = draft.node(Role::td, draft.node(Role::tr, draft.node(Role::table)));
    auto gapped = shaped("在2019年", 10, {40, 80});
    shift(gapped, 3, 0.25);
    draft.tagged(cell, {gapped, box({1, 1, 5, 5}), gapped, shaped("后", 10, {40, 95}), box({9, 9, 5, 5})});
    draft.item(box({30, 30, 5, 5}));
    draft.tagged(cell, {box({40, 40, 5, 5}), shaped("中", 10, {40, 110})});
    draft.item(shaped("7", 8, {40, 580}));
    const auto text = written(draft.pages, {.epoch = {}, .compress = false});
    const File file(text);
    check_syntax(file);
    const auto begin = text.find("BT\n"), end = text.find("endstream", begin);
    REQUIRE(begin != std::string::npos);
    std::vector<std::string> open;
    std::size_t drawn = 0;
    for (auto at = text.rfind("stream\n", begin) + 7; at < end;) {
        const auto stop = text.find('\n', at);
        const auto line = text.substr(at, stop - at);
        at = stop + 1;
        if (line.ends_with("BDC") || line.ends_with("BMC")) {
            CHECK(std::count(open.begin(), open.end(), "mark") == 0);
            open.push_back("mark");
        } else if (line == "EMC" || line == "ET") {
            REQUIRE(!open.empty());
            CHECK(open.back() == (line == "EMC" ? "mark" : "text"));
            open.pop_back();
        } else if (line == "BT") {
            open.push_back("text");
        } else if (line == "f" || line.ends_with("Tj") || line.ends_with("TJ")) {
            CHECK(std::count(open.begin(), open.end(), "mark") == 1);
            CHECK(std::count(open.begin(), open.end(), "text") == (line == "f" ? 0 : 1));
            ++drawn;
        }
    }
    CHECK(open.empty());
    CHECK(drawn > 8);
    CHECK(structure_text(file) == std::vector<ElementText>{{"TD", "在2019年在2019年后中"}});
}

TEST_CASE("Elements without content are dropped, empty table cells are not") {
    Draft draft;
    draft.node(Role::sect, draft.node(Role::part));
    const auto table = draft.node(Role::table), body = draft.node(Role::tbody, table);
    const auto head = draft.node(Role::tr, draft.node(Role::thead, table)), row = draft.node(Role::tr, body);
    const auto th = draft.node(Role::th, head);
    draft.node(Role::td, row);
    auto& nodes = draft.pages.structure.nodes;
    nodes[th].scope = layout::StructureNode::Scope::column;
    nodes[th].colspan = 2;
    nodes[th].rowspan = 3;
    draft.node(Role::td, draft.node(Role::tr, draft.node(Role::table)));
    draft.tagged(th, {shaped("人口", 10, {40, 60})});
    const File file(written(draft.pages));
    check_syntax(file);
    const auto tree = outline_of_structure(file);
    INFO(tree);
    CHECK(count(tree, "Part") == 0);
    CHECK(count(tree, "Table") == 1);
    CHECK(count(tree, "TD") == 1);
    CHECK(tree.find("/ColSpan 2") != std::string::npos);
    CHECK(tree.find("/RowSpan 3") != std::string::npos);
    CHECK(tree.find("/Scope /Column") != std::string::npos);
}

TEST_CASE("A cell names the cells that head it, which have IDs for that") {
    Draft draft;
    const auto table = draft.node(Role::table), row = draft.node(Role::tr, draft.node(Role::tbody, table));
    const auto th = draft.node(Role::th, row), td = draft.node(Role::td, row);
    draft.pages.structure.nodes[td].headers = {th};
    draft.tagged(th, {shaped("人口", 10, {40, 60})});
    draft.tagged(td, {shaped("14万", 10, {90, 60})});
    const File file(written(draft.pages));
    check_syntax(file);
    const auto qdf = spelt_out(file);
    CHECK(object_with(qdf, "/S /TH").find("/ID (cell-") != std::string::npos);
    const auto cell = object_with(qdf, "/S /TD");
    CHECK(cell.find("/Headers") != std::string::npos);
    CHECK(cell.find("(cell-") != std::string::npos);
    CHECK(cell.find("/ID") == std::string::npos);
    CHECK(qdf.find("/IDTree") != std::string::npos);
}

TEST_CASE("Lists say how they are numbered") {
    for (const auto& [ordered, labelled, expected] : std::vector<std::tuple<bool, bool, std::string>>{
             {true, true, "Decimal"}, {false, true, "Disc"}, {false, false, "None"}}) {
        Draft draft;
        const auto list = draft.node(Role::list), item = draft.node(Role::list_item, list);
        draft.pages.structure.nodes[list].ordered = ordered;
        if (labelled) draft.tagged(draft.node(Role::label, item), {shaped("1.", 10, {40, 60})});
        draft.tagged(draft.node(Role::list_body, item), {shaped("项目", 10, {60, 60})});
        const File file(written(draft.pages));
        CHECK(spelt_out(file).find("/ListNumbering /" + expected) != std::string::npos);
    }
}

TEST_CASE("A figure has its text alternative and its place") {
    Draft draft;
    const auto figure = draft.node(Role::figure), caption = draft.node(Role::caption);
    draft.pages.structure.nodes[figure].alt = "人口图：𠮷";
    draft.pages.structure.nodes[caption].language = "en";
    draft.tagged(figure, {box({40, 100, 200, 50}), box({50, 90, 10, 60})});
    draft.item(box({0, 0, 300, 300}));
    draft.tagged(caption, {shaped("Population", 10, {40, 170})});
    const File file(written(draft.pages));
    check_syntax(file);
    const auto qdf = spelt_out(file);
    const auto element = object_with(qdf, "/S /Figure");
    INFO(element);
    CHECK(element.find("/Alt <feff4eba53e356feff1ad842dfb7>") != std::string::npos);
    CHECK(element.find("40\n      445.276\n      240\n      505.276") != std::string::npos);
    CHECK(object_with(qdf, "/S /Caption").find("/Lang (en)") != std::string::npos);
}

TEST_CASE("Content on another page names that page, a note has an ID") {
    Draft draft;
    const auto note = draft.node(Role::note);
    draft.tagged(note, {shaped("注：", 8, {40, 500})});
    draft.page();
    draft.tagged(note, {shaped("续。", 8, {40, 60})});
    const File file(written(draft.pages));
    check_syntax(file);
    const auto qdf = spelt_out(file);
    const auto element = object_with(qdf, "/S /Note");
    CHECK(element.find("/ID (note-00000001)") != std::string::npos);
    CHECK(element.find("/Type /MCR") != std::string::npos);
    CHECK(qdf.find("/IDTree") != std::string::npos);
    CHECK(structure_text(file) == std::vector<ElementText>{{"Note", "注：续。"}});
}

TEST_CASE("A reading is an RT after its RB, wherever it is drawn") {
    Draft draft;
    const auto p = draft.node(Role::p);
    const auto before = draft.node(Role::span, p), ruby = draft.node(Role::ruby, p);
    const auto base = draft.node(Role::ruby_base, ruby), reading = draft.node(Role::ruby_text, ruby);
    const auto after = draft.node(Role::span, p);
    draft.tagged(before, {shaped("他", 10, {40, 80})});
    draft.tagged(base, {shaped("注", 10, {50, 80})});
    draft.tagged(after, {shaped("音", 10, {60, 80})});
    draft.tagged(reading, {shaped("zhù", 5, {51, 71})});
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(structure_text(file) ==
          std::vector<ElementText>{{"Span", "他"}, {"RB", "注"}, {"RT", "zhù"}, {"Span", "音"}});
    CHECK(raw_lines(file) == std::vector<std::string>{"他注音", "zhù"});
}
