// Hyphens between figures that say “to” (GB/T 15834, 4.13): a wave between numbers, a dash between times.
#include "content/checks.h"

#include "content/cjk_marks.h"

#include <algorithm>
#include <cstdlib>

namespace zheye::content {

namespace {

/// Numbers of things. No 号, 室, 单元, 班, 组: 3-5号 is as well the fifth door of the third house.
constexpr std::u32string_view kUnits[] = {
    U"年", U"月",   U"日",   U"时", U"学年", U"财年", U"赛季", U"季度", U"个月", U"小时", U"分钟", U"秒",
    U"天", U"周",   U"岁",   U"分", U"个",   U"人",   U"名",   U"位",   U"户",   U"家",   U"所",   U"座",
    U"项", U"次",   U"万",   U"亿", U"千",   U"百",   U"元",   U"吨",   U"米",   U"倍",   U"度",   U"级",
    U"％", U"%",    U"‰",    U"℃",  U"公里", U"千米", U"厘米", U"毫米", U"平方", U"立方", U"公斤", U"千克",
    U"克", U"毫克", U"公顷", U"亩", U"升",   U"毫升", U"页",   U"层",   U"楼",   U"号楼", U"栋",   U"幢",
    U"辆", U"台",   U"套",   U"件", U"本",   U"册",   U"份",   U"张",   U"条",   U"款",   U"章",   U"节",
    U"篇", U"卷",   U"期",   U"届", U"集",   U"行",   U"列",   U"排",   U"段",   U"步",   U"字",   U"场",
    U"批", U"例",   U"起",   U"处", U"间",   U"头",   U"只",   U"棵",   U"株",   U"盏",   U"块",   U"片",
    U"种", U"类",   U"轮",   U"成", U"km",   U"kg",   U"cm",   U"mm",   U"m",    U"g"};
constexpr std::u32string_view kPointsInTime = U"月日时季";
constexpr std::u32string_view kJoined = U"-~/:–";  ///< telephone numbers, dates, paths

bool is_latin_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool stands_at(const Proof& proof, std::size_t at, std::u32string_view word) {
    for (const auto c : word)
        if (proof.code(at++) != c) return false;
    return !is_latin_letter(word.back()) || !proof.is_latin(at);
}

/// The unit behind a number, the longest; empty if there is none.
std::u32string_view unit_at(const Proof& proof, std::size_t at) {
    std::u32string_view found;
    const bool is_apart = proof.code(at) == ' ';
    for (const auto unit : kUnits) {
        // “图2-3 人口”: apart from its number stands only what can be nothing else
        if (is_apart && unit.size() == 1 && !is_latin_letter(unit[0])) continue;
        if (unit.size() > found.size() && stands_at(proof, at + (is_apart ? 1 : 0), unit)) found = unit;
    }
    return found;
}

bool is_in_number(const Proof& proof, std::size_t i) {
    if (proof.is_digit(i)) return true;
    return is_one_of(proof.code(i), U".,") && proof.is_digit(i - 1) && proof.is_digit(i + 1);
}

struct Number {
    std::size_t begin, end;
};
Number number_before(const Proof& proof, std::size_t end) {
    auto begin = end;
    while (begin > 0 && is_in_number(proof, begin - 1)) --begin;
    return {begin, end};
}
Number number_from(const Proof& proof, std::size_t begin) {
    auto end = begin;
    while (is_in_number(proof, end)) ++end;
    return {begin, end};
}

double value(const Proof& proof, const Number& number) {
    auto text = proof.text(number.begin, number.end);
    std::erase(text, ',');
    return std::strtod(text.c_str(), nullptr);
}

struct Range {
    Number from, to;
    std::u32string_view unit;
};

/// 3-5公里 and 3公里-5公里; nothing that is part of a longer code, of the number of a figure, or goes backwards.
bool is_range(const Proof& proof, const Range& range) {
    const auto before = range.from.begin - 1;
    const auto size = [](const Number& number) { return number.end - number.begin; };
    if (range.unit.empty() || size(range.from) == 0 || size(range.to) == 0) return false;
    const auto label = proof.code(before) == ' ' ? before - 1 : before;
    const bool is_labelled = proof.is_latin(label) || is_one_of(proof.code(label), U"图表式");  // GB/T 1.1-2009
    if (is_labelled || is_one_of(proof.code(before), kJoined)) return false;
    const auto starts_with_nought = [&](const Number& number) {
        return proof.code(number.begin) == '0' && size(number) > 2 && proof.is_digit(number.begin + 1);
    };
    if (starts_with_nought(range.from) || starts_with_nought(range.to)) return false;
    const bool goes_round = is_one_of(range.unit[0], kPointsInTime) && size(range.from) <= 2 && size(range.to) <= 2;
    return goes_round || value(proof, range.from) < value(proof, range.to);
}

Range range_around(const Proof& proof, std::size_t i) {
    Range range{number_before(proof, i), number_from(proof, i + 1), {}};
    range.unit = unit_at(proof, range.to.end);
    if (range.from.begin == i && !range.unit.empty() && i > range.unit.size()) {
        const auto end = i - range.unit.size();
        if (stands_at(proof, end, range.unit)) range.from = number_before(proof, end);
    }
    return range;
}

/// 9:00 behind or before `i`; an empty one if there is none.
Number clock_before(const Proof& proof, std::size_t i) {
    if (i < 4 || !proof.is_digit(i - 1) || !proof.is_digit(i - 2) || proof.code(i - 3) != ':') return {i, i};
    const auto hour = number_before(proof, i - 3);
    return hour.end - hour.begin <= 2 && hour.begin < hour.end ? Number{hour.begin, i} : Number{i, i};
}
Number clock_from(const Proof& proof, std::size_t i) {
    const auto hour = number_from(proof, i);
    const bool is_one = hour.end > i && hour.end - i <= 2 && proof.code(hour.end) == ':' &&
                        proof.is_digit(hour.end + 1) && proof.is_digit(hour.end + 2) && !proof.is_digit(hour.end + 3);
    return {i, is_one ? hour.end + 3 : i};
}

void report(Proof& proof, std::size_t i, std::size_t begin, std::size_t end, bool is_of_time) {
    const auto shown = proof.text(begin, end);
    const bool is_wave = proof.code(i) == '~';
    proof.warning("range-mark", {i,
                                 i + 1,
                                 {quoted(shown) + "是起止，要用连接号", quoted(shown) + " is a range"},
                                 is_wave || !is_of_time ? "～" : "—",
                                 is_wave});
}

}  // namespace

void check_ranges(Proof& proof) {
    for (std::size_t i = 1; i + 1 < proof.size(); ++i) {
        if (!is_one_of(proof.code(i), U"-~–") || !proof.is_open(i) || !proof.is_digit(i + 1)) continue;
        const auto from_hour = clock_before(proof, i), to_hour = clock_from(proof, i + 1);
        if (from_hour.begin < i && to_hour.end > i + 1) {
            const auto before = proof.code(from_hour.begin - 1), after = proof.code(to_hour.end);
            const bool is_part = is_one_of(before, kJoined) || is_one_of(after, kJoined);
            if (!is_part) report(proof, i, from_hour.begin, to_hour.end, true);
            continue;
        }
        const auto range = range_around(proof, i);
        if (!is_range(proof, range)) continue;
        const bool is_year = range.from.end - range.from.begin == 4 && range.to.end - range.to.begin == 4;
        const bool names_years = range.unit.back() == U'年' || range.unit == U"赛季";
        report(proof, i, range.from.begin, range.to.end,
               is_one_of(range.unit[0], kPointsInTime) || (names_years && is_year));
    }
}

}  // namespace zheye::content
