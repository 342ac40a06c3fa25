// The first chart of a brochure as it was drawn: areas, rules, words.
#pragma once

#include "layout/fixture.h"

#include <string>
#include <vector>

namespace zheye::test {

struct Area {
    Path path;
    Rect box;
    Colour colour;
};

[[nodiscard]] Rect box_of(const Path&);

/// The first chart of a brochure, as it was drawn.
struct Drawn {
    LaidOut laid;
    std::vector<Area> areas;
    std::vector<Path> rules, strokes;  ///< two points; more
    std::vector<LineOnPage> words;
    std::string alt;

    explicit Drawn(const std::string& chart, const std::string& head = "");
    /// The place of a label.
    [[nodiscard]] const LineOnPage& at(const std::string& text) const;
    [[nodiscard]] std::vector<Area> of(const std::string& colour) const;

private:
    void collect(const layout::Frame& frame, layout::NodeId figure);
};

/// A chart of one series as YAML.
[[nodiscard]] std::string rows(const std::string& type, const std::string& data, const std::string& more = "");

}  // namespace zheye::test
