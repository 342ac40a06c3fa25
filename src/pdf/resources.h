// What content streams name: graphics states and shadings, each made once per document, and which of all named things
// a page uses. Must not know pages' items.
#pragma once

#include "layout/frame.h"
#include "pdf/haru.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::pdf {

/// Numbers of the things a page's content names: F3, V3 (the same font in writing mode 1), I0, G1, S2.
struct PageResources {
    std::set<std::size_t> fonts, vertical_fonts, images, states, shadings;
};

/// Graphics states and shadings, numbered in order of first use. A page's geometry decides where a gradient lies, so
/// two equal cards on two pages share one shading, two cards at different places do not.
class SharedResources {
public:
    /// 0..1, in thousandths.
    [[nodiscard]] std::size_t opacity_state(int thousandths);
    /// `gradient` in the page's PDF coordinates, y upwards.
    [[nodiscard]] std::size_t shading(const layout::LinearGradient& gradient);

    struct Refs {
        std::vector<Ref> fonts, vertical_fonts, images, states, shadings;
    };
    void embed(Objects&, Refs&) const;

private:
    std::map<int, std::size_t> states_;
    std::map<std::string, std::size_t> shadings_;
};

/// The entries of a page's resource dictionary.
void add_resources(Dict page, const PageResources&, const SharedResources::Refs&);

}  // namespace zheye::pdf
