// The forms: a booklet's number of pages, the panels of a folded leaf, a poster's type, and what does not fit.
#include "base/file_system.h"
#include "dump/dump.h"
#include "layout/fixture.h"
#include "layout/panel_plan.h"
#include "layout/sheets.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace zheye;
using namespace zheye::test;

namespace {

constexpr double kMm = 72.0 / 25.4;

std::string brochure(const std::string& head, const std::string& blocks, int chapters = 1) {
    std::string text = "zheye: 1\ntitle: 一城新绿\nsubtitle: 年度答卷\n" + head + "chapters:\n";
    for (int i = 0; i < chapters; ++i) {
        text += "- title: 章" + std::to_string(i + 1) + "\n  content:\n";
        for (std::size_t at = 0; at < blocks.size();) {
            const auto end = std::min(blocks.find('\n', at), blocks.size());
            text += end > at ? "  " + blocks.substr(at, end - at) + "\n" : "\n";
            at = end + 1;
        }
    }
    return text;
}

/// Pages on which text of the content's own stands.
std::vector<std::size_t> pages_with(const LaidOut& b, const std::string& words) {
    std::vector<std::size_t> found;
    for (const auto& l : lines(b.pages))
        if (l.text.find(words) != std::string::npos && (found.empty() || found.back() != l.page))
            found.push_back(l.page);
    return found;
}

double body_size(const LaidOut& b) {
    for (const auto& l : lines(b.pages))
        if (!l.artifact && l.text.find("来长") != std::string::npos) return l.size;
    return 0;
}

}  // namespace

TEST_CASE("a booklet has a multiple of four pages: notes first, then the insides of the covers") {
    for (const auto& [breaks, lacking] : {std::pair{1, 0}, {0, 1}, {3, 2}, {2, 3}}) {
        std::string blocks = "- text: 甲\n";
        for (int i = 0; i < breaks; ++i) blocks += "- break: page\n- text: 乙\n";
        const auto b = lay_out(brochure("contents: false\n", blocks));
        const std::size_t own = 2 + 1 + static_cast<std::size_t>(breaks);
        INFO(own << " pages of content and covers");
        const auto filled = b.pages.pages.size();
        const bool few = own < 4;  // a single leaf stays one
        CHECK(filled == (few ? own : own + static_cast<std::size_t>(lacking)));
        const auto notes = pages_with(b, "笔记");
        if (lacking == 0 || few) {
            CHECK(notes.empty());
            continue;
        }
        CHECK(notes == std::vector<std::size_t>{filled - (lacking == 3 ? 3 : 2)});
        CHECK(pages_with(b, "甲").front() == (lacking > 1 ? 2 : 1));
    }
}

TEST_CASE("the missing pages may stay blank, or missing; without a cover nothing is added unless it is asked for") {
    const std::string blocks = "- text: 一\n- break: page\n- text: 二\n- break: page\n- text: 三\n";
    const auto pages = [&](const std::string& head) { return lay_out(brochure(head, blocks)).pages.pages.size(); };
    CHECK(pages("contents: false\n") == 8);
    CHECK(pages("contents: false\npage: {fill: none}\n") == 5);
    const auto blank = lay_out(brochure("contents: false\npage: {fill: 空白}\n", blocks));
    CHECK(blank.pages.pages.size() == 8);
    CHECK(pages_with(blank, "笔记").empty());
    const std::string six =
        blocks + "- break: page\n- text: 四\n- break: page\n- text: 五\n- break: page\n- text: 六\n";
    CHECK(lay_out(brochure("contents: false\ncover: false\n", six)).pages.pages.size() == 6);
    CHECK(lay_out(brochure("contents: false\ncover: false\npage: {fill: notes}\n", six)).pages.pages.size() == 8);
}

