// A face → the same with the outlines of some glyphs and nothing else, by hb-subset.
#pragma once

#include "font/face_file.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

struct hb_subset_plan_t;

namespace zheye::font {

/// One table of a face, alive as long as this.
class Table {
public:
    Table(const hb_face_t* face, std::uint32_t tag);
    [[nodiscard]] std::string_view bytes() const;

private:
    HbBlob blob_;
};

class ReducedFace {
public:
    /// Hints and subroutines are dropped. False: the face cannot be reduced.
    ReducedFace(hb_face_t* full, std::span<const std::uint32_t> glyphs);
    [[nodiscard]] explicit operator bool() const { return face_ != nullptr; }
    [[nodiscard]] hb_face_t* face() const { return face_.get(); }
    /// The id that one of the glyphs has in it.
    [[nodiscard]] std::uint32_t id_of(std::uint32_t glyph) const;

private:
    struct Destroy {
        void operator()(hb_subset_plan_t* plan) const;
    };
    std::unique_ptr<hb_subset_plan_t, Destroy> plan_;
    HbFace face_;
};

}  // namespace zheye::font
