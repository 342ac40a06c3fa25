// Quotation marks and brackets: matched, nested rightly, and not the straight ones (GB/T 15834, 4.8, 4.9, 4.15).
#include "content/checks.h"

#include "base/utf8.h"
#include "content/cjk_marks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace zheye::content {

namespace {

constexpr std::array<std::u32string_view, 10> kPairs{U"“”",   U"‘’",   U"「」", U"『』", U"（）",
                                                     U"《》", U"〈〉", U"【】", U"〔〕", U"［］"};
constexpr std::u32string_view kOpeningQuotes = U"“‘「『", kClosingQuotes = U"”’」』";

/// The full-width one of a bracket.
char32_t widened(char32_t c) { return c == '(' ? U'（' : c == ')' ? U'）' : c; }

char32_t closing_of(char32_t opening) {
    for (const auto pair : kPairs)
        if (pair[0] == opening) return pair[1];
    return 0;
}
char32_t opening_of(char32_t closing) {
    for (const auto pair : kPairs)
        if (pair[1] == closing) return pair[0];
    return 0;
}

/// don’t, the ’90s: no quotation mark.
bool is_apostrophe(const Proof& proof, std::size_t i) {
    if (proof.code(i) == U'’') return proof.is_latin(i - 1) && proof.is_latin(i + 1);
    return proof.code(i) == U'‘' && proof.is_digit(i + 1) && !proof.is_han(i - 1);
}

/// 1）, 一）, a): a number before an item.
bool is_item_number(const Proof& proof, std::size_t i) {
    if (widened(proof.code(i)) != U'）') return false;
    auto begin = i;
    const auto is_number = [&](std::size_t at) {
        return proof.is_latin(at) || is_one_of(proof.code(at), U"〇一二三四五六七八九十甲乙丙丁") ||
               (proof.code(at) >= U'①' && proof.code(at) <= U'⑳');
    };
    while (begin > 0 && i - begin < 3 && is_number(begin - 1)) --begin;
    if (begin == i) return false;
    const auto before = proof.code(begin - 1);
    return before == 0 || is_one_of(before, kStops) || is_one_of(before, kBlank);
}

class Matcher {
public:
    explicit Matcher(const Proof& proof) : proof_(proof) {
        pairs_.partner.assign(proof.size(), kNone);
        pairs_.around.assign(proof.size(), kNone);
    }

    Pairs run() {
        for (std::size_t i = 0; i < proof_.size(); ++i) {
            const auto c = widened(proof_.code(i));
            if (!is_apostrophe(proof_, i) && opening_of(c) != 0) close(i, opening_of(c));
            pairs_.around[i] = open_.empty() ? kNone : open_.back();
            if (!is_apostrophe(proof_, i) && closing_of(c) != 0) open_.push_back(i);
        }
        while (!open_.empty()) give_up();
        std::ranges::sort(pairs_.unpaired);
        // What seemed to stand in a pair that was never closed stands in none.
        for (auto& around : pairs_.around)
            while (around != kNone && pairs_.partner[around] == kNone) around = pairs_.around[around];
        return std::move(pairs_);
    }

private:
    void close(std::size_t at, char32_t opening) {
        auto found = open_.size();
        while (found > 0 && widened(proof_.code(open_[found - 1])) != opening) --found;
        if (found == 0) {
            const bool is_late_apostrophe =
                proof_.code(at) == U'’' && (proof_.is_latin(at - 1) || proof_.is_latin(at + 1));
            if (!is_late_apostrophe && !is_item_number(proof_, at)) pairs_.unpaired.push_back(at);
            return;
        }
        while (open_.size() > found) give_up();
        pairs_.partner[at] = open_.back();
        pairs_.partner[open_.back()] = at;
        open_.pop_back();
    }
    void give_up() {
        pairs_.unpaired.push_back(open_.back());
        open_.pop_back();
    }

    const Proof& proof_;
    Pairs pairs_;
    std::vector<std::size_t> open_;
};

void report_unpaired(Proof& proof, std::size_t i) {
    if (!proof.is_open(i)) return;
    const auto c = proof.code(i);
    const bool is_opening = closing_of(c) != 0;
    const auto shown = proof.text(i, i + 1);
    Finding finding{i, i + 1, {}};
    finding.message = {quoted(shown) + "没有配对", quoted(shown) + " has no partner"};
    finding.hints.push_back(is_opening
                                ? diag::Message{"后面少一个相应的后一半，或者这里方向反了",
                                                "the closing one is missing, or this one is turned the wrong way"}
                                : diag::Message{"前面少一个相应的前一半，或者这里方向反了",
                                                "the opening one is missing, or this one is turned the wrong way"});
    proof.warning("unpaired-mark", std::move(finding));
}

}  // namespace

Pairs match_pairs(const Proof& proof) { return Matcher(proof).run(); }

