// Whole brochures: every value lands where the Document wants it, in English and in Chinese keys alike.
#include "content/schema.h"
#include "support/content_brochure.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>
#include <string>

using namespace zheye;
using namespace zheye::content;
using test::ContentRun;
using test::with_blocks;

namespace {

const std::string kEnglish =
    "zheye: 1\ntitle: 题\nsubtitle: 副\nlanguage: zh-Hant\nform: trifold\ntheme: {base: vermilion}\n"
    "page: {size: 大16开, columns: 3}\n"
    "meta: {author: [甲, 乙], publisher: 社, date: 2020-02-29, number: 第1期, keywords: 街道}\n"
    "cover: {kicker: 眉, note: 注, picture: c.jpg}\ncontents: false\n"
    "facts: {产值: {name: 名, value: 4.30, unit: 亿元, period: 2018年, note: 记}}\n"
    "chapters:\n- {title: 章, subtitle: 副, lead: 导, byline: 署, content: [文]}\n";

const std::string kChinese =
    "版本: 1\n标题: 题\n副标题: 副\n语言: 繁体中文\n形式: 三折\n主题: {base: vermilion}\n"
    "版面: {开本: 大16开, 栏数: 3}\n"
    "出版信息: {作者: [甲, 乙], 出版者: 社, 日期: 2020-02-29, 编号: 第1期, 关键词: 街道}\n"
    "封面: {眉题: 眉, 说明: 注, 图片: c.jpg}\n目录: 否\n"
    "数据: {产值: {名称: 名, 数值: 4.30, 单位: 亿元, 时期: 2018年, 备注: 记}}\n"
    "章:\n- {标题: 章, 副标题: 副, 导语: 导, 署名: 署, 内容: [文]}\n";

}  // namespace

TEST_CASE("all front matter is read, with either language of keys") {
    for (const auto& text : {kEnglish, kChinese}) {
        const ContentRun run(text, {{"/b/c.jpg", "x"}});
        INFO(run.zh());
        REQUIRE(run.brochure);
        const auto& document = run.document();
        CHECK(plain_text(document.title) == "题");
        CHECK(plain_text(document.subtitle) == "副");
        CHECK(document.language == "zh-Hant");
        CHECK(document.form == Form::trifold);
        CHECK(document.page.width.value() == Approx(285 * 72 / 25.4));  // the sheet of what is folded lies
        CHECK(document.page.height.value() == Approx(210 * 72 / 25.4));
        CHECK(document.page.columns == 3);
        CHECK(document.meta.authors == std::vector<std::string>{"甲", "乙"});
        CHECK(document.meta.publisher == "社");
        CHECK(document.meta.date == "2020-02-29");
        CHECK(document.meta.number == "第1期");
        CHECK(document.meta.keywords == std::vector<std::string>{"街道"});
        CHECK(plain_text(document.cover.value().kicker) == "眉");
        CHECK(document.cover->picture.value().path == "/b/c.jpg");
        CHECK_FALSE(document.contents);
        REQUIRE(document.facts.size() == 1);
        CHECK(document.facts[0].id == "产值");
        CHECK(document.facts[0].value == "4.30");
        CHECK(document.facts[0].note == "记");
        CHECK(plain_text(document.chapters.at(0).byline) == "署");
        CHECK(document.chapters[0].content.size() == 1);
        CHECK(run.brochure->theme.is_mapping());
    }
}

TEST_CASE("what is not given has its default") {
    const ContentRun run("zheye: 1\ntitle: 题\n");
    REQUIRE(run.brochure);
    CHECK(run.document().language == "zh-Hans");
    CHECK(run.document().form == Form::booklet);
    CHECK_FALSE(run.document().page.width.has_value());
    CHECK(run.document().cover.has_value());
    CHECK(run.document().contents);
    CHECK(run.brochure->theme.is_null());
    CHECK_FALSE(ContentRun("zheye: 1\ntitle: 题\ncover: 否\n").document().cover.has_value());
}

TEST_CASE("sizes of paper") {
    const auto size = [](const std::string& text) {
        const ContentRun run("zheye: 1\ntitle: 题\npage: {size: \"" + text + "\"}\n");
        if (!run.brochure) return std::string("no");
        const auto& page = run.document().page;
        return std::to_string(static_cast<int>(*page.width + 0.5)) + " " +
               std::to_string(static_cast<int>(*page.height + 0.5));
    };
    CHECK(size("A4") == "595 842");
    CHECK(size("a5") == "420 595");
    CHECK(size("16开") == "524 737");
    CHECK(size("210x297mm") == "595 842");
    CHECK(size("210mm × 297mm") == "595 842");
    CHECK(size("8.5in*11in") == "612 792");
    for (const auto* text :
         {"A7x", "210", "210x", "x297mm", "0x297mm", "-210x297mm", "210x297em", "9x9mm", "99999x1mm"})
        CHECK(size(text) == "no");
}

