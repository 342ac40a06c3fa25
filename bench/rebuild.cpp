// A brochure that is edited again and again → how long its new PDF takes from the bytes of the YAML, in one process
// that has made it before, as watching does: the median of many edits of one character, none of which was seen before.
#include "edits.h"

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "project/make.h"
#include "project/memory.h"
#include "project/questions.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

namespace project = zheye::project;
using Clock = std::chrono::steady_clock;

/// The disk, but for one file.
class Edited final : public project::ReadOnly {
public:
    Edited(const zheye::FileSystem& disk, std::string path) : disk_(disk), path_(std::move(path)) {}
    void put(std::string text) { text_ = zheye::Blob(std::move(text)); }
    [[nodiscard]] std::expected<zheye::Blob, zheye::IoError> read(const std::string& path) const override {
        if (path == path_) return text_;
        return disk_.read(path);
    }
    [[nodiscard]] bool is_file(const std::string& path) const override { return path == path_ || disk_.is_file(path); }
    [[nodiscard]] bool is_folder(const std::string& path) const override { return disk_.is_folder(path); }
    [[nodiscard]] std::string canonical(const std::string& path) const override { return disk_.canonical(path); }
    [[nodiscard]] std::vector<std::string> list(const std::string& path) const override { return disk_.list(path); }

private:
    const zheye::FileSystem& disk_;
    std::string path_;
    zheye::Blob text_;
};

[[noreturn]] void fail(const char* what) {
    std::fprintf(stderr, "bench: %s\n", what);
    std::exit(1);
}

/// ms, of all threads.
double cpu_time() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Case {
    std::string name, brochure, edited;
    std::string text;  ///< of the edited file
    std::string place;
    int edits = 0;
    double aim = 0;  ///< ms
};

void measure(const Case& edit, const std::string& home) {
    const zheye::DiskFileSystem disk;
    Edited files(disk, edit.edited);
    const auto at = edit.text.find(edit.place);
    if (at == std::string::npos) fail("the text to edit is not there");
    project::Order order;
    order.home = home;
    order.epoch = 0;
    project::Shelf shelf;
    project::Memory memory;
    const project::Snapshot common(disk);
    std::vector<double> times, cpu;
    for (int i = 0; i < edit.edits + 1; ++i) {
        auto changed = edit.text;
        if (i > 0) changed.insert(at, zheye::bench::character(static_cast<std::size_t>(i - 1)));
        const auto saved = Clock::now();
        const double before = cpu_time();
        files.put(std::move(changed));
        const project::Recording recording(files, common, project::folder_of(edit.brochure));
        zheye::diag::Sources sources;
        zheye::diag::Diagnostics diagnostics;
        const auto enter = [](project::Stage) {};
        const auto made = project::make({edit.brochure}, order, recording, shelf, sources, diagnostics, enter, &memory);
        if (!made) fail("nothing was made");
        if (i == 0) continue;  // the first time there is nothing to remember
        cpu.push_back(cpu_time() - before);
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - saved).count());
    }
    std::printf("%-36s %7.1f ms, %7.1f ms of CPU (aim: %.0f)\n", edit.name.c_str(), zheye::bench::median(times),
                zheye::bench::median(cpu), edit.aim);
}

std::string text_of(const std::string& path) {
    const auto file = zheye::DiskFileSystem().read(path);
    return file ? std::string(file->bytes()) : "";
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) fail("usage: zheye_bench_rebuild HOME");
    const std::string home = words[1], folder = home + "/content/jinshui-2019/", brochure = folder + "brochure.yaml";
    const auto part = folder + "dongfenglu.yaml";
    measure({"default brochure, its title", brochure, brochure, text_of(brochure), "路从门前过", 60, 8}, home);
    measure({"default brochure, a paragraph", brochure, part, text_of(part), "账本翻开", 60, 8}, home);
    measure({"hundreds of pages, a paragraph", "/long/brochure.yaml", "/long/brochure.yaml",
             zheye::bench::long_brochure(), zheye::bench::kPlaceInLong, 10, 60},
            home);
}
