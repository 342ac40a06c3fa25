// Walks through folders by the FileSystem.
#include "project/find_files.h"

#include <fnmatch.h>

#include <algorithm>
#include <set>
#include <utility>

namespace zheye::project {

namespace {

std::string joined(const std::string& folder, const std::string& name) {
    if (folder.empty() || folder == ".") return name;
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

class Walk {
public:
    explicit Walk(const FileSystem& files) : files_(files) {}

    void into(const std::string& folder) {
        if (!seen_.insert(files_.canonical(folder.empty() ? "." : folder)).second) return;
        folders.push_back(folder);
        for (const auto& name : files_.list(folder))
            if (!name.starts_with('.')) found.push_back(joined(folder, name));
        for (const auto& name : files_.folders(folder))
            if (!name.starts_with('.')) into(joined(folder, name));
    }

    std::vector<std::string> found, folders;

private:
    const FileSystem& files_;
    std::set<std::string> seen_;
};

/// One folder's names against one part of a pattern.
std::vector<std::string> fitting(const std::string& folder, const std::string& part, bool is_last,
                                 const FileSystem& files) {
    auto names = files.folders(folder);
    if (is_last)
        for (auto& name : files.list(folder)) names.push_back(std::move(name));
    std::erase_if(names, [&](const auto& name) { return fnmatch(part.c_str(), name.c_str(), FNM_PERIOD) != 0; });
    std::ranges::sort(names);
    for (auto& name : names) name = joined(folder, name);
    return names;
}

std::vector<std::string> parts_of(const std::string& path) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        if (end > at) parts.push_back(path.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

}  // namespace

std::vector<std::string> files_in(const std::string& folder, const FileSystem& files) {
    Walk walk(files);
    walk.into(folder);
    std::ranges::sort(walk.found);
    return walk.found;
}

bool is_pattern(std::string_view path) { return path.find_first_of("*?[") != std::string_view::npos; }

std::vector<std::string> matches(const std::string& pattern, const FileSystem& files) {
    std::vector<std::string> reached{pattern.starts_with('/') ? "/" : ""};
    const auto parts = parts_of(pattern);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool is_last = i + 1 == parts.size();
        std::vector<std::string> next;
        for (const auto& folder : reached) {
            if (parts[i] == "**") {
                Walk walk(files);
                walk.into(folder);
                auto& all = is_last ? walk.found : walk.folders;
                next.insert(next.end(), all.begin(), all.end());
            } else if (!is_pattern(parts[i])) {
                auto path = joined(folder, parts[i]);
                if (files.is_folder(path) || (is_last && files.is_file(path))) next.push_back(std::move(path));
            } else {
                auto fit = fitting(folder, parts[i], is_last, files);
                next.insert(next.end(), fit.begin(), fit.end());
            }
        }
        reached = std::move(next);
    }
    std::ranges::sort(reached);
    reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
    return reached;
}

}  // namespace zheye::project