TEST_CASE("dates are days that there are") {
    const auto is_date = [](const std::string& text) {
        return ContentRun("zheye: 1\ntitle: 题\nmeta: {date: \"" + text + "\"}\n").brochure.has_value();
    };
    for (const auto* text : {"2019", "2019-07", "2019-12-31", "2020-02-29"}) CHECK(is_date(text));
    for (const auto* text : {"19", "2019-13", "2019-02-29", "2019-00-01", "2019-07-01x", "201907", "2019年13月",
                             "7月1日", "2019年7月1日起"})
        CHECK_FALSE(is_date(text));
}

TEST_CASE("dates may be written as people write them") {
    for (const auto& [text, date] : {std::pair{"2019年7月1日", "2019-07-01"},
                                     {"2019年12月", "2019-12"},
                                     {"2019年", "2019"},
                                     {"2019/7/1", "2019-07-01"},
                                     {"2019.7", "2019-07"},
                                     {"2019-7-1", "2019-07-01"}}) {
        const ContentRun run("zheye: 1\ntitle: 题\nmeta: {date: \"" + std::string(text) + "\"}\n");
        INFO(text << run.zh());
        REQUIRE(run.brochure);
        CHECK(run.brochure->document.meta.date == date);
    }
}

TEST_CASE("each kind of block") {
    const auto run = with_blocks(
        "  - heading: 一\n  - subheading: 二\n  - 文\n  - text: \"甲\\n乙\"\n  - stats: [gdp, people]\n"
        "  - stats: {facts: [gdp]}\n  - list: [一, 二]\n  - steps: [一]\n  - quote: 引\n"
        "  - quote: {text: 引, by: 谁}\n  - timeline: [{date: 六月, text: 事}]\n"
        "  - box: {title: 框, content: [文]}\n  - span: {content: [{box: {content: [文]}}]}\n"
        "  - break: 栏\n  - break: page\n");
    INFO(run.zh());
    REQUIRE(run.brochure);
    CHECK(run.block<Heading>(0).level == 1);
    CHECK(run.block<Heading>(1).level == 2);
    CHECK(run.block<Text>(2).paragraphs.size() == 1);
    CHECK(run.block<Text>(3).paragraphs.size() == 2);
    CHECK(run.block<Stats>(4).facts.at(1).value == "4.30");
    CHECK(run.block<Stats>(5).facts.at(0).name == "地区生产总值");
    CHECK_FALSE(run.block<List>(6).ordered);
    CHECK(run.block<List>(7).ordered);
    CHECK(run.block<Quote>(8).by.empty());
    CHECK(plain_text(run.block<Quote>(9).by) == "谁");
    CHECK(plain_text(run.block<Timeline>(10).entries.at(0).date) == "六月");
    CHECK(run.block<Box>(11).content.size() == 1);
    CHECK(std::holds_alternative<Box>(run.block<Across>(12).content.at(0).value));
    CHECK(run.block<Break>(13).to == Break::To::column);
    CHECK(run.block<Break>(14).to == Break::To::page);
    CHECK(run.at(run.blocks()[0].span) == "heading: 一");
}

TEST_CASE("leads and pull quotes are kinds of texts and quotes") {
    const auto run = with_blocks(
        "  - 导语: 引出下文。\n  - 金句: 一句话。\n  - pull-quote: {text: 一句, by: 某人}\n  - quote: 一\n");
    INFO(run.zh());
    REQUIRE(run.brochure);
    CHECK(run.block<Text>(0).lead);
    CHECK(run.block<Quote>(1).pull);
    CHECK(run.block<Quote>(2).pull);
    CHECK(plain_text(run.block<Quote>(2).by) == "某人");
    CHECK_FALSE(run.block<Quote>(3).pull);
}

TEST_CASE("tables cover their grid") {
    const auto run = with_blocks(
        "  - table:\n      caption: 表\n      note: 注\n"
        "      columns: [指标, {title: 完成, align: 小数点, width: 2.5}, {title: 占比, align: center}]\n"
        "      rows:\n      - [{text: 甲, rowspan: 2}, 1, ~]\n      - [{text: \"{gdp}\", colspan: 2}]\n"
        "      - [{文字: 合计, 跨列: 2}, 4.30]\n");
    INFO(run.zh());
    REQUIRE(run.brochure);
    const auto& table = run.block<Table>();
    CHECK(table.columns[1].align == Align::decimal);
    CHECK(table.columns[1].width == 2.5);
    CHECK(table.columns[2].align == Align::centre);
    CHECK_FALSE(table.columns[0].width.has_value());
    CHECK(table.rows[0].cells[0].rowspan == 2);
    CHECK(table.rows[0].cells[2].text.empty());
    CHECK(plain_text(table.rows[1].cells[0].text) == "127亿元");
    CHECK(table.rows[2].cells[0].colspan == 2);
    CHECK(plain_text(table.rows[2].cells[1].text) == "4.30");
}

