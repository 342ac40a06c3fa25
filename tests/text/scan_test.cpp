// Every phase of the text against the line: dense paragraphs at all widths, each line measured.
#include "lines.h"

#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <set>

namespace zheye::text::test {
namespace {

const std::vector<std::string> kParagraphs = {
    "2019年有两个周年：新中国成立70周年，街道办事处成立30周年。一个是国家的，一个是街道自己的。",
    "账本之外，还有两个数值得先记住。一个是辖区人口，14.6万人；一个是“红色联盟”，216家单位。",
    "“你看，”他说，“这就是《东风路志》（初稿）。”众人听罢，皆曰：“善！”“善！”“善！”",
    "地区生产总值127亿元，公共财政预算收入4.30亿元，完成目标的106.2%；固定资产投资98.7亿元，增长8.6%。",
    "从GDP到CPI，从5G基站到Wi-Fi覆盖，从App“随手拍”到12345热线，数据一路跑，人少跑腿。",
    "活动由党建办公室（电话：0371-6391）、文化站（每周二、四开放）和志愿服务队（App报名）承办。",
    "什么是“一征三议两公开”？征求意见；提议、商议、决议；公开决议、公开结果！明白了吗？！明白了！！",
    "《关于推进社区治理的意见》（〔2018〕12号）指出：“共建、共治、共享”——三个词，一件事……",
    "路口的屏幕写着：“今天，PM2.5：35；湿度：60%；风：2～3级。”没有人停下，也没有人不看。",
    "2018—2019年，先后建成3个广场、5条绿道、12处口袋公园；其中，“一城新绿”项目投资1,200万元。",
    "卡尔·马克思、弗里德里希·恩格斯、列宁：三尊雕像立在书屋门口，门楣上是“红色书屋”四字。",
    "清单有三张：《资源清单》《需求清单》《项目清单》；会议有两种：“联席会”“现场会”；结果只有一个：办成。",
    "王阿姨（72岁，退休教师）说：“原先（2015年以前）这里没有路灯，晚上出门，‘摸黑’是常事。”",
    "The office opens at 9:00，closes at 18:00；周末照常（holidays excepted）。请带ID卡，谢谢！",
    "第一，学；第二，做；第三，改。——这是《手册》第3页的话，写在“三会一课”一节（见附录A）。",
    "他问：“几点了？”“八点。”“几点开会？”“八点半。”“在哪儿？”“二楼，‘壹号工厂’（会议室B）。”",
    "人均可支配收入38,547元，比上年增加3,211元，增长9.1%，快于GDP增速0.5个百分点……",
    "一、二、三、四、五，上山打老虎；老虎不在家，放屁就是他。——童谣（口述：李某，1986年生）",
    "新增车位350个（地上120个、地下230个），改造管网4.2km，更换井盖86处，粉刷外墙1.5万m²。",
    "标题党说：“震惊！……”读者说：“就这？！”编辑说：“（沉默）”。——《办公室三则·其二》",
    "“绿”字当头：绿地率达到38.5%，人均公园绿地12.6平方米；“红”字打底：党员志愿者1,136名。",
    "电子邮箱为office@example.org，网址为https://www.example.org/news/2019/07/index.html，欢迎来信。",
    "项目A、项目B、项目C（含C1～C4）同步推进：A已完工，B完成80%，C“边建边用”。",
    "小区门口有块牌子，正面写“欢迎回家”，背面写“慢走”；三年了，谁也没有换过它。",
};

ParagraphStyle body() {
    ParagraphStyle style;
    style.indent = 2 * kSize;
    return style;
}

const std::u32string kNotAtStart = U"、，。；：？！）》〉】」』”’·–～%℃‰";
const std::u32string kNotAtEnd = U"（《〈【「『“‘";
const std::u32string kLeftInk = U"、，。；：？！）》〉】」』”’";  // blank behind
const std::u32string kRightInk = kNotAtEnd;                       // blank before

bool has(const std::u32string& set, char32_t code) { return set.find(code) != set.npos; }

char32_t code_of(const Setting& s, const Glyph& g) { return utf8::decode(s.paragraph.text(), g.text_begin).code; }

/// The glyphs of the line without the spaces at its end.
std::vector<Glyph> ink(const Setting& s, const Line& line) {
    std::vector<Glyph> glyphs = line.glyphs;
    while (!glyphs.empty() && code_of(s, glyphs.back()) == U' ') glyphs.pop_back();
    return glyphs;
}

/// What is wrong with the lines, in words; empty if nothing.
std::set<std::string> faults(const Setting& s, double em) {
    std::set<std::string> found;
    for (const Line& line : s.lines) {
        const std::vector<Glyph> glyphs = ink(s, line);
        if (glyphs.empty()) continue;
        const bool full_width = std::abs(line.width - em * kSize) <= 0.01;
        if (!line.last && !line.overfull && !line.underfull && !full_width) found.insert("edge");
        if (line.width > em * kSize + 0.01 && !line.overfull) found.insert("beyond the edge");
        if (line.text_begin > 0 && has(kNotAtStart, code_of(s, glyphs.front()))) found.insert("start");
        if (!line.last && has(kNotAtEnd, code_of(s, glyphs.back()))) found.insert("end");
        if (!line.last) {
            const char32_t last = code_of(s, glyphs.back());
            const bool mark = has(kLeftInk, last) && glyphs.back().advance > 0.9 * kSize;
            const double right = glyphs.back().x + (mark ? 0.5 : 1) * glyphs.back().advance;
            if (mark && !line.overfull && !line.underfull && std::abs(right - em * kSize) > 0.01) found.insert("S2");
        }
        for (std::size_t i = 1; i < glyphs.size(); ++i) {
            const char32_t a = code_of(s, glyphs[i - 1]), b = code_of(s, glyphs[i]);
            const bool wide = glyphs[i - 1].advance > 0.9 * kSize && glyphs[i].advance > 0.9 * kSize;
            const bool facing = (has(kLeftInk, a) && (has(kLeftInk, b) || has(kRightInk, b))) ||
                                (has(kRightInk, a) && has(kRightInk, b));
            if (!wide || !facing) continue;
            // What stretching added is the same in all gaps of the line; leave room for it.
            const double spread = std::max(0.0, line.adjustment);
            const double expected = has(kRightInk, b) && has(kLeftInk, a) ? 1.0 : 0.5;
            if (glyphs[i].x - glyphs[i - 1].x > expected * kSize + spread + 0.01) found.insert("S1");
        }
    }
    return found;
}

bool ends_in_runt(const Setting& s) {
    if (s.lines.size() < 2) return false;
    int characters = 0;
    for (const char32_t c : utf8::to_utf32(s.line_text(s.lines.size() - 1))) {
        characters += has(kNotAtStart, c) || has(kNotAtEnd, c) || c == U'—' || c == U'…' || c == U' ' ? 0 : 1;
    }
    return characters < 2;
}

TEST_CASE("scan: at every width no line breaks a rule") {
    for (const std::string& text : kParagraphs) {
        for (double em = 8; em <= 45; em += em < 20 ? 0.5 : 1.3) {
            const Setting s = set(text, em, body());
            INFO(em << "em: " << text);
            CHECK(faults(s, em) == std::set<std::string>{});
            CHECK_FALSE(ends_in_runt(s));
            CHECK(s.text_of_glyphs() == text);
        }
    }
}

TEST_CASE("scan: the same measurements find what is switched off") {
    const auto finds = [](const std::string& fault, const ParagraphStyle& style) {
        for (const std::string& text : kParagraphs) {
            for (double em = 8; em <= 20; em += 0.5) {
                if (faults(set(text, em, style), em).contains(fault)) return true;
            }
        }
        return false;
    };
    CHECK(finds("start", without(Rule::B1, body())));
    CHECK(finds("end", without(Rule::B2, body())));
    CHECK(finds("S1", without(Rule::S1, body())));
    CHECK(finds("S2", without(Rule::S2, body())));
    ParagraphStyle ragged = body();
    ragged.align = Align::left;
    CHECK(finds("edge", ragged));
    bool runt = false;
    for (const std::string& text : kParagraphs) {
        for (double em = 8; em <= 20; em += 0.5) runt = runt || ends_in_runt(set(text, em, without(Rule::B6, body())));
    }
    CHECK(runt);
}

TEST_CASE("scan: a line is set as the rest of its paragraph leaves it, whatever the size of the paragraph") {
    std::string text;
    while (text.size() < 300000) {
        for (const std::string& paragraph : kParagraphs) text += paragraph;
    }
    const Setting s = set(text, 22, body());
    CHECK(s.text_of_glyphs() == text);
    CHECK(faults(s, 22) == std::set<std::string>{});
}

TEST_CASE("scan: widths of no sense neither crash nor hang") {
    for (const double em : {-3.0, 0.0, 0.3, 1e6}) {
        const Setting s = set(kParagraphs[2], em, body());
        CHECK(s.text_of_glyphs() == kParagraphs[2]);
    }
    for (const std::string text : {" ", "\n", "\n\n甲", "\u200B", "（", "。", "\u3000\u3000甲", "\t甲\r"}) {
        CHECK(set(text, 5).text_of_glyphs().size() <= text.size());
    }
}

}  // namespace
}  // namespace zheye::text::test
