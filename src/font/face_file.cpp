// A font file's bytes → a HarfBuzz face, its metrics and kind of outlines. Reads name, head, OS/2, post, hhea and the
// first bytes of CFF; everything else of the mapped file stays untouched until a glyph is asked for.
#include "font/face_file.h"

#include "font/cff.h"
#include "font/reduce.h"
#include "font/sfnt.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <cmath>
#include <string_view>

namespace zheye::font {

void HbDestroy::operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
void HbDestroy::operator()(hb_face_t* face) const { hb_face_destroy(face); }
void HbDestroy::operator()(hb_font_t* font) const { hb_font_destroy(font); }

namespace {

std::string name_in(hb_face_t* face, hb_ot_name_id_t id, hb_language_t language) {
    unsigned size = 0;
    const unsigned length = hb_ot_name_get_utf8(face, id, language, &size, nullptr);
    std::string name(length, '\0');
    size = length + 1;  // the function ends the text with NUL
    hb_ot_name_get_utf8(face, id, language, &size, name.data());
    return name;
}

bool is_called(hb_face_t* face, std::string_view name) {
    unsigned count = 0;
    const auto* entries = hb_ot_name_list_names(face, &count);
    for (unsigned i = 0; i < count; ++i) {
        const auto id = entries[i].name_id;
        if (id != HB_OT_NAME_ID_FULL_NAME && id != HB_OT_NAME_ID_POSTSCRIPT_NAME) continue;
        if (name_in(face, id, entries[i].language) == name) return true;
    }
    return false;
}

/// Ascent and descent of the em box. The typographic ones where they part one em, as Han fonts have them; else the
/// foot of the ideographic em box from BASE; else the place that Han fonts agree on.
void set_em_box(hb_font_t* font, std::string_view os2, Metrics& metrics) {
    constexpr std::size_t kTypoAscender = 68, kTypoDescender = 70;
    const int em = metrics.units_per_em;
    const int ascent = i16(os2, kTypoAscender), descent = i16(os2, kTypoDescender);
    hb_position_t foot = 0;
    if (ascent > 0 && ascent - descent == em) {
        metrics.descent = descent;
    } else if (hb_ot_layout_get_baseline(font, HB_OT_LAYOUT_BASELINE_TAG_IDEO_EMBOX_BOTTOM_OR_LEFT, HB_DIRECTION_LTR,
                                         HB_TAG('h', 'a', 'n', 'i'), HB_TAG_NONE, &foot) &&
               foot <= 0 && foot > -em / 2) {
        metrics.descent = foot;
    } else {
        metrics.descent = static_cast<int>(std::lround(-0.12 * em));
    }
    metrics.ascent = em + metrics.descent;
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag, double share_of_em) {
    hb_position_t value = 0;
    if (hb_ot_metrics_get_position(font, tag, &value) && value != 0) return value;
    return static_cast<int>(std::lround(share_of_em * hb_face_get_upem(hb_font_get_face(font))));
}

Metrics read_metrics(hb_font_t* font) {
    hb_face_t* face = hb_font_get_face(font);
    const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
    const Table os2(face, HB_TAG('O', 'S', '/', '2'));
    const Table post(face, HB_TAG('p', 'o', 's', 't'));
    Metrics metrics;
    metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
    set_em_box(font, os2.bytes(), metrics);
    constexpr std::size_t kWeightClass = 4;
    metrics.weight = static_cast<int>(u16(os2.bytes(), kWeightClass));
    metrics.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0.7);
    metrics.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, 0.5);
    metrics.underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -0.1);
    metrics.underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, 0.05);
    constexpr std::size_t kXMin = 36;
    for (std::size_t i = 0; i < 4; ++i) metrics.bbox[i] = i16(head.bytes(), kXMin + 2 * i);
    metrics.italic_angle = fixed(post.bytes(), 4);
    return metrics;
}

/// OS/2 fsType: of the first four bits only Restricted License is set, or outlines are not to be embedded at all.
bool forbids_embedding(const hb_face_t* face) {
    constexpr std::size_t kFsType = 8;
    constexpr unsigned kUsage = 0x000F, kRestricted = 0x0002, kBitmapOnly = 0x0200;
    const Table os2(face, HB_TAG('O', 'S', '/', '2'));
    const unsigned type = u16(os2.bytes(), kFsType);
    return (type & kUsage) == kRestricted || (type & kBitmapOnly) != 0;
}

std::optional<Outlines> outlines_of(const hb_face_t* face) {
    const Table cff(face, HB_TAG('C', 'F', 'F', ' '));
    if (!cff.bytes().empty()) return is_cid_keyed(cff.bytes()) ? Outlines::cff_cid : Outlines::cff_named;
    const Table glyf(face, HB_TAG('g', 'l', 'y', 'f'));
    if (!glyf.bytes().empty()) return Outlines::truetype;
    return std::nullopt;
}

}  // namespace

HbBlob make_blob(const Blob& file) {
    auto* keep = new Blob(file);
    const auto bytes = keep->bytes();
    return HbBlob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, keep,
                                 [](void* blob) { delete static_cast<Blob*>(blob); }));
}

std::optional<unsigned> find_face(hb_blob_t* blob, const std::string& name) {
    const unsigned count = hb_face_count(blob);
    if (count == 0) return std::nullopt;
    if (name.empty()) return 0;
    for (unsigned index = 0; index < count; ++index) {
        const HbFace face(hb_face_create(blob, index));
        if (is_called(face.get(), name)) return index;
    }
    return std::nullopt;
}

std::optional<OpenedFace> open_face(hb_blob_t* blob, unsigned index) {
    OpenedFace opened;
    opened.hb_face.reset(hb_face_create(blob, index));
    hb_face_t* face = opened.hb_face.get();
    if (hb_face_get_glyph_count(face) == 0) return std::nullopt;
    if (Table(face, HB_TAG('c', 'm', 'a', 'p')).bytes().empty()) return std::nullopt;
    const auto outlines = outlines_of(face);
    if (!outlines) return std::nullopt;
    opened.outlines = *outlines;
    hb_face_make_immutable(face);
    opened.hb_font.reset(hb_font_create(face));  // scale = units per em and OpenType functions by default
    hb_font_make_immutable(opened.hb_font.get());
    opened.metrics = read_metrics(opened.hb_font.get());
    opened.embedding_forbidden = forbids_embedding(face);
    opened.postscript_name = name_in(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID);
    return opened;
}

}  // namespace zheye::font
