// Words on artwork, measured where they stand.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <string>

using namespace zheye;
using namespace zheye::test;

namespace {

/// The messages of a brochure with a cover, whose theme has that artwork there.
std::string on_cover(const std::string& artwork, const std::string& more = "") {
    return lay_out("zheye: 1\ntitle: 短题\ncover: {note: 说明}\ntheme: {base: vermilion, cover: {artwork: [" + artwork +
                   "]}}\n" + more + "chapters: [{title: 章, content: [一段。]}]\n")
        .messages;
}
bool tells(const std::string& messages, const std::string& words) {
    return messages.find("“" + words + "”") != std::string::npos && messages.find("low-contrast") != std::string::npos;
}

const std::string kDark = "{ground: true, fill: '#7a1410'}", kLight = "{ground: true, fill: '#ffffff'}";

}  // namespace

TEST_CASE("words too near in colour to the artwork under them are told at their line, with the ratio") {
    CHECK(on_cover(kDark).empty());
    const auto messages = on_cover(kDark + ", {path: 'M 0 0 H 1 V 2 H 0 Z', fill: '#fff'}");
    CHECK(tells(messages, "短题"));
    CHECK(messages.find("2:8") != std::string::npos);
    CHECK(messages.find("1.0") != std::string::npos);
}

TEST_CASE("what is drawn last is what words stand on") {
    CHECK(on_cover(kLight + ", {path: 'M 0 0 H 1 V 2 H 0 Z', fill: '#7a1410'}").empty());
    CHECK(tells(on_cover(kLight + ", {path: 'M 0 0 H 1 V 2 H 0 Z', fill: '#7a1410', opacity: 0.1}"), "短题"));
}

TEST_CASE("artwork beside the words, in the room set aside for a longer title, is no ground of them") {
    const std::string right_half = ", {path: 'M 0.6 0 H 1 V 2 H 0.6 Z', fill: '#fff'}";
    const auto text = [&](const std::string& title) {
        return lay_out("zheye: 1\ntitle: " + title + "\ncover: {}\ntheme: {base: vermilion, cover: {artwork: [" +
                       kDark + right_half + "]}}\nchapters: [{title: 章, content: [一段。]}]\n")
            .messages;
    };
    CHECK(text("短题").empty());
    CHECK(text("一个占满整行一直写到右边去的长题目").find("low-contrast") != std::string::npos);
}

TEST_CASE("a gradient is measured where the words stand") {
    const auto with = [](const std::string& top, const std::string& bottom) {
        return on_cover("{ground: true, fill: {from: [0, 0], to: [0, 1], stops: [{at: 0, colour: '" + top +
                        "'}, {at: 0.5, colour: '" + top + "'}, {at: 1, colour: '" + bottom + "'}]}}");
    };
    CHECK_FALSE(tells(with("#7a1410", "#ffffff"), "短题"));
    CHECK(tells(with("#7a1410", "#ffffff"), "说明"));
    CHECK(tells(with("#ffffff", "#7a1410"), "短题"));
}

TEST_CASE("the designed pages of the themes that ship can be read on papers of all shapes") {
    for (const std::string theme : {"vermilion", "ink", "harbour", "garden", "gongwen"})
        for (const std::string paper : {"A4", "B5", "A5", "A6", "297x210mm", "210x210mm"}) {
            const auto made = lay_out(
                "zheye: 1\ntitle: 路从门前过\nsubtitle: 两个街道的年度答卷\ncontents: true\ncover: {kicker: 年报, "
                "note: 说明}\n"
                "meta: {publisher: 编印处, date: 2019-07}\ntheme: " +
                theme + "\npage: {size: " + paper +
                "}\nchapters: [{title: 街道, subtitle: 副题, lead: 导语一句。, content: [{heading: 节}, 一段。]}]\n");
            INFO(theme << " " << paper);
            CHECK(made.messages.empty());
        }
}