TEST_CASE("rows of a table: groups have a name over all columns, totals are marked") {
    const auto run = with_blocks(
        "  - table:\n      columns: [甲, 乙]\n      rows:\n      - 组: 一**组**\n      - [子, 1]\n"
        "      - {合计: [合计, 1]}\n");
    INFO(run.zh());
    REQUIRE(run.brochure);
    const auto& rows = run.block<Table>().rows;
    CHECK(rows[0].kind == TableRow::Kind::group);
    CHECK(rows[0].cells.at(0).colspan == 2);
    CHECK(plain_text(rows[0].cells[0].text) == "一组");
    CHECK(rows[1].kind == TableRow::Kind::plain);
    CHECK(rows[2].kind == TableRow::Kind::total);
    CHECK(rows[2].cells.size() == 2);
    CHECK(run.zh().empty());
}

namespace {

/// How often a total of a table with these rows is found wrong.
int wrong_totals(const std::string& rows, const std::string& title = "数") {
    const auto run =
        with_blocks("  - table:\n      columns: [名称, {title: " + title + ", align: right}]\n      rows:\n" + rows);
    INFO(run.zh());
    REQUIRE(run.brochure);
    int count = 0;
    for (std::size_t at = 0; (at = run.zh().find("[total-sum]", at)) != std::string::npos; ++at) ++count;
    return count;
}

}  // namespace

TEST_CASE("a total is compared with the sum of the figures above it") {
    const std::string two = "      - [甲, 1]\n      - [乙, 2]\n";
    CHECK(wrong_totals(two + "      - 合计: [合计, 3]\n") == 0);
    CHECK(wrong_totals(two + "      - 合计: [合计, 4]\n") == 1);
    CHECK(wrong_totals("      - [甲, 1万人]\n      - [乙, 200人]\n      - 合计: [合计, 1.02万人]\n") == 0);
    CHECK(wrong_totals("      - [甲, 1万人]\n      - [乙, 200人]\n      - 合计: [合计, 1.5万人]\n") == 1);
    SECTION("rounded figures may be off by their last places") {
        const std::string rounded = "      - [甲, '3.3']\n      - [乙, '3.3']\n      - [丙, '3.3']\n";
        CHECK(wrong_totals(rounded + "      - 合计: [合计, '10.0']\n") == 0);
        CHECK(wrong_totals(rounded + "      - 合计: [合计, '10.3']\n") == 1);
    }
    SECTION("a last total may be of all groups, of which some have totals") {
        const std::string groups =
            "      - 组: 东\n" + two + "      - 小计: [小计, 3]\n      - 组: 西\n      - [丙, 4]\n";
        CHECK(wrong_totals(groups + "      - 小计: [小计, 4]\n      - 合计: [合计, 7]\n") == 0);
        CHECK(wrong_totals(groups + "      - 合计: [合计, 7]\n") == 0);
        CHECK(wrong_totals(groups + "      - 小计: [小计, 5]\n      - 合计: [合计, 8]\n") == 2);
    }
    SECTION("what cannot be added, or is not meant to be, is left alone") {
        CHECK(wrong_totals("      - [甲, 10%]\n      - [乙, 20%]\n      - 合计: [合计, 15%]\n") == 0);
        CHECK(wrong_totals("      - [甲, 10余]\n      - [乙, 20]\n      - 合计: [合计, 35]\n") == 0);
        CHECK(wrong_totals("      - [甲, 1户]\n      - [乙, 2人]\n      - 合计: [合计, 4人]\n") == 0);
        CHECK(wrong_totals(two + "      - 合计: [合计, 1.5]\n", "人均收入") == 0);
        CHECK(wrong_totals(two + "      - ['其中：丙', 1]\n      - 合计: [合计, 3]\n") == 0);
        CHECK(wrong_totals("      - [甲, —]\n      - [乙, 2]\n      - 合计: [合计, 2]\n") == 0);
        CHECK(wrong_totals("      - 合计: [合计, 2]\n") == 0);
    }
}

