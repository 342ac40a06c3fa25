// The parser's English phrases, said so that a writer knows what to do. The phrases are those of yaml-cpp 0.7 and 0.8;
// one that is not in the table gets a general sentence.
#include "yaml/syntax.h"

#include "yaml/plain_scalar.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace zheye::yaml {

namespace {

using diag::Message;
using diag::Span;

struct Phrase {
    std::string_view parser;  ///< how the parser's message begins
    std::string_view zh, en;
    std::string_view hint_zh = {}, hint_en = {};
};

constexpr std::string_view kQuoteZh = "把整段文字放进引号，或写成 | 开头的文字块";
constexpr std::string_view kQuoteEn = "put the whole text into quotes, or write it as a block that begins with |";

constexpr std::array<Phrase, 24> kPhrases{{
    {"end of map not found", "这一行接不上前面的内容：缩进不齐，或者键后面少了冒号和空格",
     "this line does not continue what stands before: wrong indentation, or a key without a colon and a space",
     "同一层的键要左对齐，键后面写半角冒号加空格",
     "align the keys of one level, and write a colon and a space after each key"},
    {"end of map flow not found", "花括号 { 没有合上，或者里面少了逗号",
     "a { is not closed, or a comma is missing in it"},
    {"end of sequence not found", "这一行接不上前面的列表：缩进不齐，或者少了“- ”",
     "this line does not continue the list before it: wrong indentation, or “- ” is missing"},
    {"end of sequence flow not found", "方括号 [ 没有合上，或者里面少了逗号",
     "a [ is not closed, or a comma is missing in it"},
    {"illegal flow end", "多出一个右括号", "a closing bracket too many"},
    {"illegal block entry", "列表的“- ”不能写在这里", "a list item “- ” cannot stand here"},
    {"illegal map key", "键不能写在这里", "a key cannot stand here"},
    {"illegal map value", "一行里有第二个冒号加空格，或者缩进不对",
     "a second colon and space in one line, or wrong indentation", kQuoteZh, kQuoteEn},
    {"illegal EOF in scalar", "引号没有合上", "a quote is not closed"},
    {"illegal document indicator in scalar", "引号没有合上，就遇到了 --- 或 ...",
     "a quote is not closed before --- or ..."},
    {"illegal character in scalar", "文字里有不能用的字符", "a character that cannot stand in text here"},
    {"illegal tab when looking for indentation", "缩进里有制表符（Tab）", "a tab in the indentation"},
    {"the referenced anchor is not defined", "以 * 开头的文字被当成了引用，可是没有叫这个名字的锚点",
     "a text that begins with * is taken as an alias, but there is no anchor of that name", kQuoteZh, kQuoteEn},
    {"alias not found after *", "以 * 开头的文字会被当成引用", "a text that begins with * is taken as an alias",
     kQuoteZh, kQuoteEn},
    {"illegal character found while scanning alias", "以 * 开头的文字会被当成引用",
     "a text that begins with * is taken as an alias", kQuoteZh, kQuoteEn},
    {"anchor not found after &", "以 & 开头的文字会被当成锚点", "a text that begins with & is taken as an anchor",
     kQuoteZh, kQuoteEn},
    {"illegal character found while scanning anchor", "以 & 开头的文字会被当成锚点",
     "a text that begins with & is taken as an anchor", kQuoteZh, kQuoteEn},
    {"unknown token", "文字不能以这个字符开头", "a text cannot begin with this character", kQuoteZh, kQuoteEn},
    {"unknown escape character", "双引号里的反斜杠后面不能跟这个字符",
     "a backslash in double quotes cannot be followed by this", "改用单引号，或者写两个反斜杠",
     "use single quotes, or write two backslashes"},
    {"bad character found while scanning hex number", "转义的编码不是十六进制数",
     "the escape is not a hexadecimal number"},
    {"invalid unicode", "没有这个编码的字符", "there is no character of that code"},
    {"unexpected character in block scalar", "| 或 > 后面只能是缩进数和 + -",
     "only an indentation and + or - may follow | or >"},
    {"cannot assign multiple", "一个值只能有一个标签、一个锚点", "a value can have one tag and one anchor only"},
    {"aliases can't have any content", "引用后面不能再写内容", "nothing can follow an alias"},
}};

Message message_of(std::string_view zh, std::string_view en) { return {std::string(zh), std::string(en)}; }

struct Line {
    std::size_t begin, end;
};

Line line_around(std::string_view text, std::size_t at) {
    const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return {before == std::string_view::npos ? 0 : before + 1, std::min(text.find('\n', at), text.size())};
}

std::optional<std::size_t> tab_in_indentation(std::string_view text, const Line& line) {
    const auto at = std::min(text.find_first_not_of(' ', line.begin), line.end);
    return at < line.end && text[at] == '\t' ? std::optional(at) : std::nullopt;
}

Span span_at(std::uint32_t source, std::size_t begin, std::size_t end) {
    return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool report_tab(std::uint32_t source, std::string_view text, std::size_t at, diag::Diagnostics& diagnostics) {
    const auto line = line_around(text, at);
    auto tab = tab_in_indentation(text, line);
    if (!tab && line.begin > 0) tab = tab_in_indentation(text, line_around(text, line.begin - 1));
    if (!tab) return false;
    diagnostics.error("tab-indentation", span_at(source, *tab, *tab + 1),
                      {"缩进里有制表符（Tab），YAML只认空格", "a tab in the indentation; YAML wants spaces"},
                      {{"把它换成空格，每层两个", "replace it by spaces, two for each level"}});
    return true;
}

/// Chinese input methods write ： where YAML wants a colon and a space; others forget the space. Such a line is taken
/// as text that goes on in the next one, where the parser then stumbles over a colon: so the line before is looked at
/// too.
bool report_colon(std::uint32_t source, std::string_view text, std::size_t at, diag::Diagnostics& diagnostics) {
    const auto here = line_around(text, at);
    const auto first_of = [&](const Line& line) {
        return std::min(text.find_first_not_of(" -", line.begin), line.end);
    };
    auto candidates = std::vector{here};
    if (here.begin > 0) candidates.push_back(line_around(text, here.begin - 1));
    for (const auto& line : candidates) {
        if (first_of(line) - line.begin != first_of(here) - here.begin) continue;
        const auto written = text.substr(line.begin, line.end - line.begin);
        if (written.find(": ") != std::string_view::npos || written.ends_with(':')) continue;
        const auto wide = written.find("："), narrow = written.find(':');
        if (wide == std::string_view::npos && narrow == std::string_view::npos) continue;
        if (wide > narrow && written.substr(narrow).starts_with("://")) continue;
        const auto begin = line.begin + std::min(wide, narrow);
        diagnostics.error("yaml-syntax", span_at(source, begin, begin + (wide < narrow ? 3 : 1)),
                          {"键后面要写半角冒号加空格", "a key wants an ASCII colon and a space after it"},
                          {{"写成“标题: …”", "write “title: …”"}});
        return true;
    }
    return false;
}

/// A full-width dash where an item of a list was meant: the parser stumbles over it some lines later.
bool report_wide_item(std::uint32_t source, std::string_view text, std::size_t at, diag::Diagnostics& diagnostics) {
    constexpr int kLines = 4;
    auto line = line_around(text, at);
    for (int n = 0; n < kLines; ++n) {
        const auto begin = std::min(text.find_first_not_of(' ', line.begin), line.end);
        if (is_wide_item(text.substr(begin))) {
            diagnostics.error("yaml-syntax", span_at(source, begin, begin + std::string_view("－").size()),
                              {"列表的每一项要以半角的“- ”开头，这里是全角的“－”",
                               "an item of a list begins with an ASCII hyphen, this is a full-width －"},
                              {{"写成“- …”", "write “- …”"}});
            return true;
        }
        if (line.begin == 0) return false;
        line = line_around(text, line.begin - 1);
    }
    return false;
}

/// Whether a closing quote stands right before, in the same line.
bool follows_quote(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') --at;
    return at > 0 && (text[at - 1] == '"' || text[at - 1] == '\'');
}

/// The quote that opens after byte `from`, comments skipped.
std::optional<std::size_t> opening_quote(std::string_view text, std::size_t from) {
    for (auto at = from; at < text.size(); ++at) {
        if (text[at] == '"' || text[at] == '\'') return at;
        if (text[at] == '#') at = std::min(text.find('\n', at), text.size() - 1);
    }
    return std::nullopt;
}

}  // namespace

void report_unclosed_quote(std::uint32_t source, std::size_t at, diag::Diagnostics& diagnostics) {
    diagnostics.error("yaml-syntax", span_at(source, at, at + 1), {"引号没有合上", "a quote is not closed"});
}

void report_syntax(std::string_view parser_message, std::uint32_t source, std::string_view text, std::size_t at,
                   const Unfinished& unfinished, diag::Diagnostics& diagnostics) {
    at = std::min(at, text.size());
    // At the end of the text, show the last line that has something on it.
    if (text.find_first_not_of(" \t\r\n", at) == std::string_view::npos)
        at = std::min(text.find_last_not_of(" \t\r\n") + 1, text.size());
    while (at > 0 && at < text.size() && (text[at] & 0xC0) == 0x80) --at;  // the parser counts bytes
    if (report_tab(source, text, at, diagnostics)) return;
    if (parser_message.starts_with("illegal EOF in scalar"))
        if (const auto quote = opening_quote(text, unfinished.last_end))
            return report_unclosed_quote(source, *quote, diagnostics);
    if (parser_message.starts_with("end of map not found") && follows_quote(text, at)) {
        diagnostics.error("yaml-syntax", span_at(source, at, at),
                          {"引号合上以后还有文字", "there is text after the closing quote"},
                          {{"整段放进同一对引号，里面的引号用“ ”",
                            "put the whole text into one pair of quotes, and use “ ” inside"}});
        return;
    }
    const bool is_bracket = parser_message.contains("flow not found");
    if (!is_bracket && report_wide_item(source, text, at, diagnostics)) return;
    if (!is_bracket && report_colon(source, text, at, diagnostics)) return;
    if (is_bracket && unfinished.bracket) at = *unfinished.bracket;
    const auto* const phrase =
        std::ranges::find_if(kPhrases, [&](const Phrase& p) { return parser_message.starts_with(p.parser); });
    auto message = Message{"这里不合YAML的格式", "this is not valid YAML"};
    std::vector<Message> hints;
    if (phrase != kPhrases.end()) {
        message = message_of(phrase->zh, phrase->en);
        if (!phrase->hint_zh.empty()) hints.push_back(message_of(phrase->hint_zh, phrase->hint_en));
    }
    diagnostics.error("yaml-syntax", span_at(source, at, at), std::move(message), std::move(hints));
}

}  // namespace zheye::yaml
