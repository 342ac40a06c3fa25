// [text](address), [text]{marks} and [text]{注}.
#include "content/inline_reader.h"

#include "base/nearest.h"
#include "content/fields.h"
#include "content/language.h"
#include "content/lines.h"
#include "content/link.h"

#include <utility>

namespace zheye::content {

using diag::Message;

namespace {

/// Null for marks that are not simply on or off.
bool Marks::*flag_of(SpanMark mark) {
    switch (mark) {
        case SpanMark::dots:
            return &Marks::dots;
        case SpanMark::proper_name:
            return &Marks::proper_name;
        case SpanMark::work_title:
            return &Marks::work_title;
        case SpanMark::underline:
            return &Marks::underline;
        case SpanMark::highlight:
            return &Marks::highlight;
        case SpanMark::upright:
            return &Marks::upright;
        default:
            return nullptr;
    }
}

Position position_of(SpanMark mark) {
    if (mark == SpanMark::superscript) return Position::superscript;
    if (mark == SpanMark::subscript) return Position::subscript;
    return mark == SpanMark::fraction ? Position::fraction : Position::none;
}

}  // namespace

std::optional<std::size_t> InlineReader::closing_bracket(std::size_t at, std::size_t end) {
    if (brackets_.empty()) brackets_ = match_brackets(text_.substr(begin_, end - begin_));
    const auto closing = at - begin_ < brackets_.size() ? brackets_[at - begin_] : 0;
    return closing == 0 || begin_ + closing >= end ? std::nullopt : std::optional(begin_ + closing);
}

void InlineReader::read_bracket(std::size_t end) {
    const auto close = closing_bracket(at_, end);
    const auto after = close ? text_.substr(*close + 1, end - *close - 1) : std::string_view{};
    if (after.starts_with('(')) {
        read_link(*close, end);
        return;
    }
    if (after.starts_with('{') && read_span(*close, end)) return;
    if (after.starts_with("（http") || after.starts_with("（mailto"))
        error("bad-link", *close + 1, *close + 1 + std::string_view("（").size(),
              {"链接的圆括号要用半角", "the brackets of a link are the half-width ones"},
              {{"写成[文字](网址)", "write [text](address)"}});
    put_source(at_, at_ + 1);
    ++at_;
}

/// `at_` is the bracket that opens, `close` the one before the address.
void InlineReader::read_link(std::size_t close, std::size_t end) {
    const auto begin = at_;
    const auto address_at = close + 2;
    const auto stop = closing_bracket(close + 1, end);
    if (!stop) {
        error("unclosed-mark", begin, close + 2, {"链接没有写完，缺少 )", "the link is not closed, a ) is missing"},
              {{"写成[文字](网址)", "write [text](address)"}});
        put_source(at_, at_ + 1);
        ++at_;
        return;
    }
    const auto address = text_.substr(address_at, *stop - address_at);
    const auto url = parse_url(address);
    if (!url) error("bad-link", address_at, *stop, url.error().message, url.error().hints);
    if (!around_.link.empty())
        error("nested-link", begin, begin + 1, {"链接里不能再有链接", "a link cannot stand inside a link"});
    if (close == begin + 1) error("empty-mark", begin, begin + 2, {"链接没有文字", "the link has no text"});
    auto around = around_;
    around_.link = url ? *url : "about:blank";
    at_ = begin + 1;
    read_until(close);
    around_ = std::move(around);
    at_ = *stop + 1;
}

/// Whether the braces behind a bracket are for it, not a fact or a reading that happens to follow. A mark wins over a
/// fact of the same name, a fact over a language.
bool InlineReader::holds_marks(std::string_view braced) const {
    const auto words = words_in(braced);
    if (std::ranges::any_of(words, [](auto word) { return find_span_mark(word).has_value(); })) return true;
    if (braced.find_first_of("|.") != std::string_view::npos) return false;
    return facts_.find(trimmed(braced)) == nullptr;
}

/// `at_` is the bracket that opens, behind `close` stands a brace. False if that is another matter.
bool InlineReader::read_span(std::size_t close, std::size_t end) {
    const auto stop = closing_brace(close + 1, end);
    if (!stop) return false;
    const auto braced = text_.substr(close + 2, *stop - close - 2);
    if (!holds_marks(braced)) return false;
    const auto words = words_in(braced);
    if (words.empty())
        error("empty-braces", close + 1, *stop + 1, {"花括号里要写标记", "a mark is wanted in the braces"},
              {{"如[屈原]{专名}；要印出花括号，写\\{\\}", "as [屈原]{name}; to print braces, write \\{\\}"}});
    auto asked = asked_for(words);
    if (asked.is_note) {
        if (asked.count > 1)
            error("note-marks", close + 1, *stop + 1,
                  {"注不能和别的标记写在一起", "a note cannot be combined with other marks"},
                  {{"标记写在注的文字里：[[文字]{着重}]{注}", "mark the text of the note: [[text]{dots}]{note}"}});
        read_note(close, *stop);
        return true;
    }
    if (close == at_ + 1) error("empty-mark", at_, close + 1, {"方括号里没有文字", "there is no text in the brackets"});
    std::swap(around_, asked.marks);
    ++at_;
    read_until(close);
    std::swap(around_, asked.marks);
    at_ = *stop + 1;
    return true;
}

void InlineReader::read_note(std::size_t close, std::size_t stop) {
    const auto begin = at_;
    if (is_in_note_) error("nested-note", begin, stop + 1, {"注里不能再有注", "a note cannot stand inside a note"});
    const auto text = trimmed(text_.substr(begin + 1, close - begin - 1));
    if (text.empty()) error("empty-mark", begin, close + 1, {"注没有文字", "the note has no text"});
    auto runs = std::exchange(runs_, RunBuilder(node_));
    auto around = std::exchange(around_, {});
    const auto floor = std::exchange(floor_, open_.size());
    const bool was_in_note = std::exchange(is_in_note_, true);
    at_ = offset_of(text);
    read_until(at_ + text.size());
    auto note = runs_.take();
    runs_ = std::move(runs);
    around_ = std::move(around);
    floor_ = floor;
    is_in_note_ = was_in_note;
    ++output_;
    if (!was_in_note && !note.empty()) runs_.put_note(std::move(note), begin, stop + 1, style());
    at_ = stop + 1;
}

InlineReader::Asked InlineReader::asked_for(const std::vector<std::string_view>& words) {
    Asked asked{around_};
    for (std::size_t i = 0; i < words.size(); ++i) {
        ++asked.count;
        const auto word = words[i];
        const auto mark = find_span_mark(word);
        if (mark && *mark != SpanMark::language) {
            ask(asked, *mark, word);
            continue;
        }
        const bool has_name = mark && i + 1 < words.size();
        const auto named = has_name ? words[++i] : word;
        const auto at = offset_of(named);
        if (mark ? has_name && language_tag(named) : is_common_language(named))
            asked.marks.language = *language_tag(named);
        else if (mark)
            error("bad-language", at, at + named.size(),
                  {"“" + std::string(word) + "”后面要写一种语言",
                   "a language is wanted after “" + std::string(word) + "”"},
                  {{"如英文、日文，或en、ja", "as en, ja, zh-Hant"}});
        else
            report_unknown_mark(word);
    }
    return asked;
}

void InlineReader::ask(Asked& asked, SpanMark mark, std::string_view word) {
    auto& marks = asked.marks;
    if (mark == SpanMark::note) asked.is_note = true;
    if (const auto flag = flag_of(mark)) marks.*flag = true;
    if (mark == SpanMark::proper_name || mark == SpanMark::work_title)
        if (marks.line == 0) marks.line = ++lines_;
    const auto position = position_of(mark);
    if (position == Position::none) return;
    const auto at = offset_of(word);
    if (marks.position != Position::none)
        error("mark-conflict", at, at + word.size(),
              {"上标、下标、分数只能用一个", "a text can be one of sup, sub and fraction only"});
    marks.position = position;
}

void InlineReader::report_unknown_mark(std::string_view word) {
    const auto at = offset_of(word);
    auto known = span_mark_names();
    if (!nearest(word, known))
        for (const auto& fact : facts_.all()) known.push_back(fact.id);
    auto hints = hints_for(word, known);
    if (hints.empty())
        hints.push_back({"可以用：着重、专名、书名、下划线、高亮、上标、下标、分数、横排、注、语言",
                         "one of: dots, name, title, underline, highlight, sup, sub, fraction, upright, note, lang"});
    error("unknown-mark", at, at + word.size(),
          {"没有“" + std::string(word) + "”这种标记", "there is no mark “" + std::string(word) + "”"},
          std::move(hints));
}

}  // namespace zheye::content
