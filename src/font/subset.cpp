// A face and the glyphs in use → the codes of its glyphs, and the font program that goes into a PDF.
// Must not know PDF objects or text.
#include "font/subset.h"

#include "font/cff.h"
#include "font/face_file.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace zheye::font {

namespace {

struct Destroy {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Destroy>;

/// The face with nothing but its outline tables: hb-subset then leaves layout, names and character map alone, which
/// takes half the time and gives half the bytes.
HbFace outlines_only(hb_face_t* face) {
    return HbFace(hb_face_create_for_tables(
        [](hb_face_t*, hb_tag_t tag, void* full) -> hb_blob_t* {
            switch (tag) {
                case HB_TAG('C', 'F', 'F', ' '):
                case HB_TAG('g', 'l', 'y', 'f'):
                case HB_TAG('l', 'o', 'c', 'a'):
                case HB_TAG('h', 'e', 'a', 'd'):
                case HB_TAG('m', 'a', 'x', 'p'):
                case HB_TAG('h', 'h', 'e', 'a'):
                case HB_TAG('h', 'm', 't', 'x'):
                    return hb_face_reference_table(static_cast<hb_face_t*>(full), tag);
                default:  // cvt, fpgm and prep too: they only serve hints
                    return nullptr;
            }
        },
        hb_face_reference(face), [](void* full) { hb_face_destroy(static_cast<hb_face_t*>(full)); }));
}

/// The reduced face and the plan that tells its glyph ids; both null if the face cannot be reduced.
struct Reduced {
    SubsetPlan plan;
    HbFace face;
};

Reduced reduce(hb_face_t* full, const std::vector<CodedGlyph>& glyphs) {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) return {};
    hb_set_t* set = hb_subset_input_glyph_set(input.get());
    for (const auto& glyph : glyphs) hb_set_add(set, glyph.source);
    // Without subroutines: half the time, and what is left of them costs more bytes than it saves, deflated or not.
    hb_subset_input_set_flags(input.get(),
                              unsigned{HB_SUBSET_FLAGS_NO_HINTING} | unsigned{HB_SUBSET_FLAGS_DESUBROUTINIZE});
    const HbFace outlines = outlines_only(full);
    SubsetPlan plan(hb_subset_plan_create_or_fail(outlines.get(), input.get()));
    if (!plan) return {};
    HbFace face(hb_subset_plan_execute_or_fail(plan.get()));
    return {std::move(plan), std::move(face)};
}

std::string program_of(hb_face_t* reduced, Outlines outlines) {
    const HbBlob blob(outlines == Outlines::truetype ? hb_face_reference_blob(reduced)
                                                     : hb_face_reference_table(reduced, HB_TAG('C', 'F', 'F', ' ')));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, data ? size : 0};
}

/// Whether hb-subset has kept the CIDs as they were, read from the program itself: what is written is what is embedded.
bool keeps_cids(const Subset& subset, const std::vector<CodedGlyph>& glyphs) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return false;
    const std::unique_ptr<FT_LibraryRec_, FT_Error (*)(FT_Library)> done(library, FT_Done_FreeType);
    FT_Face face = nullptr;  // goes with the library
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(subset.program.data()),
                           static_cast<FT_Long>(subset.program.size()), 0, &face) != 0)
        return false;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        FT_UInt cid = 0;
        if (FT_Get_CID_From_Glyph_Index(face, subset.gids[i], &cid) != 0 || cid != glyphs[i].code) return false;
    }
    return true;
}

bool keeps_ids(const Subset& subset, const std::vector<CodedGlyph>& glyphs) {
    return std::ranges::equal(subset.gids, glyphs, {}, {}, &CodedGlyph::code);
}

/// Of ordered glyphs; nothing if they cannot have codes of two bytes.
std::optional<std::vector<std::uint16_t>> codes_of(const Face& face, const std::vector<std::uint32_t>& glyphs) {
    if (!glyphs.empty() && glyphs.back() > 0xFFFF) return std::nullopt;
    if (face.outlines == Outlines::cff_cid) {
        const HbBlob table(hb_face_reference_table(face.hb_face, HB_TAG('C', 'F', 'F', ' ')));
        unsigned size = 0;
        const char* data = hb_blob_get_data(table.get(), &size);
        return cids_of({data, data ? size : 0}, glyphs);
    }
    std::vector<std::uint16_t> codes(glyphs.begin(), glyphs.end());
    // hb-subset numbers glyphs in their order, .notdef before all.
    if (face.outlines == Outlines::cff_named)
        for (std::size_t i = 0; i < codes.size(); ++i)
            codes[i] = static_cast<std::uint16_t>(glyphs.front() == 0 ? i : i + 1);
    return codes;
}

std::unexpected<diag::Failed> failed(const Face& face, diag::Diagnostics& diagnostics) {
    diagnostics.error(
        "font-subset-failed", {},
        {"字体“" + face.name + "”无法取出所用的字形，文件可能已损坏",
         "the glyphs in use could not be taken out of the font '" + face.name + "'; its file may be broken"});
    return std::unexpected(diag::Failed{});
}

}  // namespace

diag::Result<std::vector<CodedGlyph>> coded(const Face& face, std::vector<std::uint32_t> glyphs,
                                            diag::Diagnostics& diagnostics) {
    std::sort(glyphs.begin(), glyphs.end());
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    if (!glyphs.empty() && glyphs.back() >= hb_face_get_glyph_count(face.hb_face)) return failed(face, diagnostics);
    const auto codes = codes_of(face, glyphs);
    if (!codes) return failed(face, diagnostics);
    std::vector<CodedGlyph> result;
    result.reserve(glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const auto source = glyphs[i];
        hb_position_t x = 0, y = 0;
        hb_font_get_glyph_v_origin(face.hb_font, source, &x, &y);
        result.push_back({source, (*codes)[i], hb_font_get_glyph_h_advance(face.hb_font, source),
                          -hb_font_get_glyph_v_advance(face.hb_font, source), x, y});
    }
    return result;
}

diag::Result<Subset> subset(const Face& face, const std::vector<CodedGlyph>& glyphs, diag::Diagnostics& diagnostics) {
    const Reduced reduced = reduce(face.hb_face, glyphs);
    if (!reduced.face) return failed(face, diagnostics);
    Subset result;
    result.program = program_of(reduced.face.get(), face.outlines);
    if (result.program.empty()) return failed(face, diagnostics);
    const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(reduced.plan.get());
    result.gids.reserve(glyphs.size());
    for (const auto& glyph : glyphs)
        result.gids.push_back(static_cast<std::uint16_t>(hb_map_get(new_ids, glyph.source)));
    const bool kept = face.outlines == Outlines::truetype  ? true
                      : face.outlines == Outlines::cff_cid ? keeps_cids(result, glyphs)
                                                           : keeps_ids(result, glyphs);
    if (!kept) return failed(face, diagnostics);
    return result;
}

}  // namespace zheye::font
