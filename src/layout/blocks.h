// Blocks of the document → galleys. One file a kind of block; they know their measure and nothing of pages.
#pragma once

#include "layout/galley.h"
#include "layout/typesetter.h"

namespace zheye::layout {

/// What a block must know about the place it is set for.
struct Measure {
    double width = 0;
    theme::Style text = theme::Style::body;                        ///< of running text
    double grid = 0;                                               ///< pitch of the baseline grid
    double text_height = 0;                                        ///< of the page's text area
    double to_page_left = 0, to_page_top = 0, to_page_bottom = 0;  ///< from the text area to the page's edges
    double page_width = 0, bleed = 0;
    bool vertical = false;  ///< lines run down the page; all lengths are those before it is turned
    double upright = 0;     ///< then: width of what stands upright among the lines
    bool inside = false;    ///< a box: nothing may reach out of it
    int headings = 1;       ///< deepest level of heading that has been used, so that none is skipped
    [[nodiscard]] Measure narrowed(double to) const {
        auto measure = *this;
        measure.width = to;
        return measure;
    }
};

[[nodiscard]] Galley set_text(Typesetter&, const content::Text&, const Measure&, NodeId parent);
/// The same behind what stands there already; where that leaves room beside it, from there on.
void append_text(Galley&, Typesetter&, const content::Text&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_lead(Typesetter&, const content::Text&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_heading(Typesetter&, const content::Heading&, const Measure&, NodeId parent, diag::Span);
[[nodiscard]] Galley set_list(Typesetter&, const content::List&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_quote(Typesetter&, const content::Quote&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_stats(Typesetter&, const content::Stats&, const Measure&, NodeId parent);
/// The large figures of a chapter opener: one row each.
[[nodiscard]] Frame set_figure_rows(Typesetter&, const content::Stats&, double width, double scale, NodeId parent);
/// The largest scale, at most 1, at which the figures fit such rows.
[[nodiscard]] double figure_rows_scale(Typesetter&, const content::Stats&, double width);
/// pt
[[nodiscard]] double figure_rows_height(Typesetter&, const content::Stats&, double width, double scale);
[[nodiscard]] Galley set_timeline(Typesetter&, const content::Timeline&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_table(Typesetter&, const content::Table&, const Measure&, NodeId parent, diag::Span);
[[nodiscard]] Galley set_figure(Typesetter&, const content::Figure&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_box(Typesetter&, const content::Box&, Measure&, NodeId parent);
[[nodiscard]] Galley set_hub(Typesetter&, const content::Hub&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_flow(Typesetter&, const content::Flow&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_cards(Typesetter&, const content::Cards&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_qr(Typesetter&, const content::Qr&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_contact(Typesetter&, const content::Contact&, const Measure&, NodeId parent);
[[nodiscard]] Galley set_chart(Typesetter&, const content::Chart&, const Measure&, NodeId parent);
[[nodiscard]] bool chart_wants_all_columns(Typesetter&, const content::Chart&, Size column);
/// Any blocks under each other.
[[nodiscard]] Galley set_blocks(Typesetter&, const content::Blocks&, Measure&, NodeId parent);
/// One block, with the space before it. Breaks give nothing.
void append_block(Galley&, Typesetter&, const content::Block&, Measure&, NodeId parent);

/// Whether a block looks better across all columns than in one of `column` pt, the writer having said nothing.
[[nodiscard]] bool wants_all_columns(Typesetter&, const content::Block&, Size column);

/// Lines of one paragraph as pieces, kept from leaving single lines behind (B7). `shift` moves them to the right.
void append_lines(Galley&, std::vector<Frame> lines, double shift, double width, bool on_grid);
/// How many frames at least `least` pt wide, `gap` between them, a width holds. At least 1.
[[nodiscard]] std::size_t fitting(double width, double least, double gap);
/// Of `count` frames, at most `most` beside each other: how many in a row for rows that are few and even. At least 1.
[[nodiscard]] std::size_t even_row(std::size_t count, std::size_t most);
/// The first two and the last two stand together, for one alone is no list.
void keep_ends(Galley&);
/// One frame as one piece.
[[nodiscard]] Piece piece_of(Frame frame);

}  // namespace zheye::layout
