// Rich text in a style → shaped paragraphs and frames of lines, with their tags. The one way by which text gets into
// frames. Must not know blocks or pages.
#pragma once

#include "content/document.h"
#include "diag/sources.h"
#include "layout/frame.h"
#include "layout/notes.h"
#include "layout/record.h"
#include "layout/shaped_text.h"
#include "layout/words.h"
#include "theme/theme.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zheye::layout {

/// What a piece of text may want otherwise than its style says.
struct TypeOptions {
    double indent = 0;  ///< pt, first line
    std::optional<theme::Align> align;
    bool balance = false;
    double scale = 1;  ///< of the size and the leading
    bool vertical = false;
    text::Figures figures = text::Figures::proportional;
};
/// For what is read at a glance: names, titles, captions.
[[nodiscard]] TypeOptions balanced();

class Typesetter {
public:
    Typesetter(const theme::Theme&, const font::FontBook&, const text::Hyphenator&, const FileSystem&, diag::Sources&,
               std::string language, Pages&, diag::Diagnostics&, text::RuleSet off = {}, Memory* memory = nullptr);

    [[nodiscard]] ShapedText shape(const content::RichText&, theme::Style, NodeId, const TypeOptions& = {});
    /// Several styles in one paragraph, as a figure and its unit; the leading is that of the first.
    struct Part {
        content::RichText text;
        theme::Style style;
        double scale = 1;
    };
    [[nodiscard]] ShapedText shape(const std::vector<Part>&, NodeId, const TypeOptions& = {});

    /// pt that the lines of the text take.
    [[nodiscard]] double height(const content::RichText&, theme::Style, double width, const TypeOptions& = {});

    /// Display text: smaller than its style where a single word would not fit the width.
    [[nodiscard]] Frame fitted(const content::RichText&, theme::Style, NodeId, double width, TypeOptions = {});
    /// The same, and smaller where its lines would take more than the height of the room: the writer is told.
    [[nodiscard]] Frame fitted(const content::RichText&, theme::Style, NodeId, Size room, TypeOptions = {});
    /// A subtitle below (in vertical text: left of) a title in the same room: it leaves the title the lines that it
    /// takes in its own size, or most of the room if that is less.
    struct Title {
        const content::RichText& text;
        theme::Style style;
    };
    [[nodiscard]] Frame fitted_below(const Title&, const content::RichText&, theme::Style, NodeId, Size room,
                                     const TypeOptions&);
    /// A numeral: all in one line, smaller where that would be wider or higher than the room.
    [[nodiscard]] ShapedText in_one_line(const content::RichText&, theme::Style, NodeId, Size room);
    /// Says that a title of the writer's did not have room in its own size, in pt.
    void report_long_title(const content::RichText&, theme::Style, double wanted, double size);

    /// One frame a line, as wide as its measure and the leading high. Reports lines that cannot be set.
    [[nodiscard]] std::vector<Frame> lines(const ShapedText&, const text::LineWidths&);
    /// The same where what cannot be set is told of the whole that they are a part of.
    [[nodiscard]] std::vector<Frame> unchecked_lines(const ShapedText&, const text::LineWidths&);
    /// All lines under each other.
    [[nodiscard]] Frame block(const ShapedText&, double width);
    /// Shorthand for shape and block.
    [[nodiscard]] Frame block(const content::RichText&, theme::Style, NodeId, double width, const TypeOptions& = {});

    /// pt; whatever gives way to its room becomes no smaller (G5).
    [[nodiscard]] double smallest_type() const { return off.has(text::Rule::G5) ? 1 : theme::kSmallestType; }
    /// What the theme's pages are on.
    [[nodiscard]] Colour paper() const { return theme.page.ground.value_or(kWhite); }
    /// pt from the top of a line of that style to its baseline; of vertical text to its middle.
    [[nodiscard]] double baseline(theme::Style, double scale = 1, bool vertical = false) const;

