// Galleys: the blocks of a chapter as a list of pieces that columns and pages are filled with. A piece cannot be
// parted; everything about where one may part is said here, so that filling needs to know nothing of blocks.
#pragma once

#include "layout/frame.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace zheye::layout {

enum class BreakBefore : unsigned char { allowed, forbidden, column };

/// A heading or chapter title that passed by: for running heads, outline and contents.
struct Mark {
    std::string title;
    int level = 1;  ///< 1 chapter, 2 heading, 3 subheading
    NodeId node = 0;
};

struct Piece {
    Frame frame;              ///< its height is the height it takes
    double space_before = 0;  ///< pt; dropped at the top of a column
    bool on_grid = false;     ///< begins on a line of the baseline grid
    BreakBefore break_before = BreakBefore::allowed;
    bool continues = false;  ///< a line of a paragraph that began in an earlier piece
    bool keep_next = false;  ///< never the last thing in a column, not even at the end of a galley
    int group = -1;          ///< index into Galley::groups
    std::optional<Mark> mark;
    /// For pictures that bleed: what is drawn instead when it is the first thing on a page; it then reaches up to the
    /// page's edge, `reach` pt above the text area.
    std::optional<Frame> at_top;
    double reach = 0;
};

/// Pieces that share a ground, a frame or a head: a box, a quote, a table. A column break parts it into fragments.
struct Group {
    double pad_top = 0, pad_bottom = 0;  ///< inside each fragment
    /// Draws what lies under a fragment of the given size; `first` and `last` tell which end is the group's own.
    std::function<Frame(Size, bool first, bool last)> ground;
    std::optional<Frame> head;  ///< repeated at the top of every fragment but the first
};

struct Galley {
    std::vector<Piece> pieces;
    std::vector<Group> groups;
    double after = 0;           ///< pt that the last block wants below itself
    bool heading_last = false;  ///< the last block is a heading: what follows keeps the heading's distance, not its own

    [[nodiscard]] bool empty() const { return pieces.empty(); }
    /// Takes in the pieces of another block, with at least `before` pt and the space after the last block between them.
    void append(Galley block, double before);
};

/// How far a column goes: pieces [begin, end) take `height`.
struct Fill {
    std::size_t begin = 0, end = 0;
    double height = 0;
};

/// Fills a column of `room` pt from piece `begin` on, and stops at the last place where a break is good. Takes nothing
/// (end == begin) when not even the first unbreakable stretch fits, unless `force`: then what fits, at least one piece.
[[nodiscard]] Fill fill(const Galley&, std::size_t begin, double room, double grid, bool force);
/// The same for all of `columns` columns; the height is the smallest number of grid lines at which everything from
/// `begin` on fits. Nothing if it does not fit in `room`.
[[nodiscard]] std::optional<std::vector<Fill>> balance(const Galley&, std::size_t begin, int columns, double room,
                                                       double grid);
/// Height of the first stretch that cannot be parted.
[[nodiscard]] double start_height(const Galley&, double grid);

struct PlacedMark {
    Mark mark;
    double y = 0;
};
/// The pieces of a fill, drawn from (0, 0) down. `page_top`: the first piece is the first thing on its page.
[[nodiscard]] Frame compose(const Galley&, const Fill&, double grid, bool page_top, std::vector<PlacedMark>& marks);

}  // namespace zheye::layout
