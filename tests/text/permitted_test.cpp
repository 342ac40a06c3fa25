// Where a line may be parted, said a second time: straight from the rules B1–B4, pair by pair, sharing nothing with the
// engine. Where the rules leave it to the text around (URLs, signs inside Latin text) nothing is said.
#include "lines.h"
#include "page_of_glyphs.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <optional>
#include <set>

namespace zheye::text::test {
namespace {

constexpr std::u32string_view kNotAtStart = U"、，。；：？！）》〉】』」”’～·%‰℃";
constexpr std::u32string_view kNotAtEnd = U"（《〈【『「“‘";
constexpr std::u32string_view kUnits = U"亿万元余年月日时分";

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_ideograph(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF);
}
bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_word(char32_t c) { return is_figure(c) || is_letter(c); }

/// Whether a line may end with `a` and the next begin with `b`; nothing where these two alone do not decide it.
std::optional<bool> may_part(char32_t a, char32_t b) {
    const bool known_a = is_ideograph(a) || is_word(a) || is_in(a, kNotAtStart) || is_in(a, kNotAtEnd);
    const bool known_b = is_ideograph(b) || is_word(b) || is_in(b, kNotAtStart) || is_in(b, kNotAtEnd);
    if (!known_a || !known_b) return {};
    if (is_in(b, kNotAtStart)) return false;                  // B1
    if (is_in(a, kNotAtEnd)) return false;                    // B2
    if (is_word(a) && is_word(b)) return false;               // B4, a word or a number
    if (is_in(a, U"”’·～%‰℃") || is_in(b, U"“‘")) return {};  // may stand inside Latin text, or belong to a number
    if (is_figure(a) && b != U'余' && is_in(b, kUnits)) return false;  // B4, as these tests ask for it
    if (is_in(a, kUnits) || is_in(b, kUnits)) return {};               // perhaps inside 2亿元
    return true;
}

std::vector<std::string> corpus() {
    std::vector<std::string> paragraphs;
    for (const auto& entry : std::filesystem::directory_iterator(ZHEYE_ROOT "/tests/text/corpus")) {
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) paragraphs.push_back(line);
    }
    return paragraphs;
}

struct Compared {
    int permitted = 0, forbidden = 0, differing = 0;
    std::string where;
};

/// Every pair of neighbours against what the engine does in no width at all, where it parts wherever it may.
Compared compare(const std::string& text, const ParagraphStyle& style) {
    const Paragraph paragraph = shaped(text, style);
    const auto codes = codes_of(text);
    std::set<std::uint32_t> begins;
    for (const Line& line : break_lines(paragraph, 0.1 * kSize)) begins.insert(line.text_begin);
    Compared found;
    std::uint32_t last = 0;
    for (std::uint32_t at = 1; at < codes.size(); ++at) {
        if (codes[at] == 0) continue;  // inside a character
        const auto wanted = may_part(codes[last], codes[at]);
        const std::uint32_t before = std::exchange(last, at);
        if (!wanted) continue;
        ++(*wanted ? found.permitted : found.forbidden);
        if (*wanted == begins.contains(at)) continue;
        ++found.differing;
        if (found.where.empty()) found.where = text.substr(before, 24);
    }
    return found;
}

ParagraphStyle body(Prohibition prohibition = Prohibition::basic) {
    ParagraphStyle style;
    style.prohibition = prohibition;
    style.keep_with_number = {"亿元", "万元", "亿", "万", "元", "余亿元", "余万元", "年", "月", "日", "时", "分"};
    return style;
}

}  // namespace

TEST_CASE("a line may be parted where the rules permit it, and nowhere else") {
    int permitted = 0, forbidden = 0;
    for (const auto& text : corpus()) {
        const auto found = compare(text, body());
        INFO(text << "\nat: " << found.where);
        CHECK(found.differing == 0);
        permitted += found.permitted;
        forbidden += found.forbidden;
    }
    CHECK(permitted > 5000);
    CHECK(forbidden > 2000);
}

TEST_CASE("the second statement of the rules sees breaks that are wrongly permitted") {
    int differing = 0;
    for (const auto& text : corpus()) differing += compare(text, body(Prohibition::none)).differing;
    CHECK(differing > 1000);
}

TEST_CASE("the second statement of the rules sees breaks that are wrongly forbidden") {
    ParagraphStyle style = body();
    style.keep_with_number = {"亿元", "的"};
    CHECK(compare("共12的路", style).differing == 1);
    CHECK(compare("共12的路", body()).differing == 0);
}

}  // namespace zheye::text::test