TEST_CASE("the panels of a letter fold: order, widths, folds") {
    const auto plan = layout::plan_panels(content::Form::trifold, {297 * kMm, 210 * kMm}, 3 * kMm);
    std::vector<double> mm;
    for (const double width : plan.widths) mm.push_back(std::round(width / kMm * 100) / 100);
    CHECK(mm == std::vector<double>{100, 97, 100, 100, 97, 100});
    const auto order = [](const layout::SheetSide& side) {
        std::vector<std::uint32_t> pages;
        for (const auto& panel : side.panels) pages.push_back(panel.page);
        return pages;
    };
    CHECK(order(plan.sides[0]) == std::vector<std::uint32_t>{1, 5, 0});  // folded in, back, cover
    CHECK(order(plan.sides[1]) == std::vector<std::uint32_t>{2, 3, 4});
    const auto& out = plan.sides[0].folds;
    const auto& in = plan.sides[1].folds;
    CHECK(out[0] == Approx(97 * kMm));
    CHECK(out[1] == Approx(197 * kMm));
    for (std::size_t i = 0; i < 2; ++i)  // the same folds, seen from behind
        CHECK(out[i] == Approx(297 * kMm - in[1 - i]));
}

TEST_CASE("the panels of a leaf folded once") {
    const auto plan = layout::plan_panels(content::Form::bifold, {297 * kMm, 210 * kMm}, 2 * kMm);
    CHECK(plan.widths == std::vector<double>(4, 148.5 * kMm));
    CHECK(plan.sides[0].panels[0].page == 3);
    CHECK(plan.sides[0].panels[1].page == 0);
    CHECK(plan.sides[1].folds == std::vector<double>{148.5 * kMm});
}

TEST_CASE("each panel is a page for the reader, in the order in which he meets them") {
    const auto b = lay_out(brochure("form: trifold\nmeta: {date: 2019-07}\n", paragraphs(4, 60), 2));
    REQUIRE(b.pages.pages.size() == 6);
    CHECK(pages_with(b, "一城新绿") == std::vector<std::size_t>{0, 5});
    CHECK(pages_with(b, "章1") == std::vector<std::size_t>{2});  // two panels are enough: inside, not folded in
    CHECK(pages_with(b, "章2") == std::vector<std::size_t>{3});
    CHECK(pages_with(b, "2019年7月") == std::vector<std::size_t>{5});
    CHECK(b.pages.pages[1].frame.size.width == Approx((297.0 + 2) / 3 * kMm - 2 * kMm));
    CHECK(b.pages.pages[2].frame.size.width == Approx((297.0 + 2) / 3 * kMm));
    CHECK(b.messages.empty());
    CHECK(b.pages.outline.size() == 2);
}

TEST_CASE("an address at the end of the content stands on the back") {
    const auto b = lay_out(brochure("form: bifold\n", "- text: 一段。\n- contact: {title: 办事处, phone: 12345}\n"));
    CHECK(pages_with(b, "12345") == std::vector<std::size_t>{3});
    CHECK(b.pages.pages.size() == 4);
}

TEST_CASE("what does not fit a leaf is told: how much, from where on; it follows in the version for the screen") {
    const auto b = lay_out(brochure("form: bifold\n", paragraphs(40, 60)));
    CHECK(b.pages.pages.size() == 6);
    CHECK(b.messages.find("warning: does not fit the bifold: from here about ") != std::string::npos);
    CHECK(b.messages.find(" lines too many (it takes 6 panels and has 4) [form-full]") != std::string::npos);
    CHECK(pages_with(b, "年度答卷") == std::vector<std::size_t>{0, 5});
    CHECK(layout::first_without_sheet(b.pages) == 3);
    CHECK_FALSE(layout::first_without_sheet(lay_out(brochure("form: bifold\n", paragraphs(6, 60))).pages));
}

