// A styled text that is to be set, and its measures. It is shaped in terms of its own: its runs tell the number of
// their element and of their place, so that what comes of it holds wherever in the document the same text stands again.
#pragma once

#include "diag/anchors.h"
#include "layout/frame.h"
#include "layout/memory.h"
#include "text/paragraph.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zheye::layout {

/// Text that belongs to no element: an artifact.
inline constexpr NodeId kArtifact = 0xFFFFFFFF;

/// What a click on the text of an element follows.
struct LinkTarget {
    NodeId link = 0;
    std::string url;
};
/// By the element whose text it is.
using LinkTargets = std::map<NodeId, LinkTarget>;

/// What texts are shaped with.
struct Shaper {
    const font::FontBook* fonts = nullptr;
    const text::Hyphenator* hyphenator = nullptr;
    Memory* memory = nullptr;  ///< none: nothing is kept
};

/// Shaped when that is needed: who only wants to have lines that are known, or a measure, needs no glyphs.
class ShapedText {
public:
    /// Tokens and spans of the runs are those of the document. Says what is wrong with the text at once.
    ShapedText(std::vector<text::StyledRun>, text::ParagraphStyle, diag::Span whole, const LinkTargets&, Shaper,
               diag::Diagnostics&);

    double leading = 0;
    double baseline = 0;  ///< pt from the top of a line to its baseline

    [[nodiscard]] bool empty() const;
    [[nodiscard]] double natural_width() const;
    [[nodiscard]] double minimum_width() const;
    [[nodiscard]] std::size_t line_count(double width) const;
    /// Whether some line stands out of the width.
    [[nodiscard]] bool is_overfull(double width) const;
    /// Of its first line; see text::decimal_offset.
    [[nodiscard]] double decimal_offset(double width) const;

    [[nodiscard]] const text::Paragraph& paragraph() const;
    /// The place of the whole, in its own terms.
    [[nodiscard]] diag::Span whole() const { return whole_; }
    /// Whether the element of that token, in its own terms, is a link.
    [[nodiscard]] bool is_link(std::uint32_t token) const;
    /// Of its lines; only with a memory.
    [[nodiscard]] Hash128 key_of(const text::LineWidths&) const;
    /// Lines or messages in terms of the text → in those of the document.
    [[nodiscard]] std::vector<Frame> placed(std::vector<Frame>) const;
    void say(const diag::Diagnostics& said, diag::Diagnostics&) const;

private:
    enum class Measure : std::uint8_t { empty, natural, minimum, lines, overfull, decimal };
    template <class Find>
    [[nodiscard]] double measured(Measure, double width, Find) const;
    [[nodiscard]] Hash128 key_of(Measure, double width) const;
    /// Makes its elements: gives each token of the runs its number.
    void number_elements(const LinkTargets&);
    void place(Item&) const;

    struct Element {
        NodeId node = 0;
        std::optional<LinkTarget> target;
    };
    Shaper shaper_;
    std::vector<text::StyledRun> runs_;
    text::ParagraphStyle style_;
    std::vector<Element> elements_;
    diag::Anchors anchors_;
    diag::Span whole_;
    Hash128 key_{};  ///< of runs and style
    mutable std::optional<text::Paragraph> paragraph_;
};

}  // namespace zheye::layout
