// Walks over a paragraph: lines, escapes, stars; hands brackets and braces on.
#include "content/inline.h"

#include "content/context.h"
#include "content/escape.h"
#include "content/inline_reader.h"
#include "content/lines.h"
#include "content/proofread.h"
#include "content/wide_marks.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace zheye::content {

namespace {

constexpr std::array<bool, 256> kSpecial = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : {'\\', '*', '{', '}', '[', '\n'}) table[c] = true;
    return table;
}();

}  // namespace

RichText InlineReader::read(std::size_t begin, std::size_t end) {
    brackets_.clear();
    lines_ = 0;
    at_ = begin_ = begin;
    read_until(end);
    return runs_.take();
}

Marks InlineReader::style() const {
    Marks marks = around_;
    marks.strong = is_open(true, floor_);
    marks.emphasis = is_open(false, floor_);
    return marks;
}

bool InlineReader::is_open(bool is_strong, std::size_t from) const {
    return std::ranges::any_of(open_.begin() + static_cast<std::ptrdiff_t>(from), open_.end(),
                               [&](const OpenMark& m) { return m.is_strong == is_strong; });
}

std::size_t InlineReader::next_special(std::size_t end) const {
    auto at = at_;
    while (at < end && !kSpecial[static_cast<unsigned char>(text_[at])]) ++at;
    const auto fold = std::ranges::lower_bound(node_.folds, at_);
    if (fold != node_.folds.end()) at = std::min<std::size_t>(at, *fold);
    return at;
}

void InlineReader::read_until(std::size_t end) {
    const auto outer_base = std::exchange(base_, open_.size());
    while (at_ < end) {
        const auto next = next_special(end);
        if (next > at_) {
            auto stop = next;
            const bool is_last_of_line = next < end && is_line_end(node_, next);
            while (is_last_of_line && stop > at_ && (text_[stop - 1] == ' ' || text_[stop - 1] == '\t')) --stop;
            put_source(at_, stop);
            at_ = next;
            continue;
        }
        const char c = text_[at_];
        if (is_line_end(node_, at_))
            read_line_end(end);
        else if (c == '\\')
            read_escape(end);
        else if (c == '*')
            read_stars(end);
        else if (c == '{')
            read_braces(end);
        else if (c == '[')
            read_bracket(end);
        else {
            error("stray-brace", at_, at_ + 1, {"多出一个 }，前面没有 {", "a } without a { before it"},
                  {{"要印出花括号，写\\}", "to print a brace, write \\}"}});
            ++at_;
        }
    }
    while (open_.size() > base_) give_up_mark();
    base_ = outer_base;
}

void InlineReader::read_line_end(std::size_t end) {
    runs_.end_line(at_);
    ++at_;
    while (at_ < end && (text_[at_] == ' ' || text_[at_] == '\t') && !is_line_end(node_, at_)) ++at_;
}

void InlineReader::read_escape(std::size_t end) {
    if (const auto length = escape_at(text_.substr(0, end), at_); length > 0) {
        put_instead(text_.substr(at_ + 1, length - 1), at_, at_ + length);
        at_ += length;
    } else {
        put_source(at_, at_ + 1);
        ++at_;
    }
}

/// A row of stars closes what is open, innermost first, and opens the rest: two are strong, one is emphasis.
void InlineReader::read_stars(std::size_t end) {
    auto count = std::min(text_.find_first_not_of('*', at_), end) - at_;
    while (count > 0) {
        const bool has_open = open_.size() > base_;
        const bool is_strong_open = is_open(true, base_), is_emphasis_open = is_open(false, base_);
        std::size_t used = 1;
        if (has_open && open_.back().is_strong) {
            if (count >= 2) {
                close_mark();
                used = 2;
            } else if (is_emphasis_open) {
                give_up_mark();
                continue;
            } else {
                open_mark(false);
            }
        } else if (has_open) {
            if (count != 2) {
                close_mark();
            } else if (is_strong_open) {
                if (!swap_marks()) give_up_mark();
                continue;
            } else {
                open_mark(true);
                used = 2;
            }
        } else {
            used = std::min<std::size_t>(count, 2);
            open_mark(used == 2);
        }
        at_ += used;
        count -= used;
    }
}

void InlineReader::open_mark(bool is_strong) { open_.push_back({is_strong, at_, output_}); }

/// Three stars that opened both marks leave their order open: the first to be closed was the inner one.
bool InlineReader::swap_marks() {
    auto& inner = open_.back();
    auto& outer = open_[open_.size() - 2];
    if (inner.is_strong || !outer.is_strong || outer.at + 2 != inner.at) return false;
    --inner.at;
    std::swap(inner.is_strong, outer.is_strong);
    return true;
}

void InlineReader::close_mark() {
    const auto mark = open_.back();
    open_.pop_back();
    if (mark.output != output_) return;
    const std::string stars = mark.is_strong ? "**" : "*";
    error("empty-mark", mark.at, at_ + stars.size(),
          {"两个 " + stars + " 之间没有文字", "there is no text between " + stars + " and " + stars},
          {{"要印出星号，写\\*", "to print an asterisk, write \\*"}});
}

/// Reports the innermost open mark as never closed.
void InlineReader::give_up_mark() {
    const auto mark = open_.back();
    open_.pop_back();
    const std::string stars = mark.is_strong ? "**" : "*";
    error("unclosed-mark", mark.at, mark.at + stars.size(), {stars + " 没有配对", stars + " is not closed"},
          {{"在同一段里再写一个 " + stars + "；要印出星号，写\\*",
            "write another " + stars + " in the same paragraph; to print an asterisk, write \\*"}});
}

RichText read_rich(const yaml::Node& node, const Context& context) {
    const auto inner = trimmed(node.text);
    if (inner.empty()) return {};
    const auto begin = static_cast<std::size_t>(inner.data() - node.text.data());
    auto text = InlineReader(node, context.facts, context.diagnostics).read(begin, begin + inner.size());
    report_wide_marks(node, {begin, begin + inner.size()}, context.facts, context.diagnostics);
    proofread(std::span(&text, 1), context.proofreading, context.memory, context.diagnostics);
    return text;
}

std::vector<RichText> read_paragraphs(const yaml::Node& node, const Context& context) {
    std::vector<RichText> paragraphs;
    InlineReader reader(node, context.facts, context.diagnostics);
    for (const auto& range : paragraph_ranges(node)) {
        report_wide_marks(node, range, context.facts, context.diagnostics);
        if (auto text = reader.read(range.begin, range.end); !text.empty()) paragraphs.push_back(std::move(text));
    }
    proofread(paragraphs, context.proofreading, context.memory, context.diagnostics);
    return paragraphs;
}

}  // namespace zheye::content