void check_unpaired(std::vector<Proof>& proofs, const std::vector<Pairs>& pairs) {
    struct Place {
        std::size_t row, at;
    };
    std::optional<Place> going_on;  // a quotation that began a paragraph and was not closed in it
    const auto closes = [&](std::size_t row, std::size_t at) {
        return going_on && proofs[row].code(at) == closing_of(proofs[going_on->row].code(going_on->at));
    };
    for (std::size_t row = 0; row < proofs.size(); ++row) {
        for (const auto at : pairs[row].unpaired) {
            const auto c = proofs[row].code(at);
            if (c == '(' || c == ')') continue;
            if (at == 0 && is_one_of(c, kOpeningQuotes))
                going_on = Place{row, at};
            else if (is_one_of(c, kClosingQuotes) && closes(row, at))
                going_on.reset();
            else
                report_unpaired(proofs[row], at);
        }
        // The last of several paragraphs of one quotation opens it once more and closes it.
        const auto last = pairs[row].partner.empty() ? kNone : pairs[row].partner.front();
        if (going_on && going_on->row < row && last != kNone && closes(row, last)) going_on.reset();
    }
    if (going_on) report_unpaired(proofs[going_on->row], going_on->at);
}

void check_nesting(Proof& proof, const Pairs& pairs) {
    constexpr std::array<std::u32string_view, 3> kInner{U"“”‘’", U"《》〈〉", U"「」『』"};
    for (std::size_t i = 0; i < proof.size(); ++i) {
        const auto end = pairs.partner[i];
        const auto around = pairs.around[i];
        if (end == kNone || end < i || around == kNone || proof.code(around) != proof.code(i)) continue;
        for (const auto& marks : kInner) {
            if (marks[0] != proof.code(i) || !proof.is_open(i) || !proof.is_open(end)) continue;
            bool is_deeper = false;  // what stands inside would have to change as well
            for (auto k = i + 1; k < end; ++k) is_deeper = is_deeper || is_one_of(proof.code(k), marks);
            const auto inner = std::u32string(marks.substr(2));
            const auto outer = proof.text(i, i + 1) + proof.text(end, end + 1);
            const diag::Message message{outer + "里面再用同样的标点，要换一种",
                                        "inside " + outer + " the inner marks are of the other kind"};
            for (const auto& [at, mark] : {std::pair(i, inner[0]), std::pair(end, inner[1])}) {
                std::string wanted;
                utf8::append(wanted, mark);
                proof.warning("mark-nesting", {at, at + 1, message, wanted, !is_deeper});
            }
        }
    }
}

namespace {

bool is_chinese(const Proof& proof, std::size_t i) {
    return proof.is_han(i) || is_one_of(proof.code(i), kStops) || is_one_of(proof.code(i), kOpening) ||
           is_one_of(proof.code(i), kClosing);
}

/// Straight quotes that may be quotation marks: no apostrophes, no feet and inches.
std::vector<std::size_t> straight_quotes(const Proof& proof, char32_t quote) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        if (proof.code(i) != quote) continue;
        const bool is_inside_word = proof.is_latin(i - 1) && proof.is_latin(i + 1);
        const bool is_measure = proof.is_digit(i - 1) && places.size() % 2 == 0;
        if (!is_inside_word && !is_measure) places.push_back(i);
    }
    return places;
}

bool holds_chinese(const Proof& proof, std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i)
        if (proof.is_han(i)) return true;
    return is_chinese(proof, begin - 1) || is_chinese(proof, end);
}

void report_straight(Proof& proof, std::size_t at, std::string wanted, bool is_certain) {
    if (!proof.is_open(at)) return;
    const auto shown = proof.text(at, at + 1);
    proof.warning("straight-quote",
                  {at,
                   at + 1,
                   {"中文里用了直引号" + quoted(shown), "a straight quote " + quoted(shown) + " in Chinese"},
                   std::move(wanted),
                   is_certain});
}

}  // namespace

void check_straight_quotes(Proof& proof, const Pairs& pairs) {
    for (const char32_t quote : {U'"', U'\''}) {
        const auto places = straight_quotes(proof, quote);
        for (std::size_t n = 0; n + 1 < places.size(); n += 2) {
            const auto open = places[n], close = places[n + 1];
            if (close == open + 1 || !holds_chinese(proof, open, close + 1)) continue;
            const auto around = pairs.around[open];
            const bool is_inner = quote == '\'' || (around != kNone && proof.code(around) == U'“');
            const bool is_traditional = proof.script(open) == Script::traditional;
            const std::array<std::string, 2> simplified{is_inner ? "‘" : "“", is_inner ? "’" : "”"};
            const std::array<std::string, 2> traditional{is_inner ? "『" : "「", is_inner ? "』" : "」"};
            const auto& wanted = is_traditional ? traditional : simplified;
            const bool is_certain =
                !is_traditional && places.size() % 2 == 0 && proof.is_open(open) && proof.is_open(close);
            report_straight(proof, open, wanted[0], is_certain);
            report_straight(proof, close, wanted[1], is_certain);
        }
        if (places.size() % 2 == 1 && is_chinese(proof, places.back() - 1) && is_chinese(proof, places.back() + 1))
            report_straight(proof, places.back(), quote == '"' ? "”" : "’", false);
    }
}

}  // namespace zheye::content