TEST_CASE("sheets: both sides, fold marks outside of the trim, links to the sheets") {
    auto b = lay_out(brochure("form: trifold\n", paragraphs(2, 60) + "- heading: 一节\n"));
    const auto folds = b.pages.sheets[0].folds;
    const auto sheets = layout::on_sheets(std::move(b.pages), b.theme.marks);
    REQUIRE(sheets.pages.size() == 2);
    const auto& outside = sheets.pages[0];
    CHECK(outside.frame.size.width == Approx(297 * kMm));
    CHECK(outside.slug >= outside.bleed);
    std::vector<double> found;
    for (const auto& item : outside.frame.items) {
        const auto* shape = std::get_if<layout::Shape>(&item);
        if (!shape || !shape->stroke || shape->stroke->dash.empty()) continue;
        const auto from = shape->path.segments[0].points[0], to = shape->path.segments[1].points[0];
        CHECK(from.x == to.x);
        CHECK((std::max(from.y, to.y) < -outside.bleed ||
               std::min(from.y, to.y) > outside.frame.size.height + outside.bleed));
        found.push_back(from.x);
    }
    REQUIRE(found.size() == 4);
    for (const double fold : folds) CHECK(std::ranges::count(found, fold) == 2);
    for (const auto& entry : sheets.outline) CHECK(entry.page == 1);
}

TEST_CASE("nothing of a panel reaches over a fold") {
    auto b = lay_out(brochure("form: trifold\n", paragraphs(2, 60)));
    const auto cover = b.pages.sheets[0].panels[2].area;
    const auto sheets = layout::on_sheets(std::move(b.pages), b.theme.marks);
    bool cut = false;
    for (const auto& item : sheets.pages[0].frame.items)
        if (const auto* shape = std::get_if<layout::Shape>(&item);
            shape && shape->clip && shape->clip->x > cover.x - 1) {
            CHECK(shape->clip->x == Approx(cover.x));
            CHECK(shape->clip->right() == Approx(cover.right() + sheets.pages[0].bleed));
            cut = true;
        }
    CHECK(cut);
}

TEST_CASE("a poster's text is as large as the page has room for, within bounds that go by the distance") {
    const auto size = [](const std::string& page, int count) {
        const auto b = lay_out(brochure("form: poster\npage: " + page + "\n", paragraphs(count, 80)));
        CHECK(b.messages.empty());
        CHECK(b.pages.pages.size() == 1);
        return body_size(b);
    };
    const double diagonal = std::hypot(594, 841) * kMm;
    CHECK(size("{}", 2) == Approx(3 * 0.005 * diagonal));  // little text: the upper bound
    CHECK(size("{size: A2}", 2) == Approx(3 * 0.005 * std::hypot(420, 594) * kMm));
    CHECK(size("{distance: 1.3m}", 2) == Approx(3 * 0.005 * 1300 * kMm));
    const double some = size("{}", 30), more = size("{}", 50);
    CHECK(some < 3 * 0.005 * diagonal);
    CHECK(more < some);
    CHECK(more >= 0.005 * diagonal);
}

TEST_CASE("the note on a poster's head, as a date, stands at the right of its area") {
    const auto b = lay_out(brochure("form: poster\ncover: {note: 2019年7月}\n", paragraphs(10, 80)));
    const auto all = lines(b.pages);
    const auto note = std::ranges::find(all, "2019年7月", &LineOnPage::text);
    REQUIRE(note != all.end());
    CHECK(note->right == Approx(0.95 * b.pages.pages[0].frame.size.width));
}

TEST_CASE("a poster that is full reaches to its foot; one that is too full says so") {
    const auto b = lay_out(brochure("form: poster\n", paragraphs(40, 80)));
    double lowest = 0;
    for (const auto& l : lines(b.pages))
        if (!l.artifact && l.text.find("来长") != std::string::npos) lowest = std::max(lowest, l.baseline);
    CHECK(lowest > 0.85 * b.pages.pages[0].frame.size.height);

    const auto over = lay_out(brochure("form: poster\npage: {size: A3, distance: 2m}\n", paragraphs(40, 80)));
    CHECK(over.pages.pages.size() > 1);
    CHECK(over.messages.find("warning: does not fit the poster: from here about ") != std::string::npos);
    CHECK(over.messages.find("(the text is 28.3pt already, smaller it could not be read) [form-full]") !=
          std::string::npos);
}

