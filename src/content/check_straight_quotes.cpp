// " and ' where Chinese has “ ” and ‘ ’: the outermost are the double ones (GB/T 15834, 4.8.3.3).
#include "content/checks.h"

#include "content/cjk_marks.h"
#include "content/tally.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zheye::content {

namespace {

/// The half-width one of a straight quote; 0 for what is none.
char32_t straight(char32_t c) {
    if (c == '"' || c == U'＂') return '"';
    return c == '\'' || c == U'＇' ? '\'' : 0;
}

bool is_chinese(const Proof& proof, std::size_t i) {
    return proof.is_han(i) || is_one_of(proof.code(i), kStops) || is_one_of(proof.code(i), kOpening) ||
           is_one_of(proof.code(i), kClosing);
}

/// Straight quotes that may be quotation marks: no apostrophes, no feet and inches.
std::vector<std::size_t> straight_quotes(const Proof& proof, char32_t quote) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        if (straight(proof.code(i)) != quote) continue;
        const bool is_inside_word = proof.is_latin(i - 1) && proof.is_latin(i + 1);
        const bool is_measure = proof.is_digit(i - 1) && places.size() % 2 == 0;
        if (!is_inside_word && !is_measure) places.push_back(i);
    }
    return places;
}

struct Quotation {
    std::size_t open = 0, close = 0;
    bool is_certain = true, is_inner = false;
};

void append_quotations(const Proof& proof, const std::vector<std::size_t>& places, std::vector<Quotation>& all) {
    const Tally han(proof, [&](std::size_t i) { return proof.is_han(i); });
    for (std::size_t n = 0; n + 1 < places.size(); n += 2) {
        const auto open = places[n], close = places[n + 1];
        const bool is_in_chinese =
            han.has_any(open, close) || is_chinese(proof, open - 1) || is_chinese(proof, close + 1);
        if (close == open + 1 || !is_in_chinese) continue;
        const bool is_open = proof.is_open(open) && proof.is_open(close);
        all.push_back({open, close, is_open && places.size() % 2 == 0});
    }
}

/// Which of them stand in another, and which are too entangled to say.
void nest(const Proof& proof, const Pairs& pairs, std::vector<Quotation>& all) {
    std::ranges::sort(all, {}, &Quotation::open);
    std::vector<Quotation*> around;
    for (auto& one : all) {
        while (!around.empty() && around.back()->close < one.open) around.pop_back();
        if (!around.empty() && around.back()->close < one.close) around.back()->is_certain = one.is_certain = false;
        const auto mark = pairs.around[one.open];
        const bool is_in_double = mark != kNone && is_one_of(proof.code(mark), U"“「");
        one.is_inner = (around.size() + (is_in_double ? 1 : 0)) % 2 == 1;
        around.push_back(&one);
    }
}

void report(Proof& proof, std::size_t at, std::string wanted, bool is_certain) {
    if (!proof.is_open(at)) return;
    const auto shown = proof.text(at, at + 1);
    proof.warning("straight-quote",
                  {at,
                   at + 1,
                   {"中文里用了直引号" + quoted(shown), "a straight quote " + quoted(shown) + " in Chinese"},
                   std::move(wanted),
                   is_certain});
}

void report(Proof& proof, const Quotation& one) {
    using Marks = std::array<const char*, 2>;
    const bool is_traditional = proof.script(one.open) == Script::traditional;
    const auto marks = is_traditional ? (one.is_inner ? Marks{"『", "』"} : Marks{"「", "」"})
                                      : (one.is_inner ? Marks{"‘", "’"} : Marks{"“", "”"});
    report(proof, one.open, marks[0], one.is_certain && !is_traditional);
    report(proof, one.close, marks[1], one.is_certain && !is_traditional);
}

}  // namespace

void check_straight_quotes(Proof& proof, const Pairs& pairs) {
    std::vector<Quotation> all;
    std::vector<std::size_t> single;  // left over
    for (const char32_t quote : {U'"', U'\''}) {
        const auto places = straight_quotes(proof, quote);
        append_quotations(proof, places, all);
        if (places.size() % 2 == 1 && is_chinese(proof, places.back() - 1) && is_chinese(proof, places.back() + 1))
            single.push_back(places.back());
    }
    nest(proof, pairs, all);
    for (const auto& one : all) report(proof, one);
    for (const auto at : single) report(proof, at, straight(proof.code(at)) == '"' ? "”" : "’", false);
}

}  // namespace zheye::content
