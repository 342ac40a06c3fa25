// Items → glyphs and clusters, by HarfBuzz. Must not know classes' rules, gaps or lines.
#include "text/shape_items.h"

#include <hb.h>

#include <array>
#include <memory>

namespace zheye::text {
namespace {

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, BufferDeleter>;

/// At most the six of features().
struct Features {
    std::array<hb_feature_t, 6> list;
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
    if (first.wide) {
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
        run_shaper(item);
        collect(item);
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
        return p_.runs[c.run].style.size * (c.wide || is_space(c.cls) ? 1 : p_.style.latin_scale);
    }

    /// Characters without a glyph: forced line ends, and missing ones, which were reported.
    void add_empty(const Item& item) {
        for (std::uint32_t i = item.begin; i < item.end; ++i) {
            Cluster cluster = make_cluster(i, i + 1);
            if (chars_[i].missing) cluster.body = cluster.size;
            p_.clusters.push_back(cluster);
        }
    }

    void run_shaper(const Item& item) {
        hb_buffer_clear_contents(buffer_.get());
        bool quotes = false;
        for (std::uint32_t i = item.begin; i < item.end; ++i) {
            const Character& c = chars_[i];
            const bool tab = c.code == U'\t' || c.code == U'\r';
            hb_buffer_add(buffer_.get(), tab ? U' ' : c.drawn != 0 ? c.drawn : c.code, i);
            quotes = quotes || is_quote(c);
        }
        hb_buffer_set_content_type(buffer_.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_set_direction(buffer_.get(), HB_DIRECTION_LTR);
        const Character& first = chars_[item.begin];
        hb_buffer_set_script(buffer_.get(), static_cast<hb_script_t>(first.script));
        hb_buffer_set_language(buffer_.get(), languages_[first.run]);
        const Features wanted = features(first, p_.runs[first.run], quotes);
        hb_shape(book_.face(first.face).hb_font, buffer_.get(), wanted.list.data(), wanted.count);
    }

    void collect(const Item& item) {
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
                p_.glyphs.push_back({infos[g].codepoint, cluster.body + positions[g].x_offset * scale,
                                     positions[g].y_offset * scale, positions[g].x_advance * scale});
                cluster.body += positions[g].x_advance * scale;
                ++cluster.glyph_count;
            }
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
