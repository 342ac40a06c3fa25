#include "layout/typesetter.h"

#include "base/utf8.h"
#include "layout/decorations.h"
#include "picture/svg.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

text::Align text_align(theme::Align align) {
    switch (align) {
        case theme::Align::justify:
            return text::Align::justify;
        case theme::Align::left:
            return text::Align::left;
        case theme::Align::centre:
            return text::Align::centre;
        case theme::Align::right:
            return text::Align::right;
    }
    return text::Align::left;
}

text::PunctuationStyle punctuation(const std::string& name) {
    if (name == "half") return text::PunctuationStyle::half;
    return name == "open" ? text::PunctuationStyle::open : text::PunctuationStyle::full;
}

text::Prohibition prohibition(const std::string& name) {
    if (name == "none") return text::Prohibition::none;
    if (name == "gb") return text::Prohibition::gb;
    return name == "strict" ? text::Prohibition::strict : text::Prohibition::basic;
}

/// Has an element of its own: a link, a note, a reading, words of another language.
bool stands_out(const content::TextRun& run, const std::string& language) {
    return !run.link.empty() || !run.note.empty() || !run.ruby.empty() ||
           (!run.language.empty() && run.language != language);
}

text::Position position(content::Position position) {
    static_assert(static_cast<int>(content::Position::fraction) == static_cast<int>(text::Position::fraction));
    return static_cast<text::Position>(position);  // one list, in two rooms of which neither sees the other
}

/// Whether parts of the text are elements of their own.
bool has_elements(const Typesetter::Part& part, const std::string& language) {
    return std::ranges::any_of(part.text, [&](const auto& run) { return stands_out(run, language); });
}

/// BCP 47 of a reading: zhuyin, or a romanisation of Chinese; empty for other languages, whose readings are their own.
std::string reading_language(const std::string& reading, const std::string& base) {
    if (!base.starts_with("zh")) return {};
    for (std::size_t at = 0; at < reading.size();) {
        const auto [code, length] = utf8::decode(reading, at);
        if ((code >= 0x3105 && code <= 0x312F) || (code >= 0x31A0 && code <= 0x31BF)) return "zh-Bopo";
        at += length;
    }
    return "zh-Latn-pinyin";
}

}  // namespace

Typesetter::Typesetter(const theme::Theme& t, const font::FontBook& f, const text::Hyphenator& h, const FileSystem& fs,
                       diag::Sources& s, std::string l, Pages& pages, diag::Diagnostics& d, text::RuleSet o, Memory* m)
    : theme(t),
      fonts(f),
      hyphenator(h),
      files(fs),
      sources(s),
      words(words_for(l)),
      language(std::move(l)),
      diagnostics(d),
      off(o),
      memory(m),
      pages_(pages) {}

text::StyledRun Typesetter::run(const content::TextRun& run, const theme::TextStyle& style, double scale) {
    text::StyledRun styled{run.text, {}, run.span};
    const bool dots = run.emphasis && theme.typography.emphasis_dots;
    const bool own_face = !off.has(text::Rule::D4);
    const bool kai = own_face && run.emphasis && !dots, bold = own_face && run.strong;
    const auto& face = kai ? style.emphasis : bold ? style.strong : style.font;
    styled.style.chain = fonts.chain(face);
    styled.style.size = style.size * scale;
    styled.style.tracking = style.tracking;
    styled.style.colour = run.strong ? style.strong_colour : style.colour;
    styled.style.language = run.language;
    styled.style.position = position(run.position);
    styled.style.upright = run.upright;
    styled.style.decorations = {run.dots || dots, run.proper_name, run.work_title,
                                run.underline,    run.highlight,   run.line};
    if (run.ruby.empty()) return styled;
    const auto& ruby = theme.decoration.ruby;
    text::CharStyle reading;
    reading.chain = styled.style.chain;
    const bool column = text::is_zhuyin_syllable(run.ruby);
    reading.size = styled.style.size * (column ? theme.decoration.zhuyin.size : ruby.size);
    reading.colour = ruby.colour.value_or(styled.style.colour);
    reading.language = reading_language(run.ruby, run.language.empty() ? language : run.language);
    styled.ruby = text::Ruby{run.ruby, std::move(reading)};
    return styled;
}

