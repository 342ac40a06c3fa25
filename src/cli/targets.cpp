// Inputs and output as written → Jobs. Looks whether files are there, and whether one is a series, which only a batch
// makes.
#include "cli/targets.h"

#include "cli/name_pattern.h"
#include "project/series.h"

#include <cerrno>
#include <filesystem>
#include <map>
#include <utility>

namespace zheye::cli {

namespace {

constexpr const char *kBrochure = "brochure.yaml", *kSeries = "series.yaml";

BadTargets wrong(std::string zh, std::string en) { return {Exit::wrong_usage, {std::move(zh), std::move(en)}}; }

std::expected<std::string, BadTargets> source_of(const std::string& input, const FileSystem& files) {
    std::string source = input;
    const bool folder = files.is_folder(input);
    if (folder) source = (std::filesystem::path(input) / kBrochure).string();
    const auto text = files.read(source);
    const auto series = folder && !text ? (std::filesystem::path(input) / kSeries).string() : source;
    if ((text && project::is_series(text->bytes())) || (folder && !text && files.is_file(series)))
        return std::unexpected(wrong("“" + series + "”是一个系列，用 zheye batch " + input + " 生成",
                                     "'" + series + "' is a series: make it with zheye batch " + input));
    if (text) return source;
    const IoError& error = text.error();
    if (error.number != ENOENT && error.number != ENOTDIR && !files.is_folder(source)) {
        return std::unexpected(BadTargets{
            Exit::system_failed,
            {"不能读取“" + source + "”：" + error.message, "cannot read '" + source + "': " + error.message}});
    }
    if (folder) {
        return std::unexpected(
            wrong("文件夹“" + input + "”里没有 " + kBrochure, "the folder '" + input + "' has no " + kBrochure));
    }
    return std::unexpected(wrong("没有文件“" + input + "”", "there is no file '" + input + "'"));
}

/// `dongfeng.yaml` is named dongfeng; `jinshui-2019/brochure.yaml` is named jinshui-2019.
std::string name_of(const std::string& source, const FileSystem& files) {
    const std::filesystem::path path(source);
    if (path.filename() != kBrochure) return path.stem().string();
    const std::string folder = std::filesystem::path(files.canonical(source)).parent_path().filename().string();
    return folder.empty() ? path.stem().string() : folder;
}

bool is_folder_name(const std::string& out, bool several, const FileSystem& files) {
    return out.ends_with('/') || files.is_folder(out) || several;
}

std::vector<std::string> targets_of(const std::string& source, const Invocation& invocation, const FileSystem& files) {
    if (invocation.command != Command::build || is_pattern(invocation.out)) return {};
    const bool several = invocation.inputs.size() > 1;
    const std::string out = invocation.out.empty() ? "output/" : invocation.out;
    const bool into_folder = out != "-" && is_folder_name(out, several, files);
    if (!into_folder && invocation.profiles.size() == 1) return {out};
    const std::filesystem::path whole(out);
    const auto folder = into_folder ? whole : whole.parent_path();
    const auto name = into_folder ? name_of(source, files) : whole.stem().string();
    const std::string extension =
        into_folder ? std::string(project::ending(invocation.emit)) : whole.extension().string();
    std::vector<std::string> targets;
    for (const auto& profile : invocation.profiles)
        targets.push_back((folder / (name + kind_of(profile, invocation.sheets) + extension)).string());
    return targets;
}

std::optional<BadTargets> several_into_one(const Invocation& invocation, const FileSystem& files) {
    const std::string& out = invocation.out;
    if (invocation.command == Command::build && out == "-" && invocation.profiles.size() > 1)
        return wrong("标准输出只能放一个文件，--profile 只写一个", "standard output takes one file: name one profile");
    if (invocation.command != Command::build || invocation.inputs.size() < 2 || out.empty() || is_pattern(out))
        return std::nullopt;
    const bool looks_like_file = out.ends_with(".pdf") || out.ends_with(".dump") || out.ends_with(".svg");
    if (out != "-" && !files.is_file(out) && (!looks_like_file || files.is_folder(out))) return std::nullopt;
    return wrong("有几个输入时，输出要是文件夹，“" + out + "”不是",
                 "several inputs need a folder to write to, and '" + out + "' is none");
}

}  // namespace

std::string profile_name(const std::string& profile) { return std::filesystem::path(profile).stem().string(); }

std::string kind_of(const std::string& profile, bool sheets) {
    const auto name = profile_name(profile);
    return name == "screen" ? (sheets ? "-sheets" : "") : "-" + name;
}

std::expected<std::vector<Job>, BadTargets> find_targets(const Invocation& invocation, const FileSystem& files) {
    if (auto bad = several_into_one(invocation, files)) return std::unexpected(*bad);
    std::vector<Job> jobs;
    std::map<std::string, std::string> writers;
    for (const std::string& input : invocation.inputs) {
        auto source = source_of(input, files);
        if (!source) return std::unexpected(source.error());
        jobs.push_back({*source, targets_of(*source, invocation, files), name_of(*source, files)});
    }
    for (const Job& job : jobs) {
        for (const auto& name : job.targets) {
            if (name == "-") continue;
            const auto [writer, first] = writers.emplace(files.canonical(name), job.source);
            if (first) continue;
            return std::unexpected(
                wrong("“" + writer->second + "”和“" + job.source + "”会写到同一个文件：" + name,
                      "'" + writer->second + "' and '" + job.source + "' would write the same file: " + name));
        }
    }
    for (const Job& job : jobs) {
        const auto writer = writers.find(files.canonical(job.source));
        if (writer != writers.end()) {
            return std::unexpected(wrong("输出会盖掉输入的文件“" + job.source + "”",
                                         "the output would overwrite the input '" + job.source + "'"));
        }
    }
    return jobs;
}

}  // namespace zheye::cli
