// Looks at each paragraph as one row of characters, whatever marks cut it into runs.
#include "content/proofread.h"

#include "base/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::content {

namespace {

constexpr std::string_view kHalfWidth = ",.:;!?()";

struct Character {
    char32_t code;
    Span span;
    bool is_traced;  ///< what the writer typed here, not a fact or an escape
};

std::vector<Character> characters(const RichText& text) {
    std::vector<Character> result;
    for (const auto& run : text) {
        const bool is_traced = run.span.known() && run.span.end - run.span.begin == run.text.size();
        for (std::size_t at = 0; at < run.text.size();) {
            const auto [code, length] = utf8::decode(run.text, at);
            auto span = run.span;
            if (is_traced) {
                span.begin += static_cast<std::uint32_t>(at);
                span.end = span.begin + static_cast<std::uint32_t>(length);
            }
            result.push_back({code, span, is_traced});
            at += length;
        }
    }
    return result;
}

bool is_latin(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view full_width(char32_t mark, char32_t before) {
    switch (mark) {
        case ',':
            return "，";
        case '.':
            return is_latin(before) ? "．" : "。";
        case ':':
            return "：";
        case ';':
            return "；";
        case '!':
            return "！";
        case '?':
            return "？";
        case '(':
            return "（";
        default:
            return "）";
    }
}

class Proofreader {
public:
    Proofreader(std::vector<Character> text, diag::Diagnostics& diagnostics)
        : text_(std::move(text)), bad_(text_.size(), false), diagnostics_(diagnostics) {}

    void run() {
        for (std::size_t i = 0; i < text_.size(); ++i) bad_[i] = is_half_width(i) && touches_han(i);
        match_brackets();
        for (std::size_t i = 0; i < text_.size(); ++i)
            if (bad_[i]) i = report(i);
    }

private:
    [[nodiscard]] char32_t at(std::size_t i) const { return i < text_.size() ? text_[i].code : 0; }
    [[nodiscard]] char32_t before(std::size_t i) const { return i == 0 ? 0 : text_[i - 1].code; }
    [[nodiscard]] bool is_half_width(std::size_t i) const {
        return text_[i].is_traced && at(i) < 0x80 && kHalfWidth.contains(static_cast<char>(at(i)));
    }
    /// A row of the same mark (… typed as dots) is beside Han if either end is.
    [[nodiscard]] bool touches_han(std::size_t i) const {
        auto first = i, last = i;
        while (first > 0 && before(first) == at(i)) --first;
        while (at(last + 1) == at(i)) ++last;
        return utf8::is_han(before(first)) || utf8::is_han(at(last + 1));
    }
    /// If one of a pair is wrong, both are.
    void match_brackets() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (!is_half_width(i)) continue;
            if (at(i) == '(') open.push_back(i);
            if (at(i) != ')' || open.empty()) continue;
            bad_[i] = bad_[open.back()] = bad_[i] || bad_[open.back()];
            open.pop_back();
        }
    }
    /// Reports the mark at `i`, dots in a row as one; gives the last one's place.
    std::size_t report(std::size_t i) {
        auto last = i;
        while (at(i) == '.' && at(last + 1) == '.' && bad_[last + 1]) ++last;
        const auto shown = std::string(last - i + 1, static_cast<char>(at(i)));
        const auto wanted = std::string(last > i ? "……" : full_width(at(i), before(i)));
        auto span = text_[i].span;
        span.end = text_[last].span.source == span.source ? std::max(span.end, text_[last].span.end) : span.end;
        diagnostics_.warning("halfwidth-punctuation", span,
                             {"汉字旁边用了半角的“" + shown + "”", "half-width “" + shown + "” beside Han"},
                             {{"改成“" + wanted + "”；确实要半角，就在前面加反斜杠",
                               "write “" + wanted + "”, or put a backslash before it to keep it"}});
        return last;
    }

    std::vector<Character> text_;
    std::vector<bool> bad_;
    diag::Diagnostics& diagnostics_;
};

}  // namespace

void proofread(const RichText& text, diag::Diagnostics& diagnostics) {
    const auto has_any = [](const TextRun& run) { return run.text.find_first_of(kHalfWidth) != std::string::npos; };
    if (std::ranges::none_of(text, has_any)) return;
    Proofreader(characters(text), diagnostics).run();
}

}  // namespace zheye::content
