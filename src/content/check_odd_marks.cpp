// Marks that look like those of Chinese and are others: small and half-width ones of old encodings, ．for a full stop.
#include "content/checks.h"

#include "base/utf8.h"
#include "content/cjk_marks.h"

namespace zheye::content {

namespace {

constexpr std::u32string_view kOdd = U"﹐﹑﹒﹔﹕﹖﹗﹙﹚｡､｢｣･．";
constexpr std::u32string_view kUsual = U"，、。；：？！（）。、「」·。";
static_assert(kOdd.size() == kUsual.size());

/// Not in 12．5, 1．加强, 一．总则: there it is a point or the dot of a number (GB/T 15834, 4.1 and its notes).
bool is_stop(const Proof& proof, std::size_t i) {
    const auto after = proof.code(i + 1), begin = proof.code(i - 2);
    const bool is_numeral = is_one_of(proof.code(i - 1), U"〇一二三四五六七八九十甲乙丙丁");
    const bool is_item = is_numeral && (i == 1 || is_one_of(begin, kStops) || is_one_of(begin, kBlank));
    const bool is_behind_text = proof.is_han(i - 1) || is_one_of(proof.code(i - 1), kClosing);
    const bool is_before_latin = after == U'．' || (after > ' ' && after < 0x7F) || (after >= U'０' && after <= U'ｚ');
    return is_behind_text && !is_item && !is_before_latin;
}

}  // namespace

void check_odd_marks(Proof& proof) {
    for (std::size_t i = 0; i < proof.size(); ++i) {
        const auto at = kOdd.find(proof.code(i));
        if (at == std::u32string_view::npos || !proof.is_open(i)) continue;
        const bool is_wide_dot = proof.code(i) == U'．';
        if (is_wide_dot && !is_stop(proof, i)) continue;
        const auto shown = proof.text(i, i + 1);
        Finding finding{
            i,
            i + 1,
            {quoted(shown) + "不是现在通用的标点", quoted(shown) + " is not the mark that is used in Chinese"}};
        finding.wanted.emplace();
        utf8::append(*finding.wanted, kUsual[at]);
        finding.is_certain = !is_wide_dot || !proof.is_han(i + 1);
        if (!finding.is_certain) finding.hints.push_back({"外国人名中间用“·”", "in a foreign name write “·”"});
        proof.warning("odd-mark", std::move(finding));
    }
}

}  // namespace zheye::content
