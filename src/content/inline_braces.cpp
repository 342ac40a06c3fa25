// {fact}, {fact.part} and {base|reading}.
#include "content/inline_reader.h"

#include "content/escape.h"
#include "content/fields.h"
#include "content/lines.h"
#include "content/ruby.h"
#include "content/wide_marks.h"

#include <array>

namespace zheye::content {

namespace {

struct Part {
    std::string_view name, alias;
    std::string Fact::*field;
};
constexpr std::array<Part, 10> kParts{{{"value", "数值", &Fact::value},
                                       {"name", "名称", &Fact::name},
                                       {"unit", "单位", &Fact::unit},
                                       {"period", "时期", &Fact::period},
                                       {"note", "备注", &Fact::note},
                                       {"target", "目标", &Fact::target},
                                       {"former", "上期", &Fact::former},
                                       {"former-period", "上期时期", &Fact::former_period},
                                       {"share", "占目标", &Fact::share},
                                       {"change", "增减", &Fact::change}}};

/// Stands for what could not be found out, so that what is read before and behind it is not taken to be side by side.
constexpr std::string_view kUnknown = "\uFFFC";

/// What a part is worked out from.
std::vector<diag::Message> hints_to_work_out(std::string_view part) {
    if (part == "share") return {{"写上“target”（目标），就会算出", "give “target”, and it is worked out"}};
    if (part == "change") return {{"写上“former”（上期），就会算出", "give “former”, and it is worked out"}};
    return {};
}

}  // namespace

std::optional<std::size_t> InlineReader::closing_brace(std::size_t at, std::size_t end) const {
    const auto stop = find_unescaped(text_.substr(0, end), "{}\n", at + 1);
    return stop < end && text_[stop] == '}' ? std::optional(stop) : std::nullopt;
}

void InlineReader::read_braces(std::size_t end) {
    const auto begin = at_;
    const auto stop = closing_brace(begin, end);
    if (!stop) {
        error("unclosed-mark", begin, begin + 1, {"{ 没有配对的 }", "{ without a }"},
              {{"要印出花括号，写\\{", "to print a brace, write \\{"}});
        ++output_;
        ++at_;
        return;
    }
    at_ = *stop + 1;
    const auto inner = text_.substr(begin + 1, *stop - begin - 1);
    if (const auto bar = find_unescaped(inner, "|"); bar != std::string_view::npos) {
        read_ruby(inner, bar);
    } else if (const auto fact = trimmed(inner); fact.empty()) {
        error("empty-braces", begin, at_, {"花括号里要写数据的名字", "the id of a fact is wanted in the braces"},
              {{"要印出花括号，写\\{\\}", "to print braces, write \\{\\}"}});
    } else {
        const auto dot = fact.find('.');
        const auto part = dot == std::string_view::npos ? std::string_view{} : fact.substr(dot + 1);
        put_fact(fact.substr(0, dot), part, begin, at_);
    }
}

void InlineReader::read_ruby(std::string_view inner, std::size_t bar) {
    const auto base = trimmed(inner.substr(0, bar)), reading = trimmed(inner.substr(bar + 1));
    ++output_;
    const std::vector<diag::Message> hints{
        {"写成{汉字|hàn zì}；要印出竖线，写\\|", "write {汉字|hàn zì}; to print a bar, write \\|"}};
    if (base.empty() || reading.empty()) {
        const auto begin = offset_of(inner);
        error("empty-ruby", begin - 1, begin + inner.size() + 1,
              {base.empty() ? "竖线前面要写被注音的字" : "竖线后面要写读音",
               base.empty() ? "the characters are wanted before the bar" : "the reading is wanted after the bar"},
              hints);
        return;
    }
    if (const auto second = find_unescaped(reading, "|"); second != std::string_view::npos) {
        const auto at = offset_of(reading) + second;
        error("second-bar", at, at + 1, {"注音里只能有一个竖线", "there can be one bar only"}, hints);
        return;
    }
    for (auto& [begin, end, syllable] : share_out(base, reading)) {
        const auto text = unescaped(base.substr(begin, end - begin));
        const auto from = offset_of(base) + begin, to = offset_of(base) + end;
        if (!syllable.empty())
            runs_.put_ruby(text, from, to, std::move(syllable), style());
        else if (text.size() == to - from)
            put_source(from, to);
        else
            put_instead(text, from, to);
    }
}

void InlineReader::put_fact(std::string_view id, std::string_view part, std::size_t begin, std::size_t end) {
    const auto* fact = facts_.find(id);
    if (fact == nullptr) {
        const auto at = offset_of(id);
        const auto bracket = wide_bracket_before(text_, begin, id);
        if (bracket != std::string_view::npos && bracket >= begin_)
            error("wide-mark", bracket, begin, {"做标记的方括号要用半角", "the brackets of a mark are half-width ones"},
                  {{"写成[字]{" + std::string(id) + "}", "write [text]{" + std::string(id) + "}"}});
        else
            facts_.report_unknown(id, node_.place(at, at + id.size()), diagnostics_);
        put_instead(kUnknown, begin, end);
    } else if (part.data() == nullptr) {
        put_instead(fact->value + fact->unit_gap + fact->unit, begin, end);
    } else {
        put_part(*fact, part, begin, end);
    }
}

void InlineReader::put_part(const Fact& fact, std::string_view part, std::size_t begin, std::size_t end) {
    const auto at = offset_of(part);
    const auto* const known =
        std::ranges::find_if(kParts, [&](const Part& p) { return p.name == part || p.alias == part; });
    if (known == kParts.end()) {
        std::vector<std::string> names;
        for (const auto& one : kParts) names.insert(names.end(), {std::string(one.name), std::string(one.alias)});
        error("unknown-part", at, at + part.size(),
              {"数据没有“" + std::string(part) + "”这一项", "a fact has no part “" + std::string(part) + "”"},
              hints_for(part, names));
    } else if (const auto& value = fact.*(known->field); !value.empty()) {
        return put_instead(value, begin, end);
    } else if (!fact.name.empty() && !fact.value.empty()) {  // else the fact itself was reported
        error("missing-part", at, at + part.size(),
              {"数据“" + fact.id + "”没有写“" + std::string(part) + "”",
               "the fact “" + fact.id + "” does not give “" + std::string(part) + "”"},
              hints_to_work_out(known->name));
    }
    put_instead(kUnknown, begin, end);
}

}  // namespace zheye::content
