// What a proofreader marks: each kind of finding where it stands, with its correction; and nothing in good sentences.
#include "content/checks.h"
#include "support/conformance.h"
#include "support/content_brochure.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace zheye;

namespace {

constexpr std::string_view kWrite = "write ";

/// 甲 of "write “甲”" and of "write 「甲」"; nothing if the hint is another.
std::optional<std::string> proposed(std::string_view hint) {
    constexpr std::size_t kMark = std::string_view("“").size();
    if (!hint.starts_with(kWrite)) return {};
    hint.remove_prefix(kWrite.size());
    if (!hint.starts_with("“") && !hint.starts_with("「")) return {};
    return std::string(hint.substr(kMark, hint.find(hint.starts_with("“") ? "”" : "」", kMark + 1) - kMark));
}

/// "code shown→wanted" for a correction that is certain, "code shown?wanted" for one that is not; parted by "; ".
std::string in_words(const test::ContentRun& run) {
    auto said = run.diagnostics.all();
    std::ranges::stable_sort(said, {}, [](const auto& one) { return one.span.begin; });
    std::string all;
    for (const auto& one : said) {
        CHECK(one.severity == diag::Severity::warning);
        if (!all.empty()) all += "; ";
        all += one.code + " " + run.at(one.span);
        const auto hint = one.hints.empty() ? std::string() : one.hints.front().en;
        if (!one.edits.empty()) {
            CHECK(one.edits.size() == 1);
            CHECK(one.edits.front().span == one.span);
            all += "→" + one.edits.front().replacement;
        } else if (const auto wanted = proposed(hint)) {
            all += "?" + *wanted;
        }
    }
    CHECK(run.brochure.has_value());  // a warning is no error
    return all;
}

std::string text_block(const std::string& lines) {
    std::string yaml = "  - text: |\n";
    for (std::size_t at = 0; at < lines.size();) {
        const auto end = std::min(lines.find('\n', at), lines.size());
        yaml += "      " + lines.substr(at, end - at) + "\n";
        at = end + 1;
    }
    return yaml;
}

std::string found(const std::string& lines) { return in_words(test::with_blocks(text_block(lines))); }

/// The same with more keys at the top of the brochure.
std::string found_with(const std::string& keys, const std::string& lines) {
    return in_words(
        test::ContentRun("zheye: 1\ntitle: T\n" + keys + "chapters:\n- title: 1\n  content:\n" + text_block(lines)));
}

/// The marks reported in a line of text, each as the source has it, with the mark that is proposed.
std::string reported(const std::string& line) {
    const auto run = test::with_blocks(text_block(line));
    std::string all;
    for (const auto& one : run.diagnostics.all()) {
        CHECK(one.code == "halfwidth-punctuation");
        const auto hint = one.hints.front().en;
        all += run.at(one.span) + hint.substr(hint.find("“"), hint.find("”") + 3 - hint.find("“"));
    }
    CHECK(run.brochure.has_value());
    return all;
}

std::vector<std::string> lines_of(const std::string& name) {
    std::ifstream file(std::string(ZHEYE_ROOT) + "/tests/content/proofread/" + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("ordinary sentences are left in peace") {
    const auto simplified = lines_of("ordinary.zh-Hans.txt"), traditional = lines_of("ordinary.zh-Hant.txt");
    REQUIRE(simplified.size() > 60);
    REQUIRE(traditional.size() > 5);
    for (const auto& line : simplified) CHECK(found(line) + " in " + line == " in " + line);
    for (const auto& line : traditional)
        CHECK(found_with("language: zh-Hant\n", line) + " in " + line == " in " + line);
}

TEST_CASE("what YAML escapes is read as well, and reported at the escape, where nothing is put right by itself") {
    const auto escaped = [](const std::string& scalar) {
        return in_words(test::with_blocks("  - text: " + scalar + "\n"));
    };
    CHECK(escaped(R"("甲\u2026乙")") == R"(ellipsis \u2026?……)");
    CHECK(escaped(R"("甲\u002c乙，丙,丁")") == R"(halfwidth-punctuation \u002c?，; halfwidth-punctuation ,→，)");
    CHECK(escaped(R"("他说\"甲\"。")") == R"(straight-quote \"?“; straight-quote \"?”)");
    CHECK(escaped("'他说''甲''。'") == "straight-quote ''?“; straight-quote ''?”");
    CHECK(escaped(R"("甲\u3002。乙")") == R"(doubled-punctuation \u3002。?。)");
    CHECK(escaped(R"("甲乙\u570b丙丁")") == R"(mixed-script \u570b?国)");
    CHECK(escaped(R"("甲,\
      乙,丙")") == "halfwidth-punctuation ,→，; halfwidth-punctuation ,→，");  // a line end that stands for nothing
    CHECK(escaped(R"("甲\\,乙")") == "");                                      // a backslash of our own
    CHECK(escaped(R"("甲\u2026\u2026乙\u0020\u00b7 a")") == "");
}

TEST_CASE("quotation marks are shown in other quotation marks") {
    const auto run = test::with_blocks(text_block("甲“乙\n\n他说\"甲\"。"));
    REQUIRE(run.diagnostics.all().size() == 3);
    CHECK(run.diagnostics.all()[0].message.zh == "「“」没有配对");
    CHECK(run.diagnostics.all()[0].message.en == "「“」 has no partner");
    CHECK(run.diagnostics.all()[1].hints.front().en.starts_with("write 「“」"));
}

TEST_CASE("each half-width mark beside Han is reported") {
    CHECK(reported("甲,乙") == ",“，”");
    CHECK(reported("甲.") == ".“。”");
    CHECK(reported("甲:1;乙!丙?") == ":“：”;“；”!“！”?“？”");
    CHECK(reported("2018,同比") == ",“，”");
    CHECK(reported("真的?!") == "?“？”!“！”");
    CHECK(reported("《甲》,《乙》") == ",“，”");
}

TEST_CASE("a pair of brackets is reported together") {
    CHECK(reported("甲(x) y") == "(“（”)“）”");
    CHECK(reported("x (甲) y") == "(“（”)“）”");
    CHECK(reported("甲(乙）") == "(“（”");
    CHECK(reported("1)加强") == ")“）”");
    CHECK(reported("f(x) 甲") == "");
    CHECK(reported("调用f(x)函数") == "");
    CHECK(reported("甲\\(乙)") == "");
}

TEST_CASE("marks in numbers, Latin text and addresses are fine") {
    CHECK(reported("第3.2节，1,000人，10:30开始") == "");
    CHECK(reported("Mr. Smith, a (b): c; d! e?") == "");
    CHECK(reported("[见](https://a.cn/b:c,d)，https://a.cn/b:c,d ") == "");
    CHECK(reported("见https://a.cn/b:c,d,再说") == ",“，”");
    CHECK(reported("甲 , 乙") == "");
    CHECK(reported("甲\\,乙") == "");
    CHECK(reported("[東京,大阪]{ja}") == "");
    CHECK(reported("1.加强") == "");  // GB/T 15834: the dot behind the number of an item is the Latin one
    CHECK(reported("报告.docx") == "");
}

TEST_CASE("marks of text do not hide a mark, facts are not read where they are used") {
    CHECK(reported("**甲**,*乙*") == ",“，”");
    CHECK(reported("**甲,**乙") == ",“，”");
    CHECK(reported("[甲]{着重},[乙,]{专名}丙") == ",“，”,“，”");
    CHECK(reported("{gdp},x") == ",“，”");
    CHECK(reported("{gdp.value}.5") == "");
    CHECK(reported("甲[注,文]{注}乙") == ",“，”");
    CHECK(reported("{甲|a,b}") == "");
}

TEST_CASE("captions, cells, titles, facts and alternatives are read as well") {
    const auto run = test::with_blocks(
        "  - table: {caption: \"表,一\", columns: [列(甲)], rows: [[\"格;\"]]}\n"
        "  - figure: {picture: placeholder, caption: 图!, alt: \"甲?\"}\n");
    INFO(run.en());
    CHECK(run.diagnostics.all().size() == 6);
    const test::ContentRun facts("zheye: 1\ntitle: 题\nfacts:\n  gdp: {name: 总值(全年), value: 1}\n");
    CHECK(in_words(facts) == "halfwidth-punctuation (→（; halfwidth-punctuation )→）");
    CHECK(facts.diagnostics.all().front().hints.front().en == "write “（”");  // no backslash in a text without marks
}

TEST_CASE("quotation marks and brackets want a partner") {
    CHECK(found("“甲，乙。") == "unpaired-mark “");
    CHECK(found("甲”，乙") == "unpaired-mark ”");
    CHECK(found("甲“乙“丙") == "unpaired-mark “; unpaired-mark “");
    CHECK(found("（甲《乙）丙》") == "unpaired-mark 《; unpaired-mark 》");
    CHECK(found("「甲『乙」") == "unpaired-mark 『");
    CHECK(found("【甲〔乙】〈丙") == "unpaired-mark 〔; unpaired-mark 〈");
    CHECK(found("甲\\”乙") == "");
    CHECK(found("don’t，’90年代，dogs’ life") == "");
    CHECK(found("他说：“到2020年，‘15分钟便民生活圈’全覆盖。”the ‘90s") == "");
}

TEST_CASE("a quotation may go on over several paragraphs") {
    CHECK(found("他说：\n\n“甲。\n\n“乙。”") == "");
    CHECK(found("“甲。\n\n乙。”") == "");
    CHECK(found("“甲。\n\n乙。") == "unpaired-mark “");
    CHECK(found("甲。\n\n乙。”") == "unpaired-mark ”");
}

TEST_CASE("inside a pair the marks are of the other kind") {
    CHECK(found("《读《红楼梦》》") == "mark-nesting 《→〈; mark-nesting 》→〉");
    CHECK(found("“甲“乙”丙”") == "mark-nesting “→‘; mark-nesting ”→’");
    CHECK(found("「甲「乙」」") == "mark-nesting 「→『; mark-nesting 」→』");
    CHECK(found("“甲“乙‘丙’”丁”") == "mark-nesting “?‘; mark-nesting ”?’");
    CHECK(found("“甲‘乙’丙”，《甲〈乙〉》，（甲（乙））") == "");
}

TEST_CASE("straight quotes in Chinese") {
    CHECK(found("他说\"好\"。") == "straight-quote \"→“; straight-quote \"→”");
    CHECK(found("'甲'和'乙'") == "straight-quote '→“; straight-quote '→”; straight-quote '→“; straight-quote '→”");
    CHECK(found("他说'他问\"好\"。'") ==
          "straight-quote '→“; straight-quote \"→‘; straight-quote \"→’; straight-quote '→”");
    CHECK(found("他说\"他问'好'。\"") ==
          "straight-quote \"→“; straight-quote '→‘; straight-quote '→’; straight-quote \"→”");
    CHECK(found("“他问'好'。”") == "straight-quote '→‘; straight-quote '→’");
    CHECK(found("他说\"甲'乙\"丙'丁") ==  // entangled
          "straight-quote \"?“; straight-quote '?‘; straight-quote \"?”; straight-quote '?’");
    CHECK(found("他说＂好＂。") == "straight-quote ＂→“; straight-quote ＂→”");
    CHECK(found("“他说\"好\"。”") == "straight-quote \"→‘; straight-quote \"→’");
    CHECK(found("单词\"cat\"的意思") == "straight-quote \"→“; straight-quote \"→”");
    CHECK(found("甲\"乙") == "straight-quote \"?”");
    CHECK(found("a \"b\" c，it's 5\" wide，5'10\"") == "");
    CHECK(found_with("language: zh-Hant\n", "他說\"好\"。") == "straight-quote \"?「; straight-quote \"?」");
    CHECK(found_with("language: zh-Hant\n", "他說\"他問'好'\"。") ==
          "straight-quote \"?「; straight-quote '?『; straight-quote '?』; straight-quote \"?」");
}

TEST_CASE("marks typed twice") {
    CHECK(found("甲，，乙。。") == "doubled-punctuation ，，→，; doubled-punctuation 。。→。");
    CHECK(found("甲、，乙") == "doubled-punctuation 、，");
    CHECK(found("甲！！乙？！丙……丁——戊") == "");
}

TEST_CASE("ellipses and dashes typed otherwise") {
    CHECK(found("甲...乙") == "ellipsis ...→……");
    CHECK(found("甲..") == "ellipsis ..?……");
    CHECK(found("甲。。。") == "ellipsis 。。。→……");
    CHECK(found("甲…") == "ellipsis …→……");
    CHECK(found("甲···乙") == "ellipsis ···→……");
    CHECK(found("a...b") == "");
    CHECK(found("甲--乙") == "dash --→——");
    CHECK(found("甲－－乙") == "dash －－→——");
    CHECK(found("甲———乙") == "dash ———→——");
    CHECK(found("甲──乙") == "dash ──→——");
    CHECK(found("—鲁迅") == "dash —→——");
    CHECK(found("用--help选项，甲—乙，a--b") == "");
}

TEST_CASE("full-width letters and figures") {
    CHECK(found("全长１２．５公里") == "fullwidth-letter １２．５→12.5");
    CHECK(found("ＡＢＣ和Ｔ恤") == "fullwidth-letter ＡＢＣ→ABC; fullwidth-letter Ｔ→T");
    CHECK(found("\\Ａ座") == "");
    const test::ContentRun vertical("zheye: 1\ntitle: 题\nchapters: [{title: １月, 方向: 竖排}, {title: １月}]\n");
    CHECK(vertical.diagnostics.all().size() == 1);
}

TEST_CASE("characters of the other script") {
    CHECK(found("经济發展") == "mixed-script 發→发");
    CHECK(found("經濟发展") == "mixed-script 經濟→经济");
    CHECK(found("[發]{zh-Hant}展，[東京]{ja}") == "");
    CHECK(found_with("language: zh-Hant\n", "經濟发展") == "mixed-script 发?發");
    CHECK(found_with("language: zh-Hant\n", "经濟") == "mixed-script 经→經");
    CHECK(found("這個城市的發展離不開每個人的努力") == "mixed-script 這");  // not a slip: another language
    CHECK(found_with("language: en\n", "經濟发展,甲") == "");
}

TEST_CASE("characters that are good in both scripts, where a word says which it is") {
    CHECK(found("由於天晴，位於河边，於是出门。") == "mixed-script 於→于; mixed-script 於→于; mixed-script 於→于");
    CHECK(found("关於，關於") == "mixed-script 於→于; mixed-script 關於→关于");
    CHECK(found("於菟，於潜，姓於的人，由於先生主持，这里以后") == "");
    const auto traditional = [](const std::string& line) { return found_with("language: zh-Hant\n", line); };
    CHECK(traditional("由于天晴，于是出門。") == "mixed-script 于?於; mixed-script 于?於");
    CHECK(traditional("這里，家里，里面") == "mixed-script 里?裡; mixed-script 里?裡; mixed-script 里?裡");
    CHECK(traditional("这里") == "mixed-script 这里?這裡");
    CHECK(traditional("以后，最后，后來") == "mixed-script 后→後; mixed-script 后→後; mixed-script 后→後");
    CHECK(traditional("由于右任題字，于先生，三公里面，鄰里，里長，王后來了，皇后，太后，后羿，然後在這裡") == "");
}

std::uint64_t looks_at(const std::string& text) {
    content::TextRun run;
    run.text = text;
    run.is_escape = true;  // typed, though in no file
    const content::Proofreading proofreading;
    diag::Diagnostics diagnostics;
    std::vector<content::Proof> proofs;
    proofs.emplace_back(content::RichText{run}, proofreading, false, diagnostics);
    content::check_all(proofs);
    return proofs.front().looks();
}

TEST_CASE("proofreading looks at characters so often as there are: twice the text, twice the work") {
    constexpr int kTimes = 500;
    const auto times = [](const std::string& part, int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += part;
        return text;
    };
    for (const std::string part :
         {"甲",  "。",  "，",  ".",    ",",     "-",  "—",     "…",  "(",   ")",   "“",   "”",     "‘",    "\"",  "'",
          "《",  "》",  " ",   "　",   "1",     "a",  "於",    "Ａ", "！",  "?!",  "1-",  "3-5",   "1,",   "甲 ", "“‘",
          "（(", "甲(", "(甲", "甲\"", "'甲\"", "a.", "a. 甲", "﹐", "“甲", "甲”", "9:0", "1-2页", "由於", "發"}) {
        INFO(part);
        for (const auto& [before, behind] : {std::pair("", ""), std::pair("甲", "乙")}) {
            const auto few = looks_at(before + times(part, kTimes) + behind);
            const auto many = looks_at(before + times(part, 4 * kTimes) + behind);
            CHECK(static_cast<double>(many) <= 4.1 * static_cast<double>(few));
        }
    }
}

TEST_CASE("a backslash before a space says that it is meant") {
    CHECK(found("这是一个\\ 很长很长的句子。第一句。\\ 第二句，你好\\　，（\\ 好）") == "");
    const auto run = test::with_blocks(text_block("甲乙\\ 丙丁"));
    REQUIRE(run.brochure.has_value());
    CHECK(run.en().empty());
}

TEST_CASE("spaces in sentences") {
    CHECK(found("这是一个 很长很长的句子。") == "space-between-han  ");
    CHECK(found("第一句。 第二句。") == "space-between-han  →");
    CHECK(found("第一句， 第二句") == "");  // no sentence: a title
}

TEST_CASE("spaces beside full-width marks") {
    CHECK(found("你好 ，世界") == "space-between-han  →");
    CHECK(found("（ 好 ）") == "space-between-han  →; space-between-han  →");
    CHECK(found("《 红楼梦》 和“ 甲 ”，ABC 。") ==
          "space-between-han  →; space-between-han  →; space-between-han  →; space-between-han  →");
    CHECK(found("**甲** 、乙，[丙]{着重} ；") == "space-between-han  →; space-between-han  →");
    CHECK(found("第一行甲　，乙") == "space-between-han 　→");
    CHECK(found("答案是（ ），姓名：　，年龄：    。Rock ’n’ Roll，（　　）") == "");
}

TEST_CASE("marks of old encodings, and a point for a full stop") {
    CHECK(found("甲﹐乙｡") == "odd-mark ﹐→，; odd-mark ｡→。");
    CHECK(found("｢甲｣､乙﹔") == "odd-mark ｢→「; odd-mark ｣→」; odd-mark ､→、; odd-mark ﹔→；");
    CHECK(found("这样就好．") == "odd-mark ．→。");
    CHECK(found("“这样就好．”") == "odd-mark ．→。");
    CHECK(found("让．雅克") == "odd-mark ．?。");
    CHECK(found("1．加强学习；2．改进作风，一．总则，３．节") == "fullwidth-letter ３→3");
    CHECK(found("甲．．．乙") == "ellipsis ．．．→……");
    CHECK(found("[ｱ｡]{ja}\\﹐") == "");
    CHECK(found_with("proofread: {off: 异形标点}\n", "甲﹐乙") == "");
}

TEST_CASE("a full stop behind an ellipsis") {
    CHECK(found("他说……。后来呢？") == "doubled-punctuation 。");
    CHECK(found("“他说……”。后来呢……？") == "");
    CHECK(found_with("language: zh-Hant\n", "他說……。") == "");
}

TEST_CASE("ranges") {
    for (const auto* unit :
         {"公里", "页", "%", "层", "辆", "元", "人", "个月", "小时", "平方米", "km", " km", " 公里"}) {
        INFO(unit);
        CHECK(found("共3-5" + std::string(unit) + "。") == "range-mark -?～");
    }
    CHECK(found("3-5日，11-2月，8-12时，2018-2019学年") ==
          "range-mark -?—; range-mark -?—; range-mark -?—; range-mark -?—");
    CHECK(found("3月-5月，10%-20%，1,000-1,200元") == "range-mark -?—; range-mark -?～; range-mark -?～");
    CHECK(found("3~5层，2–3年") == "range-mark ~→～; range-mark –?～");
    CHECK(found("周一9:00-17:30开门") == "range-mark -?—");
    CHECK(
        found("85号院3-5号，5-3楼，3-2班，图2-3 人口，图2-3人口，GB/T 1.1-2009年，0371-63886012人，1-3-5人，3-5km2") ==
        "");
    CHECK(found("https://a.cn/3-5%，a3-5页，3-5kgf，2019-07-01日，9:00-17:00-18:00，010-12345日，4006-800-900次") ==
          "");
    CHECK(found("2018-2019年") == "range-mark -?—");
    CHECK(found("5-6月") == "range-mark -?—");
    CHECK(found("5-6人") == "range-mark -?～");
    CHECK(found("10~20人") == "range-mark ~→～");
    CHECK(found("3-2，0371-63886012，2019-07-01，A-1-2号") == "");
}

TEST_CASE("a file can leave kinds of findings out, or all of them") {
    CHECK(found_with("proofread: {off: [halfwidth-punctuation]}\n", "甲,乙，，") == "doubled-punctuation ，，→，");
    CHECK(found_with("校对: {关闭: [半角标点, 重复标点]}\n", "甲,乙，，") == "");
    CHECK(found_with("proofread: {off: ellipsis}\n", "甲...") == "");  // and it is not three full stops either
    CHECK(found_with("proofread: false\n", "甲,乙，，") == "");
    CHECK(found_with("校对: 是\n", "甲,乙") == "halfwidth-punctuation ,→，");
    const test::ContentRun wrong("zheye: 1\ntitle: 题\nproofread: {off: [elipsis, 1, 什么都不查]}\n");
    CHECK(wrong.codes() == "3:19 unknown-code; 3:28 unknown-code; 3:31 unknown-code");
    CHECK(wrong.en().find("did you mean “ellipsis”?") != std::string::npos);
}

TEST_CASE("M4: half-width marks beside Han are reported at file, line and column") {
    const auto places = [](const std::string& keys) {
        const test::ContentRun run("zheye: 1\ntitle: 题\n" + keys + "chapters:\n- title: \"甲,乙(丙)\"\n");
        std::string all;
        for (const auto& one : run.diagnostics.all()) {
            const auto place = run.sources.place(one.span);
            all += (all.empty() ? "" : ", ") + std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                   run.at(one.span);
        }
        return all.empty() ? "-" : all;
    };
    const auto on = places("proofread: true\n"), off = places("proofread: false\n");
    CHECK(on == "5:12 ,, 5:14 (, 5:16 )");
    CHECK(off == "-");
    test::conform("M4", "proofread", on, off);
}

TEST_CASE("a place that is not the source byte for byte has no edit") {
    const auto run = test::with_blocks("  - \"甲\\u002c乙,丙\"\n  - '他说''好''。'\n");
    std::string edited;
    for (const auto& one : run.diagnostics.all())
        for (const auto& edit : one.edits) edited += run.at(edit.span);
    CHECK(run.diagnostics.all().size() == 4);
    CHECK(edited == ",");
}
