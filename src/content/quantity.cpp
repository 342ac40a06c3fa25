// A figure is: words, a sign and digits, multipliers and words in any order, the unit.
#include "content/quantity.h"

#include "content/lines.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace zheye::content {

namespace {

constexpr std::array<std::string_view, 13> kBefore{"大约", "接近", "超过", "突破", "不足", "至少",  "约",
                                                   "近",   "超",   "逾",   "达",   "共",   "about "};
constexpr std::array<std::string_view, 3> kAfter{"余", "多", "几"};
constexpr std::array<std::string_view, 5> kAtEnd{"以上", "以下", "以内", "左右", "上下"};

struct Multiplier {
    std::string_view word;
    int power;
};
constexpr std::array<Multiplier, 7> kMultipliers{
    {{"万亿", 12}, {"萬億", 12}, {"亿", 8}, {"億", 8}, {"万", 4}, {"萬", 4}, {"千", 3}}};

template <class Words>
bool take_first(std::string_view& text, const Words& words) {
    for (const std::string_view word : words)
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    return false;
}

/// What stands after the digits: multipliers and words, then the base unit.
struct Tail {
    int power = 0;
    bool has_words = false;
    std::string_view base;
};
Tail read_tail(std::string_view text) {
    Tail tail;
    for (bool more = true; more;) {
        more = take_first(text, kAfter);
        tail.has_words = tail.has_words || more;
        for (const auto& multiplier : kMultipliers) {
            if (more || !text.starts_with(multiplier.word)) continue;
            text.remove_prefix(multiplier.word.size());
            tail.power += multiplier.power;
            more = true;
        }
    }
    for (const auto word : kAtEnd)
        if (text.ends_with(word)) {
            text.remove_suffix(word.size());
            tail.has_words = true;
        }
    tail.base = text;
    return tail;
}

/// Bytes of `text` that are the sign and the digits.
std::size_t figures_end(std::string_view text) {
    std::size_t at = 0;
    for (const std::string_view sign : {"-", "−", "－", "+", "＋"})
        if (at == 0 && text.starts_with(sign)) at = sign.size();
    const auto end = text.find_first_not_of("0123456789.,", at);
    return end == std::string_view::npos ? text.size() : end;
}

/// Where the unit begins in what stands after the digits: its multiplier is the unit's if no word parts them.
std::size_t unit_begin(std::string_view text) {
    const auto tail = read_tail(text);
    if (tail.base.empty()) return text.size();
    return tail.has_words ? text.find(tail.base) : 0;
}

/// A hyphen before figures is a minus, and printed as one.
std::string with_minus(std::string_view text) {
    for (const std::string_view hyphen : {"-", "－"})
        if (text.starts_with(hyphen)) return "−" + std::string(text.substr(hyphen.size()));
    return std::string(text);
}

int significant_digits(std::string_view figures) {
    std::string digits;
    for (const char c : figures)
        if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
    return std::max(1, static_cast<int>(digits.size()));
}

/// Places for which a number has `significant` digits: zeros before the first digit are none. Two at most.
int places_for(Decimal value, int significant) {
    const auto text = to_string(value.is_negative() ? Decimal{-value.digits, value.exponent} : value);
    const auto point = std::min(text.find('.'), text.size());
    const auto first = text.find_first_of("123456789");
    if (first == std::string::npos) return 0;
    const auto before = static_cast<int>(point) - static_cast<int>(first);  // less than 0: it begins after the point
    return std::clamp(significant - (before > 0 ? before : before + 1), 0, 2);
}

/// Without zeros at the end: 63 %, not 63.0 %.
Decimal rounded_per_cent(Decimal a, Decimal b, int significant) {
    auto rounded = per_cent(a, b, places_for(per_cent(a, b, 2), significant));
    while (rounded.exponent < 0 && rounded.digits % 10 == 0) rounded.digits /= 10, ++rounded.exponent;
    return rounded;
}

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text, std::string_view unit, diag::Span span) {
    text = trimmed(text);
    unit = trimmed(unit);
    auto rest = text;
    while (take_first(rest, kBefore)) rest = trimmed(rest);
    const auto end = figures_end(rest);
    const auto figures = rest.substr(0, end);
    const auto number = parse_decimal(figures);
    const auto after = trimmed(rest.substr(end));
    if (!number || after.find_first_of("0123456789/~") != std::string_view::npos) return std::nullopt;
    Quantity quantity;
    const auto split = unit.empty() ? unit_begin(after) : after.size();
    quantity.text = with_minus(trimmed(text.substr(0, text.size() - (after.size() - split))));
    quantity.unit = unit.empty() ? std::string(after.substr(split)) : std::string(unit);
    const auto whole = std::string(after) + (unit.empty() ? std::string{} : std::string(unit));
    const auto tail = read_tail(whole);
    quantity.value = shifted(*number, tail.power);
    quantity.base = tail.base == "％" ? "%" : std::string(tail.base);
    quantity.magnitude = read_tail(quantity.unit).power;
    quantity.significant = significant_digits(figures);
    quantity.span = span;
    return quantity;
}

std::string_view unit_gap(std::string_view unit, Script script) {
    const bool is_word = !unit.empty() && std::isalpha(static_cast<unsigned char>(unit.front())) != 0;
    return is_word && script == Script::none ? "\u00A0" : "";
}

bool is_no_value(std::string_view text) {
    constexpr std::array<std::string_view, 7> kNone{"", "—", "——", "–", "-", "…", "无"};
    return std::ranges::find(kNone, trimmed(text)) != kNone.end();
}

std::optional<Decimal> share_of(const Quantity& part, const Quantity& whole) {
    if (part.base != whole.base || whole.value.digits <= 0) return std::nullopt;
    return rounded_per_cent(part.value, whole.value, std::min(part.significant, whole.significant));
}

std::optional<Decimal> change_from(const Quantity& former, const Quantity& now) {
    if (former.base != now.base) return std::nullopt;
    if (now.base == "%" || now.base == "‰") return now.value - former.value;
    if (former.value.digits <= 0) return std::nullopt;
    return rounded_per_cent(now.value - former.value, former.value, std::min(former.significant, now.significant));
}

}  // namespace zheye::content
