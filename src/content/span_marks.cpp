// The table of marks.
#include "content/span_marks.h"

#include <algorithm>
#include <array>

namespace zheye::content {

namespace {

struct Name {
    std::string_view zh, en;
    SpanMark mark;
};
constexpr std::array kNames{
    Name{"着重", "dots", SpanMark::dots},           Name{"专名", "name", SpanMark::proper_name},
    Name{"书名", "title", SpanMark::work_title},    Name{"下划线", "underline", SpanMark::underline},
    Name{"高亮", "highlight", SpanMark::highlight}, Name{"上标", "sup", SpanMark::superscript},
    Name{"下标", "sub", SpanMark::subscript},       Name{"分数", "fraction", SpanMark::fraction},
    Name{"横排", "upright", SpanMark::upright},     Name{"注", "note", SpanMark::note},
    Name{"语言", "lang", SpanMark::language}};

constexpr std::array<std::string_view, 6> kParting{" ", "\t", ",", "，", "、", "　"};

/// The length of the blank or comma that `text` begins with; 0 if it begins with a word.
std::size_t parting_at(std::string_view text) {
    const auto* const at = std::ranges::find_if(kParting, [&](auto parting) { return text.starts_with(parting); });
    return at == kParting.end() ? 0 : at->size();
}

}  // namespace

std::optional<SpanMark> find_span_mark(std::string_view name) {
    const auto* const at = std::ranges::find_if(kNames, [&](const Name& n) { return n.zh == name || n.en == name; });
    return at == kNames.end() ? std::nullopt : std::optional(at->mark);
}

std::vector<std::string> span_mark_names() {
    std::vector<std::string> names;
    for (const auto& name : kNames) {
        names.emplace_back(name.zh);
        names.emplace_back(name.en);
    }
    return names;
}

std::vector<std::string_view> words_in(std::string_view list) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < list.size();) {
        if (const auto length = parting_at(list.substr(at)); length > 0) {
            at += length;
            continue;
        }
        const auto begin = at;
        while (at < list.size() && parting_at(list.substr(at)) == 0) ++at;
        words.push_back(list.substr(begin, at - begin));
    }
    return words;
}

}  // namespace zheye::content
