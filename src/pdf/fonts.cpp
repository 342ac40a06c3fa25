// The glyphs of all pages → subset fonts. Counts what every glyph stands for, so that ToUnicode says what is most often
// true and only the exceptions need ActualText. Must not know how glyphs are placed.
#include "pdf/fonts.h"

#include "base/hash.h"
#include "pdf/memory.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace zheye::pdf {

namespace {

constexpr std::size_t kNoFont = static_cast<std::size_t>(-1);

/// What one glyph was seen to stand for; the texts are those of the pages.
struct Meaning {
    std::string_view text;
    std::uint32_t times = 0;
    std::uint32_t next = 0;  ///< index of another meaning of the same glyph; 0: there is none
};
struct Meanings {
    std::uint32_t first = 0;    ///< index; 0: none
    std::string_view fallback;  ///< the text of a cluster it began together with others
};

/// Of what a page's content depends on.
Hash128 print_of(const FontGlyph& glyph) {
    return Fingerprint().add(glyph.code).add(glyph.width).add(glyph.down).add(glyph.text).hash();
}

}  // namespace

/// Fills a FontSet from the glyphs of all pages, then from the subsets.
class FontUsage {
public:
    explicit FontUsage(const font::FontBook& book) : book_(book) { set_.by_face_.assign(book.face_count(), kNoFont); }

    void add(const PageGlyphs& glyphs) {
        for (const auto& of : glyphs.faces) {
            const auto font = font_of(of.face);
            set_.fonts_[font].horizontal_ |= of.horizontal;
            set_.fonts_[font].vertical_ |= of.vertical;
            for (const auto& one : of.meanings) {
                auto& meanings = meanings_[font][slot(font, one.glyph)];
                if (one.times > 0)
                    count(meanings, one.text, one.times);
                else if (meanings.fallback.empty())
                    meanings.fallback = one.text;
            }
        }
    }

    diag::Result<FontSet> finish(bool deflate, Memory* memory, diag::Diagnostics& diagnostics) {
        std::vector<FontPrograms::Wanted> wanted;
        for (std::size_t i = 0; i < set_.fonts_.size(); ++i) {
            auto one = want(set_.fonts_[i], memory, diagnostics);
            if (!one.glyphs) return std::unexpected(diag::Failed{});
            take_codes(i, *one.glyphs);
            set_.fonts_[i].print_ = one.key;
            wanted.push_back(std::move(one));
        }
        set_.programs_ = FontPrograms(std::move(wanted), deflate, memory ? &memory->programs : nullptr);
        return std::move(set_);
    }

private:
    std::size_t font_of(font::FaceId face) {
        auto& number = set_.by_face_[face];
        if (number == kNoFont) {
            number = set_.fonts_.size();
            set_.fonts_.emplace_back(face, number);
            meanings_.emplace_back();
        }
        return number;
    }

    std::size_t slot(std::size_t number, std::uint32_t glyph) {
        auto& font = set_.fonts_[number];
        auto& at = font.slots_[glyph];
        if (at == 0) {
            font.glyphs_.emplace_back().source = glyph;
            meanings_[number].emplace_back();
            at = static_cast<std::uint32_t>(font.glyphs_.size());
        }
        return at - 1;
    }

    void count(Meanings& of, std::string_view text, std::uint32_t more) {
        auto* link = &of.first;
        for (; *link != 0; link = &seen_[*link].next)
            if (seen_[*link].text == text) {
                seen_[*link].times += more;
                return;
            }
        *link = static_cast<std::uint32_t>(seen_.size());
        seen_.push_back({text, more});
    }

    /// The most frequent; of equals the one seen first.
    [[nodiscard]] std::string_view best(const Meanings& of) const {
        if (of.first == 0) return of.fallback;
        auto best = of.first;
        for (auto at = seen_[best].next; at != 0; at = seen_[at].next)
            if (seen_[at].times > seen_[best].times) best = at;
        return seen_[best].text;
    }

    /// `glyphs` is null if the face is broken.
    [[nodiscard]] FontPrograms::Wanted want(const UsedFont& font, Memory* memory,
                                            diag::Diagnostics& diagnostics) const {
        const auto& face = book_.face(font.face_);
        std::vector<std::uint32_t> sources;
        sources.reserve(font.glyphs_.size());
        for (const auto& glyph : font.glyphs_) sources.push_back(glyph.source);
        std::ranges::sort(sources);
        Fingerprint key;
        key.add(font.face_);
        for (const auto source : sources) key.add(source);
        FontPrograms::Wanted wanted{&face, nullptr, key.hash()};
        if (memory) wanted.glyphs = memory->codes.find(wanted.key);
        if (wanted.glyphs) return wanted;
        if (auto made = font::coded(face, std::move(sources), diagnostics))
            wanted.glyphs = std::make_shared<const std::vector<font::CodedGlyph>>(std::move(*made));
        if (memory && wanted.glyphs) memory->codes.keep(wanted.key, wanted.glyphs);
        return wanted;
    }

    void take_codes(std::size_t number, const std::vector<font::CodedGlyph>& coded) {
        auto& font = set_.fonts_[number];
        const auto units = book_.face(font.face_).metrics.units_per_em;
        const auto thousandths = [&](int value) { return std::round(value * 1e6 / units) / 1e3; };
        for (const auto& one : coded) {
            const auto at = font.slots_.find(one.source) - 1;
            auto& glyph = font.glyphs_[at];
            glyph.code = one.code;
            glyph.width = thousandths(one.advance);
            glyph.down = thousandths(one.down);
            glyph.origin_x = thousandths(one.origin_x);
            glyph.origin_y = thousandths(one.origin_y);
            glyph.text = best(meanings_[number][at]);
            glyph.print = print_of(glyph);
        }
    }

    const font::FontBook& book_;
    FontSet set_;
    std::vector<std::vector<Meanings>> meanings_;  ///< by font and slot
    std::vector<Meaning> seen_{1};                 ///< of all; the first is nobody's
};

diag::Result<FontSet> FontSet::collect(const std::vector<std::shared_ptr<const PageGlyphs>>& pages,
                                       const font::FontBook& book, bool deflate, Memory* memory,
                                       diag::Diagnostics& diagnostics) {
    FontUsage usage(book);
    for (const auto& page : pages) usage.add(*page);
    return usage.finish(deflate, memory, diagnostics);
}

}  // namespace zheye::pdf
