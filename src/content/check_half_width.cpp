// Half-width , . : ; ! ? ( ) beside Han (clreq M4). What Latin text and figures need is left alone: 1,000, 9:00, 3.2,
// f(x), the dot behind the number of an item (GB/T 15834, 4.1 and its notes on numbering), the ending of a file's name.
#include "content/checks.h"

#include "base/utf8.h"
#include "content/cjk_marks.h"

#include <algorithm>

namespace zheye::content {

namespace {

constexpr std::u32string_view kHalf = U",.:;!?()";
constexpr std::u32string_view kFull = U"，。：；！？（）";

bool is_bracket(char32_t c) { return c == '(' || c == ')'; }
bool is_shout(char32_t c) { return c == '!' || c == '?'; }

class HalfWidth {
public:
    HalfWidth(Proof& proof, const Pairs& pairs) : proof_(proof), pairs_(pairs) {}

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
        return touches_han(i);
    }

    /// Beside Han, or behind what only Chinese has. Marks of one row, as ?!, stand beside it together.
    [[nodiscard]] bool touches_han(std::size_t i) const {
        const auto goes_on = [&](std::size_t at) {
            return proof_.code(at) == proof_.code(i) || (is_shout(proof_.code(at)) && is_shout(proof_.code(i)));
        };
        auto first = i, last = i;
        while (first > 0 && goes_on(first - 1)) --first;
        while (last + 1 < proof_.size() && goes_on(last + 1)) ++last;
        const bool is_behind_mark = !is_bracket(proof_.code(i)) && is_one_of(proof_.code(first - 1), kClosing);
        return proof_.is_han(first - 1) || proof_.is_han(last + 1) || is_behind_mark;
    }

    /// If one of a pair is wrong, both are; so is the half-width one of a mixed pair.
    [[nodiscard]] bool is_wrong_bracket(std::size_t i) const {
        const auto other = pairs_.partner[i];
        if (other == kNone) return touches_han(i);
        if (!is_bracket(proof_.code(other))) return true;
        if (!proof_.is_open(other)) return false;
        const auto [open, close] = std::minmax(i, other);
        bool holds_han = false;
        for (auto at = open; at < close; ++at) holds_han = holds_han || proof_.is_han(at);
        const bool is_call = !holds_han && (proof_.is_latin(open - 1) || proof_.code(open - 1) == '_');
        return !is_call && (touches_han(open) || touches_han(close));
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
};

}  // namespace

void check_half_width(Proof& proof, const Pairs& pairs) { HalfWidth(proof, pairs).run(); }

}  // namespace zheye::content
