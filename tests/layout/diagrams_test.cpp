// Hubs, flows, cards, QR codes and addresses: where things stand, and that nothing of the text is lost.
#include "layout/fixture.h"
#include "picture/qr.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <cmath>

using namespace zheye;
using namespace zheye::layout;
using namespace zheye::test;

namespace {

std::vector<Shape> shapes(const LaidOut& b, std::size_t page = 0) {
    std::vector<Shape> found;
    for (const auto& item : b.pages.pages.at(page).frame.items)
        if (const auto* shape = std::get_if<Shape>(&item)) found.push_back(*shape);
    return found;
}

/// A path's extent.
Rect extent(const Path& path) { return path.bounds().value(); }

bool filled(const Shape& shape, Colour fill) {
    const auto* colour = shape.fill ? std::get_if<Colour>(&*shape.fill) : nullptr;
    return colour && *colour == fill;
}

Point middle(const Rect& r) { return {r.x + r.width / 2, r.y + r.height / 2}; }

std::vector<Rect> circles(const LaidOut& b, Colour fill) {
    std::vector<Rect> found;
    for (const auto& shape : shapes(b)) {
        const bool round =
            std::ranges::any_of(shape.path.segments, [](const auto& segment) { return segment.op == Path::Op::curve; });
        const Rect size = extent(shape.path);
        if (round && filled(shape, fill) && std::abs(size.width - size.height) < 0.01) found.push_back(size);
    }
    return found;
}

std::string hub(int count, const std::string& text = "说明") {
    std::string yaml = "- hub:\n    title: 中心\n    items:\n";
    for (int i = 0; i < count; ++i) yaml += "    - {title: 第" + std::to_string(i) + "项, text: " + text + "}\n";
    return chapter(yaml);
}

LineOnPage line_with(const LaidOut& b, const std::string& text) {
    for (const auto& line : lines(b.pages))
        if (line.text.find(text) != std::string::npos) return line;
    FAIL("no line holds " + text);
    return {};
}

}  // namespace

TEST_CASE("the items of a hub stand on a ring, equally far from each other and from the centre") {
    for (const int count : {3, 4, 7, 9}) {
        const auto b = lay_out(hub(count));
        INFO(count << b.messages);
        const auto items = circles(b, b.theme.hub.ground);
        const auto centre = circles(b, b.theme.hub.centre_ground);
        REQUIRE(items.size() == static_cast<std::size_t>(count));
        REQUIRE(centre.size() == 1);
        const Point c = middle(centre.front());
        const double ring = std::hypot(middle(items[0]).x - c.x, middle(items[0]).y - c.y);
        CHECK(middle(items[0]).x == Approx(c.x));  // the first at the top
        CHECK(middle(items[0]).y < c.y);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Point a = middle(items[i]), next = middle(items[(i + 1) % items.size()]);
            CHECK(std::hypot(a.x - c.x, a.y - c.y) == Approx(ring));
            CHECK(std::hypot(a.x - next.x, a.y - next.y) >= items[i].width + b.theme.hub.gap - 0.01);
            CHECK(ring >= items[i].width / 2 + centre.front().width / 2 + b.theme.hub.gap - 0.01);
        }
    }
}

TEST_CASE("the words of a hub lie inside their circles") {
    const auto b = lay_out(hub(7, "九十五家单位的说明文字"));
    const auto items = circles(b, b.theme.hub.ground);
    REQUIRE(items.size() == 7);
    for (const auto& line : lines(b.pages)) {
        if (line.artifact || line.text.find("项") == std::string::npos) continue;
        bool inside = false;
        for (const auto& item : items) {
            const Point c = middle(item);
            const auto within = [&](double x, double y) { return std::hypot(x - c.x, y - c.y) <= item.width / 2; };
            inside = inside || (within(line.x, line.baseline) && within(line.right, line.baseline));
        }
        CHECK(inside);
    }
}

