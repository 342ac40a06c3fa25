#include "layout/typesetter.h"

#include "layout/check_lines.h"

#include <algorithm>

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

text::Prohibition prohibition(const std::string& name) {
    if (name == "none") return text::Prohibition::none;
    if (name == "gb") return text::Prohibition::gb;
    return name == "strict" ? text::Prohibition::strict : text::Prohibition::basic;
}

/// Has an element of its own: a link, a note, words of another language.
bool stands_out(const content::TextRun& run, const std::string& language) {
    return !run.link.empty() || !run.note.empty() || (!run.language.empty() && run.language != language);
}

/// Whether a glyph goes on in the run that the last one began.
bool continues(const text::Glyph& a, const text::Glyph& b) {
    return a.face == b.face && a.size == b.size && a.colour == b.colour && a.token == b.token;
}

GlyphRun begin_run(const text::Glyph& glyph, double baseline) {
    GlyphRun run;
    run.face = glyph.face;
    run.size = glyph.size;
    run.colour = glyph.colour;
    run.origin = {glyph.x, baseline};
    run.span = glyph.span;
    return run;
}

}  // namespace

Typesetter::Typesetter(const theme::Theme& t, const font::FontBook& f, const text::Hyphenator& h, const FileSystem& fs,
                       std::string l, Pages& pages, diag::Diagnostics& d, text::RuleSet o)
    : theme(t),
      fonts(f),
      hyphenator(h),
      files(fs),
      words(words_for(l)),
      language(std::move(l)),
      diagnostics(d),
      off(o),
      pages_(pages) {}

