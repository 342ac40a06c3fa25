#include "cli/schema.h"

#include "content/schema.h"
#include "theme/describe.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace zheye::cli {

namespace {

struct Word {
    std::string_view en, zh;
};

constexpr std::array kKinds = {Word{"number", "数"},
                               Word{"integer", "整数"},
                               Word{"length", "长度"},
                               Word{"lengths", "一列长度"},
                               Word{"word", "词"},
                               Word{"words", "一列词"},
                               Word{"choice", "选一个"},
                               Word{"colour", "颜色"},
                               Word{"colour or none", "颜色或 none"},
                               Word{"colours", "一列颜色"},
                               Word{"colours or none", "一列颜色或 none"},
                               Word{"rectangle", "[左, 上, 宽, 高]"},
                               Word{"rectangle or none", "[左, 上, 宽, 高] 或 none"},
                               Word{"2 numbers", "[横, 纵]"},
                               Word{"3 numbers", "三个数"},
                               Word{"items", "列表"},
                               Word{"group", "一组"},
                               Word{"rule", "线"},
                               Word{"area", "位置"},
                               Word{"style", "样式"},
                               Word{"artwork", "画"}};

std::string kind_word(const std::string& kind, bool zh) {
    const auto found = std::ranges::find(kKinds, kind, &Word::en);
    return std::string(zh && found != kKinds.end() ? found->zh : std::string_view(kind));
}

/// A cell of a Markdown table: a bar would end it.
std::string cell(std::string_view text) {
    std::string safe;
    for (const char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
    return safe;
}

std::string code(std::string_view text) { return text.empty() ? "" : "`" + cell(text) + "`"; }

std::string row(std::initializer_list<std::string> cells) {
    std::string line = "|";
    for (const auto& one : cells) line += " " + one + " |";
    return line + "\n";
}

/// Artwork is drawn, not read as a value; groups have values of their own.
bool shows_value(const theme::Setting& setting) {
    return setting.kind != "group" && setting.kind != "artwork" && setting.kind != "items" &&
           !setting.path.starts_with("artwork.");
}

std::string forms_of(const content::Key& key, bool zh) {
    std::string text;
    const auto add = [&](unsigned form, std::string_view chinese, std::string_view english) {
        if (key.forms & form) text += (text.empty() ? "" : " / ") + std::string(zh ? chinese : english);
    };
    add(content::kScalar, "一个值", "value");
    add(content::kList, "列表", "list");
    add(content::kMapping, "一组", "mapping");
    if (key.required) text += zh ? "，必写" : ", required";
    return text;
}

std::string names_of(std::string_view aliases) {
    std::string names(aliases);
    for (std::size_t at = 0; (at = names.find('|', at)) != std::string::npos;) names.replace(at, 1, "、"), at += 3;
    return names;
}

/// In Chinese each with its first Chinese name, as messages have it: page（通栏）.
std::string choices_of(const content::Key& key, bool zh) {
    std::string all;
    for (const auto& choice : key.choices) {
        all += (all.empty() ? "" : " / ") + std::string(choice.name);
        const auto name = choice.aliases.substr(0, choice.aliases.find('|'));
        if (zh && !name.empty()) all += "（" + std::string(name) + "）";
    }
    return all;
}

}  // namespace

std::string content_schema(diag::Language language) {
    const bool zh = language == diag::Language::zh;
    constexpr std::size_t kMost = 16;  // choices that a cell of the table can hold
    std::string text, lists;
    std::set<std::string_view> listed;
    for (const auto& group : content::schema()) {
        text += (text.empty() ? "### " : "\n### ") + std::string(group.name) +
                (zh ? " " + std::string(group.zh) : std::string{}) + "\n\n";
        text += zh ? row({"键", "别名", "写法", "用处"}) : row({"key", "also", "form", "for"});
        text += "|---|---|---|---|\n";
        for (const auto& key : group.keys) {
            std::string meaning(zh ? key.zh : key.en);
            if (key.choices.size() > kMost) {
                meaning += zh ? "，都列在最后" : ", all listed at the end";
                if (listed.insert(key.name).second)
                    lists += "\n### " + code(key.name) + "\n\n" + choices_of(key, zh) + "\n";
            } else if (!key.choices.empty()) {
                meaning += (zh ? "：" : ": ") + choices_of(key, zh);
            }
            text += row({code(key.name), names_of(key.aliases), forms_of(key, zh), cell(meaning)});
        }
    }
    return text + lists;
}

diag::Result<std::string> theme_schema(const std::string& themes_folder, const FileSystem& files,
                                       diag::Sources& sources, diag::Diagnostics& diagnostics,
                                       diag::Language language) {
    const auto all = theme::describe({themes_folder, themes_folder}, files, sources, diagnostics);
    if (!all) return std::unexpected(diag::Failed{});
    const bool zh = language == diag::Language::zh;
    std::string text, section = "-";
    for (const auto& [setting, chinese, english] : *all) {
        const auto dot = setting.path.find('.');
        const bool top = dot == std::string::npos;
        const auto head = top && setting.kind != "group" ? std::string{} : setting.path.substr(0, dot);
        if (head != section) {
            section = head;
            const std::string general = zh ? "总的" : "general";
            const std::string meaning = top ? (zh ? chinese : english) : zh ? kind_word(head, true) : std::string{};
            text += (text.empty() ? "### " : "\n### ") + (head.empty() ? general : code(head)) +
                    (head.empty() || meaning.empty() ? "" : " " + meaning) + "\n\n";
            text += zh ? row({"设置", "种类", "范围", "默认主题", "含义"})
                       : row({"setting", "kind", "limits", "default theme", "meaning"});
            text += "|---|---|---|---|---|\n";
        }
        if (top && setting.kind == "group") continue;
        text += row({code(setting.path), kind_word(setting.kind, zh), cell(setting.limits),
                     shows_value(setting) ? code(setting.value) : "", cell(zh ? chinese : english)});
    }
    return text;
}

}  // namespace zheye::cli