TEST_CASE("a hub whose words no circle holds becomes rows, and so does one in a narrow box") {
    const auto b = lay_out(hub(7, han(60)));
    CHECK(circles(b, b.theme.hub.centre_ground).size() == 0);
    CHECK(line_with(b, "第0项").x == Approx(line_with(b, "第6项").x));
    const auto narrow = lay_out(chapter("- box:\n    content:\n    - hub: {title: 中心, items: [甲, 乙, 丙]}\n"));
    CHECK(line_with(narrow, "甲").x == Approx(line_with(narrow, "丙").x));
    CHECK(line_with(narrow, "甲").baseline < line_with(narrow, "乙").baseline);
}

TEST_CASE("the words of a hub come in the writer's order") {
    const auto b = lay_out(hub(4));
    const auto list = elements(b.pages, Role::list);
    REQUIRE(list.size() == 1);
    CHECK(text_of(b.pages, list[0]) == "第0项说明第1项说明第2项说明第3项说明");
}

TEST_CASE("steps lie beside each other where each has room, in rows of equal length") {
    const auto b = lay_out(chapter("- flow: [一步, 二步, 三步, 四步, 五步, 六步]\n", "page: {columns: 1}\n"));
    const auto first = line_with(b, "一步"), third = line_with(b, "三步"), fourth = line_with(b, "四步");
    CHECK(first.baseline == Approx(third.baseline));
    CHECK(fourth.baseline > first.baseline);
    CHECK(fourth.x == Approx(first.x));
    CHECK(line_with(b, "六步").x == Approx(third.x));
    const auto narrow = lay_out(chapter("- flow: [一步, 二步]\n", "page: {size: A5, columns: 2}\n"));
    CHECK(line_with(narrow, "一步").baseline == Approx(line_with(narrow, "二步").baseline));  // across both columns
    const auto boxed = lay_out(chapter("- box:\n    content:\n    - flow: [一步, 二步, 三步]\n"));
    CHECK(line_with(boxed, "一步").x == Approx(line_with(boxed, "三步").x));  // under each other in a column
}

TEST_CASE("cards share the measure in columns of equal width") {
    const auto b = lay_out(chapter("- cards: [甲卡, 乙卡, 丙卡, 丁卡]\n"));
    const double width = b.theme.page.width - b.theme.page.left - b.theme.page.right;
    const auto a = line_with(b, "甲卡"), c = line_with(b, "乙卡"), d = line_with(b, "丙卡");
    CHECK(a.baseline == Approx(c.baseline));
    CHECK(c.x - a.x == Approx((width + b.theme.cards.gap) / 2));
    CHECK(d.x == Approx(a.x));
}

TEST_CASE("a QR code is drawn module by module, with its quiet zone, and its address can be clicked") {
    const auto b = lay_out(chapter("- qr: {url: \"https://example.org\", caption: 扫一扫}\n"));
    const auto code = picture::qr_code("https://example.org");
    const double module = b.theme.qr.size / (code->side + 8);
    double area = 0;
    Rect all{};
    for (const auto& shape : shapes(b))
        if (filled(shape, b.theme.qr.dark) && shape.path.segments.size() > 100) {
            all = extent(shape.path);
            for (std::size_t i = 0; i < shape.path.segments.size(); i += 5) {
                const auto& s = shape.path.segments;
                area += (s[i + 1].points[0].x - s[i].points[0].x) * (s[i + 2].points[0].y - s[i + 1].points[0].y);
            }
        }
    CHECK(all.width == Approx(code->side * module));
    CHECK(all.height == Approx(code->side * module));
    const auto dark = std::count(code->dark.begin(), code->dark.end(), true);
    CHECK(area == Approx(static_cast<double>(dark) * module * module));
    const auto figures = elements(b.pages, Role::figure);
    REQUIRE(figures.size() == 1);
    CHECK(b.pages.structure.nodes[figures[0]].alt == "二维码：https://example.org");
    CHECK(elements(b.pages, Role::link).size() == 1);
    CHECK(line_with(b, "扫一扫").x > all.right());
}

TEST_CASE("a long address makes a dense code, which is told; one too long is an error") {
    const auto b = lay_out(chapter("- qr: https://example.org/" + std::string(600, 'a') + "\n"));
    CHECK(b.messages.find("[qr-dense]") != std::string::npos);
    CHECK(failure(chapter("- qr: https://example.org/" + std::string(2400, 'a') + "\n")).find("[qr-long]") !=
          std::string::npos);
}

