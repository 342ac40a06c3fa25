// Items → glyphs and clusters, by HarfBuzz. Must not know classes' rules, gaps or lines.
#include "text/shape_items.h"

#include "text/orient.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <memory>

namespace zheye::text {
namespace {

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, BufferDeleter>;

/// At most the six of features(), a form, and one that a form is not to be.
struct Features {
    std::array<hb_feature_t, 8> list;
    unsigned count = 0;
    void add(hb_tag_t tag, std::uint32_t value, unsigned begin = HB_FEATURE_GLOBAL_START,
             unsigned end = HB_FEATURE_GLOBAL_END) {
        list[count++] = {tag, value, begin, end};
    }
};

/// Han stands on the grid of the em: no kerning. A CJK face that serves as the Latin one has the proportional
/// quotation marks of P3 behind `pwid`, the solidus of ½em (P2) behind `hwid`.
Features features(const Character& first, const RunInfo& run, bool quotes) {
    Features result;
    if (run.feature != 0) result.add(run.feature, 1);
    if (run.style.figures != Figures::proportional) result.add(HB_TAG('t', 'n', 'u', 'm'), 1);
    const bool upright = first.stand == Stand::upright || first.stand == Stand::form;
    if (upright) result.add(HB_TAG('v', 'k', 'r', 'n'), 0);
    if (first.wide || upright) {
        result.add(HB_TAG('k', 'e', 'r', 'n'), 0);
        if (first.cls == CharClass::solidus) result.add(HB_TAG('h', 'w', 'i', 'd'), 1);
        return result;
    }
    if (quotes) result.add(HB_TAG('p', 'w', 'i', 'd'), 1);
    if (run.style.tracking != 0) {
        result.add(HB_TAG('l', 'i', 'g', 'a'), 0);
        result.add(HB_TAG('c', 'l', 'i', 'g'), 0);
    }
    return result;
}

bool is_quote(const Character& c) {
    return c.code >= 0x2018 && c.code <= 0x201D &&
           (c.cls == CharClass::narrow_opening || c.cls == CharClass::narrow_closing);
}

class ItemShaper {
public:
    ItemShaper(const std::vector<Character>& chars, const font::FontBook& book, Paragraph::Impl& p,
               diag::Diagnostics& diagnostics)
        : chars_(chars), book_(book), p_(p), diagnostics_(diagnostics), buffer_(hb_buffer_create()) {
        for (const RunInfo& run : p.runs) languages_.push_back(language_of(run.style.language));
    }

    void shape(const Item& item) {
        const Character& first = chars_[item.begin];
        if (first.missing || first.cls == CharClass::line_break) return add_empty(item);
        if (first.stand == Stand::combined) return shape_combined(item);
        if (first.stand == Stand::upright || first.stand == Stand::form) return shape_upright(item);
        run_shaper(item);
        collect(item, first.stand);
    }

private:
    static hb_language_t language_of(const std::string& tag) {
        return hb_language_from_string(tag.c_str(), static_cast<int>(tag.size()));
    }

    std::uint32_t byte_at(std::uint32_t index) const {
        return index < chars_.size() ? chars_[index].begin : static_cast<std::uint32_t>(p_.text.size());
    }

    Cluster make_cluster(std::uint32_t begin, std::uint32_t end) const {
        const Character& c = chars_[begin];
        Cluster cluster;
        cluster.begin = byte_at(begin);
        cluster.end = byte_at(end);
        cluster.first_glyph = static_cast<std::uint32_t>(p_.glyphs.size());
        cluster.run = c.run;
        cluster.face = c.face;
        cluster.cls = c.cls;
        cluster.wide = c.wide;
        cluster.chars = static_cast<std::uint8_t>(std::min<std::uint32_t>(end - begin, 255));
        cluster.code = c.code;
        cluster.size = size_of(c);
        return cluster;
    }

