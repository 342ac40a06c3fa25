// Linearized files, as qpdf checks them: the order of objects, hint tables, cross-references.
#include "fixture.h"

#include "pdf/hint_tables.h"
#include "pdf/linear_order.h"
#include "pdf/references.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

pdf::Options linear() {
    pdf::Options options;
    options.profile.linearized = true;
    return options;
}

/// Pages with two lines each; every second one links to the first.
layout::Pages pages(int count, bool outlines) {
    Draft draft;
    draft.pages.pages.clear();
    draft.pages.metadata.title = "一册";
    for (int number = 0; number < count; ++number) {
        draft.page().label = std::to_string(number + 1);
        const auto section = draft.node(Role::sect);
        draft.tagged(draft.node(Role::p, section), {shaped("第一行", 10, {40, 60}), shaped("second", 10, {40, 80})});
        if (number % 2 == 1) {
            const auto link = draft.node(Role::link, section);
            draft.tagged(link, {shaped("回", 9, {40, 500}), layout::Link{{40, 490, 9, 12}, link, "", 0, 0, "回"}});
        }
        if (outlines) draft.pages.outline.push_back({"节", 1, static_cast<std::uint32_t>(number), 40, section});
    }
    return std::move(draft.pages);
}

}  // namespace

TEST_CASE("A linearized file has no errors for qpdf, and says what the plain one says") {
    const int count = GENERATE(1, 2, 7, 450);
    const bool outlines = GENERATE(true, false);
    CAPTURE(count, outlines);
    const auto document = pages(count, outlines);
    const auto bytes = written(document, linear());
    CHECK(written(document, linear()) == bytes);
    const File file(bytes);
    check_syntax(file);
    CHECK_THAT(output_of("qpdf --check-linearization " + file.path()), Catch::Contains("no linearization errors"));
    const File plain(written(document));
    CHECK(raw_lines(file) == raw_lines(plain));
    CHECK(structure_text(file) == structure_text(plain));
    CHECK(output_of("mutool draw -q -F txt " + file.path()) == output_of("mutool draw -q -F txt " + plain.path()));
}

TEST_CASE("A linearized file that is not deflated is in the same order") {
    auto options = linear();
    options.compress = false;
    const File file(written(pages(5, true), options));
    check_syntax(file);
    CHECK_THAT(output_of("qpdf --check-linearization " + file.path()), Catch::Contains("no linearization errors"));
}

TEST_CASE("Readers that know nothing of linearization find the file's end") {
    const auto bytes = written(pages(3, true), linear());
    CHECK(bytes.find("/Linearized 1") < 1024);
    CHECK(bytes.ends_with("%%EOF\n"));
    const File file(bytes);
    CHECK_THAT(output_of("pdfinfo " + file.path()), Catch::Contains("Optimized:       yes"));
}

TEST_CASE("References are found where they are, and not in strings and names") {
    const std::string text = "<</A 12 0 R/B[0 3 0 R 1 0]/C(4 0 R \\( 5 0 R))/D<36203020 52>/E 7 0 Rx/F8 9 0 R>>";
    std::vector<std::uint32_t> found;
    for (const auto& one : pdf::references(text)) found.push_back(one.number);
    CHECK(found == std::vector<std::uint32_t>{12, 3, 9});
    std::vector<std::uint32_t> numbers(13);
    numbers[12] = 1, numbers[3] = 400, numbers[9] = 2;
    std::string renumbered;
    pdf::append_renumbered(renumbered, text, pdf::references(text), numbers);
    CHECK(renumbered == "<</A 1 0 R/B[0 400 0 R 1 0]/C(4 0 R \\( 5 0 R))/D<36203020 52>/E 7 0 Rx/F8 2 0 R>>");
}

TEST_CASE("References are found as well where no string is literal") {
    const std::string text = "<</A 12 0 R/B[0 3 0 R 1 0]/12 0 R/D<36203020 52>/E 7 0 Rx/TR/G -1 0 R/F8 9 0 R>>4 0 R";
    std::vector<std::uint32_t> found;
    for (const auto& one : pdf::references(text)) found.push_back(one.number);
    CHECK(found == std::vector<std::uint32_t>{12, 3, 9, 4});
}

TEST_CASE("Objects go where their users are") {
    // 1 root → 2 page tree → pages 3, 4, 5; 6 a font of all, 7 content of page 3, 8 of page 4, 9 what pages 4 and 5
    // share, 10 outlines → 11; 12 what the trailer names.
    pdf::ObjectGraph graph;
    graph.refers = {{}, {2, 10}, {3, 4, 5}, {6, 7}, {6, 8, 9}, {6, 9}, {}, {}, {}, {}, {11}, {4}, {}};
    graph.is_stream = {false, false, false, false, false, false, true, true, true, true, false, false, false};
    graph.pages = {3, 4, 5};
    graph.root = 1, graph.outlines = 10;
    graph.beside_root = {12};
    const auto order = pdf::linear_order(graph, 200);
    const auto objects = [&](const std::vector<std::size_t>& members) {
        std::vector<std::vector<pdf::ObjectNumber>> all;
        for (const auto i : members) all.push_back(order.members[i].objects);
        return all;
    };
    using Lists = std::vector<std::vector<pdf::ObjectNumber>>;
    CHECK(objects({order.root}) == Lists{{1}});
    CHECK(objects(order.first_page) == Lists{{3}, {6}, {7}});
    REQUIRE(order.other_pages.size() == 2);
    CHECK(objects(order.other_pages[0]) == Lists{{4}, {8}});
    CHECK(objects(order.other_pages[1]) == Lists{{5}});
    CHECK(objects(order.shared) == Lists{{9}});
    CHECK(objects(order.rest) == Lists{{10, 11}, {2, 12}});
    CHECK(order.outlines_count == 1);
    CHECK(order.uses == std::vector<std::vector<std::size_t>>{{1, 3}, {1, 3}});  // the font, and what two share
}

TEST_CASE("Hint tables are columns of bits that begin with a byte") {
    pdf::Hints hints;
    hints.first_page_offset = 0x01020304;
    hints.pages = {{3, 100, {}}, {5, 103, {1}}};
    hints.shared_bytes = {10, 11};
    hints.shared_in_first_page = 2;
    const auto tables = pdf::hint_tables(hints);
    CHECK(tables.shared_begin == 36 + 5);
    CHECK(tables.outlines_begin == 0);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(tables.bytes.at(i)); };
    CHECK(byte(3) == 3);             // least objects
    CHECK(byte(7) == 4);             // the last byte of the offset
    CHECK(byte(9) == 2);             // bits for 0 and 2
    CHECK(byte(36) == 0b0010'0000);  // 0, 2
    CHECK(byte(37) == 0b0011'0000);  // 0, 3
    CHECK(byte(38) == 0b0100'0000);  // how many are shared: 0, 1
    CHECK(byte(39) == 0b0100'0000);  // which: 1, in two bits
    CHECK(byte(40) == 0b0011'0000);  // lengths again
}
