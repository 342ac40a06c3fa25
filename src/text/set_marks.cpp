// Gives full-width marks their bodies and blanks (P1, P2): a mark becomes a body of ½em that holds the ink and a blank
// before or after it, whatever advance the font gives it. Must not know what stands on a line.
#include "text/set_marks.h"

namespace zheye::text {
namespace {

/// The body is `em` wide; the glyph, `advance` wide, stands in its middle.
void centre(Cluster& cluster, double body) {
    cluster.origin = (body - cluster.body) / 2;
    cluster.body = body;
}

/// P1: the ink is in the right half. A font with proportional marks is pushed against the right edge all the same.
void set_opening(Cluster& cluster) {
    const double half = cluster.size / 2;
    cluster.origin = half - cluster.body;
    cluster.body = half;
    cluster.leading = half;
}

/// P1: the ink is in the left half. In Taiwan and Hong Kong stops stand in the middle and have nothing to give.
void set_closing(Cluster& cluster, bool centred) {
    if (centred) return centre(cluster, cluster.size);
    cluster.body = cluster.trailing = cluster.size / 2;
}

void set_interpunct(Cluster& cluster, const Paragraph::Impl& p) {
    const bool typed_full = cluster.code != U'·';  // ・ ‧ are typed as 1em and give way by J1 ③
    if (!typed_full && !p.on(Rule::P2)) return;
    centre(cluster, cluster.size / 2);
    if (typed_full) cluster.leading = cluster.trailing = cluster.size / 4;
}

void set_connector(Cluster& cluster, const Paragraph::Impl& p) {
    if (cluster.code != U'–') return centre(cluster, cluster.size);
    if (p.on(Rule::P2)) centre(cluster, cluster.size / 2);
}

/// A font may have a solidus too wide for ½em; it keeps its width then.
void set_solidus(Cluster& cluster, const Paragraph::Impl& p) {
    if (p.on(Rule::P2) && cluster.body < cluster.size * 0.6) centre(cluster, cluster.size / 2);
}

void set_mark(Cluster& cluster, const Paragraph::Impl& p, bool centred_stops) {
    switch (cluster.cls) {
        case CharClass::opening:
            return set_opening(cluster);
        case CharClass::closing:
            return set_closing(cluster, false);
        case CharClass::comma:
        case CharClass::stop:
        case CharClass::exclamation:
            return set_closing(cluster, centred_stops);
        case CharClass::interpunct:
            return set_interpunct(cluster, p);
        case CharClass::connector:
            return set_connector(cluster, p);
        case CharClass::dash:
        case CharClass::ellipsis:
            return centre(cluster, cluster.size * (cluster.code == U'⸺' ? 2 : cluster.chars));
        case CharClass::solidus:
            return set_solidus(cluster, p);
        default:
            return;
    }
}

/// P2: of a run of ！？ two share 1em; what is left over keeps its own.
void pair_exclamations(Paragraph::Impl& p) {
    auto& clusters = p.clusters;
    for (std::size_t i = 0; i < clusters.size();) {
        if (clusters[i].cls != CharClass::exclamation) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < clusters.size() && clusters[end].cls == CharClass::exclamation) ++end;
        const std::size_t paired = (end - i) / 2 * 2;
        for (std::size_t k = i; k < i + paired; ++k) clusters[k].trailing = 0;
        for (std::size_t k = i + 1; k < end; ++k) clusters[k].unit = true;
        i = end;
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

void set_marks(Paragraph::Impl& p) {
    const std::string& language = p.style.language;
    const bool centred_stops =
        language.starts_with("zh-Hant") || language.starts_with("zh-TW") || language.starts_with("zh-HK");
    if (p.on(Rule::P1)) {
        for (Cluster& cluster : p.clusters) set_mark(cluster, p, centred_stops);
    }
    if (p.on(Rule::P2) && !centred_stops) pair_exclamations(p);
    if (p.on(Rule::B4)) pair_dashes(p);
}

}  // namespace zheye::text
