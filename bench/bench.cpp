// A program, a brochure and a number of runs → medians of what each stage and the whole process cost; and whether the
// cost of a character stays the same from 5,000 to 500,000 of them. Measures from outside, by what the system counts
// for the finished process; the stages are those that --timings lists.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// What one run cost. Times in ms, memory in MiB.
struct Cost {
    std::vector<std::pair<std::string, double>> stages;  ///< CPU
    double user = 0, system = 0, peak = 0;
};

/// The aims for the default brochure.
constexpr double kAimCpu = 60, kAimMemory = 80, kAimSize = 350;

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Rows of `stage wall cpu peak`; a row that is none (a heading, a warning) is passed over.
std::vector<std::pair<std::string, double>> read_timings(const std::string& path) {
    constexpr std::array kStages = {"start", "yaml", "content", "theme", "fonts", "layout", "output", "write"};
    std::vector<std::pair<std::string, double>> stages;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string stage, wall;
        double cpu = 0;
        if (words >> stage >> wall >> cpu && std::ranges::find(kStages, stage) != kStages.end())
            stages.emplace_back(stage, cpu);
    }
    return stages;
}

Cost run(const std::string& program, const std::string& brochure, const std::string& folder) {
    const std::string said = folder + "/said", pdf = folder + "/brochure.pdf";
    const pid_t child = fork();
    if (child == 0) {
        const int file = open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(file, 1);
        dup2(file, 2);
        execl(program.c_str(), program.c_str(), "build", brochure.c_str(), "-o", pdf.c_str(), "--timings", nullptr);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        std::ifstream file(said);
        std::stringstream text;
        text << file.rdbuf();
        std::fprintf(stderr, "%s could not build %s:\n%s", program.c_str(), brochure.c_str(), text.str().c_str());
        std::exit(1);
    }
    return {read_timings(said), milliseconds(usage.ru_utime), milliseconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

void print(const char* what, double value, const char* unit, double aim = 0) {
    std::printf("%-16s%10.2f %s", what, value, unit);
    if (aim > 0) std::printf("   aim %.4g %s%s", aim, unit, value > aim ? "   (above)" : "");
    std::printf("\n");
}

void report(const std::vector<Cost>& costs, double kilobytes) {
    const auto middle = [&](auto value) {
        std::vector<double> values;
        for (const Cost& cost : costs) values.push_back(value(cost));
        return median(std::move(values));
    };
    for (std::size_t stage = 0; stage < costs.front().stages.size(); ++stage) {
        print(costs.front().stages[stage].first.c_str(),
              middle([stage](const Cost& cost) { return stage < cost.stages.size() ? cost.stages[stage].second : 0; }),
              "ms");
    }
    print("user", middle([](const Cost& cost) { return cost.user; }), "ms");
    print("system", middle([](const Cost& cost) { return cost.system; }), "ms");
    print("process", middle([](const Cost& cost) { return cost.user + cost.system; }), "ms ", kAimCpu);
    print("peak memory", middle([](const Cost& cost) { return cost.peak; }), "MiB", kAimMemory);
    print("PDF", kilobytes, "KB ", kAimSize);
}

/// Han, marks, figures and Latin as in running text.
constexpr std::string_view kSentence =
    "账本翻开，第一行是总量：2018年，全街完成127亿元，比目标多2.5%。“从GDP到CPI，都在这里。”他说（一页一页翻过去）；";
constexpr std::size_t kSentenceCharacters = 65;
constexpr double kAimGrowth = 1.3;

/// A brochure of so many characters in paragraphs of so many sentences each (0: a single paragraph).
std::string write_text(const std::string& folder, std::size_t characters, std::size_t sentences) {
    const std::string path = folder + "/text-" + std::to_string(characters) + ".yaml";
    std::ofstream file(path);
    file << "zheye: 1\ntitle: 长文\ncover: false\ncontents: false\nchapters:\n- title: 长文\n  content:\n  - text: |\n "
            "     ";
    for (std::size_t i = 0; i < characters / kSentenceCharacters; ++i)
        file << (i > 0 && sentences > 0 && i % sentences == 0 ? "\n\n      " : "") << kSentence;
    file << '\n';
    return path;
}

struct PerCharacter {
    double layout = 0, process = 0;  ///< microseconds of CPU
};

PerCharacter measure_text(const std::string& program, const std::string& folder, std::size_t characters,
                          std::size_t sentences, int runs) {
    const std::string path = write_text(folder, characters, sentences);
    std::vector<double> layout, process;
    for (int i = 0; i < runs; ++i) {
        const Cost cost = run(program, path, folder);
        process.push_back(cost.user + cost.system);
        for (const auto& [stage, cpu] : cost.stages)
            if (stage == "layout") layout.push_back(cpu);
    }
    const double scale = 1000 / static_cast<double>(characters);
    return {median(std::move(layout)) * scale, median(std::move(process)) * scale};
}

void report_growth(const std::string& program, const std::string& folder, const char* what, std::size_t sentences) {
    const auto small = measure_text(program, folder, 5000, sentences, 9);
    const auto large = measure_text(program, folder, 500000, sentences, 1);
    std::printf("%s: layout %.2f µs a character of 5,000, %.2f of 500,000; process %.2f and %.2f\n", what, small.layout,
                large.layout, small.process, large.process);
    print("growth", large.layout / small.layout, "   ", kAimGrowth);
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fprintf(stderr, "usage: zheye_bench PROGRAM BROCHURE [RUNS]\n");
        return 2;
    }
    const int runs = std::max(1, count > 3 ? std::atoi(words[3]) : 50);
    std::string folder = (std::filesystem::temp_directory_path() / "zheye-bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return 3;
    run(words[1], words[2], folder);  // the first one warms the disk's cache and is not counted
    std::vector<Cost> costs;
    for (int i = 0; i < runs; ++i) costs.push_back(run(words[1], words[2], folder));
    std::printf("%s, median of %d runs, CPU time\n", words[2], runs);
    report(costs, static_cast<double>(std::filesystem::file_size(folder + "/brochure.pdf")) / 1024);
    report_growth(words[1], folder, "paragraphs of 240 characters", 4);
    report_growth(words[1], folder, "a single paragraph", 0);
    std::filesystem::remove_all(folder);
}
