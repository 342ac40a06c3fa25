// UTF-8 bytes → characters, and what a terminal and a reader of Chinese make of them. Must not know where text comes
// from.
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace zheye::utf8 {

namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t code) {
    const auto* const at = std::ranges::lower_bound(ranges, code, {}, &Range::last);
    return at != ranges.end() && at->first <= code;
}

/// Unicode 15.1, East_Asian_Width W and F, adjoining ranges joined.
constexpr std::array<Range, 41> kWide{
    {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
     {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},
     {0x26D4, 0x26D4},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},
     {0x2753, 0x2755},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2E80, 0x303E},
     {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
     {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF},
     {0x18D00, 0x18D08}, {0x1AFF0, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
     {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1FAFF},
     {0x20000, 0x3FFFD}}};

/// What takes no column of its own: combining marks, joiners, variation selectors.
constexpr std::array<Range, 13> kNoWidth{{{0x0300, 0x036F},
                                          {0x0483, 0x0489},
                                          {0x0591, 0x05BD},
                                          {0x0610, 0x061A},
                                          {0x064B, 0x065F},
                                          {0x1AB0, 0x1AFF},
                                          {0x1DC0, 0x1DFF},
                                          {0x200B, 0x200F},
                                          {0x20D0, 0x20FF},
                                          {0x302A, 0x302D},
                                          {0x3099, 0x309A},
                                          {0xFE00, 0xFE0F},
                                          {0xE0100, 0xE01EF}}};

/// Script=Han: radicals, 々 〇 and the Suzhou numerals, the ideograph blocks up to extension I.
constexpr std::array<Range, 14> kHan{{{0x2E80, 0x2FD5},
                                      {0x3005, 0x3005},
                                      {0x3007, 0x3007},
                                      {0x3021, 0x3029},
                                      {0x3038, 0x303B},
                                      {0x3400, 0x4DBF},
                                      {0x4E00, 0x9FFF},
                                      {0xF900, 0xFAFF},
                                      {0x20000, 0x2A6DF},
                                      {0x2A700, 0x2EBE0},
                                      {0x2EBF0, 0x2EE5D},
                                      {0x2F800, 0x2FA1F},
                                      {0x30000, 0x3134A},
                                      {0x31350, 0x323AF}}};

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    const bool is_han = lead > 0xE0 && lead < 0xF0 && lead != 0xED;  // most of all: every tail is good
    if (is_han && at + 3 <= text.size())
        return (byte_at(text, at + 1) & 0xC0) == 0x80 && (byte_at(text, at + 2) & 0xC0) == 0x80 ? 3 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
    const unsigned second = byte_at(text, at + 1);
    const bool is_bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return is_bad ? 0 : length;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto length = sequence_length(text, at);
    const unsigned lead = byte_at(text, at);
    if (length == 0) return {0xFFFD, 1};
    if (length == 1) return {lead, 1};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = (code << 6) | (byte_at(text, at + i) & 0x3F);
    return {code, length};
}

void append(std::string& text, char32_t code) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto tail = [&](int shift) { put(0x80 | ((code >> shift) & 0x3F)); };
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        tail(6);
        tail(0);
    } else {
        put(0xF0 | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::u32string to_utf32(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = decode(text, at);
        result += code;
        at += length;
    }
    return result;
}

std::string from_utf32(std::u32string_view text) {
    std::string result;
    result.reserve(text.size() * 3);
    for (const auto code : text) append(result, code);
    return result;
}

std::string to_utf16be(std::string_view text) {
    std::string result;
    const auto put = [&](char32_t unit) {
        result += static_cast<char>(static_cast<unsigned char>(unit >> 8));
        result += static_cast<char>(static_cast<unsigned char>(unit));
    };
    put(0xFEFF);
    for (const auto code : to_utf32(text)) {
        if (code < 0x10000) {
            put(code);
        } else {
            put(0xD800 + ((code - 0x10000) >> 10));
            put(0xDC00 + ((code - 0x10000) & 0x3FF));
        }
    }
    return result;
}

namespace {

/// Eight bytes.
bool is_ascii(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

/// A sequence of three bytes whose first does not limit the others further (Unicode, table 3-7).
bool is_plain_three(const char* bytes) {
    const auto lead = static_cast<unsigned char>(bytes[0]);
    return lead >= 0xE1 && lead <= 0xEF && lead != 0xED && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80;
}

}  // namespace

std::optional<std::size_t> find_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // What nearly all text is made of, without looking at each rule.
        while (at + 8 <= text.size() && is_ascii(text.data() + at)) at += 8;
        while (at + 3 <= text.size() && is_plain_three(text.data() + at)) at += 3;
        if (at == text.size()) break;
        const auto length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

bool looks_like_gbk(std::string_view text) {
    std::size_t pairs = 0, usual = 0;  // usual: in the rows of GB 2312, where nearly all real text lies
    for (std::size_t at = 0; at < text.size();) {
        const unsigned lead = byte_at(text, at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        if (lead == 0x80 || lead == 0xFF) return false;
        if (at + 1 == text.size()) break;  // cut off inside a character
        const unsigned trail = byte_at(text, at + 1);
        const bool is_four = trail >= 0x30 && trail <= 0x39;
        if (!is_four && (trail < 0x40 || trail == 0x7F || trail == 0xFF)) return false;
        ++pairs;
        if (lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1) ++usual;
        at += is_four ? 4 : 2;
    }
    return pairs > 0 && usual * 4 >= pairs * 3;
}

int columns(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = decode(text, at);
        if (code < 0x300)
            ++count;
        else if (!is_in(kNoWidth, code))
            count += is_in(kWide, code) ? 2 : 1;
        at += length;
    }
    return count;
}

bool is_han(char32_t code) { return code >= 0x2E80 && is_in(kHan, code); }

}  // namespace zheye::utf8
