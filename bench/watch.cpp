// A program and brochures → how long watching takes from the bytes of a save to the bytes of the new PDF: the median of
// many edits of one character, for the default brochure and for one of hundreds of pages.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

[[noreturn]] void fail(const char* what) {
    std::fprintf(stderr, "bench: %s\n", what);
    std::exit(1);
}

/// A file that takes the other's name has another number.
ino_t number_of(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

/// Until the file is another than `before`; in ms.
double wait_for(const std::string& path, ino_t before, Clock::time_point since) {
    constexpr std::chrono::seconds kLongest{30};
    while (Clock::now() - since < kLongest) {
        const auto now = number_of(path);
        if (now != 0 && now != before) return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    fail("nothing was made");
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// `edited` in `folder` has `mark` in it, which is changed again and again.
double measure(const std::string& program, const std::string& folder, const std::string& edited,
               const std::string& mark, int edits) {
    const auto out = folder + ".out", pdf = out + "/" + fs::path(folder).filename().string() + ".pdf";
    const pid_t child = fork();
    if (child == 0) {
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execl(program.c_str(), program.c_str(), "watch", folder.c_str(), "-o", out.c_str(), nullptr);
        _exit(127);
    }
    if (child < 0) fail("no process");
    wait_for(pdf, 0, Clock::now());
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    const auto text = text_of(folder + "/" + edited);
    const auto at = text.find(mark);
    if (at == std::string::npos) fail("the text to edit is not there");
    std::vector<double> times;
    for (int i = 0; i < edits; ++i) {
        auto changed = text;
        changed.insert(at, i % 2 == 0 ? "新" : "又");
        const auto before = number_of(pdf);
        const auto saved = Clock::now();
        write(folder + "/" + edited, changed);
        times.push_back(wait_for(pdf, before, saved));
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
    }
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return median(times);
}

/// About 500 pages of paragraphs.
std::string long_brochure() {
    std::string text = "zheye: 1\ntitle: 长册子\nchapters:\n";
    for (int chapter = 0; chapter < 50; ++chapter) {
        text += "- title: 第" + std::to_string(chapter) + "章\n  content:\n";
        for (int paragraph = 0; paragraph < 80; ++paragraph) {
            text += "  - ";
            for (int sentence = 0; sentence < 6; ++sentence)
                text += "街道办事处第" + std::to_string(paragraph * 7 + sentence) +
                        "次走访了辖区的居民和企业，把意见一条一条记下来。";
            text += "\n";
        }
    }
    return text;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) fail("usage: zheye_bench_watch PROGRAM BROCHURE");
    const std::string program = words[1];
    std::string desk = (fs::temp_directory_path() / "zheye-watch-XXXXXX").string();
    if (mkdtemp(desk.data()) == nullptr) return 1;
    fs::create_directories(desk + "/short");
    for (const auto& entry : fs::directory_iterator(fs::path(words[2]).parent_path()))
        if (entry.path().filename() != "poster.yaml" && entry.path().filename() != "trifold.yaml")
            fs::copy(entry.path(), desk + "/short");
    fs::create_directories(desk + "/long");
    write(desk + "/long/brochure.yaml", long_brochure());
    std::printf("default brochure   %8.1f ms (aim: 8)\n",
                measure(program, desk + "/short", "brochure.yaml", "路从门前过", 40));
    std::printf("hundreds of pages  %8.1f ms (aim: 60)\n",
                measure(program, desk + "/long", "brochure.yaml", "街道办事处第7次", 10));
    fs::remove_all(desk);
}
