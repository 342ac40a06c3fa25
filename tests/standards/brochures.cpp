#include "standards/brochures.h"

#include "cli/program.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace zheye::standards {

namespace {

/// A grey picture of 1200 by 800 pixels as a TIFF file: one strip after one directory (TIFF 6.0, section 2 and 4).
std::string grey_picture() {
    constexpr unsigned kWidth = 1200, kHeight = 800, kEntries = 8, kData = 8 + 2 + kEntries * 12 + 4;
    std::string file("II*\0\x08\0\0\0", 8);
    const auto put = [&](unsigned value, int bytes) {
        for (; bytes > 0; --bytes, value >>= 8U) file += static_cast<char>(value & 0xFFU);
    };
    const auto entry = [&](unsigned tag, unsigned value) { put(tag, 2), put(4, 2), put(1, 4), put(value, 4); };
    put(kEntries, 2);
    entry(256, kWidth), entry(257, kHeight), entry(258, 8), entry(259, 1), entry(262, 1), entry(273, kData);
    entry(278, kHeight), entry(279, kWidth * kHeight);
    put(0, 4);
    for (unsigned y = 0; y < kHeight; ++y)
        for (unsigned x = 0; x < kWidth; ++x) file += static_cast<char>((x / 5 + y / 4) & 0xFFU);
    return file;
}

constexpr const char* kSample = R"(zheye: 1
title: 一城新绿
meta: {author: [编印组], publisher: 街道办事处, date: 2019-07, keywords: [街道, 年报]}
page: {size: A5, columns: 1}
chapters:
- title: 东风路街道
  lead: 一条街，一本账。
  content:
  - heading: 概况
  - text: |
      2018年，{注音|zhù yīn}与[网站](https://example.org)，[Wi-Fi is everywhere]{en}，CO₂少了1/3[注在这里。]{注}。“引号”，（括号）。

      **加粗**和*着重*，一直写到换行的地方，看看两行之间有没有多出来的空格，一共有123,456.78个字。
  - subheading: 两种列表
  - list: [一项, 两项]
  - steps: [先说, 后办]
  - table:
      caption: 指标
      columns: [指标, {title: 数, align: decimal}, 备注]
      rows:
      - group: 甲组
      - [一, "1.5", {text: 同一来源, rowspan: 2}]
      - [二, "2.25"]
      - [{text: 三和四, colspan: 2}, 无]
      note: 表下的说明。
  - figure: {picture: grey.tif, caption: 灰阶, alt: 从左上到右下由深到浅}
  - chart: {type: bar, title: 比一比, rows: [[甲, 1], [乙, 2]]}
  - quote: {text: 引来的话。, by: 某人}
  - timeline: [{date: 6月18日, text: 开工}, {date: 7月1日, text: 完工}]
  - box: {title: 框, content: [框里的话。]}
- title: 竖排
  direction: vertical
  content: [竖排的行自上而下，2019年的Wi-Fi也一样，12345热线躺下来。]
)";

std::vector<Made> made(const cli::test::Desk& desk, const std::string& input, const std::string& name) {
    const std::vector<std::string> profiles = {"screen", "archive", "print", "booklet"};
    const auto out = desk.path("out-" + name + ".pdf");
    const auto run = desk.run({"build", input, "--profile", "screen,archive,print,booklet", "-o", out, "--lang", "en"});
    INFO(run.err);
    REQUIRE(run.exit == 0);
    std::vector<Made> files;
    for (const auto& profile : profiles) {
        const auto file = "out-" + name + (profile == "screen" ? "" : "-" + profile) + ".pdf";
        files.push_back({name + "." + profile, profile, desk.read(file)});
    }
    return files;
}

}  // namespace

const std::vector<Made>& sample() {
    static const auto files = [] {
        const cli::test::Desk desk;
        desk.write("grey.tif", grey_picture());
        desk.write("sample.yaml", kSample);
        return made(desk, desk.path("sample.yaml"), "sample");
    }();
    return files;
}

const std::vector<Made>& shipped() {
    static const auto files = [] {
        const cli::test::Desk desk;
        const std::string content = std::string(ZHEYE_ROOT) + "/content/";
        std::vector<Made> all;
        for (const auto& [name, path] :
             std::vector<std::pair<std::string, std::string>>{{"brochure", "jinshui-2019/brochure.yaml"},
                                                              {"trifold", "jinshui-2019/trifold.yaml"},
                                                              {"poster", "jinshui-2019/poster.yaml"},
                                                              {"gallery", "gallery/brochure.yaml"},
                                                              {"typography", "typography/brochure.yaml"}}) {
            const auto profiles = made(desk, content + path, name);
            all.insert(all.end(), profiles.begin(), profiles.end());
        }
        return all;
    }();
    return files;
}

const Made& named(const std::vector<Made>& files, const std::string& name) {
    return *std::ranges::find(files, name, &Made::name);
}

}  // namespace zheye::standards
