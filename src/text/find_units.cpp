// Marks what is never parted nor spread: numbers with their sign and unit, words (B4). Must not know lines.
#include "text/find_units.h"

namespace zheye::text {
namespace {

bool is_number_character(CharClass cls) { return cls == CharClass::digit; }

bool is_sign(char32_t code) { return code == U'+' || code == U'-' || code == U'−' || code == U'±'; }

/// 亿元, 万元, 元, 亿, 万 and their like: what the theme keeps with its number.
bool is_amount_unit(char32_t code) { return code == U'亿' || code == U'万' || code == U'元'; }

/// Whether `next` belongs to the number or word that `before` is part of.
bool holds_together(const Cluster& before, const Cluster& next) {
    const bool number = is_number_character(before.cls);
    if (number && is_number_character(next.cls)) return true;
    if (number && (next.cls == CharClass::suffix || next.cls == CharClass::latin)) return true;
    if (before.cls == CharClass::latin && (next.cls == CharClass::latin || is_number_character(next.cls))) return true;
    return (before.cls == CharClass::prefix || is_sign(before.code)) && is_number_character(next.cls);
}

/// Super- and subscripts belong to what they stand at, a fraction to itself.
bool holds_small_form(const Cluster& before, const CharStyle& style_before, const Cluster& next,
                      const CharStyle& style) {
    if (is_space(before.cls) || is_space(next.cls)) return false;
    if (style.position == Position::fraction) return style_before.position == Position::fraction;
    return style.position != Position::none;
}

}  // namespace

void find_units(Paragraph::Impl& p) {
    if (!p.on(Rule::B4)) return;
    bool in_amount = false;
    for (std::size_t i = 1; i < p.clusters.size(); ++i) {
        const Cluster& before = p.clusters[i - 1];
        Cluster& c = p.clusters[i];
        in_amount = p.style.keep_units && is_amount_unit(c.code) && (in_amount || is_number_character(before.cls));
        const bool note_mark = p.runs[c.run].style.rise > 0 && p.runs[before.run].style.rise <= 0 &&
                               p.runs[c.run].style.position != Position::fraction && !is_space(before.cls) &&
                               !is_space(c.cls);
        const bool small = holds_small_form(before, p.runs[before.run].style, c, p.runs[c.run].style);
        c.unit = c.unit || in_amount || note_mark || small || holds_together(before, c);
    }
}

}  // namespace zheye::text
