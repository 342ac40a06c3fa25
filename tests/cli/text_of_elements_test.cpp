// A page with every element whose glyphs are not simply its text: readers get back what the writer wrote.
#include "cli/program.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

using namespace zheye::cli::test;

namespace {

constexpr const char* kYaml =
    "zheye: 1\n"
    "title: 文字原样\n"
    "meta: {date: 2019-07}\n"
    "page: {size: A5, columns: 1}\n"
    "facts:\n"
    "  gdp: {name: 地区生产总值, value: 127.5, unit: 亿元, period: 2018年}\n"
    "chapters:\n"
    "- title: 第一章\n"
    "  content:\n"
    "  - text: 连字 office efficient fluffy affine，分数 ½ ¾ 1/2，单位 5 kg、37 ℃、25%、㎡、№1。\n"
    "  - text: 圈码 ①②③，乘号 3×4，时间 8:30～9:00。\n"
    "  - text: 对勾 ✓ 和 ☑，电话 0371-6666-7777。\n"
    "  - text: 软连字符 inter\u00ADnationali\u00ADsation，着重的*字*，{注音|zhù yīn}的词，脚注在[这里是注]{注}。\n"
    "  - text: （一）“二”，《三》、〈四〉；「五」『六』！？\n"
    "  - list: [一项, 二项，带逗号]\n"
    "  - steps: [先做, 后做]\n"
    "  - table:\n"
    "      columns: [指标, {title: 完成, align: decimal}, {title: 占比, align: right}]\n"
    "      rows:\n"
    "      - [地区生产总值, \"{gdp}\", 12.5%]\n"
    "      - [合计, 3.14, —]\n"
    "  - quote: {text: 一句引文。, by: 某人}\n"
    "  - timeline: [{date: 6月18日, text: 开会。}]\n"
    "  - box: {title: 框题, content: [框里的一段。]}\n";

/// Without line ends and, of what guesses them from gaps, without spaces.
std::string joined(const std::string& text, bool spaces) {
    std::string result;
    for (const char c : text)
        if (c != '\n' && c != '\f' && (spaces || c != ' ')) result += c;
    return result;
}

}  // namespace

TEST_CASE("every element reads back as it was written, in readers that know ActualText and in one that does not") {
    const Desk desk;
    desk.write("a.yaml", kYaml);
    const auto built = desk.run({"build", "a.yaml", "-o", "a.pdf"});
    INFO(built.err);
    REQUIRE(built.exit == 0);
    const std::vector<std::string> written{
        "连字 office efficient fluffy affine，分数 ½ ¾ 1/2，单位 5 kg、37 ℃、25%、㎡、№1。",
        "圈码 ①②③，乘号 3×4，时间 8:30～9:00。",
        "对勾 ✓ 和 ☑，电话 0371-6666-7777。",
        "软连字符 internationalisation，着重的字，",
        "（一）“二”，《三》、〈四〉；「五」『六』！？",
        "一项",
        "二项，带逗号",
        "1 先做",
        "2 后做",
        "地区生产总值 127.5亿元 12.5%",
        "合计 3.14 —",
        "一句引文。",
        "6月18日",
        "框里的一段。",
        "① 这里是注"};
    const auto poppler = joined(output_of("pdftotext -raw '" + desk.path("a.pdf") + "' -"), true);
    const auto mupdf = joined(output_of("mutool draw -q -F txt '" + desk.path("a.pdf") + "' 2>/dev/null"), false);
    for (const auto& text : written) {
        INFO(text);
        CHECK(poppler.find(text) != std::string::npos);
        CHECK(mupdf.find(joined(text, false)) != std::string::npos);
    }
    // MuPDF guesses spaces from gaps; a soft hyphen is none.
    CHECK(output_of("mutool draw -q -F txt '" + desk.path("a.pdf") + "' 2>/dev/null").find("internationalisation") !=
          std::string::npos);
}
