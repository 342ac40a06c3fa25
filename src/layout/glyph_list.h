// The glyphs of a run, which copies of the run share: a page is put together of lines that stay what they are.
#pragma once

#include "base/hash.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace zheye::layout {

struct PlacedGlyph {
    std::uint32_t id = 0;
    double x = 0, y = 0;                         ///< pt from the run's origin; y upwards (see Orientation)
    double advance = 0;                          ///< pt, the font's own at this size
    std::uint32_t text_begin = 0, text_end = 0;  ///< bytes of GlyphRun::text; empty for further glyphs of a cluster
};

class GlyphList {
public:
    GlyphList() = default;
    explicit GlyphList(std::vector<PlacedGlyph> glyphs) : list_(std::make_shared<List>(List{std::move(glyphs), {}})) {}

    [[nodiscard]] const PlacedGlyph* begin() const { return list_ ? list_->glyphs.data() : nullptr; }
    [[nodiscard]] const PlacedGlyph* end() const { return begin() + size(); }
    [[nodiscard]] std::size_t size() const { return list_ ? list_->glyphs.size() : 0; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const PlacedGlyph& operator[](std::size_t i) const { return list_->glyphs[i]; }
    [[nodiscard]] const PlacedGlyph& front() const { return list_->glyphs.front(); }
    [[nodiscard]] const PlacedGlyph& back() const { return list_->glyphs.back(); }

    /// To be changed: nobody else has them from here on.
    [[nodiscard]] std::vector<PlacedGlyph>& edit() {
        if (!list_)
            list_ = std::make_shared<List>();
        else if (list_.use_count() > 1)
            list_ = std::make_shared<List>(List{list_->glyphs, {}});
        list_->hash.reset();
        return list_->glyphs;
    }
    /// Works out the hash once for all who share them.
    void seal() {
        if (list_ && !list_->hash) list_->hash = work_out();
    }
    [[nodiscard]] Hash128 hash() const { return list_ && list_->hash ? *list_->hash : work_out(); }

private:
    [[nodiscard]] Hash128 work_out() const {
        Fingerprint print;
        for (const auto& glyph : *this)
            print.add(glyph.id).add(glyph.x).add(glyph.y).add(glyph.advance).add(glyph.text_begin).add(glyph.text_end);
        return print.hash();
    }

    struct List {
        std::vector<PlacedGlyph> glyphs;
        std::optional<Hash128> hash;
    };
    std::shared_ptr<List> list_;
};

}  // namespace zheye::layout
