// A font file's bytes → a HarfBuzz face and what else the FontBook tells about it. Must not know roles, chains or where
// files are found.
#pragma once

#include "base/file_system.h"
#include "font/font_book.h"

#include <memory>
#include <optional>
#include <string>

struct hb_blob_t;

namespace zheye::font {

struct HbDestroy {
    void operator()(hb_blob_t*) const;
    void operator()(hb_face_t*) const;
    void operator()(hb_font_t*) const;
};
using HbBlob = std::unique_ptr<hb_blob_t, HbDestroy>;
using HbFace = std::unique_ptr<hb_face_t, HbDestroy>;
using HbFont = std::unique_ptr<hb_font_t, HbDestroy>;

/// Shares the bytes of `file`; keeps them alive as long as the blob or anything made from it lives.
[[nodiscard]] HbBlob make_blob(const Blob& file);

/// The index of the face whose full or PostScript name, in any language of its name table, is `name`. An empty name
/// means the first face. Reads name tables only.
[[nodiscard]] std::optional<unsigned> find_face(hb_blob_t*, const std::string& name);

/// A face as opened from a file, not yet given an id.
struct OpenedFace {
    HbFace hb_face;
    HbFont hb_font;  ///< scale = units per em, immutable, OpenType functions
    std::string postscript_name;
    Outlines outlines = Outlines::truetype;
    Metrics metrics;
    bool embedding_forbidden = false;  ///< OS/2 fsType: "Restricted License" or "bitmap embedding only"
};

/// Nothing if the bytes are not a font with a character map and scalable outlines.
[[nodiscard]] std::optional<OpenedFace> open_face(hb_blob_t*, unsigned index);

}  // namespace zheye::font
