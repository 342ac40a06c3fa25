// A program, the default brochure, a number and a command → a series of so many different brochures of its size, and
// what zheye batch or zheye publish costs: all of them, none changed, one row changed, one shared figure changed that a
// tenth prints.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPrintsShared = 10;  ///< every so many rows print the shared figure

struct Cost {
    double wall = 0, cpu = 0, peak = 0;  ///< s, s, MiB
    std::string built, fresh, failed;    ///< as the report counts
};

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

void replace(std::string& text, const std::string& was, const std::string& is) {
    const auto at = text.find(was);
    if (at == std::string::npos) {
        std::fprintf(stderr, "bench: the brochure has no '%s'\n", was.c_str());
        std::exit(1);
    }
    text.replace(at, was.size(), is);
}

/// Sentences of common characters, another for each row, so that pages and glyphs differ.
std::string words(std::mt19937& chance, int sentences) {
    static const std::u32string kCommon =
        U"街道社区居民工作服务活动中心建设发展组织党员群众志愿者文化教育健康环境整治老旧小区改造道路绿化公园广场学校医"
        U"院"
        U"商圈企业项目资源需求清单平台网格管理安全平安和谐创新示范提升推进完善实现全年累计完成新增开展走访慰问宣传培训";
    std::string text;
    for (int i = 0; i < sentences; ++i) {
        const int length = std::uniform_int_distribution<>(18, 40)(chance);
        for (int j = 0; j < length; ++j) {
            const auto c = kCommon[std::uniform_int_distribution<std::size_t>(0, kCommon.size() - 1)(chance)];
            text += static_cast<char>(0xE0 | c >> 12);
            text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (c & 0x3F));
            if (j == length / 2) text += "，";
        }
        text += "。";
    }
    return text;
}

std::string table(std::size_t rows) {
    std::mt19937 chance(2018);
    std::string csv = "name,lead,words,extra\n";
    for (std::size_t i = 0; i < rows; ++i)
        csv += "第" + std::to_string(i + 1) + "街道," + words(chance, 1) + "," + words(chance, 12) + "," +
               (i % kPrintsShared == 0 ? "共有{shared}。" : "另有说明。") + "\n";
    return csv;
}

void write_series(const std::string& brochure, const std::string& folder, std::size_t rows) {
    fs::create_directories(folder);
    fs::copy(fs::path(brochure).parent_path(), folder, fs::copy_options::recursive);
    for (const auto* other : {"/poster.yaml", "/trifold.yaml"}) fs::remove(folder + other);
    auto text = text_of(brochure);
    replace(text, "title: 路从门前过", "title: \"{place.name}\"");
    replace(text, "chapters:\n",
            "chapters:\n- title: \"{place.name}的一年\"\n  lead: \"{place.lead}\"\n"
            "  content: [\"{place.words}\", \"{place.extra}\"]\n");
    fs::remove(folder + "/brochure.yaml");
    write(folder + "/template.yaml", text);
    write(folder + "/facts.yaml", text_of(folder + "/facts.yaml") + "\nshared: {name: 共用, value: 1, unit: 处}\n");
    write(folder + "/series.yaml", "zheye: 1\nseries: {template: template.yaml, table: table.csv}\n");
    write(folder + "/table.csv", table(rows));
}

std::string count_in(const std::string& report, const std::string& key) {
    const auto at = report.find("\"" + key + "\":");
    if (at == std::string::npos) return "?";
    const auto begin = at + key.size() + 3;
    return report.substr(begin, report.find_first_of(",}", begin) - begin);
}

Cost run(const std::string& program, const std::string& command, const std::string& folder) {
    const auto out = folder + "/out", report = folder + "/report.json";
    std::vector<std::string> words{program, command, folder + "/series", "-o", out, "--report", report};
    if (command == "publish") words.insert(words.end(), {"--to", folder + "/site"});
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto begun = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execv(program.c_str(), arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "bench: the program failed\n");
        std::exit(1);
    }
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    Cost cost;
    cost.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    cost.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.peak = static_cast<double>(usage.ru_maxrss) / 1024;
    const auto said = text_of(report);
    cost.built = count_in(said, "built");
    cost.fresh = count_in(said, "fresh");
    cost.failed = count_in(said, "failed");
    return cost;
}

void row(const char* name, const Cost& cost) {
    std::printf("%-24s%9.2f%9.2f%9.0f%9s%9s%9s\n", name, cost.wall, cost.cpu, cost.peak, cost.built.c_str(),
                cost.fresh.c_str(), cost.failed.c_str());
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 5) {
        std::fprintf(stderr, "usage: zheye_bench_batch PROGRAM BROCHURE COUNT batch|publish\n");
        return 2;
    }
    const std::string program = arguments[1], brochure = arguments[2], command = arguments[4];
    const auto rows = std::strtoul(arguments[3], nullptr, 10);
    std::string folder = (fs::temp_directory_path() / "zheye-batch-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr || rows == 0) return 1;
    const auto series = folder + "/series";
    write_series(brochure, series, rows);
    std::printf("%-24s%9s%9s%9s%9s%9s%9s\n", "", "wall s", "CPU s", "MiB", "built", "fresh", "failed");
    const auto all = run(program, command, folder);
    row("all", all);
    row("nothing changed", run(program, command, folder));
    auto csv = text_of(series + "/table.csv");
    replace(csv, "第1街道,", "第1街道,改。");
    write(series + "/table.csv", csv);
    row("one row changed", run(program, command, folder));
    auto facts = text_of(series + "/facts.yaml");
    replace(facts, "{name: 共用, value: 1,", "{name: 共用, value: 2,");
    write(series + "/facts.yaml", facts);
    row("one shared fact changed", run(program, command, folder));
    std::printf("\n%.1f brochures a second, %.1f ms of CPU each\n", static_cast<double>(rows) / all.wall,
                all.cpu * 1e3 / static_cast<double>(rows));
    fs::remove_all(folder);
}
