// The glyphs of all pages → subset fonts. Counts what every glyph stands for, so that ToUnicode says what is most often
// true and only the exceptions need ActualText. Must not know how glyphs are placed.
#include "pdf/fonts.h"

#include "base/hash.h"
#include "pdf/deflate.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace zheye::pdf {

namespace {

constexpr std::uint32_t kUnused = 0xFFFFFFFF;
constexpr std::uint32_t kMostGlyphs = 0x10000;  // of a font file; more are for those to come
constexpr std::size_t kNoFont = static_cast<std::size_t>(-1);

/// What one glyph was seen to stand for.
struct Meanings {
    std::vector<std::pair<std::string, std::uint32_t>> seen;
    std::string fallback;  ///< the text of a cluster it began together with others

    void count(std::string_view text, std::uint32_t more) {
        for (auto& [known, times] : seen)
            if (known == text) {
                times += more;
                return;
            }
        seen.emplace_back(text, more);
    }
    /// The most frequent; of equals the one seen first.
    [[nodiscard]] std::string best() const {
        const auto found =
            std::max_element(seen.begin(), seen.end(), [](auto& a, auto& b) { return a.second < b.second; });
        return found == seen.end() ? fallback : found->first;
    }
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
                    meanings.count(one.text, one.times);
                else if (meanings.fallback.empty())
                    meanings.fallback = one.text;
            }
        }
    }

    diag::Result<FontSet> finish(Memo<font::Subset>* known, diag::Diagnostics& diagnostics) {
        std::vector<Wanted> wanted(set_.fonts_.size());
        std::vector<Wanted*> missing;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            wanted[i] = want(set_.fonts_[i]);
            if (known) wanted[i].subset = known->find(wanted[i].key);
            if (!wanted[i].subset) missing.push_back(&wanted[i]);
        }
        run_all(missing.size(), missing.size() > 1, [&](std::size_t i) { make(*missing[i]); });
        bool good = true;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            for (const auto& one : wanted[i].said.all()) diagnostics.add(one);
            if (wanted[i].subset)
                take_subset(i, *wanted[i].subset);
            else
                good = false;
        }
        if (!good) return std::unexpected(diag::Failed{});
        if (known)
            for (const auto* made : missing) known->keep(made->key, made->subset);
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

    std::uint32_t slot(std::size_t number, std::uint32_t glyph) {
        auto& font = set_.fonts_[number];
        if (glyph >= font.slots_.size()) font.slots_.resize(std::max(glyph + 1, kMostGlyphs), kUnused);
        auto& at = font.slots_[glyph];
        if (at == kUnused) {
            at = static_cast<std::uint32_t>(font.glyphs_.size());
            font.glyphs_.emplace_back().source = glyph;
            meanings_[number].emplace_back();
        }
        return at;
    }

    /// A subset on its way.
    struct Wanted {
        const font::Face* face = nullptr;
        std::vector<std::uint32_t> glyphs;
        Hash128 key{};
        std::shared_ptr<const font::Subset> subset{};
        diag::Diagnostics said{};
    };

    [[nodiscard]] Wanted want(const UsedFont& font) const {
        Wanted wanted{&book_.face(font.face_), {}};
        for (const auto& glyph : font.glyphs_) wanted.glyphs.push_back(glyph.source);
        std::ranges::sort(wanted.glyphs);
        Fingerprint key;
        key.add(font.face_);
        for (const auto glyph : wanted.glyphs) key.add(glyph);
        wanted.key = key.hash();
        return wanted;
    }

    static void make(Wanted& wanted) {
        auto subset = font::subset(*wanted.face, wanted.glyphs, wanted.said);
        if (subset) wanted.subset = std::make_shared<const font::Subset>(std::move(*subset));
    }

    void take_subset(std::size_t number, const font::Subset& subset) {
        auto& font = set_.fonts_[number];
        const auto& face = book_.face(font.face_);
        font.outlines_ = subset.outlines;
        font.program_ = subset.program;
        for (const auto& part : subset.glyphs) {
            auto& glyph = font.glyphs_[font.slots_[part.source]];
            glyph.code = part.code;
            glyph.gid = part.gid;
            const auto thousandths = [&](int units) {
                return std::round(units * 1e6 / face.metrics.units_per_em) / 1e3;
            };
            glyph.width = thousandths(part.advance);
            glyph.down = thousandths(part.down);
            glyph.origin_x = thousandths(part.origin_x);
            glyph.origin_y = thousandths(part.origin_y);
            glyph.text = meanings_[number][font.slots_[part.source]].best();
            glyph.print = print_of(glyph);
        }
    }

    const font::FontBook& book_;
    FontSet set_;
    std::vector<std::vector<Meanings>> meanings_;  ///< by font and slot
};

diag::Result<FontSet> FontSet::collect(const std::vector<std::shared_ptr<const PageGlyphs>>& pages,
                                       const font::FontBook& book, Memo<font::Subset>* known,
                                       diag::Diagnostics& diagnostics) {
    FontUsage usage(book);
    for (const auto& page : pages) usage.add(*page);
    return usage.finish(known, diagnostics);
}

}  // namespace zheye::pdf
