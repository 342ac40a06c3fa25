// Unicode's Vertical_Orientation (UAX #50), corrected by what stands together: numbers, words, acronyms, pairs of ！？.
#include "text/orient.h"

#include "text/language.h"

#include <unicode/uchar.h>

namespace zheye::text {
namespace {

constexpr std::size_t kMostDigits = 3;   // V2
constexpr std::size_t kMostLetters = 5;  // an acronym of more is read as a word

bool is_gap(const Character& c) { return is_space(c.cls) || c.cls == CharClass::no_break_space; }

/// Takes the stand of the character before it.
bool follows(const Character& c) {
    if (c.cls == CharClass::ignorable) return true;
    const auto type = u_charType(static_cast<UChar32>(c.code));
    return c.code >= 0x300 && (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK);
}

bool is_figure(const Character& c) { return c.code >= U'0' && c.code <= U'9'; }

bool is_capital(const Character& c) {
    return c.cls == CharClass::latin && u_isUUppercase(static_cast<UChar32>(c.code));
}

Stand by_property(const Character& c) {
    if (is_gap(c)) return c.cls == CharClass::ideographic_space ? Stand::upright : Stand::turned;
    const auto orientation = u_getIntPropertyValue(static_cast<UChar32>(c.code), UCHAR_VERTICAL_ORIENTATION);
    const bool upright = orientation == U_VO_UPRIGHT || orientation == U_VO_TRANSFORMED_UPRIGHT;
    if (!c.wide) return upright ? Stand::upright : Stand::turned;
    return upright && !is_wide_mark(c.cls) ? Stand::upright : Stand::form;
}

class Orienter {
public:
    Orienter(std::vector<Character>& chars, const Paragraph::Impl& p) : chars_(chars), p_(p) {}

    void run() {
        for (Character& c : chars_) c.stand = by_property(c);
        if (p_.on(Rule::V2)) {
            for (std::size_t i = 0; i < chars_.size();) i = phrase(i);
            combine_marked();
        }
        if (p_.on(Rule::P2)) pair_exclamations();
        for (std::size_t i = 1; i < chars_.size(); ++i) {
            if (!follows(chars_[i])) continue;
            chars_[i].stand = chars_[i - 1].stand;
            chars_[i].group = chars_[i - 1].group;
        }
    }

private:
    struct Token {
        std::size_t begin = 0, end = 0;
        Stand stand = Stand::turned;
    };

    /// Note marks, exponents: they stand off to the side of the line, which they do when turned.
    bool is_raised(const Character& c) const {
        const CharStyle& style = p_.runs[c.run].style;
        return style.position != Position::none || style.rise != 0;
    }

    bool is_proportional(std::size_t i) const {
        const Character& c = chars_[i];
        return !c.wide && c.cls != CharClass::ideographic_space && c.cls != CharClass::line_break;
    }

    /// A stretch of proportional characters, spaces included: where one word of it is turned, all are. Returns what
    /// comes after it.
    std::size_t phrase(std::size_t begin) {
        if (!is_proportional(begin) || is_gap(chars_[begin])) return begin + 1;
        std::vector<Token> tokens;
        std::size_t i = begin;
        while (i < chars_.size() && is_proportional(i)) {
            std::size_t end = i;
            while (end < chars_.size() && is_proportional(end) && !is_gap(chars_[end])) ++end;
            if (end > i) tokens.push_back({i, end, stand_of(i, end)});
            i = end > i ? end : i + 1;
        }
        const bool turned = std::ranges::any_of(tokens, [](const Token& t) { return t.stand == Stand::turned; });
        for (const Token& token : tokens) set(token.begin, token.end, turned ? Stand::turned : token.stand);
        return i;
    }

    /// V2.
    Stand stand_of(std::size_t begin, std::size_t end) const {
        const std::size_t count = end - begin;
        if (is_raised(chars_[begin])) return Stand::turned;
        if (count == 1) {
            const Character& c = chars_[begin];
            return c.cls == CharClass::latin || c.cls == CharClass::digit ? Stand::upright : c.stand;
        }
        std::size_t figures = 0, capitals = 0;
        bool one_style = true;
        for (std::size_t i = begin; i < end; ++i) {
            figures += is_figure(chars_[i]) ? 1 : 0;
            capitals += is_capital(chars_[i]) ? 1 : 0;
            one_style = one_style && chars_[i].run == chars_[begin].run;
        }
        const bool percent = figures + 1 == count && chars_[end - 1].code == U'%';
        if ((figures == count || percent) && count <= kMostDigits && one_style) return Stand::combined;
        return capitals == count && count <= kMostLetters ? Stand::upright : Stand::turned;
    }

    /// What the writer marked so.
    void combine_marked() {
        for (std::size_t i = 0; i < chars_.size();) {
            std::size_t end = i + 1;
            while (end < chars_.size() && chars_[end].run == chars_[i].run) ++end;
            if (p_.runs[chars_[i].run].style.upright) set(i, end, end - i > 1 ? Stand::combined : Stand::upright);
            i = end;
        }
    }

    /// P2: of a run of ！？ two share 1em, side by side.
    void pair_exclamations() {
        for (std::size_t i = 0; i + 1 < chars_.size(); ++i) {
            const Character &a = chars_[i], &b = chars_[i + 1];
            const bool pair = a.cls == CharClass::exclamation && b.cls == CharClass::exclamation && a.run == b.run &&
                              !is_traditional_chinese(p_.runs[a.run].style.language);
            if (!pair || a.stand == Stand::combined) continue;
            set(i, i + 2, Stand::combined);
            ++i;
        }
    }

    void set(std::size_t begin, std::size_t end, Stand stand) {
        if (stand == Stand::combined) ++groups_;
        for (std::size_t i = begin; i < end; ++i) {
            chars_[i].stand = stand;
            chars_[i].group = stand == Stand::combined ? groups_ : 0;
        }
    }

    std::vector<Character>& chars_;
    const Paragraph::Impl& p_;
    std::uint32_t groups_ = 0;
};

}  // namespace

void orient(std::vector<Character>& chars, const Paragraph::Impl& p) { Orienter(chars, p).run(); }

char32_t vertical_code(const Character& c) {
    if (!c.wide) return c.code;
    switch (c.code) {
        case U'“':
            return U'『';
        case U'”':
            return U'』';
        case U'‘':
            return U'「';
        case U'’':
            return U'」';
        default:
            return c.code;
    }
}

}  // namespace zheye::text
