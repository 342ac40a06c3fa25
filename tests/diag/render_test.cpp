// Whole messages as people and editors see them.
#include "diag/render.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::diag;

namespace {

struct Page {
    Sources sources;
    Diagnostics diagnostics;
    std::string_view text;

    explicit Page(std::string content) {
        sources.add("a.yaml", Blob(std::move(content)));
        text = sources.text(0);
    }
    /// The span of the first `part`.
    [[nodiscard]] Span find(std::string_view part) const {
        const auto at = static_cast<std::uint32_t>(text.find(part));
        return {0, at, at + static_cast<std::uint32_t>(part.size())};
    }
    void error(Span span, std::vector<Message> hints = {}) {
        diagnostics.error("code", span, {"不对", "wrong"}, std::move(hints));
    }
    [[nodiscard]] std::string zh() const { return render_all(diagnostics, sources, Language::zh, false); }
    [[nodiscard]] std::string en() const { return render_all(diagnostics, sources, Language::en, false); }
};

}  // namespace

TEST_CASE("the caret counts Han as two columns") {
    Page page("zheye: 1\n标题: 一城新绿\n");
    page.error(page.find("新绿"), {{"改", "mend"}});
    CHECK(page.zh() ==
          "a.yaml:2:7: 错误：不对 [code]\n"
          "    2 | 标题: 一城新绿\n"
          "      |           ^~~~\n"
          "      = 建议：改\n");
    CHECK(page.en() ==
          "a.yaml:2:7: error: wrong [code]\n"
          "    2 | 标题: 一城新绿\n"
          "      |           ^~~~\n"
          "      = hint: mend\n");
}

TEST_CASE("tabs are shown as spaces, under which the caret stands right") {
    Page page("a\tb\n");
    page.error(page.find("b"));
    CHECK(page.zh() ==
          "a.yaml:1:3: 错误：不对 [code]\n"
          "    1 | a   b\n"
          "      |     ^\n");
}

TEST_CASE("control characters do not reach the terminal") {
    Page page("a\x1b[31m b\n");
    page.error(page.find("b"));
    CHECK(page.zh().find('\x1b') == std::string::npos);
    CHECK(page.zh().find("    1 | a?[31m b\n") != std::string::npos);
}

TEST_CASE("a long line is cut around the caret") {
    std::string line;
    for (int i = 0; i < 100; ++i) line += "一二三四";
    line += "X";
    for (int i = 0; i < 100; ++i) line += "五六七八";
    Page page(line);
    page.error(page.find("X"));
    const auto out = page.zh();
    std::string expected = "a.yaml:1:401: 错误：不对 [code]\n    1 | …";
    for (int i = 0; i < 5; ++i) expected += "一二三四";
    expected += "X";
    for (int i = 0; i < 7; ++i) expected += "五六七八";
    expected += "五…\n      | " + std::string(41, ' ') + "^\n";
    CHECK(out == expected);
}

TEST_CASE("a span over several lines is marked on its first") {
    Page page("ab\r\ncd\n");
    page.error({0, 1, 6});
    CHECK(page.zh() == "a.yaml:1:2: 错误：不对 [code]\n    1 | ab\n      |  ^\n");
}

TEST_CASE("places at the end of the text") {
    Page page("ab\n");
    page.error({0, 3, 3});
    CHECK(page.zh() == "a.yaml:2:1: 错误：不对 [code]\n    2 | \n      | ^\n");
}

TEST_CASE("messages stand in the order of the text, each once, those without a place last") {
    Page page("a b\n");
    page.diagnostics.warning("w", {}, {"全部", "all"});
    page.error(page.find("b"));
    page.error(page.find("a"));
    page.error(page.find("b"));
    CHECK(page.diagnostics.all().size() == 3);
    CHECK(page.diagnostics.has_errors());
    CHECK(page.en() ==
          "a.yaml:1:1: error: wrong [code]\n    1 | a b\n      | ^\n"
          "a.yaml:1:3: error: wrong [code]\n    1 | a b\n      |   ^\n"
          "warning: all [w]\n");
}

TEST_CASE("a place in a part of a text is that of the whole text") {
    Page page("a b\n- c d\n- c d\n");
    const auto first = page.sources.add_part(0, 4, 7), second = page.sources.add_part(0, 10, 7);
    CHECK(first != second);
    CHECK(page.sources.add_part(0, 0, 0xFFFFFFFF) != Span::kNowhere);
    page.error({second, 4, 5});
    page.error(page.find("b"));
    page.error({first, 2, 3});
    CHECK(page.sources.whole({second, 4, 5}) == Span{0, 14, 15});
    CHECK(page.sources.whole({0, 4, 5}) == Span{0, 4, 5});
    CHECK(page.sources.count() == 1);
    CHECK(page.sources.path(second) == "a.yaml");
    CHECK(page.sources.text(second) == "- c d\n");
    CHECK(page.en() ==
          "a.yaml:1:3: error: wrong [code]\n    1 | a b\n      |   ^\n"
          "a.yaml:2:3: error: wrong [code]\n    2 | - c d\n      |   ^\n"
          "a.yaml:3:5: error: wrong [code]\n    3 | - c d\n      |     ^\n");
}

TEST_CASE("warnings alone are no errors, and labels speak both languages") {
    Page page("a\n");
    page.diagnostics.warning("w", {}, {"小心", "care"});
    page.diagnostics.add({Severity::note, "n", {}, {"顺便", "by the way"}, {}});
    CHECK_FALSE(page.diagnostics.has_errors());
    CHECK(page.zh() == "警告：小心 [w]\n提示：顺便 [n]\n");
    CHECK(page.en() == "warning: care [w]\nnote: by the way [n]\n");
}

TEST_CASE("colour surrounds, and changes no text") {
    Page page("标题\n");
    page.error(page.find("标题"));
    auto coloured = render_all(page.diagnostics, page.sources, Language::zh, true);
    CHECK(coloured.find("\x1b[1;31m错误：\x1b[0m") != std::string::npos);
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
        coloured.erase(at, coloured.find('m', at) - at + 1);
    CHECK(coloured == page.zh());
}

TEST_CASE("JSON has both languages and places from 1") {
    Page page("a: 一\nb\n");
    page.error(page.find("一"), {{"改", "mend"}});
    page.diagnostics.warning("w", {}, {"“全”", "all"});
    CHECK(render_json(page.diagnostics, page.sources) == R"([
  {
    "severity": "error",
    "code": "code",
    "file": "a.yaml",
    "line": 1,
    "column": 4,
    "end_line": 1,
    "end_column": 5,
    "message": {
      "zh": "不对",
      "en": "wrong"
    },
    "hints": [
      {
        "zh": "改",
        "en": "mend"
      }
    ]
  },
  {
    "severity": "warning",
    "code": "w",
    "message": {
      "zh": "“全”",
      "en": "all"
    },
    "hints": []
  }
]
)");
    CHECK(render_json({}, page.sources) == "[]\n");
}
