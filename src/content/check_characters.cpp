// Characters of the wrong kind: full-width letters and figures, the other script, spaces that are none of the writer's.
#include "content/checks.h"

#include "base/utf8.h"
#include "content/cjk_marks.h"
#include "content/han_scripts.h"
#include "content/han_words.h"

#include <utility>

namespace zheye::content {

namespace {

bool is_wide_digit(char32_t c) { return c >= U'０' && c <= U'９'; }
bool is_wide_latin(char32_t c) { return is_wide_digit(c) || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ'); }
char32_t narrow(char32_t c) { return c - U'！' + '!'; }

/// What a character should be in the script around it.
WantedHan other_script(const Proof& proof, std::size_t i) {
    if (proof.script(i) == Script::none) return {};
    const auto wanted =
        proof.script(i) == Script::simplified ? simplified_for(proof.code(i)) : traditional_for(proof.code(i));
    return wanted.empty() ? wanted_in_word(proof, i) : WantedHan{wanted, wanted.size() == 1};
}

/// More than these, and more than a quarter of its Han: a paragraph is in the other script, not mistyped.
constexpr std::size_t kMostSlips = 5;

void report_script(Proof& proof, std::size_t begin, std::size_t end) {
    const bool is_simplified = proof.script(begin) == Script::simplified;
    Finding finding{begin, end, {}, std::string(), true};
    for (auto i = begin; i < end; ++i) {
        const auto wanted = other_script(proof, i);
        utf8::append(*finding.wanted, wanted.one_of.front());
        finding.is_certain = finding.is_certain && wanted.is_certain;
        if (wanted.one_of.size() == 1) continue;
        const auto all = utf8::from_utf32(wanted.one_of);
        finding.hints.push_back({"看意思选一个：" + all, "by its meaning, one of " + all});
    }
    const auto shown = proof.text(begin, end);
    finding.message = is_simplified ? diag::Message{"简体文字里有繁体的" + quoted(shown),
                                                    "traditional " + quoted(shown) + " in simplified Chinese"}
                                    : diag::Message{"繁体文字里有简体的" + quoted(shown),
                                                    "simplified " + quoted(shown) + " in traditional Chinese"};
    const std::string tag = is_simplified ? "zh-Hant" : "zh-Hans";
    finding.hints.push_back(
        {"确实要这样写，就写成[" + shown + "]{" + tag + "}", "to keep it, write [" + shown + "]{" + tag + "}"});
    proof.warning("mixed-script", std::move(finding));
}

std::size_t han_run(const Proof& proof, std::size_t from, int step) {
    std::size_t count = 0;
    for (auto i = from; proof.is_han(i); i += static_cast<std::size_t>(step)) ++count;
    return count;
}

/// A space that a sentence has by mistake. Between short words it parts names, between halves of equal length it is a
/// verse or a slogan.
bool is_slip(const Proof& proof, std::size_t i) {
    const auto before = proof.code(i - 1);
    if (!proof.is_han(i + 1)) return false;
    if (is_one_of(before, U"，、；：。！？")) return true;
    const auto left = han_run(proof, i - 1, -1), right = han_run(proof, i + 1, 1);
    return left >= 4 && right >= 4 && left != right;
}

}  // namespace

void check_full_width_letters(Proof& proof) {
    for (std::size_t i = 0; i < proof.size(); ++i) {
        if (!is_wide_latin(proof.code(i))) continue;
        auto end = i + 1;
        const auto is_inside = [&](std::size_t at) {  // ３．５
            return proof.code(at) == U'．' && is_wide_digit(proof.code(at - 1)) && is_wide_digit(proof.code(at + 1));
        };
        while (is_wide_latin(proof.code(end)) || is_inside(end)) ++end;
        if (proof.is_open(i, end)) {
            const auto shown = proof.text(i, end);
            std::string wanted;
            for (auto at = i; at < end; ++at) utf8::append(wanted, narrow(proof.code(at)));
            proof.warning("fullwidth-letter",
                          {i,
                           end,
                           {"字母和数字用了全角：" + quoted(shown), "full-width letters or figures: " + quoted(shown)},
                           wanted,
                           true});
        }
        i = end;
    }
}

void check_script(Proof& proof) {
    std::vector<std::size_t> places;
    std::size_t han = 0;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        if (!proof.is_han(i) || !proof.is_open(i)) continue;
        ++han;
        if (!other_script(proof, i).one_of.empty()) places.push_back(i);
    }
    if (places.size() > kMostSlips && places.size() * 4 > han) {
        const auto at = places.front();
        const bool is_simplified = proof.script(at) == Script::simplified;
        proof.warning(
            "mixed-script",
            {at,
             at + 1,
             is_simplified ? diag::Message{"这一段像是繁体字", "this paragraph seems to be traditional Chinese"}
                           : diag::Message{"这一段像是简体字", "this paragraph seems to be simplified Chinese"},
             {},
             false,
             {is_simplified ? diag::Message{"整本用繁体，就写language: zh-Hant；只有这一段，就写成[…]{zh-Hant}",
                                            "write language: zh-Hant, or [text]{zh-Hant} for this text alone"}
                            : diag::Message{"整本用简体，就写language: zh-Hans；只有这一段，就写成[…]{zh-Hans}",
                                            "write language: zh-Hans, or [text]{zh-Hans} for this text alone"}}});
        return;
    }
    for (std::size_t n = 0; n < places.size();) {
        auto end = n + 1;
        while (end < places.size() && places[end] == places[end - 1] + 1) ++end;
        report_script(proof, places[n], places[end - 1] + 1);
        n = end;
    }
}

namespace {

/// A space behind what opens or before what closes or stops. Between the two it is a blank to be filled in.
bool is_beside_mark(const Proof& proof, const Pairs& pairs, std::size_t i) {
    const auto is_quote = [&](std::size_t at, std::u32string_view quotes) {
        return is_one_of(proof.code(at), quotes) && pairs.partner[at] != kNone;
    };
    if (i == 0 || i + 1 == proof.size()) return false;
    const auto before = proof.code(i - 1), after = proof.code(i + 1);
    const bool opens = is_one_of(before, kOpening) || is_quote(i - 1, U"“‘");
    const bool closes = is_one_of(after, kStops) || is_one_of(after, kClosingBrackets) || is_quote(i + 1, U"”’");
    if (is_one_of(before, kBlank) || is_one_of(after, kBlank)) return false;
    return opens != closes && !(closes && is_one_of(before, kStops));
}

void report_space(Proof& proof, std::size_t i, diag::Message message, bool is_certain) {
    proof.warning("space-between-han", {i, i + 1, std::move(message), "", is_certain});
}

}  // namespace

void check_spaces_beside_marks(Proof& proof, const Pairs& pairs) {
    for (std::size_t i = 0; i < proof.size(); ++i)
        if (is_one_of(proof.code(i), U" 　") && proof.is_open(i) && is_beside_mark(proof, pairs, i))
            report_space(proof, i, {"标点旁边多了空格", "a space beside a full-width mark"}, true);
}

/// Only in sentences: titles, names and lists are spaced out on purpose. Several spaces are a list of something.
void check_spaces(Proof& proof) {
    std::vector<std::size_t> between_words, behind_marks;
    bool is_sentence = false;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        is_sentence = is_sentence || is_one_of(proof.code(i), U"。！？");
        if (proof.code(i) != ' ' || !proof.is_open(i) || proof.code(i + 1) == ' ' || !is_slip(proof, i)) continue;
        (proof.is_han(i - 1) ? between_words : behind_marks).push_back(i);
    }
    if (!is_sentence) return;
    const diag::Message message{"汉字之间多了空格", "a space between Han"};
    if (between_words.size() == 1) report_space(proof, between_words.front(), message, false);
    for (const auto i : behind_marks) report_space(proof, i, message, true);
}

}  // namespace zheye::content
