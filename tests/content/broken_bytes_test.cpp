// Whatever is done to a good file: it is read or refused, with a reason, and every message can be shown.
#include "base/utf8.h"
#include "support/content_brochure.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>
#include <iterator>
#include <random>

using namespace zheye;

namespace {

std::string good_file() {
    std::ifstream file(ZHEYE_ROOT "/tests/errors/good.yaml", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void check(const std::string& text) {
    const test::ContentRun run(text);
    const bool is_fine = run.brochure.has_value() == !run.diagnostics.has_errors();
    const bool is_shown =
        !utf8::find_invalid(run.zh()).has_value() && !diag::render_json(run.diagnostics, run.sources).empty();
    if (!is_fine || !is_shown) {
        INFO(text);
        CHECK(is_fine);
        CHECK(is_shown);
    }
}

}  // namespace

TEST_CASE("a good file cut off anywhere") {
    const auto text = good_file();
    REQUIRE(test::ContentRun(text).brochure);
    for (std::size_t length = 0; length < text.size(); ++length) check(text.substr(0, length));
    CHECK(text.size() > 800);
}

TEST_CASE("a good file with bytes flipped, dropped and put in") {
    constexpr std::array<std::string_view, 34> kPieces{
        "[",    "]",  "{",  "}",    ": ", "- ", "\n",     "  ", "&a ", "*a",    "!x ",   "!include a.yaml",
        "| ",   "> ", "'",  "\"",   "? ", "#",  "%",      "@",  "`",   "---\n", "...\n", "\t",
        "<<: ", "\\", "\r", "\x04", "**", "~",  "!!str ", "：", "|",   "!<"};
    const auto good = good_file();
    std::mt19937 random(20190701);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (int round = 0; round < 4000; ++round) {
        auto text = good;
        for (auto changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
            const auto at = below(text.size());
            switch (below(3)) {
                case 0:
                    text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
                    break;
                case 1:
                    text.erase(at, below(8));
                    break;
                default:
                    text.insert(at, kPieces[below(kPieces.size())]);
                    break;
            }
        }
        check(text);
    }
}
