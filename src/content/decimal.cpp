#include "content/decimal.h"

#include <algorithm>
#include <cmath>

namespace zheye::content {

namespace {

using Digits = Decimal::Digits;

constexpr std::size_t kMostDigits = 12;

Digits power_of_ten(int n) {
    Digits power = 1;
    for (int i = 0; i < n; ++i) power *= 10;
    return power;
}

/// Both with the smaller exponent of the two.
void align(Decimal& a, Decimal& b) {
    const int exponent = std::min(a.exponent, b.exponent);
    for (auto* each : {&a, &b}) {
        each->digits *= power_of_ten(each->exponent - exponent);
        each->exponent = exponent;
    }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 1,000 → 1000; nothing if the commas do not part thousands.
std::optional<std::string> without_commas(std::string_view whole) {
    if (whole.find(',') == std::string_view::npos) return std::string(whole);
    std::string digits;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool has_place = (whole.size() - i) % 4 == 0;
        if ((whole[i] == ',') != (has_place && i > 0)) return std::nullopt;
        if (whole[i] != ',') digits += whole[i];
    }
    return digits;
}

/// Takes the sign off; whether it is a minus.
bool take_sign(std::string_view& text) {
    for (const std::string_view minus : {"-", "−", "－"})
        if (text.starts_with(minus)) {
            text.remove_prefix(minus.size());
            return true;
        }
    for (const std::string_view plus : {"+", "＋"})
        if (text.starts_with(plus)) text.remove_prefix(plus.size());
    return false;
}

}  // namespace

double Decimal::as_double() const {
    const auto value = static_cast<double>(digits), power = std::pow(10.0, std::abs(exponent));
    return exponent < 0 ? value / power : value * power;  // a division is right to the last bit, a reciprocal is not
}

std::optional<Decimal> parse_decimal(std::string_view text) {
    const bool negative = take_sign(text);
    const auto point = text.find('.');
    const auto digits = without_commas(text.substr(0, point));
    if (!digits || digits->empty()) return std::nullopt;
    const auto fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const auto all = *digits + std::string(fraction);
    if (!std::ranges::all_of(all, is_digit) || all.size() > kMostDigits) return std::nullopt;
    if (point != std::string_view::npos && fraction.empty()) return std::nullopt;
    Decimal value{0, -static_cast<int>(fraction.size())};
    for (const char c : all) value.digits = value.digits * 10 + (c - '0');
    if (negative) value.digits = -value.digits;
    return value;
}

Decimal shifted(Decimal value, int powers_of_ten) {
    value.exponent += powers_of_ten;
    return value;
}

Decimal operator+(Decimal a, Decimal b) {
    if (a.digits == 0 && a.exponent >= 0) return b;  // a sum that begins: its places are those of its parts
    align(a, b);
    return {a.digits + b.digits, a.exponent};
}

Decimal operator-(Decimal a, Decimal b) {
    align(a, b);
    return {a.digits - b.digits, a.exponent};
}

int compare(Decimal a, Decimal b) {
    align(a, b);
    return a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0;
}

Decimal per_cent(Decimal a, Decimal b, int places) {
    align(a, b);
    const bool negative = (a.digits < 0) != (b.digits < 0);
    const Digits above = (a.digits < 0 ? -a.digits : a.digits) * power_of_ten(places + 2);
    const Digits below = b.digits < 0 ? -b.digits : b.digits;
    const Digits rounded = (2 * above + below) / (2 * below);
    return {negative ? -rounded : rounded, -places};
}

int whole_times(Decimal a, Decimal b) {
    align(a, b);
    const Digits times = a.digits / b.digits;
    return static_cast<int>(std::min<Digits>(times < 0 ? -times : times, 1'000'000));
}

std::string to_string(Decimal value, bool plus) {
    Digits rest = value.digits < 0 ? -value.digits : value.digits;
    std::string text;
    do {
        text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    if (value.exponent > 0 && value.digits != 0) text.append(static_cast<std::size_t>(value.exponent), '0');
    if (value.exponent < 0) {
        const auto places = static_cast<std::size_t>(-value.exponent);
        if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, ".");
    }
    if (value.digits < 0) return "−" + text;
    return plus && value.digits > 0 ? "+" + text : text;
}

}  // namespace zheye::content
