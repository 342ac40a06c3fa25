#include "theme/describe.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace zheye::theme {

namespace {

diag::Result<Record> record_of(const std::string& name, const Request& request, const FileSystem& files,
                               diag::Sources& sources, diag::Diagnostics& diagnostics) {
    yaml::Node choice;
    choice.kind = yaml::Node::Kind::scalar;
    choice.text = name;
    Record record;
    if (!read(choice, request, files, sources, diagnostics, &record)) return std::unexpected(diag::Failed{});
    return record;
}

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

/// `# 中文 | English` at the end of the line on which the key stands first.
void take_comment(Described& described, const diag::Sources& sources) {
    if (!described.setting.key.known()) return;
    const auto line = sources.line_at(described.setting.key);
    const auto first = line.find_first_not_of("- ");
    const auto column = static_cast<std::size_t>(sources.place(described.setting.key).column);
    if (first == std::string_view::npos || first + 1 != column) return;
    bool quoted = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '"') quoted = !quoted;
        if (quoted || line[i] != '#' || line[i - 1] != ' ') continue;
        const auto comment = line.substr(i + 1);
        const auto bar = comment.find(" | ");
        described.zh = trimmed(comment.substr(0, bar));
        if (bar != std::string_view::npos) described.en = trimmed(comment.substr(bar + 3));
        return;
    }
}

/// What many settings are, as a rule: theirs come after those of the theme itself.
std::set<std::string> shared_kinds(const std::vector<Setting>& settings) {
    std::set<std::string> kinds;
    for (const auto& setting : settings) kinds.insert(setting.kind);
    return kinds;
}

}  // namespace

diag::Result<std::vector<Described>> describe(const Request& request, const FileSystem& files, diag::Sources& sources,
                                              diag::Diagnostics& diagnostics) {
    const auto base = record_of("base", request, files, sources, diagnostics);
    const auto shown = record_of(std::string(kDefault), request, files, sources, diagnostics);
    if (!base || !shown) return std::unexpected(diag::Failed{});
    std::map<std::string, std::string> values;
    for (const auto& setting : shown->settings) values.emplace(setting.path, setting.value);
    std::vector<Described> all;
    for (const auto& setting : base->settings) {
        Described described{setting, {}, {}};
        if (const auto value = values.find(setting.path); value != values.end())
            described.setting.value = value->second;
        take_comment(described, sources);
        all.push_back(std::move(described));
    }
    const auto kinds = shared_kinds(base->settings);
    const auto parts = std::ranges::stable_partition(all, [&](const Described& one) {
        const auto dot = one.setting.path.find('.');
        return dot == std::string::npos || !kinds.contains(one.setting.path.substr(0, dot));
    });
    const auto by_place = [](const Described& one) {
        const bool single = one.setting.kind != "group" && one.setting.path.find('.') == std::string::npos;
        return std::pair(!single, one.setting.key.begin);
    };
    std::ranges::stable_sort(all.begin(), parts.begin(), {}, by_place);
    return all;
}

}  // namespace zheye::theme
