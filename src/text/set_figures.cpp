// Figures that stand under others take one width, whether or not the face has forms for it.
#include "text/set_figures.h"

#include <hb.h>

#include <algorithm>
#include <map>

namespace zheye::text {
namespace {

/// In font units.
int widest_figure(hb_font_t* font) {
    int widest = 0;
    for (char32_t code = U'0'; code <= U'9'; ++code) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(font, code, &glyph))
            widest = std::max(widest, hb_font_get_glyph_h_advance(font, glyph));
    }
    return widest;
}

}  // namespace

void set_figures(Paragraph::Impl& p, const font::FontBook& book) {
    std::map<font::FaceId, int> widest;
    for (Cluster& cluster : p.clusters) {
        const bool is_figure = cluster.code >= U'0' && cluster.code <= U'9' && cluster.glyph_count == 1;
        const CharStyle& style = p.runs[cluster.run].style;
        if (!is_figure || style.figures != Figures::column || style.position != Position::none ||
            cluster.stand != Stand::across)
            continue;
        const font::Face& face = book.face(cluster.face);
        const auto known = widest.try_emplace(cluster.face, 0);
        if (known.second) known.first->second = widest_figure(face.hb_font);
        const double scale = cluster.size / face.metrics.units_per_em;
        // What kerning took from the advance is given back.
        const int advance = hb_font_get_glyph_h_advance(face.hb_font, p.glyphs[cluster.first_glyph].id);
        const double body = std::max(known.first->second, advance) * scale;
        cluster.origin = (body - advance * scale) / 2;
        cluster.body = body;
    }
}

}  // namespace zheye::text
