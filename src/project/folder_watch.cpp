// inotify events → paths.
#include "project/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace zheye::project {

namespace {

namespace fs = std::filesystem;

/// A file counts when it is closed or has taken its name, not while it is being written.
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR;
constexpr int kPatience = 100;  // ms between looks at `stop`
constexpr int kQuiet = 4;       // ms without events: what belongs together is there
constexpr std::chrono::milliseconds kLongest{50};

bool has_events(int descriptor, int milliseconds) {
    pollfd wait{descriptor, POLLIN, 0};
    return poll(&wait, 1, milliseconds) > 0;
}

std::string existing(const std::string& folder) {
    std::error_code ignored;
    fs::path path(folder.empty() ? "." : folder);
    while (!fs::is_directory(path, ignored) && path.has_parent_path() && path != path.parent_path())
        path = path.parent_path();
    return fs::is_directory(path, ignored) ? path.string() : ".";
}

}  // namespace

FolderWatch::FolderWatch() : descriptor_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

FolderWatch::~FolderWatch() {
    if (descriptor_ >= 0) close(descriptor_);
}

void FolderWatch::want(const std::set<std::string>& folders) {
    std::map<std::string, int> wanted;
    folders_.clear();
    for (const auto& folder : folders) {
        const auto there = existing(folder);
        const int watch = inotify_add_watch(descriptor_, there.c_str(), kEvents);
        if (watch < 0) continue;
        wanted[there] = watch;
        folders_[watch].insert(there);
    }
    for (const auto& [folder, watch] : by_folder_)
        if (!folders_.contains(watch)) inotify_rm_watch(descriptor_, watch);
    by_folder_ = std::move(wanted);
}

void FolderWatch::read_events(std::set<std::string>& paths) {
    alignas(inotify_event) std::array<char, 16 * 1024> buffer{};
    for (;;) {
        const auto size = ::read(descriptor_, buffer.data(), buffer.size());
        if (size <= 0) return;
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const auto known = folders_.find(event.wd);
            if (known != folders_.end() && event.len > 0)
                for (const auto& folder : known->second) {
                    const std::string name = buffer.data() + at + sizeof event;
                    paths.insert(folder == "." ? name : folder + "/" + name);
                }
            at += sizeof event + event.len;
        }
    }
}

std::set<std::string> FolderWatch::changes(const std::atomic<bool>& stop) {
    std::set<std::string> paths;
    while (paths.empty()) {
        while (!has_events(descriptor_, kPatience))
            if (stop) return {};
        const auto begun = std::chrono::steady_clock::now();
        do read_events(paths);
        while (std::chrono::steady_clock::now() - begun < kLongest && has_events(descriptor_, kQuiet));
    }
    return paths;
}

}  // namespace zheye::project
