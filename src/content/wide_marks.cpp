// Finds what would be a mark if it were half-width. What stands behind a backslash is meant.
#include "content/wide_marks.h"

#include "content/span_marks.h"

#include <algorithm>
#include <string>

namespace zheye::content {

namespace {

constexpr std::string_view kStars = "＊＊", kOpenBracket = "［", kCloseBracket = "］";
constexpr std::string_view kOpenBrace = "｛", kCloseBrace = "｝";
constexpr std::size_t kFar = 300;  ///< bytes: what stands further apart does not belong together
constexpr std::size_t kWide = 3;   ///< bytes of each of them

bool holds_marks(std::string_view braced) {
    const auto words = words_in(braced);
    return std::ranges::any_of(words, [](auto word) { return find_span_mark(word).has_value(); });
}

std::size_t bracket_before(std::string_view text, std::size_t end) {
    const auto from = end - std::min(end, kFar);
    const auto found = text.substr(from, end - from).rfind(kOpenBracket);
    return found == std::string_view::npos ? found : from + found;
}

class Finder {
public:
    Finder(const yaml::Node& node, TextRange range, const FactBook& facts, diag::Diagnostics& diagnostics)
        : node_(node),
          text_(std::string_view(node.text).substr(0, range.end)),
          begin_(range.begin),
          facts_(facts),
          diagnostics_(diagnostics) {}

    void run() {
        for (auto at = text_.find("\xEF", begin_); at != std::string_view::npos; at = text_.find("\xEF", at + 1)) {
            if (at > begin_ && text_[at - 1] == '\\') continue;
            const auto rest = text_.substr(at);
            if (rest.starts_with(kStars))
                at = report_stars(at);
            else if (rest.starts_with(kCloseBracket))
                report_link(at);
            else if (rest.starts_with(kOpenBrace))
                report_braces(at);
        }
    }

private:
    void warn(std::size_t begin, std::size_t end, diag::Message message, diag::Message hint) {
        diagnostics_.warning("wide-mark", node_.place(begin, end), std::move(message), {std::move(hint)});
    }

    /// The last byte of what was looked at.
    std::size_t report_stars(std::size_t at) {
        const auto close = text_.find(kStars, at + kStars.size());
        if (close == std::string_view::npos) return at + kStars.size() - 1;
        const auto end = close + kStars.size();
        warn(at, end, {"全角的星号会照样印出来", "full-width asterisks are printed as they are"},
             {"粗体写成**字**", "strong text is **text**"});
        return end - 1;
    }

    void report_link(std::size_t at) {
        const auto behind = text_.substr(at + kWide);
        const auto open = bracket_before(text_, at);
        const bool is_link = behind.starts_with("(http") || behind.starts_with("（http") ||
                             behind.starts_with("(mailto:") || behind.starts_with("（mailto:");
        if (!is_link || open == std::string_view::npos || open < begin_) return;
        warn(open, at + kWide, {"全角的方括号会照样印出来", "full-width brackets are printed as they are"},
             {"链接写成[文字](网址)，括号都用半角", "a link is [text](address), all in half-width brackets"});
    }

    void report_braces(std::size_t at) {
        const auto close = text_.substr(at, kFar).find(kCloseBrace);
        if (close == std::string_view::npos) return;
        const auto braced = text_.substr(at + kWide, close - kWide);
        const auto end = at + close + kWide;
        const bool is_behind_bracket = text_.substr(begin_, at - begin_).ends_with(']') ||
                                       text_.substr(begin_, at - begin_).ends_with(kCloseBracket);
        const bool is_fact = facts_.find(trimmed(braced)) != nullptr;
        if (!is_fact && !(is_behind_bracket && holds_marks(braced))) return;
        const auto name = std::string(braced);
        warn(at, end, {"全角的花括号会照样印出来", "full-width braces are printed as they are"},
             is_fact ? diag::Message{"写成{" + name + "}", "write {" + name + "}"}
                     : diag::Message{"写成[字]{" + name + "}，括号都用半角",
                                     "write [text]{" + name + "}, all in half-width brackets"});
    }

    const yaml::Node& node_;
    std::string_view text_;
    std::size_t begin_;
    const FactBook& facts_;
    diag::Diagnostics& diagnostics_;
};

}  // namespace

void report_wide_marks(const yaml::Node& node, TextRange range, const FactBook& facts, diag::Diagnostics& diagnostics) {
    Finder(node, range, facts, diagnostics).run();
}

std::size_t wide_bracket_before(std::string_view text, std::size_t end, std::string_view braced) {
    if (!text.substr(0, end).ends_with(kCloseBracket) || !holds_marks(braced)) return std::string_view::npos;
    return bracket_before(text, end);
}

}  // namespace zheye::content
