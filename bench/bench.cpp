// A program, a brochure and a number of runs → medians of what each stage and the whole process cost. Measures from
// outside, by what the system counts for the finished process; the stages are those that --timings lists.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
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
    if (aim > 0) std::printf("   aim %.0f %s%s", aim, unit, value > aim ? "   (above)" : "");
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
    std::filesystem::remove_all(folder);
}