void Typesetter::give_element(text::StyledRun& styled, const content::TextRun& run, NodeId parent) {
    NodeId own = parent;
    if (!run.link.empty() || run.ruby.empty()) own = node(parent, run.link.empty() ? Role::span : Role::link, run.span);
    const NodeId link = own;
    if (!run.ruby.empty()) {
        const NodeId ruby = node(own, Role::ruby, run.span);
        own = node(ruby, Role::ruby_base, run.span);
        const NodeId reading = node(ruby, Role::ruby_text, run.span);
        structure(reading).language = styled.ruby->style.language;
        styled.ruby->style.token = reading;
    }
    if (run.language != language) structure(own).language = run.language;
    styled.style.token = own;
    if (!run.link.empty()) links_[own] = {link, run.link};
}

std::vector<text::StyledRun> Typesetter::runs(const Part& part, NodeId node_id, const TypeOptions& options,
                                              bool split) {
    const double scale = options.scale;
    std::vector<text::StyledRun> runs;
    for (const auto& each : part.text) {
        if (!each.note.empty()) {
            if (split) runs.push_back(note_mark(each, part.style, node_id, part.scale * scale));
            continue;
        }
        if (each.text.empty()) continue;
        auto styled = run(each, theme.style(part.style), part.scale * scale);
        styled.style.token = node_id;
        styled.style.figures = options.figures;
        check_dictionary(each.language.empty() ? language : each.language, each.span);
        if (styled.ruby) styled.ruby->style.token = node_id;
        if (split) give_element(styled, each, node_id);
        runs.push_back(std::move(styled));
    }
    for (const auto& run : runs)  // after the text, so that they are read after it
        if (const auto note = notes.find(run.style.token); note != notes.end())
            add_note_elements(pages_.structure, note->second, node_id);
    return runs;
}

text::StyledRun Typesetter::note_mark(const content::TextRun& run, theme::Style name, NodeId owner, double scale) {
    const auto& style = theme.style(name);
    text::StyledRun mark{kNotePlaceholder, {}, run.span};
    mark.style.chain = fonts.chain(style.font);
    const double em = style.size * scale;
    mark.style.size = std::clamp(theme.notes.mark_size * em, smallest_type(), theme.notes.mark_most);
    mark.style.rise = std::max(em - mark.style.size, theme.notes.mark_rise * mark.style.size);
    mark.style.colour = style.colour;
    mark.style.token = node(node(owner, Role::reference, run.span), Role::link, run.span);
    notes[mark.style.token] = {run.note, run.span, mark.style.chain};
    return mark;
}

void Typesetter::check_dictionary(const std::string& tag, diag::Span span) {
    if (recording_) recording_->dictionaries.try_emplace(tag, hyphenator.dictionary(tag));
    if (!checked_.insert(tag).second || hyphenator.has(tag)) return;
    const std::string package = text::Hyphenator::package_of(tag);
    if (package.empty()) return;
    diagnostics.warning(
        "no-hyphenation", span,
        {"没有语言“" + tag + "”的断词词典，行末的长词不会断开",
         "there is no hyphenation dictionary of the language '" + tag + "': long words at line ends stay whole"},
        {{"请安装软件包：sudo apt install " + package, "install the package: sudo apt install " + package}});
}

text::ParagraphStyle Typesetter::paragraph_style(theme::Style name, const TypeOptions& options) const {
    const auto& typography = theme.typography;
    text::ParagraphStyle style;
    style.align = text_align(options.align.value_or(theme.style(name).align));
    style.indent = options.indent;
    style.punctuation = punctuation(typography.punctuation);
    style.prohibition = prohibition(typography.prohibition);
    style.hanging = typography.hanging;
    style.keep_with_number = typography.keep_with_number;
    style.han_latin_gap = typography.han_latin_gap;
    style.latin_scale = typography.latin_scale;
    style.balance = options.balance;
    style.language = language;
    style.decoration = measures_of(theme.decoration);
    style.vertical = options.vertical;
    style.off = off;
    return style;
}

ShapedText Typesetter::shape(const content::RichText& rich, theme::Style name, NodeId node_id,
                             const TypeOptions& options) {
    return shape(std::vector<Part>{{rich, name, 1}}, node_id, options);
}

