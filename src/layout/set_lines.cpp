// Shaped text → the frames of its lines, with their tags.
#include "layout/check_lines.h"
#include "layout/decorations.h"
#include "layout/typesetter.h"

#include <algorithm>
#include <span>
#include <utility>

namespace zheye::layout {

namespace {

Orientation orientation(const text::Glyph& glyph, bool vertical) {
    if (!vertical) return Orientation::across;
    return glyph.upright ? Orientation::down : Orientation::turned;
}

/// Whether a glyph goes on in the run that the last one began.
bool continues(const text::Glyph& a, const text::Glyph& b) {
    return a.face == b.face && a.size == b.size && a.colour == b.colour && a.token == b.token &&
           a.upright == b.upright && a.narrow == b.narrow;
}

GlyphRun begin_run(const text::Glyph& glyph, LineAxes axes) {
    GlyphRun run;
    run.orientation = orientation(glyph, axes.vertical);
    run.face = glyph.face;
    run.size = glyph.size;
    run.narrow = glyph.narrow;
    run.colour = glyph.colour;
    run.origin = axes.at(glyph.x, 0);
    run.span = glyph.span;
    return run;
}

/// Glyphs of one element, in its tag.
void append_glyphs(Frame& frame, std::span<const text::Glyph> glyphs, const std::string& source, LineAxes axes) {
    if (glyphs.empty()) return;
    const bool tagged = glyphs.front().token != kArtifact;
    if (tagged) frame.items.emplace_back(TagBegin{glyphs.front().token});
    for (std::size_t i = 0; i < glyphs.size();) {
        const std::size_t first = i;
        auto run = begin_run(glyphs[first], axes);
        const auto from = glyphs[first].text_begin;
        auto to = from;
        std::vector<PlacedGlyph> placed;
        for (; i < glyphs.size() && continues(glyphs[first], glyphs[i]); ++i) {
            const auto& g = glyphs[i];
            placed.push_back({g.id, g.x - glyphs[first].x, g.y, g.advance, g.text_begin - from, g.text_end - from});
            to = std::max(to, g.text_end);
        }
        run.glyphs = GlyphList(std::move(placed));
        run.text = source.substr(from, to - from);
        frame.items.emplace_back(std::move(run));
    }
    if (tagged) frame.items.emplace_back(TagEnd{});
}

/// In the terms of the text.
Frame line_frame(const ShapedText& shaped, const text::Line& line, double width, const theme::DecorationStyle& style) {
    Frame frame;
    frame.size = {width, shaped.leading};
    const LineAxes axes{shaped.baseline, shaped.paragraph().style().vertical};
    draw_grounds(frame, line, axes, style);
    const std::span glyphs(line.glyphs);
    for (std::size_t i = 0; i < glyphs.size();) {
        const auto token = glyphs[i].token;
        const std::size_t first = i;
        double right = glyphs[i].x;
        while (i < glyphs.size() && glyphs[i].token == token) right = glyphs[i].x + glyphs[i].advance, ++i;
        append_glyphs(frame, glyphs.subspan(first, i - first), shaped.paragraph().text(), axes);
        if (!shaped.is_link(token)) continue;
        Link link;
        link.area = {glyphs[first].x, 0, right - glyphs[first].x, shaped.leading};
        link.node = token;
        frame.items.emplace_back(std::move(link));
    }
    draw_beside(frame, line, axes, style);
    // After the line, which so stays whole for readers who take the page as it is drawn; the structure has the order.
    for (const auto& ruby : line.ruby) append_glyphs(frame, ruby.glyphs, ruby.text, axes);
    return frame;
}

/// They will be compared again and again.
void seal(std::vector<Frame>& lines) {
    for (auto& line : lines)
        for (auto& item : line.items)
            if (auto* run = std::get_if<GlyphRun>(&item)) run->glyphs.seal();
}

}  // namespace

std::vector<Frame> Typesetter::lines(const ShapedText& shaped, const text::LineWidths& widths) {
    return lines(shaped, widths, diagnostics);
}

std::vector<Frame> Typesetter::unchecked_lines(const ShapedText& shaped, const text::LineWidths& widths) {
    diag::Diagnostics unheard;
    return lines(shaped, widths, unheard);
}

std::vector<Frame> Typesetter::lines(const ShapedText& shaped, const text::LineWidths& widths,
                                     diag::Diagnostics& heard) {
    if (shaped.empty()) return {};
    const auto key = memory ? shaped.key_of(widths) : Hash128{};
    if (memory)
        if (const auto known = memory->lines.find(key)) return shaped.placed(*known);
    diag::Diagnostics said;
    std::vector<Frame> frames;
    const auto broken = text::break_lines(shaped.paragraph(), widths);
    report_lines(broken, shaped.whole(), theme.typography.loosest, said);
    for (const auto& line : broken)
        frames.push_back(line_frame(shaped, line, widths.of(frames.size()), theme.decoration));
    shaped.say(said, heard);
    if (memory && said.all().empty()) {
        seal(frames);
        memory->lines.keep(key, frames);
    }
    return shaped.placed(std::move(frames));
}

}  // namespace zheye::layout
