// Follows the writer's bytes and the parser's value side by side: YAML 1.2, 6.5 (folding), 7.3 (quotes), 8.1 (blocks).
// Where the two part ways it gives up: a scalar without a trace is reported as a whole.
#include "yaml/trace.h"

#include "base/utf8.h"

#include <algorithm>

namespace zheye::yaml {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_white(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

class Tracer {
public:
    Tracer(std::string_view source, std::size_t at, std::string_view value) : source_(source), value_(value), s_(at) {}

    Trace run() {
        Trace result;
        result.begin = position(s_);
        const char first = s_ < source_.size() ? source_[s_] : '\0';
        result.quoted = first == '"' || first == '\'' || first == '|' || first == '>';
        result.is_literal = first == '|';
        bool is_traced = false;
        if (first == '|' || first == '>') {
            skip_header();
            is_traced = first == '|' ? follow_literal() : follow_folded();
            if (!pieces_.empty()) result.begin = pieces_.front().source;
        } else {
            if (result.quoted) ++s_;
            is_traced = follow_flow(result.quoted ? first : '\0');
            result.is_unclosed = is_traced && result.quoted && s_ >= source_.size();
            if (is_traced && result.quoted) s_ = std::min(source_.size(), s_ + 1);
        }
        result.end = is_traced ? position(s_) : position(std::min(source_.find('\n', result.begin), source_.size()));
        if (is_traced) {
            result.pieces = std::move(pieces_);
            result.folds = std::move(folds_);
        }
        return result;
    }

private:
    static std::uint32_t position(std::size_t at) { return static_cast<std::uint32_t>(at); }
    /// Two marks at one byte of the value: what stands between them in the source stands for nothing.
    void mark() {
        const Node::Piece piece{position(i_), position(s_)};
        if (!pieces_.empty() && pieces_.back().value == piece.value && pieces_.back().source == piece.source) return;
        pieces_.push_back(piece);
    }
    [[nodiscard]] bool more() const { return i_ < value_.size(); }
    [[nodiscard]] char source_at(std::size_t at) const { return at < source_.size() ? source_[at] : '\0'; }
    void skip_line_end() { s_ += source_at(s_) == '\r' ? 2 : 1; }
    [[nodiscard]] bool at_line_end() const {
        return source_at(s_) == '\n' || (source_at(s_) == '\r' && source_at(s_ + 1) == '\n');
    }

    bool follow_flow(char quote);
    bool follow_fold();
    bool follow_escape();
    bool follow_literal();
    bool follow_folded();
    void skip_header();
    [[nodiscard]] std::size_t indentation() const;

    std::string_view source_, value_;
    std::size_t s_, i_ = 0;
    std::vector<Node::Piece> pieces_;
    std::vector<std::uint32_t> folds_;
};

bool Tracer::follow_flow(char quote) {
    mark();
    while (more()) {
        const char c = source_at(s_);
        if (quote == '"' && c == '\\') {
            if (!follow_escape()) return false;
        } else if (quote == '\'' && c == '\'') {
            if (value_[i_] != '\'' || source_at(s_ + 1) != '\'') return false;
            mark();
            ++i_;
            s_ += 2;
            mark();
        } else if (is_white(c) && s_ < source_.size()) {
            if (!follow_fold()) return false;
        } else if (s_ < source_.size() && c == value_[i_]) {
            ++i_;
            ++s_;
        } else {
            return false;
        }
    }
    return true;
}

/// White space: as it stands within a line; one line end is a space, n + 1 of them are n line ends.
bool Tracer::follow_fold() {
    auto end = s_;
    std::size_t line_ends = 0;
    while (end < source_.size() && is_white(source_[end])) line_ends += source_[end++] == '\n' ? 1 : 0;
    if (line_ends == 0) {
        if (!value_.substr(i_).starts_with(source_.substr(s_, end - s_))) return false;
        i_ += end - s_;
        s_ = end;
        return true;
    }
    const auto folded = line_ends == 1 ? std::string(1, ' ') : std::string(line_ends - 1, '\n');
    if (!value_.substr(i_).starts_with(folded)) return false;
    mark();
    if (line_ends == 1) folds_.push_back(position(i_));
    i_ += folded.size();
    s_ = end;
    mark();
    return true;
}

bool Tracer::follow_escape() {
    mark();
    ++s_;
    if (at_line_end()) {
        skip_line_end();
        while (is_blank(source_at(s_))) ++s_;
        mark();
        return true;
    }
    const char c = source_at(s_);
    s_ += c == 'x' ? 3 : c == 'u' ? 5 : c == 'U' ? 9 : 1;
    i_ += utf8::decode(value_, i_).length;
    mark();
    return s_ <= source_.size();
}

void Tracer::skip_header() { s_ = std::min(source_.find('\n', s_), source_.size() - 1) + 1; }

/// Spaces taken off each line of the block: what the first line with text has more in the source than in the value.
std::size_t Tracer::indentation() const {
    auto line = s_, text = i_;
    while (more() && text < value_.size() && value_[text] == '\n') {
        line = std::min(source_.find('\n', line), source_.size() - 1) + 1;
        ++text;
    }
    const auto spaces = [](std::string_view in, std::size_t from) {
        return std::min(in.find_first_not_of(' ', from), in.size()) - from;
    };
    const auto written = spaces(source_, line), kept = spaces(value_, text);
    return written - std::min(written, kept);
}

bool Tracer::follow_literal() {
    const auto indent = indentation();
    const auto skip_indent = [&] {
        for (std::size_t n = 0; n < indent && source_at(s_) == ' '; ++n) ++s_;
        mark();
    };
    skip_indent();
    while (more()) {
        if (s_ >= source_.size()) return value_.find_first_not_of('\n', i_) == std::string_view::npos;
        if (value_[i_] == '\n') {
            if (!at_line_end()) return false;
            mark();
            skip_line_end();
            ++i_;
            if (more()) skip_indent();
        } else if (value_[i_] == source_[s_]) {
            ++i_;
            ++s_;
        } else {
            return false;
        }
    }
    return true;
}

/// Runs of white space are matched whole: the rules of folding in blocks do not matter for places.
bool Tracer::follow_folded() {
    const auto run_end = [](std::string_view in, std::size_t from) {
        while (from < in.size() && is_white(in[from])) ++from;
        return from;
    };
    s_ = run_end(source_, s_);
    i_ = run_end(value_, i_);
    if (i_ > 0) return false;
    mark();
    while (more()) {
        if (s_ >= source_.size()) return run_end(value_, i_) == value_.size();
        if (is_white(value_[i_])) {
            if (!is_white(source_[s_])) return false;
            const auto value_end = run_end(value_, i_), source_end = run_end(source_, s_);
            mark();
            if (value_end == i_ + 1 && value_[i_] == ' ' && source_.substr(s_, source_end - s_).contains('\n'))
                folds_.push_back(position(i_));
            i_ = value_end;
            s_ = more() ? source_end : s_ + 1;
            if (more()) mark();
        } else if (value_[i_] == source_[s_]) {
            ++i_;
            ++s_;
        } else {
            return false;
        }
    }
    return true;
}

}  // namespace

Trace trace(std::string_view source, std::size_t at, std::string_view value) {
    return Tracer(source, std::min(at, source.size()), value).run();
}

std::size_t skip_properties(std::string_view source, std::size_t at) {
    while (at < source.size() && (source[at] == '!' || source[at] == '&')) {
        while (at < source.size() && !is_white(source[at])) ++at;
        while (at < source.size() && is_white(source[at])) ++at;
    }
    return at;
}

}  // namespace zheye::yaml
