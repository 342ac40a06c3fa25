// The faces a brochure may use, by role and weight. Opens what it is asked for and nothing else; immutable afterwards
// and safe to share between threads. Outside this room a face is an id and the HarfBuzz objects made from it.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace zheye::font {

/// A face as fonts.yaml names it: one weight of one family, where its file may be, who brings it.
struct FaceEntry {
    std::string name;                ///< for messages: "Noto Serif CJK SC Bold"
    std::vector<std::string> files;  ///< candidates in order, absolute or from the folder of fonts.yaml
    std::string face;                ///< PostScript or full name inside a collection; empty: the first
    std::string package;             ///< Debian package
    diag::Span span;
};
/// The chain of one role at one weight: characters are taken from the first face that has them.
struct RoleWeight {
    int weight = 400;
    std::vector<std::size_t>
        latin;  ///< indices into Catalog::faces, asked first for Latin letters, digits and their marks
    std::vector<std::size_t> han;
};
struct Role {
    std::string name;  ///< song, hei, kai, latin, …
    std::vector<RoleWeight> weights;
};
/// fonts.yaml as values.
struct Catalog {
    std::vector<FaceEntry> faces;
    std::vector<Role> roles;
};
[[nodiscard]] diag::Result<Catalog> read_catalog(const std::string& path, const FileSystem&, diag::Sources&,
                                                 diag::Diagnostics&);

struct FontStyle {
    std::string role;
    int weight = 400;
    friend auto operator<=>(const FontStyle&, const FontStyle&) = default;
};

using FaceId = std::uint16_t;
using ChainId = std::uint16_t;

enum class Outlines : unsigned char { cff_cid, cff_named, truetype };

/// In font units (see units_per_em), y upwards.
struct Metrics {
    int units_per_em = 1000;
    int ascent = 880, descent = -120;  ///< of the em box: typographic, for placing lines
    int cap_height = 700, x_height = 500;
    int underline_position = -100, underline_thickness = 50;
    int bbox[4] = {0, 0, 0, 0};
    double italic_angle = 0;
    int weight = 400;  ///< usWeightClass: 700 and more is bold
};

class Charstrings;

struct Face {
    FaceId id = 0;
    std::string name;  ///< as in the catalogue
    std::string postscript_name;
    Outlines outlines = Outlines::truetype;
    Metrics metrics;
    hb_face_t* hb_face = nullptr;  ///< owned by the FontBook
    hb_font_t* hb_font = nullptr;  ///< scale = units_per_em, immutable
    Blob file;
    unsigned index = 0;  ///< in the collection
    std::string package;
    std::shared_ptr<Charstrings> charstrings;  ///< of a CID-keyed face: what `subset` has taken out of it so far
};

class FontBook {
public:
    /// Opens the chains of `wanted`. An unknown role, or a first face that is not installed, is an error that names
    /// the package; a weight that a role lacks takes the nearest one it has. Fallback faces may be absent.
    [[nodiscard]] static diag::Result<FontBook> open(const Catalog&, std::vector<FontStyle> wanted, const FileSystem&,
                                                     diag::Diagnostics&);
    FontBook(FontBook&&) noexcept;
    FontBook& operator=(FontBook&&) noexcept;
    ~FontBook();

    /// The chain of a style that was wanted at opening.
    [[nodiscard]] ChainId chain(const FontStyle&) const;
    [[nodiscard]] const Face& face(FaceId) const;
    [[nodiscard]] std::size_t face_count() const;
    /// The face of the chain that has the character (and its variation selector, if not 0); none if no face has it.
    [[nodiscard]] std::optional<FaceId> face_for(ChainId, char32_t, char32_t selector, bool latin) const;
    /// The face that has the first character and all that combine with it, as they are or composed; none if no face
    /// has.
    [[nodiscard]] std::optional<FaceId> face_for(ChainId, std::u32string_view characters, bool latin) const;
    /// The face that gives a line its metrics: the first Han face of the chain.
    [[nodiscard]] const Face& main_face(ChainId) const;
    /// Packages of the faces of the chain that are not installed: what might bring a missing character.
    [[nodiscard]] std::vector<std::string> missing_packages(ChainId) const;

private:
    struct Impl;
    explicit FontBook(std::unique_ptr<Impl>);
    std::unique_ptr<Impl> impl_;
};

}  // namespace zheye::font
