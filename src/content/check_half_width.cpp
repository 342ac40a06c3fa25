// Half-width , . : ; ! ? ( ) beside Han (clreq M4). What Latin text and figures need is left alone: 1,000, 9:00, 3.2,
// f(x), the dot behind the number of an item (GB/T 15834, 4.1 and its notes on numbering), the ending of a file's name.
#include "content/checks.h"

#include "base/utf8.h"
#include "content/cjk_marks.h"
#include "content/tally.h"

#include <algorithm>
#include <vector>

namespace zheye::content {

namespace {

constexpr std::u32string_view kHalf = U",.:;!?()";
constexpr std::u32string_view kFull = U"，。：；！？（）";

bool is_bracket(char32_t c) { return c == '(' || c == ')'; }
bool is_shout(char32_t c) { return c == '!' || c == '?'; }

/// Which half-width marks stand beside Han, or behind what only Chinese has. Marks of one row, as ?!, stand beside it
/// together.
std::vector<bool> beside_han(const Proof& proof) {
    std::vector<bool> result(proof.size());
    for (std::size_t first = 0, end = 0; first < proof.size(); first = end) {
        end = first + 1;
        const auto c = proof.code(first);
        if (!is_one_of(c, kHalf)) continue;
        while (proof.code(end) == c || (is_shout(proof.code(end)) && is_shout(c))) ++end;
        const bool is_behind_mark = !is_bracket(c) && is_one_of(proof.code(first - 1), kClosing);
        const bool is_one = proof.is_han(first - 1) || proof.is_han(end) || is_behind_mark;
        std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(first), end - first, is_one);
    }
    return result;
}

class HalfWidth {
public:
    HalfWidth(Proof& proof, const Pairs& pairs)
        : proof_(proof),
          pairs_(pairs),
          touches_han_(beside_han(proof)),
          han_(proof, [&](std::size_t i) { return proof.is_han(i); }) {}

    void run() {
        std::vector<std::size_t> wrong;
        for (std::size_t i = 0; i < proof_.size(); ++i)
            if (is_one_of(proof_.code(i), kHalf) && proof_.is_open(i) && is_wrong(i)) wrong.push_back(i);
        for (const auto i : wrong) report(i);
    }

private:
    [[nodiscard]] bool is_wrong(std::size_t i) const {
        if (is_bracket(proof_.code(i))) return is_wrong_bracket(i);
        if (proof_.code(i) == '.' && (proof_.is_latin(i + 1) || is_item_number(i))) return false;
        return touches_han_[i];
    }

    /// If one of a pair is wrong, both are; so is the half-width one of a mixed pair.
    [[nodiscard]] bool is_wrong_bracket(std::size_t i) const {
        const auto other = pairs_.partner[i];
        if (other == kNone) return touches_han_[i];
        if (!is_bracket(proof_.code(other))) return true;
        if (!proof_.is_open(other)) return false;
        const auto [open, close] = std::minmax(i, other);
        const bool is_call = !han_.has_any(open, close) && (proof_.is_latin(open - 1) || proof_.code(open - 1) == '_');
        return !is_call && (touches_han_[open] || touches_han_[close]);
    }

    /// 1.甲, A.甲 at the beginning of an item.
    [[nodiscard]] bool is_item_number(std::size_t i) const {
        auto begin = i;
        while (begin > 0 && i - begin < 3 && proof_.is_latin(begin - 1)) --begin;
        if (begin == i || i - begin > 2 || (i - begin == 2 && !proof_.is_digit(begin))) return false;
        const auto before = proof_.code(begin - 1);
        return before == 0 || is_one_of(before, kStops) || is_one_of(before, kBlank) || is_one_of(before, kOpening);
    }

    void report(std::size_t i) {
        const auto shown = proof_.text(i, i + 1);
        const auto full = kFull[kHalf.find(proof_.code(i))];
        Finding finding{
            i, i + 1, {"汉字旁边用了半角的" + quoted(shown), "half-width " + quoted(shown) + " beside Han"}};
        finding.wanted.emplace();
        utf8::append(*finding.wanted, full);
        // Between two words it may have been meant as · or ．
        finding.is_certain = proof_.code(i) != '.' || !proof_.is_han(i + 1);
        if (!finding.is_certain) finding.hints.push_back({"外国人名中间用“·”", "in a foreign name write “·”"});
        proof_.warning("halfwidth-punctuation", std::move(finding));
    }

    Proof& proof_;
    const Pairs& pairs_;
    std::vector<bool> touches_han_;
    Tally han_;
};

}  // namespace

void check_half_width(Proof& proof, const Pairs& pairs) { HalfWidth(proof, pairs).run(); }

}  // namespace zheye::content
