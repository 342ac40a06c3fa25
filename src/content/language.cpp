// The names and codes of languages.
#include "content/language.h"

#include <algorithm>
#include <array>

namespace zheye::content {

namespace {

struct Name {
    std::string_view zh, tag;
};
constexpr std::array kNames{
    Name{"中文", "zh-Hans"},     Name{"简体中文", "zh-Hans"}, Name{"简体", "zh-Hans"}, Name{"繁体中文", "zh-Hant"},
    Name{"繁體中文", "zh-Hant"}, Name{"繁体", "zh-Hant"},     Name{"繁體", "zh-Hant"}, Name{"英文", "en"},
    Name{"英语", "en"},          Name{"日文", "ja"},          Name{"日语", "ja"},      Name{"韩文", "ko"},
    Name{"韩语", "ko"},          Name{"朝鲜语", "ko"},        Name{"法文", "fr"},      Name{"法语", "fr"},
    Name{"德文", "de"},          Name{"德语", "de"},          Name{"俄文", "ru"},      Name{"俄语", "ru"},
    Name{"西班牙文", "es"},      Name{"西班牙语", "es"},      Name{"拉丁文", "la"},    Name{"拉丁语", "la"}};

constexpr std::string_view kCodes =
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// RFC 5646, 2.1, as far as it goes without its registry.
bool is_well_formed(std::string_view text) {
    for (bool is_first = true;; is_first = false) {
        const auto dash = text.find('-');
        const auto part = text.substr(0, dash);
        const auto is_fine = [&](char c) { return is_letter(c) || (!is_first && c >= '0' && c <= '9'); };
        if (part.empty() || part.size() > (is_first ? 3U : 8U) || !std::ranges::all_of(part, is_fine)) return false;
        if (is_first && part.size() < 2) return false;
        if (dash == std::string_view::npos) return true;
        text = text.substr(dash + 1);
    }
}

}  // namespace

std::optional<std::string> language_tag(std::string_view text) {
    if (const auto* const known = std::ranges::find(kNames, text, &Name::zh); known != kNames.end())
        return std::string(known->tag);
    if (is_well_formed(text)) return std::string(text);
    return std::nullopt;
}

bool is_common_language(std::string_view text) {
    if (std::ranges::find(kNames, text, &Name::zh) != kNames.end()) return true;
    if (!is_well_formed(text)) return false;
    std::string code(text.substr(0, text.find('-')));
    for (char& c : code) c = static_cast<char>(c | 0x20);
    return code.size() == 2 && kCodes.contains(" " + code + " ");
}

}  // namespace zheye::content
