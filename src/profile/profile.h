// What a file is made for: the standards it keeps, its colours, what surrounds its pages. Must not know how any of it
// is written.
#pragma once

#include "base/colour.h"
#include "icc/inks.h"
#include "icc/profile.h"

#include <memory>
#include <string>
#include <vector>

namespace zheye::profile {

/// PDF/A (ISO 19005): part 2 without, part 3 with other files in the file; both at level A.
enum class Archive : unsigned char { none, a2a, a3a };
enum class Colours : unsigned char { rgb, cmyk };

/// How a booklet's pages lie on sheets: one by one, two or four on each side (see layout/imposition.h).
enum class Impose : unsigned char { none, saddle, four_up };

/// Text that is nearly black or grey is printed with black alone: four plates that are off by a hair would show.
struct BlackText {
    double lightness = 40;  ///< CIE L*: no lighter than this,
    double chroma = 15;     ///< and no more colourful; 0: all text keeps its colour
};

/// 专色: an ink of its own, in place of a colour of the pages.
struct Spot {
    std::string name;  ///< as the printer calls it
    Colour colour;     ///< exactly this one; tints of it and gradients keep to the four inks
};

/// What becomes of pictures. Resolutions are pixels to the inch; 0: no limit.
struct Pictures {
    double good = 200;  ///< a coarser one is told
    double least = 0;   ///< one that is coarser still is an error
    double most = 0;    ///< a finer one is sampled down
    /// Those whose colours are not of the file's kind (RGB in CMYK, CMYK in RGB) are converted, and no ink of the press
    /// passes its limit; else they keep them, with the profile that says which they are.
    bool converted = false;
    std::string inks{};  ///< path of the ICC profile of inks whose picture brings none, in files of RGB; empty: unknown
};

struct Profile {
    std::string name = "screen";
    bool accessible = true;  ///< PDF/UA-1 (ISO 14289-1)
    Archive archive = Archive::a2a;
    bool press = false;  ///< PDF/X-4 (ISO 15930-7)
    Colours colours = Colours::rgb;
    /// What the colours are meant for: of `colours`; none: sRGB.
    std::shared_ptr<const icc::Profile> intent{};
    std::string condition = "sRGB IEC61966-2.1";  ///< the intent's name among printers
    icc::Limits inks{};
    BlackText black_text{};
    std::vector<Spot> spots{};
    Pictures pictures{};
    bool links = true;    ///< things to click on
    bool sheets = false;  ///< whole sheets, with bleed and marks
    Impose impose = Impose::none;
    double creep = 0;  ///< pt for each sheet
    bool turned_backs = false;
    bool colour_bar = false;
    bool information = false;  ///< a line for the printer below each sheet
    bool source = false;       ///< the YAML lies in the file
    bool linearized = false;   ///< the first page can be shown before the rest is there
};

}  // namespace zheye::profile
