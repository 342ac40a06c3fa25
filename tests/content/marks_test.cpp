// Readings, bracketed text with marks, and notes: what they become, and what is wrong with them and where.
#include "support/content_brochure.h"

#include <catch2/catch.hpp>

using namespace zheye;
using test::marked;
using test::paragraphs;
using test::with_blocks;

TEST_CASE("a reading with a syllable for each Han character is shared out") {
    CHECK(paragraphs("{注音|zhù yīn}") == "<ruby zhù>注</ruby><ruby yīn>音</ruby>");
    CHECK(paragraphs("{注音|ㄓㄨˋ ㄧㄣ}") == "<ruby ㄓㄨˋ>注</ruby><ruby ㄧㄣ>音</ruby>");
    CHECK(paragraphs("{ 注音 | zhù　yīn }字") == "<ruby zhù>注</ruby><ruby yīn>音</ruby>字");
    CHECK(paragraphs("{你好，𠮷|nǐ hǎo jí}") == "<ruby nǐ>你</ruby><ruby hǎo>好</ruby>，<ruby jí>𠮷</ruby>");
    CHECK(paragraphs("{第3次|dì cì}") == "<ruby dì>第</ruby>3<ruby cì>次</ruby>");
}

TEST_CASE("a reading with other than one syllable a character stands over the group") {
    CHECK(paragraphs("{今日|きょう}") == "<ruby きょう>今日</ruby>");
    CHECK(paragraphs("{花儿|huār}") == "<ruby huār>花儿</ruby>");
    CHECK(paragraphs("{北京|a b c}") == "<ruby a b c>北京</ruby>");
    CHECK(paragraphs("{HTML|超文本}") == "<ruby 超文本>HTML</ruby>");
}

TEST_CASE("marks around a reading apply to its base, and equal readings do not become one") {
    CHECK(paragraphs("**{天天|tiān tiān}**") == "<b><ruby tiān>天</ruby></b><b><ruby tiān>天</ruby></b>");
    CHECK(paragraphs("[甲{乙|yǐ}]{着重}") == "<dots>甲</dots><dots><ruby yǐ>乙</ruby></dots>");
    const auto run = with_blocks("  - \"{天|tiān}天\"\n");
    const auto& text = run.block<content::Text>().paragraphs.front();
    REQUIRE(text.size() == 2);
    CHECK(run.at(text[0].span) == "天");  // the base alone, byte for byte
    CHECK(run.at(text[1].span) == "天");
}

TEST_CASE("escapes work in both halves of a reading") {
    CHECK(paragraphs("{甲\\|乙|x \\}}") == "<ruby x>甲</ruby>|<ruby }>乙</ruby>");
    CHECK(paragraphs("{a\\}b|x\\|y}") == "<ruby x|y>a}b</ruby>");
}

TEST_CASE("bracketed text takes the marks in the braces behind it, in both languages") {
    CHECK(paragraphs("[甲]{着重}[乙]{dots}") == "<dots>甲乙</dots>");
    CHECK(paragraphs("[甲]{下划线}[乙]{underline}") == "<u>甲乙</u>");
    CHECK(paragraphs("[甲]{高亮}[乙]{highlight}") == "<mark>甲乙</mark>");
    CHECK(paragraphs("m[2]{上标}[3]{sup}") == "m<sup>23</sup>");
    CHECK(paragraphs("H[2]{下标}O[3]{sub}") == "H<sub>2</sub>O<sub>3</sub>");
    CHECK(paragraphs("[1/2]{分数}[3/4]{fraction}") == "<frac>1/23/4</frac>");
    CHECK(paragraphs("[12]{横排}月[3]{upright}日") == "<upright>12</upright>月<upright>3</upright>日");
    CHECK(paragraphs("[甲]{着重 下划线}") == paragraphs("[甲]{dots,underline}"));
    CHECK(paragraphs("[甲]{着重，下划线}") == paragraphs("[甲]{ 着重、下划线 }"));
    CHECK(paragraphs("[甲]{着重 下划线}") == "<u><dots>甲</dots></u>");
}

TEST_CASE("a language by its tag or its name") {
    CHECK(paragraphs("[東京]{ja}[서울]{ko}") == "<lang ja>東京</lang><lang ko>서울</lang>");
    CHECK(paragraphs("[organisation]{en-GB}") == "<lang en-GB>organisation</lang>");
    CHECK(paragraphs("[Rom]{语言 德文}[a]{lang haw}[b]{英语}") ==
          "<lang de>Rom</lang><lang haw>a</lang><lang en>b</lang>");
    CHECK(paragraphs("[a [b]{fr} c]{en 着重}") ==
          "<lang en><dots>a </dots></lang><lang fr><dots>b</dots></lang><lang en><dots> c</dots></lang>");
}

TEST_CASE("names that stand beside each other stay apart") {
    CHECK(paragraphs("[屈原]{专名}[宋玉]{name}") == "<name 1>屈原</name><name 2>宋玉</name>");
    CHECK(paragraphs("[离骚]{书名}[九歌]{title}") == "<title 1>离骚</title><title 2>九歌</title>");
    CHECK(paragraphs("[**屈**原]{专名}") == "<name 1><b>屈</b></name><name 1>原</name>");
    const auto run = with_blocks("  - \"[屈原]{专名}[宋玉]{专名}\"\n");
    CHECK(run.block<content::Text>().paragraphs.front().size() == 2);
    // One title is one line, whatever stands in it.
    CHECK(paragraphs("[[屈原]{专名}传]{书名}") == "<title 1><name 1>屈原</name></title><title 1>传</title>");
}

