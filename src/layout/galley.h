// Galleys: the blocks of a chapter as a list of pieces that columns and pages are filled with. A piece cannot be
// parted; everything about where one may part is said here, so that filling needs to know nothing of blocks.
#pragma once

#include "layout/foot.h"
#include "layout/frame.h"

#include <functional>
#include <memory>
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

struct Piece;
/// A piece that can have other heights.
struct Stretch {
    double least = 0;  ///< pt
    double most = 0;   ///< pt; it takes no more than that of what is left
    /// The piece in that height, in pt; `free`: nothing stands below it, so that it may go on to the page's edge.
    std::function<Piece(double height, bool free)> make;
};

struct Piece {
    Frame frame;              ///< its height is the height it takes
    double space_before = 0;  ///< pt; dropped at the top of a column
    bool on_grid = false;     ///< begins on a line of the baseline grid
    BreakBefore break_before = BreakBefore::allowed;
    bool continues = false;  ///< a line of a paragraph that began in an earlier piece
    bool keep_next = false;  ///< never the last thing in a column, not even at the end of a galley
    bool inside = false;     ///< of a block that is one thing to the eye, and not its first: nothing comes between
    int group = -1;          ///< index into Galley::groups
    std::optional<Mark> mark;
    std::vector<Footnote> notes;  ///< whose marks stand in the frame, in their order
    /// Set again above it where it is the first thing in a column: the head of its table.
    std::shared_ptr<const Frame> repeat;
    /// For pictures that bleed: what is drawn instead when it is the first thing on a page; it then reaches up to the
    /// page's edge, `reach` pt above the text area.
    std::optional<Frame> at_top;
    double reach = 0;
    std::shared_ptr<const Stretch> stretch;  ///< for what can take all that is left of its page
    bool to_page_end = false;                ///< it reaches over the page's lower edge
};

/// Pieces that share a ground or a frame: a box, a quote, a table. A column break parts it into fragments.
struct Group {
    double pad_top = 0, pad_bottom = 0;  ///< inside each fragment
    /// Draws what lies under a fragment of the given size; `first` and `last` tell which end is the group's own.
    std::function<Frame(Size, bool first, bool last)> ground;
    bool at_end = false;  ///< the ground belongs to the lower end: a table's last rule
};

/// Room for lines beside the last piece of a galley, which stands upright among vertical lines (vertical.h).
struct Beside {
    double x = 0, width = 0;           ///< pt, of its lines
    double end = 0;                    ///< pt from the piece's top to where the space below it ends
    std::size_t lines = 0, taken = 0;  ///< on the grid, from the piece's top; those that hold text already
};

struct Galley {
    std::vector<Piece> pieces;
    std::vector<Group> groups;
    std::optional<Beside> beside;  ///< until something is appended
    double after = 0;              ///< pt that the last block wants below itself
    bool heading_last = false;  ///< the last block is a heading: what follows keeps the heading's distance, not its own

    [[nodiscard]] bool empty() const { return pieces.empty(); }
    /// Takes in the pieces of another block, with at least `before` pt and the space after the last block between them.
    void append(Galley block, double before);
};

/// Of the space that makes pieces a whole number of grid lines, the share above them; `last` is the last of them.
[[nodiscard]] double share_above(const Piece& last);

/// The place that a column has for pieces, and for the notes that go with them.
struct Room {
    double height = 0;  ///< pt, for the pieces
    double whole = 0;   ///< pt, for the pieces and the foot
    double grid = 0;    ///< 0: none
    double phase = 0;   ///< pt from a line of the grid down to where the column begins
    const Foot* foot = nullptr;
    bool closed = false;       ///< the rest of a note waits: no other may begin
    bool parts_notes = false;  ///< the rest of a note may go on elsewhere
    bool force = false;        ///< something must be placed
};

/// How far a column goes: pieces [begin, end) take `height`.
struct Fill {
    std::size_t begin = 0, end = 0;
    double height = 0;
};

/// Fills a column from piece `begin` on, and stops at the last place where a break is good. Takes nothing (end ==
/// begin) when not even the first unbreakable stretch fits, unless forced: then the blocks that fit, else the pieces,
/// at least one. The notes fit below what was taken, whole; or the last one begins there. What no column holds is not
/// parted from what it is kept with: it reaches out of this one as it would out of the next.
[[nodiscard]] Fill fill(const Galley&, std::size_t begin, const Room&);
/// The same for all columns; the height is the smallest number of grid lines at which everything from `begin` on fits,
/// with all notes whole. Nothing if it does not fit.
[[nodiscard]] std::optional<std::vector<Fill>> balance(const Galley&, std::size_t begin, const std::vector<Room>&);
/// Height of the first stretch that cannot be parted, with its notes.
[[nodiscard]] double start_height(const Galley&, const Foot&);
/// pt from the beginning of the galley to its end; nothing if lines on the grid stand in it.
[[nodiscard]] std::optional<double> rigid_height(const Galley&);

struct PlacedMark {
    Mark mark;
    double y = 0;
};
/// The pieces of a fill, drawn from (0, 0) down. `page_top`: the first piece is the first thing on its page.
[[nodiscard]] Frame compose(const Galley&, const Fill&, const Room&, bool page_top, std::vector<PlacedMark>& marks);

/// A heading at the end of a galley goes with what follows: the place to stop so that it is not left behind.
[[nodiscard]] std::size_t without_kept_end(const Galley&, std::size_t begin);
/// As `fill`, but for the pieces from `end` on.
[[nodiscard]] Fill fill_until(const Galley&, std::size_t begin, std::size_t end, const Room&);

}  // namespace zheye::layout