    double size_of(const Character& c) const {
        const bool on_grid = c.wide || c.stand == Stand::upright || c.stand == Stand::combined;
        return p_.runs[c.run].style.size * (on_grid || is_space(c.cls) ? 1 : p_.style.latin_scale);
    }

    /// Characters without a glyph: forced line ends, and missing ones, which were reported.
    void add_empty(const Item& item) {
        for (std::uint32_t i = item.begin; i < item.end; ++i) {
            Cluster cluster = make_cluster(i, i + 1);
            if (chars_[i].missing) cluster.body = cluster.size;
            p_.clusters.push_back(cluster);
        }
    }

    /// V1. A font without a vertical form of a mark shows it turned.
    void shape_upright(const Item& item) {
        const Character& first = chars_[item.begin];
        const bool vertical = p_.on(Rule::V1);
        run_shaper(item, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
        if (first.stand == Stand::upright || !vertical || has_vertical_form(item)) return collect(item, Stand::upright);
        run_shaper(item);
        collect(item, Stand::turned);
    }

    /// Whether the shaper found another glyph than the one for horizontal lines, or was asked for another character.
    bool has_vertical_form(const Item& item) const {
        const Character& c = chars_[item.begin];
        hb_codepoint_t nominal = 0;
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
        if (!hb_font_get_nominal_glyph(book_.face(c.face).hb_font, vertical_code(c), &nominal)) return true;
        return count > 0 && (infos[0].codepoint != nominal || (vertical_code(c) != c.code && nominal != 0));
    }

    /// V2: at their own width where that is at most 1em, else by the font's narrower forms, else narrowed.
    void shape_combined(const Item& item) {
        constexpr double kLeast = 0.5;
        const Character& first = chars_[item.begin];
        if (first.cls == CharClass::exclamation) return set_across(item, 0, 1);
        const double em = p_.runs[first.run].style.size;
        double narrowest = 0;
        hb_tag_t best = 0;
        for (const hb_tag_t form : {hb_tag_t{0}, HB_TAG('h', 'w', 'i', 'd'), HB_TAG('t', 'w', 'i', 'd')}) {
            run_shaper(item, HB_DIRECTION_LTR, form);
            const double width = shaped_width(first);
            if (narrowest == 0 || width < narrowest) narrowest = width, best = form;
            if (width <= em * 1.001) break;
        }
        const double narrow = std::min(1.0, em / std::max(narrowest, 1e-3));
        if (narrow >= kLeast) return set_across(item, best, narrow);
        if (p_.runs[first.run].style.upright) report_too_long(item);
        run_shaper(item);
        collect(item, Stand::turned);
    }

    /// Marked by the writer, but not to be read in one em.
    void report_too_long(const Item& item) const {
        const std::uint32_t begin = byte_at(item.begin), end = byte_at(item.end);
        const std::string text = p_.text.substr(begin, end - begin);
        diagnostics_.warning(
            "upright-too-long", span_of(p_.runs[chars_[item.begin].run], begin, end),
            {"“" + text + "”太长，一个字的宽度里横着放不下，顺着行躺下了",
             "\"" + text + "\" is too long to stand across within one character: it lies along the line"},
            {{"横排用于两三位的数字和很短的词；把这里的标记去掉",
              "upright is for two or three figures or a very short word; leave the mark out here"}});
    }

    double shaped_width(const Character& first) const {
        unsigned count = 0;
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
        double width = 0;
        for (unsigned g = 0; g < count; ++g) width += positions[g].x_advance;
        return width * p_.runs[first.run].style.size / book_.face(first.face).metrics.units_per_em;
    }

    /// All characters of the item as one cluster of 1em, side by side, their capitals in the middle of its height; two
    /// marks of which each has its ink in its left half, by their halves.
    void set_across(const Item& item, hb_tag_t form, double narrow) {
        run_shaper(item, HB_DIRECTION_LTR, form);
        const Character& first = chars_[item.begin];
        const font::Metrics& metrics = book_.face(first.face).metrics;
        const double em = p_.runs[first.run].style.size, unit = em / metrics.units_per_em;
        const bool halves = first.cls == CharClass::exclamation;
        Cluster cluster = make_cluster(item.begin, item.end);
        cluster.stand = Stand::combined;
        cluster.wide = true;
        cluster.body = em;
        cluster.narrow = narrow;
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
        const double middle = first.wide ? (metrics.ascent + metrics.descent) / 2.0 : metrics.cap_height / 2.0;
        const double baseline = em / 2 + middle * unit;
        double pen = halves ? -em / 2 : -shaped_width(first) * narrow / 2;
        for (unsigned g = 0; g < count; ++g) {
            if (infos[g].codepoint == 0) {
                report(infos[g].cluster, g + 1 < count ? infos[g + 1].cluster : item.end);
                continue;
            }
            const double advance = halves ? em / 2 : positions[g].x_advance * unit * narrow;
            hb_font_t* font = book_.face(first.face).hb_font;
            hb_position_t x = 0, y = 0;
            hb_font_get_glyph_v_origin(font, infos[g].codepoint, &x, &y);
            p_.glyphs.push_back({infos[g].codepoint, baseline - (positions[g].y_offset + y) * unit,
                                 pen + (positions[g].x_offset + x) * unit * narrow,
                                 -hb_font_get_glyph_v_advance(font, infos[g].codepoint) * unit});
            pen += advance;
            ++cluster.glyph_count;
        }
        p_.clusters.push_back(cluster);
    }

    void run_shaper(const Item& item, hb_direction_t direction = HB_DIRECTION_LTR, hb_tag_t form = 0) {
        hb_buffer_clear_contents(buffer_.get());
        bool quotes = false;
        for (std::uint32_t i = item.begin; i < item.end; ++i) {
            const Character& c = chars_[i];
            const bool tab = c.code == U'\t' || c.code == U'\r';
            const char32_t code = c.drawn != 0 ? c.drawn : direction == HB_DIRECTION_TTB ? vertical_code(c) : c.code;
            hb_buffer_add(buffer_.get(), tab ? U' ' : code, i);
            quotes = quotes || is_quote(c);
        }
        hb_buffer_set_content_type(buffer_.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_set_direction(buffer_.get(), direction);
        const Character& first = chars_[item.begin];
        hb_buffer_set_script(buffer_.get(), static_cast<hb_script_t>(first.script));
        hb_buffer_set_language(buffer_.get(), languages_[first.run]);
        Features wanted = features(first, p_.runs[first.run], quotes);
        if (form != 0) wanted.add(form, 1);
        // The form of the language would take the place of the one that the selector asks for.
        if (item.begin + 1 < item.end && chars_[item.begin + 1].code == kCornerSelector)
            wanted.add(HB_TAG('l', 'o', 'c', 'l'), 0);
        hb_shape(book_.face(first.face).hb_font, buffer_.get(), wanted.list.data(), wanted.count);
    }

    /// Where a glyph's pen stands against the line's, and how far the line's pen goes.
    struct Place {
        double x = 0, y = 0, advance = 0;
    };
    Place place(const hb_glyph_info_t& info, const hb_glyph_position_t& position, Stand stand, double scale) const {
        if (stand != Stand::upright)
            return {position.x_offset * scale, position.y_offset * scale, position.x_advance * scale};
        hb_position_t x = 0, y = 0;
        hb_font_get_glyph_v_origin(book_.face(chars_[info.cluster].face).hb_font, info.codepoint, &x, &y);
        if (!p_.on(Rule::V1)) return {0, 0, p_.runs[chars_[info.cluster].run].style.size};  // for comparison
        return {-(position.y_offset + y) * scale, (position.x_offset + x) * scale, -position.y_advance * scale};
    }

    /// pt by which a turned glyph is lowered so that it looks centred on the line: Latin by the em box of the Han
    /// beside it, a mark by its ink.
    double lowering(const Item& item, hb_codepoint_t glyph) const {
        const Character& c = chars_[item.begin];
        const font::Metrics& metrics = book_.main_face(p_.runs[c.run].style.chain).metrics;
        const double em = p_.runs[c.run].style.size;
        hb_glyph_extents_t ink{};
        if (!c.wide || !hb_font_get_glyph_extents(book_.face(c.face).hb_font, glyph, &ink))
            return (metrics.ascent + metrics.descent) / 2.0 * em / metrics.units_per_em;
        return (ink.y_bearing + ink.height / 2.0) * em / book_.face(c.face).metrics.units_per_em;
    }

    /// P1 along the vertical line: whether the ink of the cluster's one glyph lies in the half where the class wants
    /// it.
    bool leaves_half(const Cluster& cluster) const {
        if (cluster.stand != Stand::upright || cluster.glyph_count != 1 || !is_wide_mark(cluster.cls)) return true;
        const font::Face& face = book_.face(cluster.face);
        const ShapedGlyph& glyph = p_.glyphs[cluster.first_glyph];
        hb_glyph_extents_t ink{};
        hb_position_t x = 0, y = 0;
        if (!hb_font_get_glyph_extents(face.hb_font, glyph.id, &ink)) return true;
        hb_font_get_glyph_v_origin(face.hb_font, glyph.id, &x, &y);
        const double scale = cluster.size / face.metrics.units_per_em;
        const double top = glyph.x + (y - ink.y_bearing) * scale, bottom = top - ink.height * scale;
        const double half = cluster.size / 2, give = cluster.size * 0.02;
        return cluster.cls == CharClass::opening ? top >= half - give : bottom <= half + give;
    }

    void collect(const Item& item, Stand stand) {
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
        const Character& first = chars_[item.begin];
        const double scale = size_of(first) / book_.face(first.face).metrics.units_per_em;
        for (unsigned g = 0; g < count;) {
            unsigned next = g + 1;
            while (next < count && infos[next].cluster == infos[g].cluster) ++next;
            const std::uint32_t end = next < count ? infos[next].cluster : item.end;
            Cluster cluster = make_cluster(infos[g].cluster, end);
            for (; g < next; ++g) {
                if (infos[g].codepoint == 0) {
                    if (cluster.cls != CharClass::ignorable) report(infos[g].cluster, end);
                    continue;
                }
                const Place at = place(infos[g], positions[g], stand, scale);
                const double lower = stand == Stand::turned ? lowering(item, infos[g].codepoint) : 0;
                p_.glyphs.push_back({infos[g].codepoint, cluster.body + at.x, at.y - lower, at.advance});
                cluster.body += at.advance;
                ++cluster.glyph_count;
            }
            cluster.stand = stand;
            cluster.wide = cluster.wide || stand == Stand::upright;
            cluster.half = leaves_half(cluster);
            p_.clusters.push_back(cluster);
        }
    }

    /// The first of the characters that the face lacks is the one that is missing.
    void report(std::uint32_t begin, std::uint32_t end) const {
        hb_font_t* font = book_.face(chars_[begin].face).hb_font;
        hb_codepoint_t glyph = 0;
        std::uint32_t i = begin;
        while (i + 1 < end && hb_font_get_nominal_glyph(font, chars_[i].code, &glyph)) ++i;
        report_missing(chars_[i], byte_at(i + 1), p_, book_, diagnostics_);
    }

    const std::vector<Character>& chars_;
    const font::FontBook& book_;
    Paragraph::Impl& p_;
    diag::Diagnostics& diagnostics_;
    Buffer buffer_;
    std::vector<hb_language_t> languages_;  ///< of every run
};

}  // namespace

void shape_items(const std::vector<Character>& chars, const std::vector<Item>& items, const font::FontBook& book,
                 Paragraph::Impl& p, diag::Diagnostics& diagnostics) {
    p.clusters.reserve(chars.size());
    p.glyphs.reserve(chars.size());
    ItemShaper shaper(chars, book, p, diagnostics);
    for (const Item& item : items) shaper.shape(item);
}

}  // namespace zheye::text
