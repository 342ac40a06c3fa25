// Gives full-width marks their bodies and blanks (P1, P2): a mark becomes a body of ½em that holds the ink and a blank
// before or after it, whatever advance the font gives it. Must not know what stands on a line.
#include "text/set_marks.h"

#include "base/utf8.h"
#include "text/language.h"

#include <hb.h>

#include <cmath>
#include <utility>

namespace zheye::text {
namespace {

/// The body is `em` wide; the glyph, `advance` wide, stands in its middle.
void centre(Cluster& cluster, double body) {
    cluster.origin = (body - cluster.body) / 2;
    cluster.body = body;
}

/// P1: the ink is in the right half. A font with proportional marks is pushed against the right edge all the same.
void set_opening(Cluster& cluster) {
    if (!cluster.half) return;
    const double half = cluster.size / 2;
    cluster.origin = half - cluster.body;
    cluster.body = half;
    cluster.leading = half;
}

/// P1: the ink is in the left half.
void set_closing(Cluster& cluster) {
    if (cluster.half) cluster.body = cluster.trailing = cluster.size / 2;
}

bool hangs_low(char32_t code) { return code == U'、' || code == U'，' || code == U'。' || code == U'．'; }

/// P1 in Taiwan and Hong Kong: the ink is in the middle and the mark has nothing to give. A face that draws it in a
/// corner all the same has it moved.
void set_centred(Cluster& cluster, Paragraph::Impl& p, const font::FontBook& book) {
    centre(cluster, cluster.size);
    cluster.centred = true;
    if (cluster.glyph_count == 0 || p.style.vertical) return;
    const font::Face& face = book.face(cluster.face);
    ShapedGlyph& glyph = p.glyphs[cluster.first_glyph];
    hb_glyph_extents_t ink;
    if (!hb_font_get_glyph_extents(face.hb_font, glyph.id, &ink)) return;
    constexpr double kNear = 0.1;  // em; so far from the middle the drawing of the face is kept
    const double scale = cluster.size / face.metrics.units_per_em;
    const double x = cluster.size / 2 - (cluster.origin + glyph.x + (ink.x_bearing + ink.width / 2.0) * scale);
    if (std::abs(x) > kNear * cluster.size) cluster.origin += x;
    const double middle = (face.metrics.ascent + face.metrics.descent) / 2.0 * scale;
    const double y = middle - (glyph.y + (ink.y_bearing + ink.height / 2.0) * scale);
    if (hangs_low(cluster.code) && std::abs(y) > kNear * cluster.size) glyph.y += y;
}

void set_interpunct(Cluster& cluster, const Paragraph::Impl& p) {
    const bool typed_full = cluster.code != U'·';  // ・ ‧ are typed as 1em and give way by J1 ③
    if (!typed_full && !p.on(Rule::P2)) return;
    centre(cluster, cluster.size / 2);
    if (typed_full) cluster.leading = cluster.trailing = cluster.size / 4;
}

void set_connector(Cluster& cluster, const Paragraph::Impl& p) {
    if (cluster.code != U'–' && cluster.code != U'-') return centre(cluster, cluster.size);
    if (p.on(Rule::P2)) centre(cluster, cluster.size / 2);
}

/// A face that draws the full-width solidus from corner to corner of its em has a narrow one too.
void set_solidus(Cluster& cluster, Paragraph::Impl& p, const font::FontBook& book) {
    if (!p.on(Rule::P2)) return;
    constexpr double kNarrow = 0.6;  // em
    if (cluster.body >= cluster.size * kNarrow) {
        if (cluster.glyph_count != 1 || p.style.vertical) return;
        const font::Face& face = book.face(cluster.face);
        hb_codepoint_t narrow = 0;
        if (!hb_font_get_nominal_glyph(face.hb_font, U'/', &narrow)) return;
        const double advance =
            hb_font_get_glyph_h_advance(face.hb_font, narrow) * cluster.size / face.metrics.units_per_em;
        if (advance >= cluster.size * kNarrow) return;
        p.glyphs[cluster.first_glyph] = {narrow, 0, 0, advance};
        cluster.body = advance;
    }
    centre(cluster, cluster.size / 2);
}

/// By the language, or as a variation selector asks for it (StandardizedVariants.txt of Unicode).
bool is_centred(const Cluster& cluster, const Paragraph::Impl& p) {
    if (cluster.chars > 1) {
        const auto [code, length] = utf8::decode(p.text, cluster.begin);
        const char32_t selector = utf8::decode(p.text, cluster.begin + length).code;
        if (selector == kCornerSelector) return false;
        if (selector == 0xFE01) return true;
    }
    return is_traditional_chinese(p.runs[cluster.run].style.language);
}

void set_mark(Cluster& cluster, Paragraph::Impl& p, const font::FontBook& book) {
    if (cluster.stand == Stand::combined) return;
    switch (cluster.cls) {
        case CharClass::opening:
            return set_opening(cluster);
        case CharClass::closing:
            return set_closing(cluster);
        case CharClass::comma:
        case CharClass::stop:
        case CharClass::exclamation:
            return is_centred(cluster, p) ? set_centred(cluster, p, book) : set_closing(cluster);
        case CharClass::interpunct:
            return set_interpunct(cluster, p);
        case CharClass::connector:
            return set_connector(cluster, p);
        case CharClass::dash:
        case CharClass::ellipsis:
            return centre(cluster, cluster.size * (cluster.code == U'⸺' ? 2 : cluster.chars));
        case CharClass::solidus:
            return set_solidus(cluster, p, book);
        default:
            return;
    }
}

bool is_side_exclamation(const Cluster& cluster) { return cluster.cls == CharClass::exclamation && !cluster.centred; }

/// P2: of a run of ！？ two share 1em; what is left over keeps its own. Centred ones do not. In vertical text the two
/// are one cluster.
void pair_exclamations(Paragraph::Impl& p) {
    auto& clusters = p.clusters;
    for (std::size_t i = 0; i < clusters.size();) {
        if (!is_side_exclamation(clusters[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < clusters.size() && is_side_exclamation(clusters[end])) ++end;
        const std::size_t paired = p.style.vertical ? 0 : (end - i) / 2 * 2;
        for (std::size_t k = i; k < i + paired; ++k) clusters[k].trailing = 0;
        for (std::size_t k = i + 1; k < end; ++k) clusters[k].unit = true;
        i = end;
    }
}

/// 开明式: marks inside the sentence have no blanks; that of its end stands behind the closing marks there.
void halve(Paragraph::Impl& p) {
    for (std::size_t i = 0; i < p.clusters.size(); ++i) {
        Cluster& c = p.clusters[i];
        const bool ends_sentence = c.cls == CharClass::stop || c.cls == CharClass::exclamation;
        if (is_wide_mark(c.cls) && !ends_sentence && !c.centred) {
            c.leading = 0;
            if (c.cls != CharClass::closing) c.trailing = 0;
        }
        if (c.cls != CharClass::closing) continue;
        Cluster* before = i > 0 ? &p.clusters[i - 1] : nullptr;
        c.trailing = before != nullptr && is_wide_mark(before->cls) ? std::exchange(before->trailing, 0.0) : 0;
    }
}

/// B4: —— and …… hold together. In longer runs so does each pair.
void pair_dashes(Paragraph::Impl& p) {
    std::size_t run = 0;
    for (std::size_t i = 0; i < p.clusters.size(); ++i) {
        Cluster& c = p.clusters[i];
        const bool paired = c.cls == CharClass::dash || c.cls == CharClass::ellipsis;
        const bool goes_on = paired && i > 0 && p.clusters[i - 1].cls == c.cls;
        if (!goes_on) run = 0;
        c.unit = c.unit || (goes_on && run % 2 == 1);
        run += c.chars;
    }
}

}  // namespace

void set_marks(Paragraph::Impl& p, const font::FontBook& book) {
    if (p.on(Rule::P1)) {
        for (Cluster& cluster : p.clusters) set_mark(cluster, p, book);
    }
    if (p.on(Rule::P2)) pair_exclamations(p);
    if (p.style.punctuation == PunctuationStyle::half) halve(p);
    if (p.on(Rule::B4)) pair_dashes(p);
}

}  // namespace zheye::text
