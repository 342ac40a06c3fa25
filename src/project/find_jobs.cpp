// Words → jobs, by way of the brochures' files.
#include "project/find_jobs.h"

#include "project/find_files.h"
#include "project/series.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace zheye::project {

namespace {

namespace fs = std::filesystem;

constexpr const char *kBrochure = "brochure.yaml", *kSeries = "series.yaml";

BadInputs wrong(std::string zh, std::string en) { return {false, {std::move(zh), std::move(en)}}; }

/// A brochure's file and what its outputs are called, folders included, without an ending.
struct Found {
    std::string source, name;
};

bool is_yaml(const std::string& path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

/// Whether a line at the margin says which version of the format the file has.
bool is_brochure(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        for (const std::string_view key : {"zheye", "版本", "折页"})
            if (line.starts_with(key) && line.substr(key.size()).find_first_not_of(" ") != std::string_view::npos &&
                line.substr(line.find_first_not_of(' ', key.size())).starts_with(':'))
                return true;
        at = end + 1;
    }
    return false;
}

std::string name_of_folder(const std::string& folder, const FileSystem& files) {
    auto name = fs::path(files.canonical(folder.empty() ? "." : folder)).filename().string();
    return name.empty() ? "brochure" : name;
}

/// `a/b/brochure.yaml` below `a` is named b, `a/b/poster.yaml` b/poster; `a/brochure.yaml` itself a. So is series.yaml.
std::string name_below(const std::string& root, const std::string& source, const FileSystem& files) {
    const fs::path path(source);
    const auto folder = path.parent_path();
    auto below = folder.lexically_relative(root.empty() ? "." : root).lexically_normal().string();
    if (root == "." || root.empty()) below = folder.empty() ? "." : folder.lexically_normal().string();
    if (path.filename() == kBrochure || path.filename() == kSeries)
        return below == "." ? name_of_folder(folder.string(), files) : below;
    const auto stem = path.stem().string();
    return below == "." ? stem : below + "/" + stem;
}

class Search {
public:
    explicit Search(const FileSystem& files) : files_(files) {}

    std::optional<BadInputs> add(const std::string& path) {
        if (files_.is_folder(path)) return add_folder(path);
        if (files_.is_file(path)) return add_file(path);
        if (!is_pattern(path)) return missing(path);
        const auto fitting = matches(path, files_);
        const auto before = found.size();
        for (const auto& one : fitting) {
            if (files_.is_folder(one) && files_.is_file(one + "/" + kBrochure))
                add_one(one + "/" + kBrochure, {});
            else if (is_yaml(one) && says_version(one))
                add_one(one, {});
        }
        if (found.size() > before) return std::nullopt;
        return wrong("没有册子合乎“" + path + "”", "no brochure fits '" + path + "'");
    }

    std::optional<BadInputs> add_list(const std::string& list) {
        const auto text = files_.read(list);
        if (!text) {
            return BadInputs{true,
                             {"不能读取“" + list + "”：" + text.error().message,
                              "cannot read '" + list + "': " + text.error().message}};
        }
        const auto bytes = text->bytes();
        int number = 0;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto end = std::min(bytes.find('\n', at), bytes.size());
            auto line = std::string(bytes.substr(at, end - at));
            at = end + 1;
            ++number;
            while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
            if (line.empty() || line.starts_with('#')) continue;
            if (auto bad = add(line)) {
                const auto place = list + ":" + std::to_string(number) + ": ";
                return BadInputs{bad->is_system, {place + bad->message.zh, place + bad->message.en}};
            }
        }
        return std::nullopt;
    }

    std::vector<Found> found;

private:
    static BadInputs missing(const std::string& path) {
        return wrong("没有文件“" + path + "”", "there is no file '" + path + "'");
    }

    [[nodiscard]] bool says_version(const std::string& path) const {
        const auto text = files_.read(path);
        return text && is_brochure(text->bytes());
    }

    /// A file that is named by itself is a brochure, whatever it says.
    std::optional<BadInputs> add_file(const std::string& path) {
        const auto text = files_.read(path);
        if (!text)
            return BadInputs{true,
                             {"不能读取“" + path + "”：" + text.error().message,
                              "cannot read '" + path + "': " + text.error().message}};
        add_one(path, {});
        return std::nullopt;
    }