TEST_CASE("figures: one picture, a row, a placeholder") {
    const auto run = with_blocks(
        "  - figure: {picture: p/a.png, caption: \"图{gdp}\", span: 出血}\n"
        "  - figure: {pictures: [{picture: p/a.png, caption: 一}, {picture: 占位, alt: 替}], caption: 全}\n"
        "  - figure: p/a.png\n",
        {{"/b/p/a.png", "x"}});
    INFO(run.zh());
    REQUIRE(run.brochure);
    const auto& one = run.block<Figure>(0);
    CHECK(one.extent == Extent::bleed);
    CHECK(one.pictures.at(0).path == "/b/p/a.png");
    CHECK(plain_text(one.pictures[0].caption) == "图127亿元");
    CHECK(one.pictures[0].alt == "图127亿元");
    CHECK(one.caption.empty());
    const auto& row = run.block<Figure>(1);
    CHECK(plain_text(row.caption) == "全");
    CHECK(row.pictures.at(0).alt == "一");
    CHECK(row.pictures.at(1).path.empty());
    CHECK(row.pictures[1].alt == "替");
    CHECK(run.codes() == "11:13 missing-alt");
}

TEST_CASE("mistakes of yaml and of content come in one run") {
    const ContentRun run("zheye: 1\ntitle: 题\ntitle: 二\nfacts: !include none.yaml\nchapters:\n- titel: 章\n");
    CHECK_FALSE(run.brochure);
    CHECK(run.codes() == "3:1 duplicate-key; 4:17 include-missing; 6:3 unknown-key");
}

TEST_CASE("no name in the schema means two things at one place") {
    for (const auto& one : schema()) {
        INFO(one.name);
        std::set<std::string_view> names;
        for (const auto& key : one.keys) {
            each_name(key, [&](std::string_view name) {
                INFO(name);
                CHECK(names.insert(name).second);
                CHECK_FALSE(name.empty());
                CHECK(find_key(one, name) == &key);
            });
            CHECK_FALSE(key.aliases.empty());
            CHECK_FALSE(key.zh.empty());
            CHECK_FALSE(key.en.empty());
            CHECK((key.kind == Kind::choice) == !key.choices.empty());
            if (!key.group.empty()) CHECK(group(key.group).name == key.group);
        }
    }
}

TEST_CASE("papers stand or lie; a size of one's own is as it is written") {
    const auto mm = [](const std::string& lines) {
        const ContentRun run("zheye: 1\ntitle: 题\n" + lines);
        INFO(lines << run.zh());
        const auto& page = run.document().page;
        const auto rounded = [](double pt) { return std::to_string(std::lround(pt * 25.4 / 72)); };
        return rounded(page.width.value()) + "x" + rounded(page.height.value());
    };
    CHECK(mm("page: {size: A1}\n") == "594x841");
    CHECK(mm("page: {size: A2, orientation: 横}\n") == "594x420");
    CHECK(mm("版面: {尺寸: 16开, 纸向: 横}\n") == "260x185");
    CHECK(mm("版面: {尺寸: 正方形}\n") == "210x210");
    CHECK(mm("page: {size: 300x200mm}\n") == "300x200");
    CHECK(mm("page: {size: 300x200mm, orientation: portrait}\n") == "200x300");
    CHECK(mm("form: bifold\npage: {size: A4}\n") == "297x210");
    CHECK(mm("form: bifold\npage: {size: A4, orientation: 竖}\n") == "210x297");
    CHECK(mm("form: trifold\npage: {size: 200x300mm}\n") == "200x300");
}

TEST_CASE("how far away the readers of a poster stand, and how a booklet is filled") {
    const auto distance = [](const std::string& text) {
        const ContentRun run("zheye: 1\ntitle: 题\nform: 海报\npage: {columns: 4, distance: " + text + "}\n");
        INFO(run.zh());
        return run.document().page.distance.value() * 25.4 / 72;
    };
    CHECK(distance("2米") == Approx(2000));
    CHECK(distance("1.5 m") == Approx(1500));
    CHECK(distance("80cm") == Approx(800));
    const auto fill = [](const std::string& text) {
        return ContentRun("zheye: 1\ntitle: 题\npage: {fill: " + text + "}\n").document().page.fill;
    };
    CHECK(fill("笔记") == Fill::notes);
    CHECK(fill("空白") == Fill::blank);
    CHECK(fill("none") == Fill::none);
}

TEST_CASE("a setting of the page that the form has no use for is told at its key") {
    const auto codes = [](const std::string& form, const std::string& page) {
        return ContentRun("zheye: 1\ntitle: 题\nform: " + form + "\npage: {" + page + "}\n").codes();
    };
    CHECK(codes("海报", "distance: 2m").find("no-effect") == std::string::npos);
    CHECK(codes("册子", "fill: none").find("no-effect") == std::string::npos);
    CHECK(codes("册子", "distance: 2m").find("4:8 no-effect") != std::string::npos);
    CHECK(codes("三折", "补页: 空白").find("4:8 no-effect") != std::string::npos);
    CHECK(codes("海报", "fill: notes").find("4:8 no-effect") != std::string::npos);
}
