// What content streams name: graphics states and shadings, each made once per document, and which of all named things
// a page uses. Must not know pages' items.
#pragma once

#include "layout/frame.h"
#include "pdf/haru.h"
#include "pdf/inks.h"

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zheye::pdf {

/// Numbers of the things a page's content names: F3, V3 (the same font in writing mode 1), I0, G1, S2.
struct PageResources {
    std::set<std::size_t> fonts, vertical_fonts, images, states, shadings;
    std::set<std::size_t> spots;  ///< as colour spaces P0, P1
    bool all_plates = false;      ///< the separation All, as colour space All
    friend auto operator<=>(const PageResources&, const PageResources&) = default;
};

struct GraphicsState {
    int opacity = 1000;       ///< thousandths
    bool overprints = false;  ///< what is drawn leaves the other inks below it as they are
    friend auto operator<=>(const GraphicsState&, const GraphicsState&) = default;
};

/// What a page asked for, in the order in which it did so first, and the numbers that it was given.
struct SharedNames {
    std::vector<std::pair<GraphicsState, std::size_t>> states;
    std::vector<std::pair<std::string, std::size_t>> shadings;
};

/// Graphics states and shadings, numbered in order of first use. A page's geometry decides where a gradient lies, so
/// two equal cards on two pages share one shading, two cards at different places do not.
class SharedResources {
public:
    explicit SharedResources(const Inks& inks) : inks_(inks) {}
    [[nodiscard]] std::size_t graphics_state(const GraphicsState&);
    /// `gradient` in the page's PDF coordinates, y upwards.
    [[nodiscard]] std::size_t shading(const layout::LinearGradient& gradient);

    /// What is asked for from here on is another page's.
    void begin_page() { asked_ = {}; }
    [[nodiscard]] const SharedNames& asked() const { return asked_; }
    /// Asks for the same again. False if the numbers are others, so that the page must be drawn anew.
    [[nodiscard]] bool repeat(const SharedNames&);

    struct Refs {
        std::vector<Ref> fonts, vertical_fonts, images, states, shadings;
    };
    void embed(Objects&, Refs&) const;

private:
    [[nodiscard]] std::size_t shading_of(const std::string& text);
    const Inks& inks_;
    SharedNames asked_;
    std::map<GraphicsState, std::size_t> states_;
    std::map<std::string, std::size_t> shadings_;
};

/// The entries of a resource dictionary.
void fill_resources(Dict resources, const PageResources&, const SharedResources::Refs&, const Inks&);

}  // namespace zheye::pdf
