// Subset faces → the streams that hold their programs, made on threads of their own while the rest of the file is made.
// Must not know what the glyphs stand for.
#pragma once

#include "base/file_system.h"
#include "base/hash.h"
#include "base/memo.h"
#include "diag/diagnostic.h"
#include "font/subset.h"

#include <cstddef>
#include <future>
#include <memory>
#include <vector>

namespace zheye::pdf {

using CodedGlyphs = std::shared_ptr<const std::vector<font::CodedGlyph>>;

struct FontProgram {
    Blob bytes;              ///< as the stream has them
    Blob glyph_map;          ///< CIDToGIDMap of a TrueType program, likewise: two bytes for every code up to the last
    bool deflated = false;   ///< both
    std::size_t length = 0;  ///< of the program itself
};

class FontPrograms {
public:
    struct Wanted {
        const font::Face* face = nullptr;  ///< to live as long as this value
        CodedGlyphs glyphs;
        Hash128 key{};  ///< of both
    };
    FontPrograms() = default;
    /// Begins to make those that are not known.
    FontPrograms(std::vector<Wanted>, bool deflate, Memo<FontProgram>* known);
    /// Waits for all, in the order in which they were wanted. Once.
    [[nodiscard]] diag::Result<std::vector<std::shared_ptr<const FontProgram>>> take(diag::Diagnostics&);

private:
    struct Missing {
        std::size_t index = 0;  ///< among the wanted
        Wanted wanted;
        std::shared_ptr<const FontProgram> program{};  ///< null: not made yet, or it cannot be
        diag::Diagnostics said{};
    };
    std::vector<std::shared_ptr<const FontProgram>> programs_;  ///< by the wanted
    Memo<FontProgram>* known_ = nullptr;
    std::future<std::vector<Missing>> coming_;
};

}  // namespace zheye::pdf
