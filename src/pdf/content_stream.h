// Marks, text objects and graphics state of one page's content streams: operators are written when something changes
// and not before something is drawn. Must not know what is drawn; see draw.h and text_line.h.
#pragma once

#include "base/colour.h"
#include "layout/frame.h"
#include "pdf/inks.h"
#include "pdf/resources.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zheye::pdf {

class ContentStream {
public:
    ContentStream(const layout::Structure& structure, const Inks& inks, SharedResources& shared, double page_height)
        : structure_(structure), inks_(inks), shared_(shared), height_(page_height) {}

    /// What is drawn from here on belongs to this element; without one it is an artifact.
    void belong_to(std::optional<layout::NodeId> node) {
        if (node != node_) end_clip();
        node_ = node;
    }

    /// Before path, clip, shading and image operators.
    void begin_graphics();
    /// Before text operators. True if a new text object was begun: position (0, 0). With `actual_text` what follows
    /// stands for that text and is a marked-content sequence of its own, never inside another: Poppler's structure
    /// reader would lose what comes after.
    bool begin_text(const std::string* actual_text = nullptr);

    void fill_colour(Colour);
    void stroke_colour(Colour);
    /// Of text, which is opaque and may overprint.
    void text_colour(Colour);
    /// Of lines and areas, where the file is in inks; see `in_inks`.
    void plates(const layout::Plates&);
    [[nodiscard]] bool in_inks() const { return inks_.is_cmyk(); }
    void line_style(const layout::Stroke&);
    void opacity(double);
    /// What all that is drawn is cut to, until the clip ends: at the latest before text, pictures and other elements.
    struct Clip {
        Rect area;
        double radius = 0;  ///< pt, of its corners
        friend bool operator==(const Clip&, const Clip&) = default;
    };
    [[nodiscard]] const std::optional<Clip>& clip() const { return clip_; }
    /// The path comes next. There is no other clip.
    void begin_clip(const Clip&);
    void end_clip();

    /// What is drawn until `leave_space` lies in a space of its own, y downwards, which `map` leads from to the page;
    /// the graphics state has been saved and may be restricted already. There is no clip and no space within a space.
    void enter_space(const Affine& map);
    void leave_space();
    /// Digits after the point that places need so that what is seen of rounding is finer than any press or screen.
    [[nodiscard]] int decimals() const { return space_ ? space_->decimals : 2; }
    /// What the last of them counts, in a unit.
    [[nodiscard]] double steps() const { return space_ ? space_->steps : 100; }

    /// Appends one operand and a space, or an operator and a line end.
    void number(double value) { append(value), out_ += ' '; }
    void op(std::string_view text) { out_ += text, out_ += '\n'; }
    [[nodiscard]] std::string& out() { return out_; }
    /// PDF's y, upwards, of a distance from the top of the page; in a space of its own, that of the space.
    [[nodiscard]] double flip(double y) const { return space_ ? y : height_ - y; }
    [[nodiscard]] PageResources& resources() { return resources_; }
    [[nodiscard]] SharedResources& shared() { return shared_; }

    /// Ends what is open.
    void finish();
    /// The stream so far, finished; the next one knows nothing of its state and goes on with its MCIDs.
    [[nodiscard]] std::string take() { return state_ = {}, std::exchange(out_, {}); }
    /// The element of every MCID.
    [[nodiscard]] const std::vector<layout::NodeId>& owners() const { return owners_; }

private:
    enum class Mark : unsigned char { none, artifact, element, actual_text };
    void append(double value);
    void open_mark(const std::string* actual_text);
    void close_mark();
    void end_text();
    [[nodiscard]] bool mark_fits() const;

    void set_fill(const Paint&);
    std::string spot_name(std::size_t spot);
    void set_graphics(const GraphicsState&);

    const layout::Structure& structure_;
    const Inks& inks_;
    SharedResources& shared_;
    double height_;
    std::string out_;
    PageResources resources_;
    std::vector<layout::NodeId> owners_;

    std::optional<layout::NodeId> node_;
    Mark mark_ = Mark::none;
    layout::NodeId marked_node_ = 0;
    bool mark_inside_text_ = false;
    bool in_text_ = false;

    /// As the reader of the file has it: what is the same is not written again.
    struct State {
        const Paint *fill = nullptr, *stroke = nullptr;
        double line_width = 1;
        std::vector<double> dash;
        double dash_offset = 0;
        int cap = 0, join = 0;  ///< PDF 32000-1, 8.4.3.3, 8.4.3.4
        double mitre_limit = 10;
        GraphicsState graphics;
    };
    State state_, unclipped_;
    std::optional<Clip> clip_;
    struct Space {
        int decimals = 0;
        double steps = 1;
        State outside;
    };
    std::optional<Space> space_;
};

/// The structure type's name, as in /S and as the tag of marked content.
[[nodiscard]] const char* role_name(layout::Role);

}  // namespace zheye::pdf