TEST_CASE("notes on a poster end above its imprint, whose parts are not broken") {
    const auto b = lay_out(
        "zheye: 1\ntitle: 题\nform: poster\npage: {size: A2}\nmeta: {compiler: 桥头街道党工委、办事处, number: "
        "桥街〔2025〕3号, permit: （桥）新出准字第2025-0007号, print-run: 3000册, date: 2025-01-15}\n"
        "chapters:\n- title: 章\n  content:\n  - text: 一段。[" +
        han(80) + "末]{note}\n");
    double note = 0, imprint = 1e9;
    for (const auto& l : lines(b.pages)) {
        if (l.text.find("末") != std::string::npos) note = std::max(note, l.baseline);
        if (l.text.find("编印单位") != std::string::npos) imprint = std::min(imprint, l.baseline - l.size);
    }
    CHECK(note > 0);
    CHECK(note < imprint);
    for (const auto* part : {"准印证号　（桥）新出准字第2025-0007号", "印数　3000册", "2025年1月15日"})
        CHECK(pages_with(b, part).size() == 1);
}

TEST_CASE("a vertical chapter in a folded leaf or on a poster is told") {
    for (const std::string form : {"trifold", "poster", "bifold"}) {
        const auto b = lay_out("zheye: 1\ntitle: 题\nform: " + form +
                               "\nchapters:\n- title: 章\n  direction: vertical\n  content: [一段。]\n");
        CHECK(b.messages.find("brochure.yaml:5:3: warning: only booklets have vertical chapters") != std::string::npos);
    }
}

TEST_CASE("artwork of a poster's head ends with the head, but for the bleed beside and above") {
    const auto b = lay_out(brochure("form: poster\n", paragraphs(10, 80)));
    const auto& page = b.pages.pages[0];
    const double foot = page.frame.size.height * b.theme.cover.height;
    int reaching_out = 0;
    for (const auto& item : page.frame.items) {
        const auto* shape = std::get_if<layout::Shape>(&item);
        if (!shape || !shape->clip) continue;
        CHECK(shape->clip->bottom() == Approx(foot));
        CHECK(shape->clip->y == Approx(-page.bleed));
        CHECK(shape->clip->right() == Approx(page.frame.size.width + page.bleed));
        ++reaching_out;
    }
    CHECK(reaching_out > 0);
}

TEST_CASE("the same content builds in every form and on every paper") {
    const std::string blocks = paragraphs(3, 70) + "- heading: 一节\n- list: [甲, 乙]\n- quote: {text: 一句话。}\n";
    for (const std::string form : {"booklet", "bifold", "trifold", "poster"})
        for (const std::string size : {"A4", "A5", "B5", "16开", "大16开", "正方形", "200x280mm"})
            for (const std::string orientation : {"portrait", "landscape"}) {
                INFO(form << " " << size << " " << orientation);
                const auto b = lay_out(brochure(
                    "form: " + form + "\npage: {size: " + size + ", orientation: " + orientation + "}\n", blocks));
                CHECK_FALSE(b.pages.pages.empty());
                CHECK(b.messages.find("outside") == std::string::npos);
            }
}

TEST_CASE("the short editions of the default brochure fit their forms") {
    const auto text = [](const std::string& name) {
        return std::string(DiskFileSystem{}.read(ZHEYE_ROOT "/content/jinshui-2019/" + name)->bytes());
    };
    const std::map<std::string, std::string> facts{{"/b/facts.yaml", text("facts.yaml")}};
    const auto leaf = lay_out(text("trifold.yaml"), facts);
    CHECK(leaf.messages.empty());
    CHECK(leaf.pages.pages.size() == 6);
    CHECK_FALSE(layout::first_without_sheet(leaf.pages));
    const auto poster = lay_out(text("poster.yaml"), facts);
    CHECK(poster.messages.empty());
    CHECK(poster.pages.pages.size() == 1);
}
