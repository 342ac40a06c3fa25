// Marks what is never parted nor spread: numbers with their sign and unit, words, note marks (B4). Must not know lines.
#include "text/find_units.h"

#include <string_view>

namespace zheye::text {
namespace {

bool is_sign(char32_t code) { return code == U'+' || code == U'-' || code == U'−' || code == U'±'; }

/// What parts the letters of one unit: km/h, kW·h.
bool joins_unit_letters(const Cluster& c) {
    return c.cls == CharClass::narrow_symbol && (c.code == U'/' || c.code == U'·');
}

class UnitFinder {
public:
    explicit UnitFinder(Paragraph::Impl& p) : p_(p) {}

    void run() {
        for (std::size_t i = 1; i < p_.clusters.size(); ++i) {
            Cluster& c = p_.clusters[i];
            track_unit_letters(i);
            c.unit = c.unit || in_unit_letters_ || is_small_form(i) || holds_together(p_.clusters[i - 1], c);
            if (follows_number(i)) keep_measure_word(i);
        }
    }

private:
    /// Whether `next` belongs to the number or word that `before` is part of.
    bool holds_together(const Cluster& before, const Cluster& next) const {
        const bool number = before.cls == CharClass::digit;
        if (number && next.cls == CharClass::digit) return true;
        if ((number || before.cls == CharClass::suffix) && next.cls == CharClass::suffix) return true;
        if (number && next.cls == CharClass::latin) return true;
        if (before.cls == CharClass::suffix && next.cls == CharClass::latin) return true;  // 20°C
        if (before.cls == CharClass::latin && (next.cls == CharClass::latin || next.cls == CharClass::digit))
            return true;
        const bool prefix = before.cls == CharClass::prefix && p_.on(Rule::B2);
        return (prefix || is_sign(before.code)) && next.cls == CharClass::digit;
    }

    /// Letters right behind a number, and what goes on from them behind a solidus or a dot.
    void track_unit_letters(std::size_t i) {
        const Cluster &before = p_.clusters[i - 1], &c = p_.clusters[i];
        const bool begins = before.cls == CharClass::digit && c.cls == CharClass::latin;
        const bool goes_on = in_unit_letters_ && (c.cls == CharClass::latin || c.cls == CharClass::digit);
        const bool joins = in_unit_letters_ && joins_unit_letters(c) && i + 1 < p_.clusters.size() &&
                           p_.clusters[i + 1].cls == CharClass::latin;
        in_unit_letters_ = begins || goes_on || joins;
    }

    /// Marks of notes, super- and subscripts belong to what they stand at, a fraction to itself.
    bool is_small_form(std::size_t i) const {
        const Cluster &before = p_.clusters[i - 1], &c = p_.clusters[i];
        if (is_space(before.cls) || is_space(c.cls)) return false;
        const CharStyle &style = p_.runs[c.run].style, &style_before = p_.runs[before.run].style;
        if (style.position == Position::fraction) return style_before.position == Position::fraction;
        return style.position != Position::none || (style.rise > 0 && style_before.rise <= 0);
    }

    /// A space typed between number and measure word is no place to part them.
    bool follows_number(std::size_t i) const {
        if (p_.clusters[i - 1].cls == CharClass::space && i > 1) --i;
        return p_.clusters[i - 1].cls == CharClass::digit;
    }

    /// The longest of the words that the theme keeps with a number.
    void keep_measure_word(std::size_t i) {
        const std::string_view rest = std::string_view(p_.text).substr(p_.clusters[i].begin);
        std::size_t longest = 0;
        for (const std::string& word : p_.style.keep_with_number) {
            if (word.size() > longest && rest.starts_with(word)) longest = word.size();
        }
        const std::size_t end = p_.clusters[i].begin + longest;
        for (; i < p_.clusters.size() && p_.clusters[i].end <= end; ++i) p_.clusters[i].unit = true;
    }

    Paragraph::Impl& p_;
    bool in_unit_letters_ = false;
};

}  // namespace

void find_units(Paragraph::Impl& p) {
    if (p.on(Rule::B4)) UnitFinder(p).run();
}

}  // namespace zheye::text
