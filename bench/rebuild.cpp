// A brochure that is edited again and again → how long its new PDF takes from the bytes of the YAML, in one process
// that has made it before, as watching does: the median of many edits of one character, none of which was seen before.
#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "project/make.h"
#include "project/memory.h"
#include "project/questions.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

/// The disk, but for one file.
class Edited final : public zheye::project::ReadOnly {
public:
    Edited(const zheye::FileSystem& disk, std::string path) : disk_(disk), path_(std::move(path)) {}
    void put(std::string text) { text_ = zheye::Blob(std::move(text)); }
    [[nodiscard]] std::expected<zheye::Blob, zheye::IoError> read(const std::string& path) const override {
        if (path == path_) return text_;
        return disk_.read(path);
    }
    [[nodiscard]] bool is_file(const std::string& path) const override { return disk_.is_file(path); }
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

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// ms, of all threads.
double cpu_time() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The most frequent characters; each is taken once.
std::string character(std::size_t i) {
    static constexpr std::string_view kCommon =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
        "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合";
    return std::string(kCommon.substr(i * 3 % kCommon.size(), 3));
}

}  // namespace

int main(int count, char** words) {
    using namespace zheye;
    if (count != 6) fail("usage: zheye_bench_rebuild HOME BROCHURE EDITED MARK EDITS");
    const std::string path = words[2], edit_in = words[3], mark = words[4];
    const DiskFileSystem disk;
    Edited edited(disk, edit_in);
    const auto whole = disk.read(edit_in);
    const std::string text = whole ? std::string(whole->bytes()) : "";
    const auto at = text.find(mark);
    if (at == std::string::npos) fail("the text to edit is not there");
    project::Order order;
    order.home = words[1];
    order.epoch = 0;
    project::Shelf shelf;
    const project::Snapshot common(disk);
    project::Memory memory;
    std::vector<double> times, cpu;
    for (int i = 0; i < std::atoi(words[5]) + 1; ++i) {
        auto changed = text;
        if (i > 0) changed.insert(at, character(static_cast<std::size_t>(i - 1)));
        const auto saved = Clock::now();
        const double before = cpu_time();
        edited.put(std::move(changed));
        const project::Recording files(edited, common, project::folder_of(path));
        diag::Sources sources;
        diag::Diagnostics diagnostics;
        const auto enter = [](project::Stage) {};
        const auto made = project::make({path}, order, files, shelf, sources, diagnostics, enter, &memory);
        if (!made) fail("nothing was made");
        if (i > 0) cpu.push_back(cpu_time() - before);
        if (i > 0) times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - saved).count());
    }
    std::printf("%s: %.1f ms, %.1f ms of CPU\n", edit_in.c_str(), median(times), median(cpu));
}