    NodeId node(NodeId parent, Role role, diag::Span span = {}) { return pages_.structure.add(parent, role, span); }
    StructureNode& structure(NodeId id) { return pages_.structure.nodes[id]; }

    const theme::Theme& theme;
    const font::FontBook& fonts;
    const text::Hyphenator& hyphenator;
    const FileSystem& files;
    diag::Sources& sources;  ///< takes up drawings, which have lines to point at
    const Words words;
    const std::string language;
    diag::Diagnostics& diagnostics;
    const text::RuleSet off;  ///< rules that are not kept
    Memory* const memory;     ///< of the last time; may be none
    Notes notes;              ///< of all that was shaped

    /// The frame without its tags, links and note marks: for what is repeated.
    [[nodiscard]] Frame as_artifact(Frame) const;

    /// Reads a picture once, however often it is used.
    [[nodiscard]] std::optional<ImageId> image(const content::Picture&);
    [[nodiscard]] const picture::Picture& image(ImageId id) const { return *pages_.images[id]; }
    /// One of the icons that come with the themes; null, which was told, if it cannot be read.
    [[nodiscard]] std::shared_ptr<const picture::Drawing> icon(const std::string& name);

    /// What happens from here until the end is recorded.
    void begin_record();
    [[nodiscard]] Record end_record();
    /// Does as if the same were done again. False, and little has happened, if it would not come out the same.
    [[nodiscard]] bool repeat(const Record&);

private:
    [[nodiscard]] std::vector<Frame> lines(const ShapedText&, const text::LineWidths&, diag::Diagnostics&);
    /// `split`: the parts of the text have elements of their own, below the node.
    [[nodiscard]] std::vector<text::StyledRun> runs(const Part&, NodeId, const TypeOptions&, bool split);
    [[nodiscard]] text::StyledRun run(const content::TextRun&, const theme::TextStyle&, double scale);
    void give_element(text::StyledRun&, const content::TextRun&, NodeId parent);
    /// The placeholder of a note's number.
    [[nodiscard]] text::StyledRun note_mark(const content::TextRun&, theme::Style, NodeId owner, double scale);
    [[nodiscard]] text::ParagraphStyle paragraph_style(theme::Style, const TypeOptions&) const;

    /// Null if it cannot be read, which was told.
    [[nodiscard]] std::shared_ptr<const picture::Drawing> read_drawing(const Blob&, const std::string& path,
                                                                       bool toned);
    [[nodiscard]] diag::Result<picture::Picture> read_picture(const content::Picture&);
    [[nodiscard]] std::shared_ptr<const picture::Drawing> read_icon(const std::string& name);
    void record_picture(const content::Picture&, ImageId);
    /// A language whose words should be parted but cannot be: told once.
    void check_dictionary(const std::string& tag, diag::Span);

    void report_no_room(const content::RichText& title, theme::Style);
    [[nodiscard]] bool repeat_pictures(const std::vector<Record::AskedPicture>&);

    Pages& pages_;
    std::optional<Record> recording_;
    std::size_t children_before_ = 0;  ///< of the document, when recording began
    std::set<std::string> checked_;    ///< languages
    LinkTargets links_;
    std::map<std::pair<std::string, bool>, ImageId> images_;  ///< by path, and whether in the theme's colours
    std::map<std::string, std::shared_ptr<const picture::Drawing>> icons_;
};

/// What has no room is set smaller by this factor, until it has.
inline constexpr double kSmaller = 0.93;

/// A run of plain words that no source holds, such as a folio.
[[nodiscard]] content::RichText plain(std::string text, diag::Span span = {});
/// Frames under each other.
[[nodiscard]] Frame stacked(std::vector<Frame>);
/// Adds the shape of a rule from `from` to `to`, if it has a width.
void draw_rule(Frame&, const theme::Rule&, Point from, Point to);
void draw_area(Frame&, const Rect&, Colour);

}  // namespace zheye::layout
