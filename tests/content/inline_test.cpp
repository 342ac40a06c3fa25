// Marks in running text, the joining of lines, and the places of what was written.
#include "support/content_brochure.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace zheye;
using test::marked;
using test::paragraphs;
using test::with_blocks;

TEST_CASE("marks work beside Chinese punctuation and inside each other") {
    CHECK(paragraphs("前，**加粗。**后") == "前，<b>加粗。</b>后");
    CHECK(paragraphs("**“引号”**后，*着重*") == "<b>“引号”</b>后，<i>着重</i>");
    CHECK(paragraphs("**甲*乙*丙**") == "<b>甲</b><b><i>乙</i></b><b>丙</b>");
    CHECK(paragraphs("*甲**乙**丙*") == "<i>甲</i><b><i>乙</i></b><i>丙</i>");
    CHECK(paragraphs("***都有***，***甲*乙**，***甲**乙*") ==
          "<b><i>都有</i></b>，<b><i>甲</i></b><b>乙</b>，<b><i>甲</i></b><i>乙</i>");
    CHECK(paragraphs("**甲*乙***后") == "<b>甲</b><b><i>乙</i></b>后");
}

TEST_CASE("links") {
    CHECK(paragraphs("见[站点](https://example.org/a_(b)?c=1)。") == "见<a https://example.org/a_(b)?c=1>站点</a>。");
    CHECK(paragraphs("[**粗**细](mailto:a@b.cn)") == "<a mailto:a@b.cn><b>粗</b></a><a mailto:a@b.cn>细</a>");
    CHECK(paragraphs("**[粗](tel:+8637100000)**") == "<a tel:+8637100000><b>粗</b></a>");
    CHECK(paragraphs("[x](https://例.cn/路)") == "<a https://%E4%BE%8B.cn/%E8%B7%AF>x</a>");
    CHECK(paragraphs("[甲\\]乙](https://x.cn)") == "<a https://x.cn>甲]乙</a>");
    CHECK(paragraphs("〔2019〕[5]号[") == "〔2019〕[5]号[");
}

TEST_CASE("facts print value and unit, or a part") {
    CHECK(paragraphs("完成{gdp}，{gdp.period}，{ people }") == "完成127亿元，2018年，4.30");
    CHECK(paragraphs("**{gdp.value}**{gdp.unit}{gdp.名称}{people.note}") == "<b>127</b>亿元地区生产总值含流动人口");
    const auto run = with_blocks("  - heading: 每月{gdp}\n  - list: [\"{people}\"]\n");
    REQUIRE(run.brochure);
    CHECK(content::plain_text(run.block<content::Heading>().text) == "每月127亿元");
    CHECK(content::plain_text(run.block<content::List>(1).items.front().text) == "4.30");
}

TEST_CASE("a backslash takes a mark's meaning away") {
    CHECK(paragraphs("\\*甲\\* \\{乙\\} \\[丙](丁) C:\\x \\\\") == "*甲* {乙} [丙](丁) C:\\x \\");
}

TEST_CASE("lines are joined without a gap beside Han, with a space between Latin words") {
    CHECK(paragraphs("第一行\n第二行") == "第一行第二行");
    CHECK(paragraphs("第一行，  \nsecond") == "第一行，second");
    CHECK(paragraphs("one\ntwo") == "one two");
    CHECK(paragraphs("**one**\n*two*") == "<b>one</b> <i>two</i>");
    CHECK(paragraphs("”\n“") == "”“");
    CHECK(paragraphs("甲\n\n\n乙\n丙") == "甲¶乙丙");
    CHECK(paragraphs("　　甲\n　　乙") == "甲¶乙");
    CHECK(paragraphs("**跨\n行**") == "<b>跨行</b>");
}

