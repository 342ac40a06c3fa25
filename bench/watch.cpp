// A program and brochures → how long watching takes from a save until the new PDF has its name on the disk, waiting for
// the end of the save and for the disk included: medians of many edits of one character.
#include "edits.h"

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
        changed.insert(at, zheye::bench::character(static_cast<std::size_t>(i)));
        const auto before = number_of(pdf);
        const auto saved = Clock::now();
        write(folder + "/" + edited, changed);
        times.push_back(wait_for(pdf, before, saved));
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
    }
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return zheye::bench::median(times);
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
    write(desk + "/long/brochure.yaml", zheye::bench::long_brochure());
    std::printf("default brochure, until it is on the disk  %7.1f ms\n",
                measure(program, desk + "/short", "brochure.yaml", "路从门前过", 40));
    std::printf("hundreds of pages, until it is on the disk %7.1f ms\n",
                measure(program, desk + "/long", "brochure.yaml", zheye::bench::kPlaceInLong, 10));
    fs::remove_all(desk);
}
