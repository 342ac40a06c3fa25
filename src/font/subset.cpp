// A face and the glyphs in use → the codes of its glyphs, and the font program that goes into a PDF.
// Must not know PDF objects or text.
#include "font/subset.h"

#include "font/cff.h"
#include "font/charstrings.h"
#include "font/reduce.h"

#include <hb.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace zheye::font {

namespace {

std::string program_of(hb_face_t* reduced, Outlines outlines) {
    const HbBlob blob(outlines == Outlines::truetype ? hb_face_reference_blob(reduced)
                                                     : hb_face_reference_table(reduced, HB_TAG('C', 'F', 'F', ' ')));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, data ? size : 0};
}

/// Glyphs are numbered in their order, .notdef before all.
std::uint16_t id_in_program(std::size_t glyph, bool has_notdef) {
    return static_cast<std::uint16_t>(has_notdef ? glyph : glyph + 1);
}

bool keeps_ids(const Subset& subset, const std::vector<CodedGlyph>& glyphs) {
    return std::ranges::equal(subset.gids, glyphs, {}, {}, &CodedGlyph::code);
}

/// Of ordered glyphs; nothing if they cannot have codes of two bytes.
std::optional<std::vector<std::uint16_t>> codes_of(const Face& face, const std::vector<std::uint32_t>& glyphs) {
    if (!glyphs.empty() && glyphs.back() > 0xFFFF) return std::nullopt;
    if (face.outlines == Outlines::cff_cid) {
        const Table table(face.hb_face, HB_TAG('C', 'F', 'F', ' '));
        return cids_of(table.bytes(), glyphs);
    }
    std::vector<std::uint16_t> codes(glyphs.begin(), glyphs.end());
    if (face.outlines == Outlines::cff_named)
        for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = id_in_program(i, glyphs.front() == 0);
    return codes;
}

std::optional<Subset> of_charstrings(Charstrings& charstrings, hb_face_t* face, const std::vector<CodedGlyph>& glyphs) {
    std::vector<CidGlyph> wanted;
    wanted.reserve(glyphs.size());
    for (const auto& glyph : glyphs) wanted.push_back({glyph.source, glyph.code});
    auto program = charstrings.program(face, wanted);
    if (!program) return std::nullopt;
    Subset subset{std::move(*program), {}};
    subset.gids.reserve(glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) subset.gids.push_back(id_in_program(i, glyphs.front().source == 0));
    return subset;
}

std::optional<Subset> reduced(const Face& face, const std::vector<CodedGlyph>& glyphs) {
    std::vector<std::uint32_t> wanted;
    wanted.reserve(glyphs.size());
    for (const auto& glyph : glyphs) wanted.push_back(glyph.source);
    const ReducedFace reduced(face.hb_face, wanted);
    if (!reduced) return std::nullopt;
    Subset subset{program_of(reduced.face(), face.outlines), {}};
    if (subset.program.empty()) return std::nullopt;
    subset.gids.reserve(glyphs.size());
    for (const auto& glyph : glyphs) subset.gids.push_back(static_cast<std::uint16_t>(reduced.id_of(glyph.source)));
    return face.outlines == Outlines::truetype || keeps_ids(subset, glyphs) ? std::optional(std::move(subset))
                                                                            : std::nullopt;
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
    auto made = face.charstrings ? of_charstrings(*face.charstrings, face.hb_face, glyphs) : reduced(face, glyphs);
    if (!made) return failed(face, diagnostics);
    return std::move(*made);
}

}  // namespace zheye::font
