// Reads a paragraph once from left to right; marks that are open stand on a stack.
#include "content/inline.h"

#include "content/fields.h"
#include "content/lines.h"
#include "content/link.h"
#include "content/proofread.h"
#include "content/run_builder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace zheye::content {

using diag::Message;

namespace {

bool is_ascii_mark(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

struct Part {
    std::string_view name, alias;
    std::string Fact::*field;
};
constexpr std::array<Part, 5> kParts{{{"value", "数值", &Fact::value},
                                      {"name", "名称", &Fact::name},
                                      {"unit", "单位", &Fact::unit},
                                      {"period", "时期", &Fact::period},
                                      {"note", "备注", &Fact::note}}};

class Reader {
public:
    Reader(const yaml::Node& node, const FactBook& facts, diag::Diagnostics& diagnostics)
        : node_(node), text_(node.text), facts_(facts), diagnostics_(diagnostics), runs_(node) {}

    RichText read(std::size_t begin, std::size_t end) {
        brackets_.clear();
        at_ = begin_ = begin;
        read_until(end);
        return runs_.take();
    }

private:
    struct OpenMark {
        bool is_strong;
        std::size_t at;
        std::size_t output;  ///< bytes put out before it
    };

    void read_until(std::size_t end);
    void read_escape(std::size_t end);
    void read_stars(std::size_t end);
    void open_mark(bool is_strong);
    [[nodiscard]] bool swap_marks();
    void close_mark();
    void give_up_mark();
    void read_fact(std::size_t end);
    void put_fact(std::string_view id, std::string_view part, std::size_t begin, std::size_t end);
    void put_part(const Fact&, std::string_view part, std::size_t begin, std::size_t end);
    void read_bracket(std::size_t end);
    void read_link(std::size_t close, std::size_t end);
    void read_line_end(std::size_t end);

    void put_source(std::size_t begin, std::size_t end) {
        output_ += end - begin;
        runs_.put_source(begin, end, style());
    }
    void put_instead(std::string_view text, std::size_t begin, std::size_t end) {
        output_ += text.size();
        runs_.put_instead(text, begin, end, style());
    }
    [[nodiscard]] Marks style() const {
        Marks marks;
        marks.strong = is_open(true, 0);
        marks.emphasis = is_open(false, 0);
        marks.link = link_;
        return marks;
    }

    [[nodiscard]] bool is_open(bool is_strong, std::size_t from) const {
        return std::ranges::any_of(open_.begin() + static_cast<std::ptrdiff_t>(from), open_.end(),
                                   [&](const OpenMark& m) { return m.is_strong == is_strong; });
    }
    [[nodiscard]] std::optional<std::size_t> closing_of(std::size_t at, std::size_t end);
    [[nodiscard]] std::size_t next_special(std::size_t end) const;
    void error(std::string code, std::size_t begin, std::size_t end, Message message, std::vector<Message> hints = {}) {
        diagnostics_.error(std::move(code), node_.place(begin, end), std::move(message), std::move(hints));
    }

    const yaml::Node& node_;
    std::string_view text_;
    const FactBook& facts_;
    diag::Diagnostics& diagnostics_;

    std::size_t at_ = 0;
    RunBuilder runs_;
    std::size_t output_ = 0;
    std::vector<OpenMark> open_;
    std::size_t base_ = 0;  ///< marks below belong to the text around the link
    std::string link_;
    std::vector<std::size_t> brackets_;  ///< see match_brackets; of the paragraph from begin_ on, made when needed
    std::size_t begin_ = 0;
};

std::size_t Reader::next_special(std::size_t end) const {
    auto at = std::min(text_.find_first_of("\\*{}[\n", at_), end);
    const auto fold = std::ranges::lower_bound(node_.folds, at_);
    if (fold != node_.folds.end()) at = std::min<std::size_t>(at, *fold);
    return at;
}

void Reader::read_until(std::size_t end) {
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
            read_fact(end);
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

void Reader::read_line_end(std::size_t end) {
    runs_.end_line(at_);
    ++at_;
    while (at_ < end && (text_[at_] == ' ' || text_[at_] == '\t') && !is_line_end(node_, at_)) ++at_;
}

void Reader::read_escape(std::size_t end) {
    if (at_ + 1 < end && is_ascii_mark(text_[at_ + 1])) {
        put_instead(text_.substr(at_ + 1, 1), at_, at_ + 2);
        at_ += 2;
    } else {
        put_source(at_, at_ + 1);
        ++at_;
    }
}

/// A row of stars closes what is open, innermost first, and opens the rest: two are strong, one is emphasis.
void Reader::read_stars(std::size_t end) {
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

void Reader::open_mark(bool is_strong) { open_.push_back({is_strong, at_, output_}); }

/// Three stars that opened both marks leave their order open: the first to be closed was the inner one.
bool Reader::swap_marks() {
    auto& inner = open_.back();
    auto& outer = open_[open_.size() - 2];
    if (inner.is_strong || !outer.is_strong || outer.at + 2 != inner.at) return false;
    --inner.at;
    std::swap(inner.is_strong, outer.is_strong);
    return true;
}

void Reader::close_mark() {
    const auto mark = open_.back();
    open_.pop_back();
    if (mark.output != output_) return;
    const std::string stars = mark.is_strong ? "**" : "*";
    error("empty-mark", mark.at, at_ + stars.size(),
          {"两个 " + stars + " 之间没有文字", "there is no text between " + stars + " and " + stars},
          {{"要印出星号，写\\*", "to print an asterisk, write \\*"}});
}

/// Reports the innermost open mark as never closed.
void Reader::give_up_mark() {
    const auto mark = open_.back();
    open_.pop_back();
    const std::string stars = mark.is_strong ? "**" : "*";
    error("unclosed-mark", mark.at, mark.at + stars.size(), {stars + " 没有配对", stars + " is not closed"},
          {{"在同一段里再写一个 " + stars + "；要印出星号，写\\*",
            "write another " + stars + " in the same paragraph; to print an asterisk, write \\*"}});
}

void Reader::read_fact(std::size_t end) {
    const auto begin = at_;
    const auto stop = text_.find_first_of("{}\n", begin + 1);
    if (stop >= end || text_[stop] != '}') {
        error("unclosed-mark", begin, begin + 1, {"{ 没有配对的 }", "{ without a }"},
              {{"要印出花括号，写\\{", "to print a brace, write \\{"}});
        ++output_;
        ++at_;
        return;
    }
    at_ = stop + 1;
    const auto inner = trimmed(text_.substr(begin + 1, stop - begin - 1));
    if (inner.empty()) {
        error("empty-braces", begin, at_, {"花括号里要写数据的名字", "the id of a fact is wanted in the braces"},
              {{"要印出花括号，写\\{\\}", "to print braces, write \\{\\}"}});
    } else if (inner.contains('|')) {
        error("unsupported", begin, at_, {"还不支持注音", "ruby is not yet supported"},
              {{"只写汉字", "write the characters alone"}});
    } else {
        const auto dot = inner.find('.');
        const auto part = dot == std::string_view::npos ? std::string_view{} : inner.substr(dot + 1);
        put_fact(inner.substr(0, dot), part, begin, at_);
    }
}

void Reader::put_fact(std::string_view id, std::string_view part, std::size_t begin, std::size_t end) {
    const auto* fact = facts_.find(id);
    if (fact == nullptr) {
        const auto at = static_cast<std::size_t>(id.data() - text_.data());
        facts_.report_unknown(id, node_.place(at, at + id.size()), diagnostics_);
        ++output_;
    } else if (part.data() == nullptr) {
        put_instead(fact->value + fact->unit, begin, end);
    } else {
        put_part(*fact, part, begin, end);
    }
}

void Reader::put_part(const Fact& fact, std::string_view part, std::size_t begin, std::size_t end) {
    const auto at = static_cast<std::size_t>(part.data() - text_.data());
    const auto* const known =
        std::ranges::find_if(kParts, [&](const Part& p) { return p.name == part || p.alias == part; });
    ++output_;
    if (known == kParts.end()) {
        std::vector<std::string> names;
        for (const auto& one : kParts) names.emplace_back(one.name);
        error("unknown-part", at, at + part.size(),
              {"数据没有“" + std::string(part) + "”这一项", "a fact has no part “" + std::string(part) + "”"},
              hints_for(part, names));
    } else if (const auto& value = fact.*(known->field); !value.empty()) {
        put_instead(value, begin, end);
    } else if (!fact.name.empty() && !fact.value.empty()) {  // else the fact itself was reported
        error("missing-part", at, at + part.size(),
              {"数据“" + fact.id + "”没有写“" + std::string(part) + "”",
               "the fact “" + fact.id + "” does not give “" + std::string(part) + "”"});
    }
}

std::optional<std::size_t> Reader::closing_of(std::size_t at, std::size_t end) {
    if (brackets_.empty()) brackets_ = match_brackets(text_.substr(begin_, end - begin_));
    const auto closing = at - begin_ < brackets_.size() ? brackets_[at - begin_] : 0;
    return closing == 0 || begin_ + closing >= end ? std::nullopt : std::optional(begin_ + closing);
}

void Reader::read_bracket(std::size_t end) {
    const auto close = closing_of(at_, end);
    const auto after = close ? text_.substr(*close + 1, end - *close - 1) : std::string_view{};
    if (after.starts_with('(')) {
        read_link(*close, end);
        return;
    }
    if (after.starts_with("（http") || after.starts_with("（mailto"))
        error("bad-link", *close + 1, *close + 1 + std::string_view("（").size(),
              {"链接的圆括号要用半角", "the brackets of a link are the half-width ones"},
              {{"写成[文字](网址)", "write [text](address)"}});
    put_source(at_, at_ + 1);
    ++at_;
}

/// `at_` is the bracket that opens, `close` the one before the address.
void Reader::read_link(std::size_t close, std::size_t end) {
    const auto begin = at_;
    const auto address_at = close + 2;
    const auto stop = closing_of(close + 1, end);
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
    if (!link_.empty())
        error("nested-link", begin, begin + 1, {"链接里不能再有链接", "a link cannot stand inside a link"});
    if (close == begin + 1) error("empty-mark", begin, begin + 2, {"链接没有文字", "the link has no text"});
    link_ = url ? *url : "about:blank";
    at_ = begin + 1;
    read_until(close);
    link_.clear();
    at_ = *stop + 1;
}

}  // namespace

RichText read_rich(const yaml::Node& node, const FactBook& facts, diag::Diagnostics& diagnostics) {
    const auto inner = trimmed(node.text);
    if (inner.empty()) return {};
    const auto begin = static_cast<std::size_t>(inner.data() - node.text.data());
    auto text = Reader(node, facts, diagnostics).read(begin, begin + inner.size());
    proofread(text, diagnostics);
    return text;
}

std::vector<RichText> read_paragraphs(const yaml::Node& node, const FactBook& facts, diag::Diagnostics& diagnostics) {
    std::vector<RichText> paragraphs;
    Reader reader(node, facts, diagnostics);
    for (const auto& [begin, end] : paragraph_ranges(node)) {
        auto text = reader.read(begin, end);
        if (text.empty()) continue;
        proofread(text, diagnostics);
        paragraphs.push_back(std::move(text));
    }
    return paragraphs;
}

}  // namespace zheye::content
