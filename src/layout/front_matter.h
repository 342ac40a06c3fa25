// The designed pages: cover, back cover, contents, chapter openers, and the furniture of text pages. Each is drawn into
// a page frame from the theme's places and artwork.
#pragma once

#include "layout/blocks.h"
#include "layout/page_setup.h"

#include <string>
#include <vector>

namespace zheye::layout {

[[nodiscard]] Frame cover_page(Typesetter&, const content::Document&, const PageSetup&, NodeId parent);
[[nodiscard]] Frame back_cover_page(Typesetter&, const content::Document&, const PageSetup&, NodeId parent);

/// Who made it and when, in one line at the place of the imprint: for what has no back cover.
[[nodiscard]] Frame imprint_line(Typesetter&, const content::Document&, const PageSetup&, NodeId parent);
/// pt from the top of the page to where that begins; the page's height if there is none.
[[nodiscard]] double imprint_top(Typesetter&, const content::Document&, const PageSetup&);

struct ContentsEntry {
    int level = 1;        ///< 1 chapter, 2 heading
    std::string numeral;  ///< of a chapter
    content::RichText title, subtitle;
    std::uint32_t page = 0;  ///< index
    double y = 0;
    std::string label;  ///< folio
};
/// As many pages as the entries need: the number does not depend on the folios.
[[nodiscard]] std::vector<Frame> contents_pages(Typesetter&, const std::vector<ContentsEntry>&, const PageSetup&,
                                                NodeId parent);

/// What an opener shows besides its title. Null where there is nothing.
struct Opener {
    const content::Chapter* chapter = nullptr;
    const content::Stats* figures = nullptr;
    double figure_scale = 1;  ///< of the figures' size, the same in all chapters
    std::string numeral;
    NodeId node = 0;   ///< of the chapter
    NodeId title = 0;  ///< its heading element, made by the opener
    /// pt from the top of the page, or the right edge, to the end of its titles; found by the opener.
    double bottom = 0;
};
/// pt, of the rows of figures on an opener's page.
[[nodiscard]] double opener_figures_width(const theme::OpenerStyle&, const PageSetup&);
/// Whether they stand on an opener's page with the chapter's lead and byline.
[[nodiscard]] bool has_room_for_figures(Typesetter&, const content::Chapter&, const content::Stats&, double scale,
                                        const PageSetup&);
/// A page of its own.
[[nodiscard]] Frame opener_page(Typesetter&, Opener&, const PageSetup&);
/// The strip at the head of the first text page of a chapter without lead and figures.
[[nodiscard]] Frame opener_strip(Typesetter&, Opener&, const PageSetup&);
/// The same for a chapter of vertical text: along the right edge of the page.
[[nodiscard]] Frame vertical_opener_strip(Typesetter&, Opener&, const PageSetup&);

/// What a booklet is filled up with.
[[nodiscard]] Frame quiet_page(Typesetter&, const PageSetup&);
[[nodiscard]] Frame notes_page(Typesetter&, const PageSetup&);

struct FurnitureText {
    std::string left, right, folio;
    bool even = false;
    bool bare_top = false, bare_foot = false;  ///< a picture reaches the edge there
    bool strip_right = false;  ///< the chapter's titles stand along the right edge: nothing goes below them
};
/// Running head, folio, ground: artifacts.
[[nodiscard]] Frame furniture(Typesetter&, const FurnitureText&, const PageSetup&, bool ground_only);

/// A block of text put into its place; returns where its free end is (its bottom, or its top when it grows upwards).
double place_in(Frame& page, Frame text, const theme::TextArea&, const PageSetup&);
/// Vertical lines, laid out as horizontal ones, turned and hung up at the top right corner of their place.
void hang_in(Frame& page, Frame lines, const Rect& share, const PageSetup&);

}  // namespace zheye::layout
