#include "font/reduce.h"

#include <hb-subset.h>
#include <hb.h>

namespace zheye::font {

namespace {

struct DestroyInput {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};

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

}  // namespace

Table::Table(const hb_face_t* face, std::uint32_t tag) : blob_(hb_face_reference_table(face, tag)) {}

std::string_view Table::bytes() const {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob_.get(), &size);
    return {data, data ? size : 0};
}

void ReducedFace::Destroy::operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }

ReducedFace::ReducedFace(hb_face_t* full, std::span<const std::uint32_t> glyphs) {
    const std::unique_ptr<hb_subset_input_t, DestroyInput> input(hb_subset_input_create_or_fail());
    if (!input) return;
    hb_set_t* set = hb_subset_input_glyph_set(input.get());
    for (const auto glyph : glyphs) hb_set_add(set, glyph);
    // Without subroutines: half the time, and what is left of them costs more bytes than it saves, deflated or not.
    hb_subset_input_set_flags(input.get(),
                              unsigned{HB_SUBSET_FLAGS_NO_HINTING} | unsigned{HB_SUBSET_FLAGS_DESUBROUTINIZE});
    const HbFace outlines = outlines_only(full);
    plan_.reset(hb_subset_plan_create_or_fail(outlines.get(), input.get()));
    if (plan_) face_.reset(hb_subset_plan_execute_or_fail(plan_.get()));
}

std::uint32_t ReducedFace::id_of(std::uint32_t glyph) const {
    return hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(plan_.get()), glyph);
}

}  // namespace zheye::font