ShapedText Typesetter::shape(const std::vector<Part>& parts, NodeId node_id, const TypeOptions& options) {
    const bool split = node_id != kArtifact &&
                       std::ranges::any_of(parts, [this](const Part& part) { return has_elements(part, language); });
    std::vector<text::StyledRun> all;
    for (const auto& part : parts) std::ranges::move(runs(part, node_id, options, split), std::back_inserter(all));
    const auto& first = parts.front();
    const double scale = options.scale * first.scale;
    const auto span = first.text.empty() ? diag::Span{} : first.text.front().span;
    ShapedText shaped(std::move(all), paragraph_style(first.style, options), span, links_,
                      {&fonts, &hyphenator, memory}, diagnostics);
    shaped.leading = theme.style(first.style).leading * scale;
    shaped.baseline = baseline(first.style, scale, options.vertical);
    return shaped;
}

double Typesetter::baseline(theme::Style name, double scale, bool vertical) const {
    const auto& style = theme.style(name);
    if (vertical) return style.leading * scale / 2;
    const auto& metrics = fonts.main_face(fonts.chain(style.font)).metrics;
    const double em = style.size * scale / metrics.units_per_em;
    const double ascent = em * metrics.ascent, descent = -em * metrics.descent;
    return (style.leading * scale - ascent - descent) / 2 + ascent;
}

Frame Typesetter::block(const ShapedText& shaped, double width) {
    auto frame = stacked(lines(shaped, width));
    frame.size.width = width;
    return frame;
}

Frame Typesetter::block(const content::RichText& rich, theme::Style name, NodeId node_id, double width,
                        const TypeOptions& options) {
    if (rich.empty()) return {{width, 0}, {}};
    return block(shape(rich, name, node_id, options), width);
}

double Typesetter::height(const content::RichText& rich, theme::Style name, double width, const TypeOptions& options) {
    if (rich.empty()) return 0;
    const auto shaped = shape(rich, name, kArtifact, options);
    return static_cast<double>(shaped.line_count(width)) * shaped.leading;
}

Frame Typesetter::fitted(const content::RichText& rich, theme::Style name, NodeId node_id, double width,
                         TypeOptions options) {
    if (rich.empty()) return {{width, 0}, {}};
    auto shaped = shape(rich, name, node_id, options);
    if (const double least = shaped.minimum_width(); least > width) {
        options.scale = std::max(options.scale * width / least * 0.999, smallest_type() / theme.style(name).size);
        shaped = shape(rich, name, node_id, options);
    }
    return block(shaped, width);
}

TypeOptions balanced() {
    TypeOptions options;
    options.balance = true;
    return options;
}

content::RichText plain(std::string text, diag::Span span) {
    if (text.empty()) return {};
    content::TextRun run;
    run.text = std::move(text);
    run.span = span;
    return {run};
}

Frame Typesetter::as_artifact(Frame frame) const {
    bool mark = false;
    std::erase_if(frame.items, [&](const Item& item) {
        if (const auto* tag = std::get_if<TagBegin>(&item)) {
            mark = notes.contains(tag->node);
            return true;
        }
        const bool end = std::holds_alternative<TagEnd>(item);
        const bool dropped = mark || end || std::holds_alternative<Link>(item);
        mark = mark && !end;
        return dropped;
    });
    return frame;
}

Frame stacked(std::vector<Frame> frames) {
    Frame all;
    for (auto& frame : frames) {
        const Size size = frame.size;
        all.place({0, all.size.height}, std::move(frame));
        all.size = {std::max(all.size.width, size.width), all.size.height + size.height};
    }
    return all;
}

void draw_rule(Frame& frame, const theme::Rule& rule, Point from, Point to) {
    if (rule.width <= 0) return;
    frame.items.emplace_back(Shape{Path::line(from, to), {}, Stroke{rule.colour, rule.width, {}, false}, 1});
}

void draw_area(Frame& frame, const Rect& area, Colour colour) {
    frame.items.emplace_back(Shape{Path::rectangle(area), Paint{colour}, {}, 1});
}

}  // namespace zheye::layout