    std::optional<BadInputs> add_folder(const std::string& folder) {
        const auto before = found.size();
        const auto root = fs::path(folder).lexically_normal().string();
        const auto plain = root.size() > 1 && root.ends_with('/') ? root.substr(0, root.size() - 1) : root;
        for (const auto& path : files_in(plain, files_))
            if (is_yaml(path) && says_version(path)) add_one(path, plain);
        if (found.size() > before) return std::nullopt;
        return wrong("文件夹“" + folder + "”里没有册子", "the folder '" + folder + "' has no brochure");
    }

    /// `root`: the folder that was searched, if one was.
    void add_one(const std::string& path, const std::optional<std::string>& root) {
        if (!seen_.insert(files_.canonical(path)).second) return;
        const auto parent = fs::path(path).parent_path().string();
        found.push_back({path, name_below(root ? *root : parent, path, files_)});
    }

    const FileSystem& files_;
    std::set<std::string> seen_;
};

/// A brochure is a job; a series is one for each row, in a folder of its name.
class Jobs {
public:
    Jobs(const Inputs& inputs, const FileSystem& files) : inputs_(inputs), files_(files) {}

    void add(const Found& found) {
        const auto text = files_.read(found.source);
        if (!text || !is_series(text->bytes())) {
            Job job;
            job.source = job.shown = found.source;
            finish(std::move(job), found.name);
            return;
        }
        auto series = read_series(found.source, files_);
        templates_.insert(files_.canonical(series.template_path));
        for (auto& job : series.jobs) {
            const auto name = job.name.empty() ? found.name : found.name + "/" + job.name;
            finish(std::move(job), name);
        }
    }

    std::vector<Job> take() {
        // What is filled by a series is no brochure by itself.
        std::erase_if(jobs_,
                      [&](const Job& job) { return !job.read && templates_.contains(files_.canonical(job.source)); });
        return std::move(jobs_);
    }

private:
    void finish(Job job, const std::string& name) {
        job.stem = name;
        for (const auto& profile : inputs_.profiles) {
            const auto kind = fs::path(profile).stem().string();
            const auto suffix = kind == "screen" ? (inputs_.sheets ? "-sheets" : "") : "-" + kind;
            job.targets.push_back(inputs_.out + "/" + name + suffix + std::string(ending(inputs_.emit)));
        }
        job.name = job.targets.front().substr(inputs_.out.size() + 1);
        jobs_.push_back(std::move(job));
    }

    const Inputs& inputs_;
    const FileSystem& files_;
    std::vector<Job> jobs_;
    std::set<std::string> templates_;
};

std::optional<BadInputs> clash_in(const std::vector<Job>& jobs, const FileSystem& files) {
    std::map<std::string, const Job*> writers;
    for (const auto& job : jobs) {
        for (const auto& target : job.targets) {
            const auto [writer, is_new] = writers.emplace(files.canonical(target), &job);
            if (is_new) continue;
            const auto& first = writer->second->shown;
            return wrong("“" + first + "”和“" + job.shown + "”会写到同一个文件：" + target,
                         "'" + first + "' and '" + job.shown + "' would write the same file: " + target);
        }
    }
    for (const auto& job : jobs)
        if (writers.contains(files.canonical(job.source)))
            return wrong("输出会盖掉输入的文件“" + job.source + "”",
                         "the output would overwrite the input '" + job.source + "'");
    return std::nullopt;
}

}  // namespace

std::expected<std::vector<Job>, BadInputs> find_jobs(const Inputs& inputs, const FileSystem& files) {
    Search search(files);
    for (const auto& path : inputs.paths)
        if (auto bad = search.add(path)) return std::unexpected(std::move(*bad));
    for (const auto& list : inputs.lists)
        if (auto bad = search.add_list(list)) return std::unexpected(std::move(*bad));
    Jobs found(inputs, files);
    for (const auto& one : search.found) found.add(one);
    auto jobs = found.take();
    if (auto bad = clash_in(jobs, files)) return std::unexpected(std::move(*bad));
    return jobs;
}

}  // namespace zheye::project
