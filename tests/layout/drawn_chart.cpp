#include "layout/drawn_chart.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

namespace zheye::test {

Rect box_of(const Path& path) {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (const auto& segment : path.segments) {
        if (segment.op == Path::Op::close) continue;
        const Point p = segment.op == Path::Op::curve ? segment.points[2] : segment.points[0];
        left = std::min(left, p.x), right = std::max(right, p.x);
        top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    }
    return {left, top, right - left, bottom - top};
}

Drawn::Drawn(const std::string& chart, const std::string& head)
    : laid(lay_out(chapter("- chart: " + chart + "\n", head))) {
    const auto figure = elements(laid.pages, layout::Role::figure).front();
    alt = laid.pages.structure.nodes[figure].alt;
    for (const auto& line : lines(laid.pages))
        if (line.node == figure && !line.artifact) words.push_back(line);
    for (const auto& page : laid.pages.pages) collect(page.frame, figure);
}

const LineOnPage& Drawn::at(const std::string& text) const {
    const auto found = std::ranges::find(words, text, &LineOnPage::text);
    INFO(text);
    REQUIRE(found != words.end());
    return *found;
}

std::vector<Area> Drawn::of(const std::string& colour) const {
    std::vector<Area> found;
    for (const auto& area : areas)
        if (to_string(area.colour) == colour) found.push_back(area);
    return found;
}

void Drawn::collect(const layout::Frame& frame, layout::NodeId figure) {
    bool inside = false;
    for (const auto& item : frame.items) {
        if (const auto* tag = std::get_if<layout::TagBegin>(&item)) inside = tag->node == figure;
        if (std::holds_alternative<layout::TagEnd>(item)) inside = false;
        const auto* shape = std::get_if<layout::Shape>(&item);
        if (!inside || shape == nullptr) continue;
        if (shape->fill) areas.push_back({shape->path, box_of(shape->path), std::get<Colour>(*shape->fill)});
        if (shape->stroke) (shape->path.segments.size() == 2 ? rules : strokes).push_back(shape->path);
    }
}

std::string rows(const std::string& type, const std::string& data, const std::string& more) {
    return "{type: " + type + ", rows: " + data + more + "}";
}

}  // namespace zheye::test
