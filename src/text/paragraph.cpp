// The stages of the paragraph engine in their order: characters, glyphs, blanks, units, breaks, gaps; then lines.
#include "text/paragraph.h"

#include "text/build_line.h"
#include "text/choose_breaks.h"
#include "text/find_breaks.h"
#include "text/find_hyphens.h"
#include "text/find_units.h"
#include "text/itemise.h"
#include "text/orient.h"
#include "text/paragraph_impl.h"
#include "text/set_gaps.h"
#include "text/set_figures.h"
#include "text/set_marks.h"
#include "text/set_ruby.h"
#include "text/shape_items.h"
#include "text/small_forms.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace zheye::text {
namespace {

/// The settings of a style are rules too.
RuleSet rules_off(const ParagraphStyle& style) {
    RuleSet off = style.off;
    if (!style.squeeze) {
        for (const Rule rule : {Rule::S1, Rule::S2, Rule::S3}) off.add(rule);
    }
    if (!style.hanging) off.add(Rule::S4);
    if (!style.avoid_runt) off.add(Rule::B6);
    if (!style.optimal && !style.balance) off.add(Rule::J4);
    if (style.han_latin_gap <= 0) off.add(Rule::M1);
    return off;
}

void take_runs(std::span<const StyledRun> runs, const font::FontBook& book, Paragraph::Impl& p) {
    assert(runs.size() < 0xFFFF);
    p.em = 0;
    for (const StyledRun& run : runs) {
        RunInfo info;
        info.style = run.style;
        if (info.style.language.empty()) info.style.language = p.style.language;
        info.span = run.span;
        info.begin = static_cast<std::uint32_t>(p.text.size());
        p.text += run.text;
        info.end = static_cast<std::uint32_t>(p.text.size());
        info.byte_for_byte = run.span.known() && run.span.end - run.span.begin == run.text.size();
        info.is_base = run.ruby.has_value();
        const font::Metrics& metrics = book.main_face(run.style.chain).metrics;
        const double scale = run.style.size / metrics.units_per_em;
        const double ascent = p.style.vertical ? run.style.size / 2 : metrics.ascent * scale;
        const double descent = p.style.vertical ? run.style.size / 2 : -metrics.descent * scale;
        info.ascent = ascent + run.style.rise;
        info.descent = descent - run.style.rise;
        p.em = std::max(p.em, run.style.size);
        p.runs.push_back(std::move(info));
    }
}

void index_breaks(Paragraph::Impl& p) {
    const auto count = static_cast<std::uint32_t>(p.clusters.size());
    p.content_end.resize(count + 1);
    p.breaks.push_back(0);
    for (std::uint32_t i = 1; i <= count; ++i) {
        const CharClass cls = p.clusters[i - 1].cls;
        p.content_end[i] = is_space(cls) || cls == CharClass::ignorable ? p.content_end[i - 1] : i;
        if (i == count || p.clusters[i].break_before != Break::none) p.breaks.push_back(i);
    }
}

}  // namespace

Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;
Paragraph::~Paragraph() = default;
Paragraph::Paragraph(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

const std::string& Paragraph::text() const { return impl_->text; }
const ParagraphStyle& Paragraph::style() const { return impl_->style; }
bool Paragraph::empty() const { return impl_->clusters.empty(); }

double Paragraph::natural_width() const {
    double widest = 0;
    std::uint32_t begin = 0;
    const auto count = static_cast<std::uint32_t>(impl_->clusters.size());
    for (std::uint32_t end = 1; end <= count; ++end) {
        if (end < count && impl_->clusters[end].break_before != Break::mandatory) continue;
        widest = std::max(widest, indent_of(*impl_, begin) + fit_line(*impl_, begin, end, 0).natural);
        begin = end;
    }
    return widest;
}

double Paragraph::minimum_width() const {
    double widest = 0;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : impl_->breaks) {
        if (end == 0 || impl_->hyphen_before(end) != nullptr) continue;
        widest = std::max(widest, indent_of(*impl_, begin) + fit_line(*impl_, begin, end, 0).natural);
        begin = end;
    }
    return widest;
}

namespace {

/// What the indices of runs, and so of readings, can tell. A fraction becomes three runs (small_forms.h).
std::span<const StyledRun> no_more_than_fit(std::span<const StyledRun> runs, diag::Diagnostics& diagnostics) {
    constexpr std::size_t kMost = 0xFFFE;
    std::size_t count = 0;
    for (const StyledRun& run : runs) count += run.style.position == Position::fraction ? 3 : 1;
    if (count <= kMost) return runs;
    diagnostics.error("paragraph-too-long", runs.front().span,
                      {"这一段里的文字标记太多，超过 65534 处", "this paragraph has more than 65534 changes of style"},
                      {{"分成几段（空一行）", "part it into several paragraphs, with a blank line between them"}});
    return runs.first(1);  // nothing will be made of it
}

}  // namespace

Paragraph shape(std::span<const StyledRun> runs, const ParagraphStyle& style, const font::FontBook& book,
                diag::Diagnostics& diagnostics, const Hyphenator* hyphenator) {
    auto impl = std::make_unique<Paragraph::Impl>();
    impl->style = style;
    impl->off = rules_off(style);
    runs = no_more_than_fit(runs, diagnostics);
    take_runs(runs, book, *impl);
    std::vector<Character> chars = classify_text(*impl);
    if (style.vertical) orient(chars, *impl);
    assign_faces(chars, *impl, book, diagnostics);
    choose_small_forms(chars, *impl, book);
    shape_items(chars, itemise(chars, *impl), book, *impl, diagnostics);
    set_marks(*impl, book);
    set_figures(*impl, book);
    find_units(*impl);
    find_breaks(*impl);
    find_hyphens(*impl, book, hyphenator);
    set_gaps(*impl);
    set_ruby(runs, book, *impl, diagnostics);
    sum_gaps(*impl);
    index_breaks(*impl);
    return Paragraph(std::move(impl));
}

std::vector<Line> break_lines(const Paragraph& paragraph, const LineWidths& widths) {
    std::vector<Line> lines;
    assert(!std::isnan(widths.width));
    if (paragraph.empty()) return lines;
    const Paragraph::Impl& p = paragraph.impl();
    const std::vector<ChosenLine> chosen = choose_breaks(p, widths);
    lines.reserve(chosen.size());
    for (const ChosenLine& line : chosen) lines.push_back(build_line(p, line, widths.of(lines.size())));
    return lines;
}

double decimal_offset(const Line& line) { return line.decimal; }

}  // namespace zheye::text