TEST_CASE("a contact prints all its lines, and its code unless it is not wanted") {
    const std::string yaml =
        "- contact: {title: 办事处, address: 东风路, phone: 12345, hours: 周一, url: \"https://example.org\"";
    const auto b = lay_out(chapter(yaml + "}\n"));
    for (const auto* text : {"办事处", "地址", "东风路", "电话", "12345", "时间", "周一", "网址", "example.org"})
        CHECK(line_with(b, text).page == 0);
    CHECK(elements(b.pages, Role::figure).size() == 1);
    const auto without = lay_out(chapter(yaml + ", qr: false}\n"));
    CHECK(elements(without.pages, Role::figure).empty());
}

TEST_CASE("lines of a contact that go on stand below their text, not below the label") {
    const auto b = lay_out(chapter("- contact: {title: 办事处, address: " + han(60) + ", phone: 12345}\n"));
    std::vector<double> lefts;
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && han(60).find(run->text) != std::string::npos)
            lefts.push_back(run->origin.x);
    REQUIRE(lefts.size() > 1);
    for (const double left : lefts) CHECK(left == Approx(lefts.front()));
    CHECK(lefts.front() > line_with(b, "办事处").x + 20);
}

TEST_CASE("dates beside each other on a timeline are in one line, in one size; where that is too small, in more rows") {
    const auto dates = [](const std::string& head) {
        const auto b =
            lay_out(chapter("- timeline: [{date: 2024年1月8日, text: 甲}, {date: 2024年3月20日, text: 乙}, "
                            "{date: 2024年9月, text: 丙}, {date: 2024年12月31日, text: 丁}]\n",
                            head));
        std::set<double> sizes, rows;
        for (const auto* date : {"2024年1月8日", "2024年3月20日", "2024年9月", "2024年12月31日"}) {
            const auto line = line_with(b, date);
            sizes.insert(line.size);
            rows.insert(line.baseline);
        }
        CHECK(sizes.size() == 1);
        return std::pair{*sizes.begin() / b.theme.style(theme::Style::timeline_date).size, rows.size()};
    };
    CHECK(dates("") == std::pair{1.0, std::size_t{1}});
    CHECK(dates("page: {columns: 1, size: 32开}\n").first >= 0.75);
    CHECK(dates("page: {columns: 1, size: A5}\ntheme: garden\n").second == 2);
}

TEST_CASE("the first two and the last two rows of a diagram stand together") {
    bool parted = false;
    std::string steps;
    for (int i = 0; i < 14; ++i) steps += (i > 0 ? ", {title: 第" : "{title: 第") + std::to_string(i) + "步}";
    for (int above = 300; above < 1600; above += 30) {
        const auto b =
            lay_out(chapter(paragraphs(1, above) + "- flow: [" + steps + "]\n", "page: {columns: 1, size: A6}\n"));
        std::map<std::size_t, std::set<double>> rows;  // by page
        for (const auto& l : lines(b.pages))
            if (!l.artifact && l.text.ends_with("步")) rows[l.page].insert(l.baseline);
        INFO(above);
        for (const auto& [page, baselines] : rows) CHECK(baselines.size() > 1);
        parted = parted || rows.size() > 1;
    }
    CHECK(parted);
}

TEST_CASE("portraits are round, pictures of places are cut to the theme's proportion") {
    const auto b = lay_out(chapter("- people: [甲某]\n- places: [乙地]\n", "page: {columns: 1}\n"));
    const auto& style = b.theme.cards;
    bool portrait = false, place = false;
    for (const auto& shape : shapes(b)) {
        const auto size = extent(shape.path);
        const bool ground = filled(shape, b.theme.figure.ground);
        if (!ground) continue;
        portrait =
            portrait || (std::abs(size.width - style.portrait) < 0.01 && std::abs(size.height - style.portrait) < 0.01);
        place = place || std::abs(size.width - size.height * style.ratio) < 0.01;
    }
    CHECK(portrait);
    CHECK(place);
}
