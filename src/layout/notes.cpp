#include "layout/notes.h"

#include "layout/typesetter.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

using theme::Style;

bool is_read_alone(Role role) {
    return role == Role::p || role == Role::h1 || role == Role::h2 || role == Role::h3 || role == Role::h4;
}

/// The note's text hangs after its number, in a measure of whole ems (G2).
Footnote set_note(Typesetter& type, const Note& note, double width, bool vertical) {
    TypeOptions options;
    options.vertical = vertical;
    const double em = type.theme.style(Style::note).size;
    const double room = width - em - type.theme.notes.label_gap;
    const double measure = std::max(1.0, std::floor(room / em + 1e-6)) * em;
    Frame label = type.block(plain(kNotePlaceholder, note.span), Style::note, note.label, em, options);
    Footnote set;
    for (auto& line : type.lines(type.shape(note.text, Style::note, note.body, options), measure)) {
        Frame frame{{width, line.size.height}, {}};
        if (set.lines.empty()) frame.place({0, 0}, std::move(label));
        frame.place({width - measure, 0}, std::move(line));
        set.lines.push_back(std::move(frame));
    }
    return set;
}

}  // namespace

void add_note_elements(Structure& structure, Note& note, NodeId owner) {
    const auto& element = structure.nodes[owner];
    note.note = structure.add(is_read_alone(element.role) ? element.parent : owner, Role::note, note.span);
    note.label = structure.add(structure.add(note.note, Role::label, note.span), Role::link, note.span);
    note.body = structure.add(note.note, Role::p, note.span);
}

std::vector<Footnote> set_notes(Typesetter& type, const Frame& frame, double width, bool vertical) {
    std::vector<Footnote> set;
    for (const auto& item : frame.items)
        if (const auto* tag = std::get_if<TagBegin>(&item))
            if (const auto note = type.notes.find(tag->node); note != type.notes.end())
                set.push_back(set_note(type, Note(note->second), width, vertical));
    return set;
}

FootStyle foot_style(const Typesetter& type) {
    const auto& style = type.theme.notes;
    const auto below = [&](Style name) { return type.theme.style(name).leading - type.baseline(name); };
    FootStyle foot;
    foot.before = style.before;
    foot.rule = style.rule;
    foot.rule_length = style.rule_length;
    foot.rule_gap = style.rule_gap;
    foot.lift = std::max(0.0, below(Style::body) - below(Style::note));
    foot.keep = static_cast<std::size_t>(style.keep);
    return foot;
}

}  // namespace zheye::layout
