// Numbers and strings → PDF text. Numbers are whole thousandths (or finer) inside, so no locale and no printf is asked.
// Must not know objects or pages.
#include "pdf/syntax.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace zheye::pdf {

namespace {

constexpr std::array<std::int64_t, 7> kPowers = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
constexpr std::string_view kHex = "0123456789ABCDEF";

void append_scaled(std::string& to, std::int64_t value, int decimals) {
    if (value < 0) {
        to += '-';
        value = -value;
    }
    while (decimals > 0 && value % 10 == 0) {
        value /= 10;
        --decimals;
    }
    std::array<char, 24> digits;
    const auto whole = value / kPowers[decimals];
    to.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), whole).ptr);
    if (decimals == 0) return;
    to += '.';
    auto rest = value % kPowers[decimals];
    for (int place = decimals - 1; place >= 0; --place) {
        to += static_cast<char>('0' + rest / kPowers[place]);
        rest %= kPowers[place];
    }
}

}  // namespace

void append_number(std::string& to, double value, int decimals) {
    assert(std::isfinite(value) && "a number that is none reached the page");
    if (!std::isfinite(value)) value = 0;
    value = std::clamp(value, -1e9, 1e9);
    append_scaled(to, std::llround(value * static_cast<double>(kPowers[decimals])), decimals);
}

void append_whole(std::string& to, std::uint64_t value) {
    std::array<char, 20> digits;
    to.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void append_thousandths(std::string& to, std::int64_t value) { append_scaled(to, value, 3); }

void append_hex(std::string& to, std::string_view bytes) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        to += kHex[byte >> 4];
        to += kHex[byte & 15];
    }
}

void append_code(std::string& to, std::uint16_t code) {
    const char digits[4] = {kHex[code >> 12], kHex[code >> 8 & 15], kHex[code >> 4 & 15], kHex[code & 15]};
    to.append(digits, 4);
}

std::string text_bytes(std::string_view utf8) {
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return ascii ? std::string(utf8) : utf8::to_utf16be(utf8);
}

std::string text_string(std::string_view utf8) {
    std::string text = "<";
    append_hex(text, text_bytes(utf8));
    return text + '>';
}

bool is_space(char32_t code) {
    return code == ' ' || (code >= 9 && code <= 13) || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

}  // namespace zheye::pdf
