// Decimal numbers, exactly: what is printed as a share or a change must be what a reader with a pencil gets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zheye::content {

/// `digits` × 10^`exponent`. Numbers that were read have up to 12 digits; sums and ratios of them do not overflow.
struct Decimal {
    __extension__ using Digits = __int128;
    Digits digits = 0;
    int exponent = 0;
    [[nodiscard]] bool is_negative() const { return digits < 0; }
    [[nodiscard]] bool is_zero() const { return digits == 0; }
    [[nodiscard]] double as_double() const;
};

/// 127, 4.30, 1,000, +5, -3, −3: the whole text. Commas must part thousands.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);
[[nodiscard]] Decimal shifted(Decimal, int powers_of_ten);
[[nodiscard]] Decimal operator+(Decimal, Decimal);
[[nodiscard]] Decimal operator-(Decimal, Decimal);
/// -1, 0 or 1 as a < b, a = b, a > b.
[[nodiscard]] int compare(Decimal a, Decimal b);
/// a / b in per cent with so many places, rounded half away from zero. `b` is not zero.
[[nodiscard]] Decimal per_cent(Decimal a, Decimal b, int places);
/// The largest whole number not above |a / b|, at most a million. `b` is not zero.
[[nodiscard]] int whole_times(Decimal a, Decimal b);
/// Plain digits: no exponent, no thousands' commas; zeros that the number has are kept (4.30).
[[nodiscard]] std::string to_string(Decimal, bool plus = false);

}  // namespace zheye::content
