// What of a language tag (BCP 47) matters to the setting of text. Must not know text or fonts.
#include "text/language.h"

#include <algorithm>

namespace zheye::text {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// Tags are alike in either case (RFC 5646, 2.1.1).
bool is_same(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

bool has_language(std::string_view tag, std::string_view language) {
    return is_same(tag.substr(0, tag.find('-')), language);
}

bool has_later_part(std::string_view tag, std::string_view part) {
    for (auto dash = tag.find('-'); dash != tag.npos; dash = tag.find('-')) {
        tag = tag.substr(dash + 1);
        if (is_same(tag.substr(0, tag.find('-')), part)) return true;
    }
    return false;
}

}  // namespace

bool is_han_language(std::string_view tag) {
    return (has_language(tag, "zh") || has_language(tag, "ja")) && !has_later_part(tag, "Latn");
}

bool is_traditional_chinese(std::string_view tag) {
    if (!has_language(tag, "zh") || has_later_part(tag, "Hans")) return false;
    return has_later_part(tag, "Hant") || has_later_part(tag, "TW") || has_later_part(tag, "HK") ||
           has_later_part(tag, "MO");
}

bool is_japanese(std::string_view tag) { return has_language(tag, "ja"); }
bool is_korean(std::string_view tag) { return has_language(tag, "ko"); }

}  // namespace zheye::text
