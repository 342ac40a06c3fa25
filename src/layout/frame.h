// What layout makes and every output reads: frames of items at positions, pages, and the structure of the document.
// Must not know how anything was made; outputs see this file and nothing else of layout.
#pragma once

#include "base/colour.h"
#include "base/geometry.h"
#include "base/shape.h"
#include "diag/diagnostic.h"
#include "font/font_book.h"
#include "layout/glyph_list.h"
#include "picture/picture.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zheye::layout {

/// How the glyphs of a run stand and where the pen goes from the origin.
enum class Orientation : std::uint8_t {
    across,  ///< upright, pen to the right
    /// Upright, pen downwards: `x` counts down from the origin, `y` to its right, both to the glyph's vertical origin
    /// (writing mode 1). Of figures side by side in one em `x` is the same.
    down,
    turned,    ///< a line turned by 90° clockwise, pen downwards: as `down`, and the glyphs lie on their right side
    unturned,  ///< anticlockwise, pen upwards; only inside layout, before a page of vertical text is turned
};

/// Glyphs of one face, size and colour on one baseline. Consecutive runs on one baseline inside one tag are one line
/// of text: the gaps between their glyphs are positioning, never spaces.
struct GlyphRun {
    font::FaceId face = 0;
    double size = 0;
    Colour colour;
    Point origin;  ///< start of the baseline
    GlyphList glyphs;
    std::string text;  ///< the source text, with the spaces typed in it
    diag::Span span;
    Orientation orientation = Orientation::across;
    double narrow = 1;  ///< the glyphs' width as a part of their own, about their origins; of `down` only (V2)
};

using zheye::GradientStop;
using zheye::LinearGradient;
using zheye::Paint;
using zheye::Plates;
using zheye::Shape;
using zheye::Stroke;

using ImageId = std::uint32_t;

/// A picture of pixels, or a drawing: then picture::shapes_in tells its shapes.
struct Image {
    ImageId image = 0;  ///< index into Pages::images
    Rect place;         ///< the whole picture's rectangle
    std::optional<Rect> clip;
    double clip_radius = 0;  ///< pt, of the corners of `clip`
    diag::Span span{};       ///< where the writer asks for it
};

using NodeId = std::uint32_t;

/// A click area. Its node is a Link element of the structure tree.
struct Link {
    Rect area;
    NodeId node = 0;
    std::string url;          ///< or, when empty:
    std::uint32_t page = 0;   ///< index of the target page
    double y = 0;             ///< pt from the top of that page
    std::string description;  ///< for /Contents
};

struct TagBegin {
    NodeId node = 0;
};
struct TagEnd {};

using Item = std::variant<GlyphRun, Shape, Image, Link, TagBegin, TagEnd>;

/// Drawn in order. What stands outside of all tags is an artifact. Tags do not nest inside a page's item list: the
/// innermost element is named, the structure tree knows its parents. An element has children or content, not both (a
/// paragraph with a link has the children span, link, span); its content may be in many tags, on many pages.
struct Frame {
    Size size;
    std::vector<Item> items;
    /// Puts the items of `other` here, moved by `at`.
    void place(Point at, Frame&& other) {
        for (auto& item : other.items) {
            move_by(item, at);
            items.push_back(std::move(item));
        }
    }
    void place(Point at, const Frame& other) {
        const auto before = items.size();
        items.insert(items.end(), other.items.begin(), other.items.end());
        for (auto i = before; i < items.size(); ++i) move_by(items[i], at);
    }

private:
    static void move_by(Item& item, Point by) {
        if (by == Point{}) return;
        if (auto* run = std::get_if<GlyphRun>(&item)) {
            run->origin = run->origin + by;
        } else if (auto* shape = std::get_if<Shape>(&item)) {
            shape->path.move_by(by);
            if (shape->clip) shape->clip = shape->clip->moved(by);
            if (shape->fill)
                if (auto* gradient = std::get_if<LinearGradient>(&*shape->fill)) {
                    gradient->from = gradient->from + by;
                    gradient->to = gradient->to + by;
                }
        } else if (auto* image = std::get_if<Image>(&item)) {
            image->place = image->place.moved(by);
            if (image->clip) image->clip = image->clip->moved(by);
        } else if (auto* link = std::get_if<Link>(&item)) {
            link->area = link->area.moved(by);
        }
    }
};

/// Standard structure types, PDF 32000-1, 14.8.4.
enum class Role : std::uint8_t {
    document,
    part,
    sect,
    div,
    block_quote,
    caption,
    toc,
    toci,
    h1,
    h2,
    h3,
    h4,
    p,
    list,
    list_item,
    label,
    list_body,
    table,
    thead,
    tbody,
    tr,
    th,
    td,
    figure,
    link,
    span,
    note,
    reference,
    ruby,
    ruby_base,
    ruby_text
};

struct StructureNode {
    Role role = Role::p;
    NodeId parent = 0;
    std::vector<NodeId> children;  ///< in the writer's order
    std::string alt;               ///< figures
    std::string language;          ///< only where it differs from the document's
    int colspan = 1, rowspan = 1;
    enum class Scope : std::uint8_t { none, row, column } scope = Scope::none;
    std::vector<NodeId> headers;  ///< cells: what heads them, where scopes alone would not tell
    bool ordered = false;         ///< lists: ListNumbering Decimal, else Disc/None
    diag::Span span;
};

/// Node 0 is the document.
struct Structure {
    std::vector<StructureNode> nodes;
    NodeId add(NodeId parent, Role role, diag::Span span = {}) {
        const auto id = static_cast<NodeId>(nodes.size());
        nodes.push_back({});
        nodes.back().role = role;
        nodes.back().parent = parent;
        nodes.back().span = span;
        if (id != parent) nodes[parent].children.push_back(id);
        return id;
    }
};

struct Page {
    Frame frame;          ///< of the trimmed page; items may reach over its edges by the bleed
    double bleed = 0;     ///< pt on all sides
    std::string label;    ///< folio as printed; empty if the page shows none
    bool turned = false;  ///< the whole sheet stands on its head, as backs do that are turned over the other edge
    double slug = 0;      ///< pt of paper shown around the trim, for the bleed and the marks; 0: neither is shown
};

/// One side of a sheet that is cut or folded after printing: which pages lie where on it.
struct SheetSide {
    Size size;  ///< trimmed
    struct Panel {
        std::uint32_t page = 0;  ///< index
        Rect area;
        double shift = 0;  ///< pt by which the page is moved to the right in its area
    };
    std::vector<Panel> panels;  ///< from left to right
    std::vector<double> folds;  ///< pt from the left edge
    std::vector<double> cuts;   ///< pt from the top, across the sheet
};

struct OutlineEntry {
    std::string title;
    int level = 1;
    std::uint32_t page = 0;
    double y = 0;
    NodeId node = 0;
};

struct Metadata {
    std::string title, subject, language = "zh-Hans";
    std::vector<std::string> authors, keywords;
    std::string publisher;
    std::string date;  ///< as the writer gave it: 2019, 2019-07 or 2019-07-31
};

struct Pages {
    std::vector<Page> pages;
    Structure structure;
    std::vector<OutlineEntry> outline;
    std::vector<std::shared_ptr<const picture::Picture>> images;
    Metadata metadata;
    std::vector<Colour>
        rich_blacks{};              ///< areas of these are printed in four inks, others that are nearly black in one
    double magnification = 1;       ///< of a poster: how much larger all is than what looks alike in the hand
    std::vector<SheetSide> sheets;  ///< front and back in turn; none: the pages are not folded sheets
};

}  // namespace zheye::layout
