// Diagnostics → text for people. Knows how wide a terminal shows characters, not what the messages say.
#include "diag/render.h"

#include "base/utf8.h"

#include <algorithm>

namespace zheye::diag {

namespace {

/// Columns of source shown at most; a longer line is cut around the caret.
constexpr int kWidestExcerpt = 100;
/// Columns kept before the caret when the line is cut.
constexpr int kBeforeCaret = 40;
constexpr int kTab = 4;

struct Colours {
    std::string_view strong, error, warning, note, caret, off;
};
constexpr Colours kPlain{};
constexpr Colours kAnsi{"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1;32m", "\x1b[0m"};

std::string_view label(Severity severity, Language language) {
    const bool zh = language == Language::zh;
    switch (severity) {
        case Severity::error:
            return zh ? "错误：" : "error: ";
        case Severity::warning:
            return zh ? "警告：" : "warning: ";
        case Severity::note:
            return zh ? "提示：" : "note: ";
    }
    return {};
}

std::string_view colour_of(Severity severity, const Colours& colours) {
    if (severity == Severity::error) return colours.error;
    return severity == Severity::warning ? colours.warning : colours.note;
}

const std::string& in(const Message& message, Language language) {
    return language == Language::zh ? message.zh : message.en;
}

/// One line of source as it is shown: tabs spread out, control characters made harmless.
struct Excerpt {
    std::string text;
    int caret = 0, width = 1;  ///< columns
};

/// Text of `line` from byte `from` on, no wider than `room` columns, as shown. `at` is the column it starts in.
std::string shown(std::string_view line, std::size_t from, std::size_t to, int at) {
    std::string text;
    for (std::size_t i = from; i < to;) {
        const auto [code, length] = utf8::decode(line, i);
        if (code == '\t') {
            const auto spaces = kTab - at % kTab;
            text.append(static_cast<std::size_t>(spaces), ' ');
            at += spaces;
        } else if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
            text += "?";
            ++at;
        } else {
            text.append(line.substr(i, length));
            at += utf8::columns(line.substr(i, length));
        }
        i += length;
    }
    return text;
}

/// Steps back from byte `at` until `columns` columns are passed.
std::size_t back_by(std::string_view line, std::size_t at, int columns) {
    while (at > 0 && columns > 0) {
        auto before = at - 1;
        while (before > 0 && (line[before] & 0xC0) == 0x80) --before;
        columns -= std::max(1, utf8::columns(line.substr(before, at - before)));
        at = before;
    }
    return at;
}

std::size_t forward_by(std::string_view line, std::size_t at, int columns) {
    while (at < line.size()) {
        const auto length = utf8::decode(line, at).length;
        columns -= line[at] == '\t' ? kTab : utf8::columns(line.substr(at, length));
        if (columns < 0) break;
        at += length;
    }
    return at;
}

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end) {
    begin = std::min(begin, line.size());
    end = std::clamp(end, begin, line.size());
    std::size_t from = 0, to = forward_by(line, 0, kWidestExcerpt);
    if (to < line.size()) {
        from = back_by(line, begin, kBeforeCaret);
        to = forward_by(line, from, kWidestExcerpt);
        end = std::clamp(end, begin, to);
    }
    const std::string_view left = from > 0 ? "…" : "", right = to < line.size() ? "…" : "";
    const auto before = std::string(left) + shown(line, from, begin, utf8::columns(left));
    const auto caret = utf8::columns(before);
    const auto marked = shown(line, begin, end, caret);
    const auto width = utf8::columns(marked);
    return {before + marked + shown(line, end, to, caret + width) + std::string(right), caret, std::max(1, width)};
}

void add_excerpt(std::string& out, const Diagnostic& diagnostic, const Sources& sources, int line_number,
                 const Colours& colours) {
    const auto span = sources.whole(diagnostic.span);
    const auto line = sources.line_at(span);
    const auto start = static_cast<std::size_t>(line.data() - sources.text(span.source).data());
    const auto cut = excerpt(line, span.begin - start, span.end - std::min<std::size_t>(start, span.end));
    const auto number = std::to_string(line_number);
    const auto gutter = std::string(number.size() < 4 ? 5 - number.size() : 1, ' ') + number;
    out += gutter + " | " + cut.text + "\n";
    out += std::string(gutter.size(), ' ') + " | " + std::string(static_cast<std::size_t>(cut.caret), ' ');
    out += colours.caret;
    out += "^" + std::string(static_cast<std::size_t>(cut.width - 1), '~');
    out += colours.off;
    out += "\n";
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const Sources& sources, Language language, bool colour) {
    const auto& colours = colour ? kAnsi : kPlain;
    const auto place = sources.place(diagnostic.span);
    std::string out(colours.strong);
    if (diagnostic.span.known())
        out += place.path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
    out += colours.off;
    out += colour_of(diagnostic.severity, colours);
    out += label(diagnostic.severity, language);
    out += colours.off;
    out += in(diagnostic.message, language) + " [" + diagnostic.code + "]\n";
    if (diagnostic.span.known()) add_excerpt(out, diagnostic, sources, place.line, colours);
    for (const auto& hint : diagnostic.hints) {
        out += "      = ";
        out += language == Language::zh ? "建议：" : "hint: ";
        out += in(hint, language) + "\n";
    }
    return out;
}

std::string render_all(const Diagnostics& diagnostics, const Sources& sources, Language language, bool colour) {
    std::vector<const Diagnostic*> order;
    for (const auto& diagnostic : diagnostics.all()) order.push_back(&diagnostic);
    std::ranges::stable_sort(order, {}, [&](const Diagnostic* d) {
        const auto span = sources.whole(d->span);
        return std::pair(span.source, span.begin);
    });
    std::string out;
    for (const auto* diagnostic : order) out += render(*diagnostic, sources, language, colour);
    return out;
}

}  // namespace zheye::diag
