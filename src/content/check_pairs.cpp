// Quotation marks and brackets: matched and nested rightly (GB/T 15834, 4.8, 4.9, 4.15).
#include "content/checks.h"

#include "base/utf8.h"
#include "content/cjk_marks.h"
#include "content/tally.h"

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

/// The kind of pair, as an index of kPairs, that this mark opens or closes (`half` 0 or 1); kPairs.size() if none.
std::size_t kind_of(char32_t mark, std::size_t half) {
    return static_cast<std::size_t>(std::ranges::find_if(kPairs, [&](auto pair) { return pair[half] == mark; }) -
                                    kPairs.begin());
}
char32_t closing_of(char32_t opening) {
    const auto kind = kind_of(opening, 0);
    return kind < kPairs.size() ? kPairs[kind][1] : 0;
}

/// don’t: no quotation mark.
bool is_apostrophe(const Proof& proof, std::size_t i) {
    return proof.code(i) == U'’' && proof.is_latin(i - 1) && proof.is_latin(i + 1);
}

/// The ‘90s, as some programs make of '90s; where no ’ closes it.
bool is_turned_apostrophe(const Proof& proof, std::size_t i) {
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
            const bool is_mark = !is_apostrophe(proof_, i);
            if (is_mark && kind_of(c, 1) < kPairs.size()) close(i, kind_of(c, 1));
            pairs_.around[i] = open_.empty() ? kNone : open_.back().at;
            if (is_mark && kind_of(c, 0) < kPairs.size()) open(i, kind_of(c, 0));
        }
        while (!open_.empty()) give_up();
        std::ranges::sort(pairs_.unpaired);
        // What seemed to stand in a pair that was never closed stands in none.
        for (auto& around : pairs_.around)
            while (around != kNone && pairs_.partner[around] == kNone) around = pairs_.around[around];
        return std::move(pairs_);
    }

private:
    struct Opened {
        std::size_t at, kind;
    };
    void open(std::size_t at, std::size_t kind) {
        open_.push_back({at, kind});
        ++waiting_[kind];
    }
    void close(std::size_t at, std::size_t kind) {
        if (waiting_[kind] == 0) {
            const bool is_late_apostrophe =
                proof_.code(at) == U'’' && (proof_.is_latin(at - 1) || proof_.is_latin(at + 1));
            if (!is_late_apostrophe && !is_item_number(proof_, at)) pairs_.unpaired.push_back(at);
            return;
        }
        while (open_.back().kind != kind) give_up();
        const auto opening = pop();
        pairs_.partner[at] = opening;
        pairs_.partner[opening] = at;
    }
    void give_up() {
        const auto at = pop();
        if (!is_turned_apostrophe(proof_, at)) pairs_.unpaired.push_back(at);
    }
    std::size_t pop() {
        const auto [at, kind] = open_.back();
        open_.pop_back();
        --waiting_[kind];
        return at;
    }

    const Proof& proof_;
    Pairs pairs_;
    std::vector<Opened> open_;
    std::array<std::size_t, kPairs.size()> waiting_{};  ///< of each kind, how many are open
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

namespace {

void report_nesting(Proof& proof, std::size_t begin, std::size_t end, std::u32string_view inner, bool is_certain) {
    const auto outer = proof.text(begin, begin + 1) + proof.text(end, end + 1);
    const diag::Message message{outer + "里面再用同样的标点，要换一种",
                                "inside " + outer + " the inner marks are of the other kind"};
    for (const auto& [at, mark] : {std::pair(begin, inner[0]), std::pair(end, inner[1])}) {
        std::string wanted;
        utf8::append(wanted, mark);
        proof.warning("mark-nesting", {at, at + 1, message, wanted, is_certain});
    }
}

void check_nesting(Proof& proof, const Pairs& pairs, std::u32string_view marks) {
    std::optional<Tally> all;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        if (proof.code(i) != marks[0]) continue;
        const auto end = pairs.partner[i], around = pairs.around[i];
        if (end == kNone || end < i || around == kNone || proof.code(around) != marks[0]) continue;
        if (!proof.is_open(i) || !proof.is_open(end)) continue;
        if (!all) all.emplace(proof, [&](std::size_t at) { return is_one_of(proof.code(at), marks); });
        const bool is_deeper = all->has_any(i + 1, end);  // what stands inside would have to change as well
        report_nesting(proof, i, end, marks.substr(2), !is_deeper);
    }
}

}  // namespace

void check_nesting(Proof& proof, const Pairs& pairs) {
    for (const std::u32string_view marks : {U"“”‘’", U"《》〈〉", U"「」『』"}) check_nesting(proof, pairs, marks);
}

}  // namespace zheye::content
