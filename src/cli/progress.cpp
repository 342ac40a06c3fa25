// The stage under way → one line on the terminal. Waits in a thread of its own, so that one long stage shows as well.
#include "cli/progress.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace zheye::cli {

namespace {

constexpr std::chrono::milliseconds kPatience{300};

constexpr std::array<std::array<std::string_view, 2>, kStageNames.size()> kDoing = {{
    {"读文件", "reading"},
    {"读内容", "reading the content"},
    {"读主题", "reading the theme"},
    {"打开字体", "opening the fonts"},
    {"排版", "laying out"},
    {"生成文件", "making the file"},
    {"保存", "saving"},
}};

}  // namespace

Progress::Progress(bool wanted, diag::Language language) : language_(language) {
    if (wanted) thread_ = std::thread([this] { wait_and_show(); });
}

Progress::~Progress() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    changed_.notify_one();
    thread_.join();
    clear();
}

void Progress::enter(const std::string& brochure, Stage stage) {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        line_ = brochure + " · " +
                std::string(kDoing[static_cast<std::size_t>(stage)][language_ == diag::Language::en]) + "…";
    }
    changed_.notify_one();
}

void Progress::clear() {
    if (!thread_.joinable() && !ended_) return;
    const std::lock_guard lock(mutex_);
    if (shown_) std::fputs("\r\033[K", stderr);
    shown_ = false;
}

void Progress::show() {
    std::fprintf(stderr, "\r\033[K%s", line_.c_str());
    std::fflush(stderr);
    shown_ = true;
}

void Progress::wait_and_show() {
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, kPatience, [this] { return ended_; })) return;
    while (!ended_) {
        show();
        changed_.wait(lock);
    }
}

}  // namespace zheye::cli