TEST_CASE("plain scalars over several lines are joined in the same way") {
    const auto run =
        with_blocks("  - 第一行\n    第二行\n    one\n    two\n\n    第二段\n  - heading: 标题\n      两行\n");
    REQUIRE(run.brochure);
    const auto& text = run.block<content::Text>();
    REQUIRE(text.paragraphs.size() == 2);
    CHECK(content::plain_text(text.paragraphs[0]) == "第一行第二行one two");
    CHECK(content::plain_text(text.paragraphs[1]) == "第二段");
    CHECK(content::plain_text(run.block<content::Heading>(1).text) == "标题两行");
}

TEST_CASE("a run as long as its span is the source, byte for byte") {
    const auto run = with_blocks(
        "  - text: |\n      甲**乙{gdp}丙**\n      丁\\*戊 one\n      two\n"
        "  - \"双引号\\u4e2d的{people}字\"\n  - '单''引'\n  - 折\n    行\n");
    REQUIRE(run.brochure);
    int traced = 0;
    for (const auto& block : run.blocks())
        for (const auto& paragraph : std::get<content::Text>(block.value).paragraphs)
            for (const auto& one : paragraph) {
                INFO(one.text);
                if (one.span.end - one.span.begin != one.text.size()) continue;
                auto source = run.at(one.span);
                std::ranges::replace(source, '\n', ' ');  // a line end that became a space
                CHECK(source == one.text);
                traced += static_cast<int>(one.text.size());
            }
    CHECK(traced > 40);
    const auto& first = run.block<content::Text>().paragraphs.front();
    CHECK(run.at(first[2].span) == "{gdp}");  // the place a fact came from
}

TEST_CASE("a fact as long as its braces does not look as if it stood there") {
    // “{gdp}” and the text it prints are both five bytes.
    const test::ContentRun run("zheye: 1\ntitle: \"{gdp}\"\nfacts: {gdp: {name: x, value: 12345}}\n");
    REQUIRE(run.brochure);
    const auto& one = run.document().title.front();
    CHECK(one.text == "12345");
    CHECK(one.span.end - one.span.begin != one.text.size());
}

TEST_CASE("what is wrong in the text stands at its place") {
    CHECK(paragraphs("甲**乙") == "10:8 unclosed-mark");
    CHECK(paragraphs("甲**乙*丙**") == "10:11 unclosed-mark");
    CHECK(paragraphs("甲****乙") == "10:8 empty-mark");
    CHECK(paragraphs("{gpd}") == "10:8 unknown-fact");
    CHECK(paragraphs("{gdp.unity}") == "10:12 unknown-part");
    CHECK(paragraphs("{gdp.note}") == "10:12 missing-part");
    CHECK(paragraphs("甲{}乙{") == "10:8 empty-braces; 10:11 unclosed-mark");
    CHECK(paragraphs("甲}乙") == "10:8 stray-brace");
    CHECK(paragraphs("[甲](ftp://x)") == "10:11 bad-link");
    CHECK(paragraphs("[甲](www.x.cn)") == "10:11 bad-link");
    CHECK(paragraphs("[甲](") == "10:7 unclosed-mark");
    CHECK(paragraphs("[甲]（https://x.cn）") == "10:10 bad-link");
    CHECK(paragraphs("[甲[乙](https://x.cn)](https://y.cn)") == "10:9 nested-link");
    CHECK(paragraphs("[**甲](https://y.cn)**") == "10:8 unclosed-mark; 10:26 unclosed-mark");
    CHECK(paragraphs("一\n\n二**\n\n三") == "12:8 unclosed-mark");
}

TEST_CASE("marks on both sides of a figure that is not known are not side by side") {
    CHECK(paragraphs("增长，{nothing}，很快。") == "10:11 unknown-fact");
    CHECK(paragraphs("增长，{gdp.unity}，很快。") == "10:15 unknown-part");
    CHECK(paragraphs("增长，{gdp.target}，很快。") == "10:15 missing-part");
}

TEST_CASE("a fact is suggested by its id and by its name") {
    const auto run = with_blocks("  - text: \"{人口数}{gdpp}\"\n");
    CHECK(run.en().find("did you mean “people” (人口)?") != std::string::npos);
    CHECK(run.en().find("did you mean “gdp” (地区生产总值)?") != std::string::npos);
}