TEST_CASE("bracketed text holds all other marks, facts and links") {
    CHECK(paragraphs("[完成{gdp}，*好*，[见](https://x.cn)]{高亮}") ==
          "<mark>完成127亿元，</mark><mark><i>好</i></mark><mark>，</mark><a https://x.cn><mark>见</mark></a>");
    CHECK(paragraphs("**[甲]{着重}乙**") == "<dots><b>甲</b></dots><b>乙</b>");
    CHECK(paragraphs("[[甲]{着重}乙](https://x.cn)") == "<a https://x.cn><dots>甲</dots></a><a https://x.cn>乙</a>");
    CHECK(paragraphs("[甲\n乙]{着重}") == "<dots>甲乙</dots>");
}

TEST_CASE("a note stands where it is written and keeps its own marks") {
    CHECK(paragraphs("甲[注**文**]{注}乙") == "甲<note>注<b>文</b></note>乙");
    CHECK(paragraphs("**甲[注文]{note}乙**") == "<b>甲</b><b><note>注文</note></b><b>乙</b>");
    CHECK(paragraphs("[甲[注文{gdp}]{注}]{着重}") == "<dots>甲</dots><dots><note>注文127亿元</note></dots>");
    CHECK(paragraphs("one\n[ n ]{注} two") == "one<note>n</note> two");
    const auto run = with_blocks("  - heading: \"标[注]{注}{题|tí}\"\n");
    REQUIRE(run.brochure);
    const auto& text = run.block<content::Heading>().text;
    CHECK(content::plain_text(text) == "标题");
    CHECK(marked(content::without_notes(text)) == "标<ruby tí>题</ruby>");
    CHECK(text.at(1).text.empty());
    CHECK(run.at(text.at(1).span) == "[注]{注}");
}

TEST_CASE("brackets before a fact or a reading are brackets") {
    CHECK(paragraphs("[5]{gdp}") == "[5]127亿元");
    CHECK(paragraphs("[5]{gdp.unit}") == "[5]亿元");
    CHECK(paragraphs("[5]{字|zì}") == "[5]<ruby zì>字</ruby>");
    CHECK(paragraphs("[5]号[") == "[5]号[");
    // A mark wins over a fact of the same name, a fact over a language.
    const test::ContentRun run(
        "zheye: 1\ntitle: \"[甲]{name}[乙]{en}\"\n"
        "facts: {name: {name: x, value: 1}, en: {name: y, value: 2}}\n");
    REQUIRE(run.brochure);
    CHECK(marked(run.document().title) == "<name 1>甲</name>[乙]2");
}

TEST_CASE("what is wrong with marks and readings stands at its place") {
    CHECK(paragraphs("[甲]{专明}") == "10:11 unknown-mark");
    CHECK(paragraphs("[甲]{着重 gdp}") == "10:14 unknown-mark");
    CHECK(paragraphs("[甲]{}") == "10:10 empty-braces");
    CHECK(paragraphs("[甲]{语言}") == "10:11 bad-language");
    CHECK(paragraphs("[甲]{lang 火星文}") == "10:16 bad-language");
    CHECK(paragraphs("[]{着重}") == "10:7 empty-mark");
    CHECK(paragraphs("[]{注}") == "10:7 empty-mark");
    CHECK(paragraphs("[甲]{上标 下标}") == "10:14 mark-conflict");
    CHECK(paragraphs("[甲[乙]{sub}]{sup}") == "10:13 mark-conflict");
    CHECK(paragraphs("[甲[乙]{注}]{注}") == "10:9 nested-note");
    CHECK(paragraphs("[甲]{注 着重}") == "10:10 note-marks");
    CHECK(paragraphs("[甲**]{着重}**") == "10:9 unclosed-mark; 10:16 unclosed-mark");
    CHECK(paragraphs("[甲]{着重") == "10:10 unclosed-mark");
    CHECK(paragraphs("{|x}{字|}") == "10:7 empty-ruby; 10:11 empty-ruby");
    CHECK(paragraphs("{字|a|b}") == "10:11 second-bar");
    CHECK(paragraphs("[甲]{gdp.vlaue}") == "10:15 unknown-part");
}

TEST_CASE("an unknown mark is told the nearest, a fact's id among them") {
    const auto run = with_blocks("  - \"[甲]{专明}[乙]{hilight}[丙]{pepole}\"\n");
    CHECK(run.zh().find("是不是“专名”？") != std::string::npos);
    CHECK(run.en().find("did you mean “highlight”?") != std::string::npos);
    CHECK(run.en().find("did you mean “people”?") != std::string::npos);
}

TEST_CASE("a chapter, a box and the cover may be vertical, in both languages") {
    const test::ContentRun run(
        "zheye: 1\ntitle: 题\ncover: {direction: vertical}\nchapters:\n"
        "- title: 甲\n  方向: 竖排\n  content: [{box: {content: [字], 排向: 直排}}, {box: {content: [字]}}]\n"
        "- title: 乙\n  direction: 横排\n");
    REQUIRE(run.brochure);
    using content::Direction;
    CHECK(run.document().cover->direction == Direction::vertical);
    CHECK(run.document().chapters[0].direction == Direction::vertical);
    CHECK(run.document().chapters[1].direction == Direction::horizontal);
    CHECK(run.block<content::Box>(0).direction == Direction::vertical);
    CHECK(run.block<content::Box>(1).direction == Direction::horizontal);
}
