// Subset fonts → Type 0 font objects with Identity-H or Identity-V encoding (PDF 32000-1, 9.7). Must not know pages.
#include "pdf/fonts.h"

#include "base/hash.h"
#include "pdf/font_tables.h"
#include "pdf/memory.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace zheye::pdf {

namespace {

constexpr int kSymbolic = 4, kItalic = 64;  // PDF 32000-1, table 123
constexpr int kStemV = 80;                  // readers that substitute want one; an embedded font does not need it

/// "ABCDEF+": the same for the same glyphs, different for different ones.
std::string subset_tag(const Hash128& print) {
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + print[i] % 26);
    return tag + '+';
}

/// A PostScript name may hold anything in a broken font; a PDF name here holds what needs no escape.
std::string plain_name(const std::string& name) {
    std::string plain;
    for (const char c : name)
        if (c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) plain += c;
    if (plain.size() > 100) plain.resize(100);
    return plain.empty() ? "Font" : plain;
}

Ref descriptor(Objects& objects, const font::Face& face, const std::string& name, Ref file) {
    const auto& metrics = face.metrics;
    const double scale = 1000.0 / metrics.units_per_em;
    auto dict = objects.add();
    dict.name("Type", "FontDescriptor").name("FontName", name);
    dict.number("Flags", kSymbolic | (metrics.italic_angle != 0 ? kItalic : 0));
    auto box = dict.array("FontBBox");
    for (const int edge : metrics.bbox) box.number(static_cast<int>(std::lround(edge * scale)));
    dict.real("ItalicAngle", metrics.italic_angle).real("Ascent", std::round(metrics.ascent * scale));
    dict.real("Descent", std::round(metrics.descent * scale)).real("CapHeight", std::round(metrics.cap_height * scale));
    dict.number("StemV", kStemV);
    dict.ref(face.outlines == font::Outlines::truetype ? "FontFile2" : "FontFile3", file);
    return dict.ref();
}

}  // namespace

std::shared_ptr<const FontTables> FontSet::tables_of(const UsedFont& font, Memory* memory) {
    FontTables tables;
    if (memory) {
        Fingerprint print;
        print.add(font.print_).add(font.vertical_);
        for (const auto& glyph : font.glyphs_) print.add(glyph.print);
        tables.key = print.hash();
        if (auto known = memory->tables.find(*tables.key)) return known;
    }
    auto glyphs = font.glyphs_;
    std::ranges::sort(glyphs, {}, &FontGlyph::code);
    const double common = default_width(glyphs);
    tables.widths = "/DW ";
    append_number(tables.widths, common);
    tables.widths +=
        "/W[" + width_array(glyphs, common) + "]" + (font.vertical_ ? vertical_widths(glyphs) : std::string());
    tables.unicode = to_unicode(glyphs);
    auto made = std::make_shared<const FontTables>(std::move(tables));
    return memory ? memory->tables.keep(*made->key, made) : made;
}

FontSet::Refs FontSet::embed(Objects& objects, const font::FontBook& book, Memory* memory) {
    Refs refs;
    for (auto& font : fonts_) {
        const auto& face = book.face(font.face_);
        const bool truetype = face.outlines == font::Outlines::truetype;
        const auto tables = tables_of(font, memory);
        const auto name = subset_tag(font.print_) + plain_name(face.postscript_name);

        auto cid_font = objects.add();
        cid_font.name("Type", "Font").name("Subtype", truetype ? "CIDFontType2" : "CIDFontType0");
        cid_font.name("BaseFont", name);
        cid_font.dict("CIDSystemInfo").bytes("Registry", "Adobe").bytes("Ordering", "Identity").number("Supplement", 0);
        auto program = objects.add_stream(Blob());
        if (!truetype) program.name("Subtype", "CIDFontType0C");
        cid_font.ref("FontDescriptor", descriptor(objects, face, name, program.ref()));
        objects.entries(cid_font.ref(), tables->widths);
        const auto glyph_map = truetype ? objects.add_stream(Blob()).ref() : Ref();
        if (glyph_map) cid_font.ref("CIDToGIDMap", glyph_map);
        program_refs_.push_back({program.ref(), glyph_map});

        const auto type0 = [&](const char* encoding) {
            auto dict = objects.add();
            dict.name("Type", "Font").name("Subtype", "Type0").name("BaseFont", name).name("Encoding", encoding);
            dict.array("DescendantFonts").ref(cid_font.ref());
            return dict;
        };
        auto horizontal = font.horizontal_ ? std::optional(type0("Identity-H")) : std::nullopt;
        auto vertical = font.vertical_ ? std::optional(type0("Identity-V")) : std::nullopt;
        const auto unicode = objects.add_stream(tables->unicode, true, tables->key).ref();
        if (horizontal) horizontal->ref("ToUnicode", unicode);
        if (vertical) vertical->ref("ToUnicode", unicode);
        refs.horizontal.push_back(horizontal ? horizontal->ref() : Ref());
        refs.vertical.push_back(vertical ? vertical->ref() : Ref());
    }
    return refs;
}

bool FontSet::embed_programs(Objects& objects, diag::Diagnostics& diagnostics) {
    const auto programs = programs_.take(diagnostics);
    if (!programs) return false;
    const auto put = [&](Ref stream, const Blob& bytes, bool deflated) {
        auto& body = objects.body(stream.number());
        body.shared = bytes;
        body.deflated = deflated;
    };
    for (std::size_t i = 0; i < program_refs_.size(); ++i) {
        const auto& refs = program_refs_[i];
        const auto& program = *(*programs)[i];
        put(refs.program, program.bytes, program.deflated);
        if (!refs.glyph_map) continue;
        put(refs.glyph_map, program.glyph_map, program.deflated);
        Dict(refs.program.object()).number("Length1", static_cast<int>(program.length));
    }
    return true;
}

}  // namespace zheye::pdf
