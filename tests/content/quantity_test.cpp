#include "content/quantity.h"
#include "support/content_brochure.h"

#include <catch2/catch.hpp>

using namespace zheye::content;

namespace {

/// "5000余|人次|5000": text, base unit, value in it.
std::string read(std::string_view text, std::string_view unit) {
    const auto q = parse_quantity(text, unit);
    return q ? q->text + "|" + q->unit + "|" + to_string(q->value) + q->base : "no";
}
Quantity quantity(std::string_view text, std::string_view unit) { return parse_quantity(text, unit).value(); }

}  // namespace

TEST_CASE("figures are read with their words, thousands and multipliers") {
    CHECK(read("127", "亿元") == "127|亿元|12700000000元");
    CHECK(read("4.30", "亿元") == "4.30|亿元|430000000元");
    CHECK(read("1,000", "项") == "1,000|项|1000项");
    CHECK(read("5000余", "人次") == "5000余|人次|5000人次");
    CHECK(read("2万余", "人次") == "2万余|人次|20000人次");
    CHECK(read("2", "万人次") == "2|万人次|20000人次");
    CHECK(read("约1.5万", "平方米") == "约1.5万|平方米|15000平方米");
    CHECK(read("-3.2", "%") == "−3.2|%|−3.2%");
    CHECK(read("127亿元", "") == "127|亿元|12700000000元");
    CHECK(read("2万余人", "") == "2万余|人|20000人");
    CHECK(read("14", "万") == "14|万|140000");
    CHECK(read("30家以上", "") == "30|家以上|30家");
}

TEST_CASE("what is no single number is none") {
    for (const auto* text : {"很多", "", "3—5", "12/15", "1,00", "1.2.3", "1234567890123", "十余", "5."})
        CHECK(read(text, "项") == "no");
    CHECK(is_no_value("—"));
    CHECK_FALSE(is_no_value("0"));
}

TEST_CASE("shares and changes have the digits that their figures have") {
    const auto share = [](auto part, auto whole) { return to_string(share_of(part, whole).value()); };
    CHECK(share(quantity("127", "亿元"), quantity("120", "亿元")) == "106");
    CHECK(share(quantity("60.5", "亿元"), quantity("120", "亿元")) == "50.4");
    CHECK(share(quantity("5000", "万元"), quantity("1.00", "亿元")) == "50");
    CHECK(share(quantity("1", "项"), quantity("3", "项")) == "33");
    CHECK(share(quantity("4", "项"), quantity("1000", "项")) == "0.4");
    CHECK(share(quantity("4", "项"), quantity("10000", "项")) == "0.04");
    CHECK(share(quantity("0", "项"), quantity("1000", "项")) == "0");
    const auto change = [](auto former, auto now) { return to_string(change_from(former, now).value(), true); };
    CHECK(change(quantity("110", "亿元"), quantity("127", "亿元")) == "+15.5");
    CHECK(change(quantity("4.32", "亿元"), quantity("4.15", "亿元")) == "−3.94");
    CHECK(change(quantity("2901", "万元"), quantity("4.320", "亿元")) == "+1389");
    CHECK(change(quantity("10.2", "%"), quantity("12.5", "%")) == "+2.3");  // points
    CHECK_FALSE(change_from(quantity("0", "项"), quantity("3", "项")));
    CHECK_FALSE(share_of(quantity("1", "项"), quantity("3", "家")));
}

TEST_CASE("halves are rounded away from zero, and nothing is lost in binary fractions") {
    CHECK(to_string(per_cent({1005, -3}, {1, 0}, 0)) == "101");
    CHECK(to_string(per_cent({-5, -3}, {1, 0}, 0)) == "−1");
    CHECK(to_string(Decimal{1, -1} + Decimal{2, -1}) == "0.3");
    CHECK(compare({30, -1}, {3, 0}) == 0);
    CHECK(to_string({5, -3}) == "0.005");
    CHECK(to_string({127, 8}) == "12700000000");
}

TEST_CASE("a unit that is a word stands off its figure, but in Chinese") {
    CHECK(unit_gap("billion yuan", Script::none) == "\u00A0");
    CHECK(unit_gap("%", Script::none).empty());
    CHECK(unit_gap("", Script::none).empty());
    CHECK(unit_gap("km", Script::simplified).empty());
    const auto text = [](const std::string& language) {
        const zheye::test::ContentRun run("zheye: 1\ntitle: \"{a}\"\nlanguage: " + language +
                                          "\nfacts: {a: {name: x, value: 12.7, unit: km}}\n");
        REQUIRE(run.brochure);
        return plain_text(run.document().title);
    };
    CHECK(text("en") == "12.7\u00A0km");
    CHECK(text("zh-Hans") == "12.7km");
}