std::vector<text::StyledRun> Typesetter::runs(const content::RichText& rich, theme::Style name, NodeId node_id,
                                              double scale) {
    const auto& style = theme.style(name);
    const auto apart = [this](const auto& run) { return stands_out(run, language); };
    const bool split = node_id != kArtifact && std::ranges::any_of(rich, apart);
    std::vector<text::StyledRun> runs;
    for (const auto& run : rich) {
        if (!run.note.empty()) {
            if (split) runs.push_back(note_mark(run, name, node_id, scale));
            continue;
        }
        if (run.text.empty()) continue;
        text::StyledRun styled{run.text, {}, run.span};
        const auto& face = run.emphasis ? style.emphasis : run.strong ? style.strong : style.font;
        styled.style.chain = fonts.chain(face);
        styled.style.size = style.size * scale;
        styled.style.tracking = style.tracking;
        styled.style.colour = run.strong ? style.strong_colour : style.colour;
        styled.style.token = node_id;
        if (split) {
            styled.style.token = node(node_id, run.link.empty() ? Role::span : Role::link, run.span);
            if (!run.link.empty()) links_[styled.style.token] = run.link;
            if (run.language != language) structure(styled.style.token).language = run.language;
        }
        styled.style.language = run.language;
        check_dictionary(run.language.empty() ? language : run.language, run.span);
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
    mark.style.size = std::clamp(theme.notes.mark_size * em, theme::kSmallestType, theme.notes.mark_most);
    mark.style.rise = std::max(em - mark.style.size, theme.notes.mark_rise * mark.style.size);
    mark.style.colour = style.colour;
    mark.style.token = node(node(owner, Role::reference, run.span), Role::link, run.span);
    notes[mark.style.token] = {run.note, run.span, mark.style.chain};
    return mark;
}

void Typesetter::check_dictionary(const std::string& tag, diag::Span span) {
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
    style.punctuation = typography.open_punctuation ? text::PunctuationStyle::open : text::PunctuationStyle::full;
    style.prohibition = prohibition(typography.prohibition);
    style.hanging = typography.hanging;
    style.han_latin_gap = typography.han_latin_gap;
    style.balance = options.balance;
    style.language = language;
    style.off = off;
    return style;
}

ShapedText Typesetter::shape(const content::RichText& rich, theme::Style name, NodeId node_id,
                             const TypeOptions& options) {
    return shape(std::vector<Part>{{rich, name, 1}}, node_id, options);
}

ShapedText Typesetter::shape(const std::vector<Part>& parts, NodeId node_id, const TypeOptions& options) {
    std::vector<text::StyledRun> all;
    for (const auto& part : parts)
        std::ranges::move(runs(part.text, part.style, node_id, part.scale * options.scale), std::back_inserter(all));
    const auto& first = parts.front();
    const double scale = options.scale * first.scale;
    const auto span = first.text.empty() ? diag::Span{} : first.text.front().span;
    return {text::shape(all, paragraph_style(first.style, options), fonts, diagnostics, &hyphenator),
            theme.style(first.style).leading * scale, baseline(first.style, scale), span};
}

double Typesetter::baseline(theme::Style name, double scale) const {
    const auto& style = theme.style(name);
    const auto& metrics = fonts.main_face(fonts.chain(style.font)).metrics;
    const double em = style.size * scale / metrics.units_per_em;
    const double ascent = em * metrics.ascent, descent = -em * metrics.descent;
    return (style.leading * scale - ascent - descent) / 2 + ascent;
}

Frame Typesetter::line_frame(const ShapedText& shaped, const text::Line& line, double width) {
    Frame frame;
    frame.size = {width, shaped.leading};
    const auto& source = shaped.paragraph.text();
    const auto& glyphs = line.glyphs;
    for (std::size_t i = 0; i < glyphs.size();) {
        const NodeId token = glyphs[i].token;
        const double left = glyphs[i].x;
        double right = left;
        if (token != kArtifact) frame.items.emplace_back(TagBegin{token});
        while (i < glyphs.size() && glyphs[i].token == token) {
            auto run = begin_run(glyphs[i], shaped.baseline);
            const auto from = glyphs[i].text_begin;
            auto to = from;
            const std::size_t first = i;
            for (; i < glyphs.size() && continues(glyphs[first], glyphs[i]); ++i) {
                const auto& g = glyphs[i];
                run.glyphs.push_back(
                    {g.id, g.x - run.origin.x, g.y, g.advance, g.text_begin - from, g.text_end - from});
                to = std::max(to, g.text_end);
                right = g.x + g.advance;
            }
            run.text = source.substr(from, to - from);
            frame.items.emplace_back(std::move(run));
        }
        if (token == kArtifact) continue;
        frame.items.emplace_back(TagEnd{});
        if (const auto link = links_.find(token); link != links_.end())
            frame.items.emplace_back(
                Link{{left, 0, right - left, shaped.leading}, token, link->second, 0, 0, link->second});
    }
    return frame;
}

std::vector<Frame> Typesetter::lines(const ShapedText& shaped, double width) {
    std::vector<Frame> frames;
    if (shaped.paragraph.empty()) return frames;
    const auto broken = text::break_lines(shaped.paragraph, width);
    report_lines(broken, shaped.span, theme.typography.loosest, diagnostics);
    for (const auto& line : broken) frames.push_back(line_frame(shaped, line, width));
    return frames;
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

Frame Typesetter::fitted(const content::RichText& rich, theme::Style name, NodeId node_id, double width,
                         TypeOptions options) {
    if (rich.empty()) return {{width, 0}, {}};
    auto shaped = shape(rich, name, node_id, options);
    if (const double least = shaped.paragraph.minimum_width(); least > width) {
        options.scale = std::max(options.scale * width / least * 0.999, theme::kSmallestType / theme.style(name).size);
        shaped = shape(rich, name, node_id, options);
    }
    return block(shaped, width);
}

std::optional<ImageId> Typesetter::image(const content::Picture& wanted) {
    if (const auto known = images_.find(wanted.path); known != images_.end()) return known->second;
    const auto file = files.read(wanted.path);
    if (!file) {
        diagnostics.error("unreadable-picture", wanted.span,
                          {"图片读不出来：" + wanted.path + "（" + file.error().message + "）",
                           "cannot read picture " + wanted.path + " (" + file.error().message + ")"});
        return {};
    }
    auto picture = picture::read(*file, wanted.path, wanted.span, diagnostics);
    if (!picture) return {};
    const auto id = static_cast<ImageId>(pages_.images.size());
    pages_.images.push_back(std::make_shared<const picture::Picture>(std::move(*picture)));
    return images_[wanted.path] = id;
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
