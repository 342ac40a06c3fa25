// Builds runs and sees to it that a span as long as its text is that text, byte for byte.
#include "content/run_builder.h"

#include "content/lines.h"

#include <algorithm>
#include <utility>

namespace zheye::content {

namespace {

/// What the marks on both sides of a line end agree on: a line under a name does not begin before it.
Marks shared(const Marks& a, const Marks& b) {
    Marks marks;
    marks.strong = a.strong && b.strong;
    marks.emphasis = a.emphasis && b.emphasis;
    marks.proper_name = a.proper_name && b.proper_name && a.line == b.line;
    marks.work_title = a.work_title && b.work_title && a.line == b.line;
    if (marks.proper_name || marks.work_title) marks.line = a.line;
    marks.underline = a.underline && b.underline;
    marks.highlight = a.highlight && b.highlight;
    if (a.position == b.position) marks.position = a.position;
    if (a.link == b.link) marks.link = a.link;
    if (a.language == b.language) marks.language = a.language;
    return marks;
}

}  // namespace

/// Cut where the places in the source part. A piece that is longer in the source than in the text is an escape.
void RunBuilder::put_source(std::size_t begin, std::size_t end, const Marks& marks) {
    const std::string_view text = node_->text;
    const auto& pieces = node_->pieces;
    if (pieces.empty()) {
        put(text.substr(begin, end - begin), node_->span, Origin::other, marks);
        return;
    }
    auto next = std::ranges::upper_bound(pieces, begin, {}, [](const auto& p) { return std::size_t{p.value}; });
    while (begin < end) {
        const bool is_last = next == pieces.end();
        const auto stop = is_last ? end : std::min<std::size_t>(end, next->value);
        const auto& piece = *(next - 1);
        const bool is_escape =
            !is_last && next->file == piece.file && next->source - piece.source != next->value - piece.value;
        auto span = node_->place(begin, stop);
        if (is_escape) span = {span.source, piece.source, next->source};
        put(text.substr(begin, stop - begin), span, is_escape ? Origin::escape : Origin::bytes, marks);
        begin = stop;
        if (!is_last) ++next;
    }
}

void RunBuilder::put_instead(std::string_view text, std::size_t begin, std::size_t end, const Marks& marks) {
    put(text, node_->place(begin, end), Origin::other, marks);
}

void RunBuilder::end_line(std::size_t at) {
    if (!line_end_) line_end_ = at;
}

void RunBuilder::put_ruby(std::string_view base, std::size_t begin, std::size_t end, std::string reading,
                          const Marks& marks) {
    put_line_end(base, marks);
    const auto span = node_->place(begin, end);
    traced_.push_back(!node_->pieces.empty() && span.end - span.begin == base.size());
    runs_.push_back({marks, std::string(base), std::move(reading), {}, false, span});
}

void RunBuilder::put_note(RichText note, std::size_t begin, std::size_t end, const Marks& marks) {
    traced_.push_back(false);
    runs_.push_back({marks, {}, {}, std::move(note), false, node_->place(begin, end)});
}

void RunBuilder::put_line_end(std::string_view next, const Marks& marks) {
    const auto at = std::exchange(line_end_, {});
    const auto last = std::find_if(runs_.rbegin(), runs_.rend(), [](const auto& run) { return !run.text.empty(); });
    if (!at || last == runs_.rend() || !wants_space(last->text, next)) return;
    put(" ", node_->place(*at, *at + 1), node_->pieces.empty() ? Origin::other : Origin::bytes, shared(*last, marks));
}

void RunBuilder::put(std::string_view text, Span span, Origin origin, const Marks& marks) {
    if (text.empty()) return;
    put_line_end(text, marks);
    const bool is_traced = origin == Origin::bytes;
    if (!runs_.empty()) {
        auto& last = runs_.back();
        const bool is_same_style = static_cast<const Marks&>(last) == marks && last.ruby.empty() && last.note.empty();
        const bool is_next =
            is_traced && traced_.back() && last.span.source == span.source && last.span.end == span.begin;
        if (is_same_style && is_next) {
            last.text += text;
            last.span.end = span.end;
            return;
        }
    }
    traced_.push_back(is_traced);
    runs_.push_back({marks, std::string(text), {}, {}, origin == Origin::escape, span});
}

RichText RunBuilder::take() {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        auto& run = runs_[i];
        const bool looks_traced = run.span.known() && run.span.end - run.span.begin == run.text.size();
        if (!traced_[i] && looks_traced) --run.span.end;
    }
    traced_.clear();
    line_end_.reset();
    return std::exchange(runs_, {});
}

}  // namespace zheye::content
