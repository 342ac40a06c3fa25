#include "layout/shaped_text.h"

#include "text/fingerprint.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace zheye::layout {

ShapedText::ShapedText(std::vector<text::StyledRun> runs, text::ParagraphStyle style, diag::Span whole,
                       const LinkTargets& links, Shaper shaper, diag::Diagnostics& diagnostics)
    : shaper_(shaper), runs_(std::move(runs)), style_(std::move(style)) {
    number_elements(links);
    for (auto& run : runs_) run.span = anchors_.add(run.span);
    whole_ = anchors_.add(whole);
    if (shaper_.memory) {
        Fingerprint print;
        text::add_to(print, runs_, style_, shaper_.hyphenator);
        key_ = print.hash();
        if (shaper_.memory->measures.find(key_of(Measure::empty, 0))) return;
    }
    diag::Diagnostics said;
    paragraph_ = text::shape(runs_, style_, *shaper_.fonts, said, shaper_.hyphenator);
    say(said, diagnostics);
    if (shaper_.memory && said.all().empty())
        shaper_.memory->measures.keep(key_of(Measure::empty, 0), paragraph_->empty() ? 1.0 : 0.0);
}

void ShapedText::number_elements(const LinkTargets& links) {
    std::unordered_map<NodeId, std::uint32_t> numbers;
    const auto number = [&](std::uint32_t& token) {
        if (token == kArtifact) return;
        const auto [known, is_new] = numbers.try_emplace(token, static_cast<std::uint32_t>(elements_.size()));
        if (is_new) {
            const auto target = links.find(token);
            elements_.push_back({token, target == links.end() ? std::nullopt : std::optional(target->second)});
        }
        token = known->second;
    };
    for (auto& run : runs_) {
        number(run.style.token);
        if (run.ruby) number(run.ruby->style.token);
    }
}

const text::Paragraph& ShapedText::paragraph() const {
    diag::Diagnostics said_before;
    if (!paragraph_) paragraph_ = text::shape(runs_, style_, *shaper_.fonts, said_before, shaper_.hyphenator);
    return *paragraph_;
}

Hash128 ShapedText::key_of(Measure what, double width) const {
    Fingerprint print;
    return print.add(key_).add(what).add(width).hash();
}

Hash128 ShapedText::key_of(const text::LineWidths& widths) const {
    Fingerprint print;
    print.add(key_).add(widths.width).add(widths.beside).add(widths.beside_width).add(leading).add(baseline);
    for (const auto& element : elements_) print.add(element.target.has_value());
    return print.hash();
}

template <class Find>
double ShapedText::measured(Measure what, double width, Find find) const {
    if (!shaper_.memory) return find();
    auto& memory = shaper_.memory->measures;
    const auto key = key_of(what, width);
    if (const auto known = memory.find(key)) return *known;
    const double value = find();
    memory.keep(key, value);
    return value;
}

bool ShapedText::empty() const {
    // Not kept here: that it is known means that there was nothing to say.
    return paragraph_ ? paragraph_->empty() : *shaper_.memory->measures.find(key_of(Measure::empty, 0)) != 0;
}
double ShapedText::natural_width() const {
    return measured(Measure::natural, 0, [this] { return paragraph().natural_width(); });
}
double ShapedText::minimum_width() const {
    return measured(Measure::minimum, 0, [this] { return paragraph().minimum_width(); });
}
std::size_t ShapedText::line_count(double width) const {
    return static_cast<std::size_t>(measured(
        Measure::lines, width, [&] { return static_cast<double>(text::break_lines(paragraph(), width).size()); }));
}
bool ShapedText::is_overfull(double width) const {
    return measured(Measure::overfull, width, [&] {
               return std::ranges::any_of(text::break_lines(paragraph(), width), &text::Line::overfull) ? 1.0 : 0.0;
           }) != 0;
}
double ShapedText::decimal_offset(double width) const {
    return measured(Measure::decimal, width,
                    [&] { return text::decimal_offset(text::break_lines(paragraph(), width).front()); });
}

bool ShapedText::is_link(std::uint32_t token) const {
    return token != kArtifact && elements_[token].target.has_value();
}

void ShapedText::place(Item& item) const {
    if (auto* run = std::get_if<GlyphRun>(&item)) {
        run->span = anchors_.resolve(run->span);
    } else if (auto* tag = std::get_if<TagBegin>(&item)) {
        tag->node = elements_[tag->node].node;
    } else if (auto* link = std::get_if<Link>(&item)) {
        const auto& target = *elements_[link->node].target;
        link->node = target.link;
        link->url = link->description = target.url;
    }
}

std::vector<Frame> ShapedText::placed(std::vector<Frame> lines) const {
    for (auto& line : lines)
        for (auto& item : line.items) place(item);
    return lines;
}

void ShapedText::say(const diag::Diagnostics& said, diag::Diagnostics& diagnostics) const {
    for (auto one : said.all()) {
        one.span = anchors_.resolve(one.span);
        for (auto& edit : one.edits) edit.span = anchors_.resolve(edit.span);
        diagnostics.add(std::move(one));
    }
}

}  // namespace zheye::layout
