// Numbers by glyph id: a hash table as large as what is in it, where an array for all glyphs of a Han face would be a
// quarter of a megabyte. Must not know what the numbers are for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace zheye::pdf {

class GlyphIndex {
public:
    /// The number of `glyph`, to be read or changed; 0 if it had none so far.
    [[nodiscard]] std::uint32_t& operator[](std::uint32_t glyph) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        auto& slot = slots_[place(glyph)];
        if (slot.key == 0) {
            slot.key = glyph + 1;
            ++count_;
        }
        return slot.number;
    }
    /// 0 if it has none.
    [[nodiscard]] std::uint32_t find(std::uint32_t glyph) const {
        return slots_.empty() ? 0 : slots_[place(glyph)].number;
    }
    void clear() {
        slots_.assign(slots_.size(), {});
        count_ = 0;
    }

private:
    struct Slot {
        std::uint32_t key = 0;  ///< one more than the glyph; 0: free
        std::uint32_t number = 0;
    };
    static constexpr std::size_t kFewest = 64;  // a power of two, as all sizes are

    /// Where it is, or would be.
    [[nodiscard]] std::size_t place(std::uint32_t glyph) const {
        constexpr std::uint32_t kSpread = 0x9E3779B1;  // 2^32 over the golden ratio: neighbours land far apart
        const auto mask = slots_.size() - 1;
        auto at = (glyph * kSpread >> 8) & mask;
        while (slots_[at].key != 0 && slots_[at].key != glyph + 1) at = (at + 1) & mask;
        return at;
    }
    void grow() {
        const auto old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFewest : 2 * slots_.size()));
        for (const auto& slot : old)
            if (slot.key != 0) slots_[place(slot.key - 1)] = slot;
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

}  // namespace zheye::pdf
