#include "text/fingerprint.h"

#include <bit>

namespace zheye::text {

namespace {

void add_colour(Fingerprint& print, Colour colour) { print.add(colour.r).add(colour.g).add(colour.b); }

void add_style(Fingerprint& print, const CharStyle& style) {
    print.add(style.chain).add(style.size).add(style.tracking).add(style.rise).add(style.token).add(style.language);
    add_colour(print, style.colour);
    print.add(style.position).add(style.upright).add(style.figures);
    const auto& beside = style.decorations;
    print.add(beside.dots).add(beside.proper_name).add(beside.work_title).add(beside.underline).add(beside.highlight);
    print.add(beside.line);
}

void add_run(Fingerprint& print, const StyledRun& run) {
    print.add(run.text).add(run.span.known() ? run.span.end - run.span.begin : diag::Span::kNowhere);
    add_style(print, run.style);
    print.add(run.ruby.has_value());
    if (!run.ruby) return;
    print.add(run.ruby->text);
    add_style(print, run.ruby->style);
}

void add_paragraph_style(Fingerprint& print, const ParagraphStyle& style) {
    print.add(style.align).add(style.indent).add(style.hanging_indent).add(style.punctuation).add(style.prohibition);
    print.add(style.hanging).add(style.han_latin_gap).add(style.latin_scale).add(style.squeeze);
    print.add(style.keep_with_number.size());
    for (const auto& unit : style.keep_with_number) print.add(unit);
    print.add(style.avoid_runt).add(style.optimal).add(style.balance).add(style.language).add(style.vertical);
    const auto& beside = style.decoration;
    for (const double measure :
         {beside.dot_size, beside.dot_distance, beside.dot_under_line, beside.name_gap, beside.ruby_distance,
          beside.ruby_gap, beside.ruby_overhang, beside.zhuyin_width, beside.small_size, beside.superscript_rise,
          beside.subscript_drop, beside.numerator_rise})
        print.add(measure);
    print.add(std::bit_cast<std::uint64_t>(style.off));
}

}  // namespace

void add_to(Fingerprint& print, std::span<const StyledRun> runs, const ParagraphStyle& style,
            const Hyphenator* hyphenator) {
    add_paragraph_style(print, style);
    print.add(runs.size());
    for (const auto& run : runs) {
        add_run(print, run);
        if (!hyphenator) continue;
        const auto* dictionary =
            hyphenator->dictionary(run.style.language.empty() ? style.language : run.style.language);
        print.add(std::bit_cast<std::uintptr_t>(dictionary));
    }
}

}  // namespace zheye::text
