// Words by hand, each as the character that decides and what stands before or behind it. Left out are words in which
// the character may as well be right: 公里, 鄰里, 皇后; and no name is touched: 于先生, 於先生, 于右任.
#include "content/han_words.h"

#include "content/cjk_marks.h"

#include <array>
#include <string_view>

namespace zheye::content {

namespace {

struct Words {
    Script script;  ///< of the text that they are wrong in
    char32_t typed;
    std::u32string_view wanted;
    std::u32string_view before;        ///< any of these before it makes a word …
    std::u32string_view behind;        ///< … or any of these behind it
    std::u32string_view never_before;  ///< then it is another word: 王后來了
    bool is_certain;
};
constexpr std::array kWords{
    Words{Script::simplified, U'於', U"于",
          U"由关对至位属等处终过便基限善敢勇在用出高低大小多少始忠甘急免鉴归源居介濒陷服趋乐苦關對屬處終過鑒歸瀕樂",
          U"是此今", U"", true},
    Words{Script::traditional, U'于', U"於",
          U"由關對至位屬等處終過便基限善敢勇在用出高低大小多少始忠甘急免鑒鑑歸源居介瀕陷服趨樂苦", U"是此今", U"",
          false},
    Words{Script::traditional, U'里', U"裡裏", U"這那哪心家屋夜手眼嘴夢懷暗这", U"面頭邊", U"公英海鄰鄉故", false},
    Words{Script::traditional, U'后', U"後", U"以之然最今此往前先背落幕售午雨戰課隨", U"來面期續退悔者門",
          U"皇王太天母影", true},
};

/// Names and titles: 于 and 於 are surnames, 后 is a queen.
constexpr std::array<std::u32string_view, 12> kOfPersons{U"先生", U"女士", U"小姐", U"同志", U"老师", U"老師",
                                                         U"教授", U"某",   U"右任", U"谦",   U"謙",   U"妃"};

bool stands_at(const Proof& proof, std::size_t at, std::u32string_view word) {
    for (const auto c : word)
        if (proof.code(at++) != c) return false;
    return true;
}

bool is_in_word(const Proof& proof, std::size_t at, const Words& words) {
    const auto before = proof.code(at - 1);
    if (is_one_of(before, words.never_before)) return false;
    for (const auto person : kOfPersons)
        if (stands_at(proof, at + 1, person)) return false;
    return is_one_of(before, words.before) || is_one_of(proof.code(at + 1), words.behind);
}

}  // namespace

WantedHan wanted_in_word(const Proof& proof, std::size_t at) {
    for (const auto& words : kWords)
        if (proof.code(at) == words.typed && proof.script(at) == words.script && is_in_word(proof, at, words))
            return {std::u32string(words.wanted), words.is_certain};
    return {};
}

}  // namespace zheye::content
