// Ellipses and dashes typed otherwise, marks typed twice (GB/T 15834, 4.11, 4.10).
#include "content/checks.h"

#include "content/cjk_marks.h"

namespace zheye::content {

namespace {

constexpr char32_t kEllipsis = U'…', kDash = U'—', kBoxLine = U'─', kWideHyphen = U'－';

bool is_beside_han(const Proof& proof, std::size_t begin, std::size_t end) {
    const auto is_chinese = [&](std::size_t i) {
        return proof.is_han(i) || is_one_of(proof.code(i), kClosing) || is_one_of(proof.code(i), kOpening);
    };
    return is_chinese(begin - 1) || is_chinese(end);
}

/// Whether this row of dots stands for an ellipsis.
bool is_ellipsis(const Proof& proof, std::size_t begin, std::size_t end) {
    const auto length = end - begin;
    switch (proof.code(begin)) {
        case '.':
            return length >= 2 && is_beside_han(proof, begin, end);
        case U'。':
            return length >= 3;
        case U'·':
        case U'．':
            return length >= 3 && is_beside_han(proof, begin, end);
        case kEllipsis: {
            // 1，2，…，n has the half one rightly
            const bool is_item = is_one_of(proof.code(begin - 1), U"，、,") || is_one_of(proof.code(end), U"，、,");
            return (length == 1 && !is_item && is_beside_han(proof, begin, end)) || length == 3;
        }
        default:
            return false;
    }
}

bool is_dash(const Proof& proof, std::size_t begin, std::size_t end) {
    const auto length = end - begin;
    switch (proof.code(begin)) {
        case '-':  // --option is a word of the command line
            return length >= 2 && !proof.is_latin(end) && is_beside_han(proof, begin, end);
        case kWideHyphen:
        case kBoxLine:
            return length >= 2 && is_beside_han(proof, begin, end);
        case kDash: {
            if (length == 3) return true;
            // one between two words says “to”; one by itself in a cell says “nothing”
            const bool begins = begin == 0 && proof.is_han(end), ends = end == proof.size() && proof.is_han(begin - 1);
            return length == 1 && (begins || ends || (is_one_of(proof.code(begin - 1), kStops) && proof.is_han(end)));
        }
        default:
            return false;
    }
}

using IsOne = bool (*)(const Proof&, std::size_t, std::size_t);

void check(Proof& proof, IsOne is_one, const Finding& what, const char* code) {
    for (std::size_t i = 0; i < proof.size();) {
        const auto end = proof.run_end(i);
        if (is_one(proof, i, end) && proof.is_open(i, end)) {
            auto finding = what;
            finding.begin = i;
            finding.end = end;
            finding.is_certain = proof.code(i) != '.' || end - i > 2;
            const auto shown = proof.text(i, end);
            finding.message.zh = quoted(shown) + finding.message.zh;
            finding.message.en = quoted(shown) + " " + finding.message.en;
            proof.warning(code, std::move(finding));
        }
        i = end;
    }
}

}  // namespace

void check_ellipses(Proof& proof) {
    check(proof, is_ellipsis, {0, 0, {"不是省略号，省略号是六个点", "is no ellipsis, which has six dots"}, "……"},
          "ellipsis");
}

void check_dashes(Proof& proof) {
    check(proof, is_dash, {0, 0, {"不是破折号，破折号占两个字", "is no dash, which is two characters long"}, "——"},
          "dash");
}

namespace {

/// What is left unsaid has its end there. Not in Taiwan and Hong Kong.
void check_stops_behind_ellipses(Proof& proof) {
    for (std::size_t i = 2; i < proof.size(); ++i) {
        const bool is_one = proof.code(i) == U'。' && proof.code(i - 1) == kEllipsis && proof.code(i - 2) == kEllipsis;
        if (is_one && proof.is_open(i) && proof.script(i) == Script::simplified)
            proof.warning("doubled-punctuation",
                          {i, i + 1, {"省略号后面一般不再用句号", "an ellipsis takes no full stop behind it"}, ""});
    }
}

}  // namespace

void check_doubled(Proof& proof) {
    constexpr std::u32string_view kSingle = U"，、；：。";
    for (std::size_t i = 0; i + 1 < proof.size(); ++i) {
        if (!is_one_of(proof.code(i), kSingle) || !is_one_of(proof.code(i + 1), kSingle)) continue;
        auto end = i + 2;
        while (is_one_of(proof.code(end), kSingle)) ++end;
        const bool is_same = proof.run_end(i) == end;
        if (proof.is_open(i, end)) {
            const auto shown = proof.text(i, end);
            Finding finding{i, end, {"标点重复：" + quoted(shown), "two marks where one will do: " + quoted(shown)}};
            if (is_same) finding.wanted = proof.text(i, i + 1);
            finding.is_certain = is_same;
            if (!is_same) finding.hints.push_back({"留下一个", "keep one of them"});
            proof.warning("doubled-punctuation", std::move(finding));
        }
        i = end - 1;
    }
    check_stops_behind_ellipses(proof);
}

}  // namespace zheye::content
