#include "pdf/page_glyphs.h"

namespace zheye::pdf {

PageGlyphs GlyphReader::read(const layout::Page& page) {
    PageGlyphs glyphs;
    for (const auto& item : page.frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && !run->glyphs.empty()) add(*run, glyphs);
    for (const auto& of : glyphs.faces) {
        numbers_[of.face] = 0;
        slots_[of.face].clear();
    }
    return glyphs;
}

void GlyphReader::add(const layout::GlyphRun& run, PageGlyphs& glyphs) {
    if (run.face >= numbers_.size()) {
        numbers_.resize(run.face + std::size_t{1});
        slots_.resize(numbers_.size());
    }
    auto& number = numbers_[run.face];
    if (number == 0) {
        glyphs.faces.push_back({run.face, false, false, {}});
        number = static_cast<std::uint32_t>(glyphs.faces.size());
    }
    auto& of = glyphs.faces[number - 1];
    (run.orientation == layout::Orientation::down ? of.vertical : of.horizontal) = true;
    clusters_.clear();
    append_clusters(run, clusters_);
    for (const auto& cluster : clusters_) {
        const auto first = first_meaning(of, run.glyphs[cluster.first].id);
        for (std::uint32_t i = 1; i < cluster.count; ++i)
            static_cast<void>(first_meaning(of, run.glyphs[cluster.first + i].id));
        count(of, first, cluster.text, cluster.count == 1 && !cluster.text.empty());
    }
}

std::uint32_t GlyphReader::first_meaning(PageGlyphs::OfFace& of, std::uint32_t glyph) {
    auto& slot = slots_[of.face][glyph];
    if (slot == 0) {
        of.meanings.push_back({.glyph = glyph, .text = {}});
        slot = static_cast<std::uint32_t>(of.meanings.size());
    }
    return slot - 1;
}

void GlyphReader::count(PageGlyphs::OfFace& of, std::uint32_t first, std::string_view text, bool alone) {
    std::uint32_t at = first;
    const auto is_it = [&](const PageGlyphs::Meaning& one) {
        return alone ? (one.times > 0 && one.text == text) || (one.times == 0 && one.text.empty()) : one.times == 0;
    };
    while (!is_it(of.meanings[at]) && of.meanings[at].next > 0) at = of.meanings[at].next;
    if (!is_it(of.meanings[at])) {
        const auto glyph = of.meanings[at].glyph;
        of.meanings[at].next = static_cast<std::uint32_t>(of.meanings.size());
        at = of.meanings[at].next;
        of.meanings.push_back({.glyph = glyph, .text = {}});
    }
    auto& meaning = of.meanings[at];
    if (meaning.times == 0 && meaning.text.empty()) meaning.text = text;
    if (alone) ++meaning.times;
}

}  // namespace zheye::pdf
