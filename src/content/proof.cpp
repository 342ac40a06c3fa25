// Runs → a row of characters; findings → diagnostics with hints and edits.
#include "content/proof.h"

#include "base/utf8.h"
#include "content/escape.h"

#include <algorithm>
#include <initializer_list>

namespace zheye::content {

namespace {

bool is_visible_ascii(char32_t c) { return c > ' ' && c < 0x7F; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A stretch without blanks: an address of the web or of mail, the name of a file.
bool is_address(std::string_view word) {
    if (word.contains("://") || word.contains('@') || word.starts_with("www.")) return true;
    for (auto at = word.find('.'); at != std::string_view::npos; at = word.find('.', at + 1))
        if (at > 0 && at + 1 < word.size() && is_letter(word[at - 1]) && is_letter(word[at + 1])) return true;
    return false;
}

}  // namespace

std::string quoted(std::string_view shown) {
    const auto has_one_of = [&](std::initializer_list<std::string_view> quotes) {
        return std::ranges::any_of(quotes, [&](auto quote) { return shown.contains(quote); });
    };
    const bool takes_corners = has_one_of({"“", "”", "‘", "’", "\"", "'"});
    return (takes_corners ? "「" : "“") + std::string(shown) + (takes_corners ? "」" : "”");
}

Proof::Proof(const RichText& text, const Proofreading& proofreading, bool is_plain, diag::Diagnostics& diagnostics)
    : proofreading_(proofreading), is_plain_(is_plain), diagnostics_(diagnostics) {
    for (const auto& run : text) add(run);
    leave_out_addresses();
}

void Proof::add(const TextRun& run) {
    const bool is_traced = run.span.known() && run.span.end - run.span.begin == run.text.size();
    const auto script = run.language.empty() ? proofreading_.script : script_of(run.language);
    for (std::size_t at = 0; at < run.text.size();) {
        const auto [code, length] = utf8::decode(run.text, at);
        auto span = run.span;
        if (is_traced) {
            span.begin += static_cast<std::uint32_t>(at);
            span.end = span.begin + static_cast<std::uint32_t>(length);
        }
        row_.push_back({code, span, script, (is_traced || run.is_escape) && script != Script::none, is_traced});
        at += length;
    }
}

/// The marks at their ends are those of the sentence.
void Proof::leave_out_addresses() {
    for (std::size_t i = 0; i < size();) {
        if (!is_visible_ascii(code(i))) {
            ++i;
            continue;
        }
        auto end = i;
        while (is_visible_ascii(code(end))) ++end;
        auto begin = i;
        i = end;
        while (begin < end && std::string_view("(<[\"'").contains(static_cast<char>(code(begin)))) ++begin;
        while (end > begin && std::string_view(".,;:!?)>]\"'").contains(static_cast<char>(code(end - 1)))) --end;
        if (!is_address(text(begin, end))) continue;
        for (; begin < end; ++begin) row_[begin].is_typed = false;
    }
}

bool Proof::is_han(std::size_t i) const { return utf8::is_han(code(i)); }

bool Proof::is_latin(std::size_t i) const {
    const auto c = code(i);
    return is_digit(i) || (c < 0x80 && is_letter(static_cast<char>(c)));
}

bool Proof::is_open(std::size_t begin, std::size_t end) const {
    for (auto i = begin; i < end; ++i)
        if (!is_open(i)) return false;
    return true;
}

std::size_t Proof::run_end(std::size_t i) const {
    auto end = i + 1;
    while (end < size() && code(end) == code(i)) ++end;
    return end;
}

std::string Proof::text(std::size_t begin, std::size_t end) const {
    std::string result;
    for (auto i = begin; i < end; ++i) utf8::append(result, code(i));
    return result;
}

Span Proof::span(std::size_t begin, std::size_t end) const {
    auto span = row_[begin].span;
    const auto& last = row_[end - 1].span;
    if (last.source == span.source) span.end = std::max(span.end, last.end);
    return span;
}

/// Whether these characters stand side by side in the source as well, each as itself.
bool Proof::is_editable(std::size_t begin, std::size_t end) const {
    for (auto i = begin; i < end; ++i) {
        const auto& span = row_[i].span;
        if (!row_[i].is_exact || span.source != row_[begin].span.source) return false;
        if (i > begin && span.begin != row_[i - 1].span.end) return false;
    }
    return true;
}

void Proof::warning(std::string code, Finding finding) {
    const auto [begin, end] = std::pair(finding.begin, finding.end);
    for (auto i = begin; i < end; ++i) row_[i].is_taken = true;
    if (!proofreading_.wants(code)) return;
    diag::Diagnostic said{diag::Severity::warning, std::move(code), span(begin, end), std::move(finding.message),
                          std::move(finding.hints)};
    if (finding.wanted && finding.wanted->empty())
        said.hints.insert(said.hints.begin(), {"删去", "leave it out"});
    else if (finding.wanted)
        said.hints.insert(said.hints.begin(), {"改成" + quoted(*finding.wanted), "write " + quoted(*finding.wanted)});
    if (!said.hints.empty() && !is_plain_ && row_[begin].is_exact && is_escapable(this->code(begin))) {
        said.hints.front().zh += "；确实要这样写，就在前面加反斜杠";
        said.hints.front().en += ", or put a backslash before it to keep it";
    }
    if (finding.wanted && finding.is_certain && is_editable(begin, end))
        said.edits.push_back({said.span, *finding.wanted});
    diagnostics_.add(std::move(said));
}

}  // namespace zheye::content
