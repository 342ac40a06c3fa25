// `proofread:` → Proofreading.
#include "content/proofreading.h"

#include "content/fields.h"
#include "content/values.h"

#include <algorithm>
#include <array>

namespace zheye::content {

namespace {

/// A kind of finding: its code, and what it may be called in Chinese.
constexpr std::array kFindings{Choice{"halfwidth-punctuation", "半角标点"},
                               Choice{"unpaired-mark", "成对"},
                               Choice{"mark-nesting", "套用"},
                               Choice{"straight-quote", "直引号"},
                               Choice{"doubled-punctuation", "重复标点"},
                               Choice{"odd-mark", "异形标点"},
                               Choice{"ellipsis", "省略号"},
                               Choice{"dash", "破折号"},
                               Choice{"range-mark", "连接号"},
                               Choice{"fullwidth-letter", "全角字母"},
                               Choice{"mixed-script", "繁简"},
                               Choice{"space-between-han", "空格"}};

bool has_part(std::string_view language, std::string_view part) {
    for (auto at = language.find(part); at != std::string_view::npos; at = language.find(part, at + 1)) {
        const auto end = at + part.size();
        if (at > 0 && language[at - 1] == '-' && (end == language.size() || language[end] == '-')) return true;
    }
    return false;
}

void read_off(const yaml::Node& node, Proofreading& proofreading, diag::Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const auto& finding : kFindings) each_name(finding, [&](std::string_view name) { known.emplace_back(name); });
    const auto take = [&](const yaml::Node& item) {
        if (!has_item_form(item, kScalar, {"不查的一项", "a code to leave out"}, diagnostics)) return;
        if (const auto* finding = find_choice(kFindings, item.text)) {
            proofreading.off.emplace(finding->name);
            return;
        }
        auto hints = hints_for(item.text, known);
        if (hints.empty())
            hints.push_back({"代码写在每条提醒后面的方括号里", "the code stands in brackets behind each warning"});
        diagnostics.error("unknown-code", item.span,
                          {"校对里没有“" + item.text + "”这一项", "proofreading has no code “" + item.text + "”"},
                          std::move(hints));
    };
    if (node.is_scalar()) return take(node);
    std::ranges::for_each(node.items, take);
}

}  // namespace

Script script_of(std::string_view language) {
    const auto primary = language.substr(0, language.find('-'));
    if (primary != "zh" && primary != "cmn" && primary != "yue" && primary != "lzh") return Script::none;
    if (has_part(language, "Hant")) return Script::traditional;
    if (has_part(language, "Hans")) return Script::simplified;
    for (const auto* region : {"TW", "HK", "MO"})
        if (has_part(language, region)) return Script::traditional;
    return Script::simplified;
}

Proofreading read_proofreading(const yaml::Node* node, std::string_view language, diag::Diagnostics& diagnostics) {
    Proofreading proofreading;
    proofreading.script = script_of(language);
    if (node == nullptr) return proofreading;
    if (node->is_scalar()) {
        if (!read_flag(*node, diagnostics).value_or(true)) proofreading.script = Script::none;
        return proofreading;
    }
    const Fields fields(*node, group("proofreading"), diagnostics);
    if (const auto* off = fields["off"]) read_off(*off, proofreading, diagnostics);
    return proofreading;
}

}  // namespace zheye::content
