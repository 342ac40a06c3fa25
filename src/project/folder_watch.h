// Which files change in some folders, by inotify(7). Must not know what they are for.
#pragma once

#include <atomic>
#include <map>
#include <set>
#include <string>

namespace zheye::project {

class FolderWatch {
public:
    FolderWatch();
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;
    [[nodiscard]] bool works() const { return descriptor_ >= 0; }
    /// From now on these folders, no others. Of one that is not there, the nearest above it.
    void want(const std::set<std::string>& folders);
    /// Waits for changes and gives the paths of all that come within a moment: saves that belong together, and editors
    /// that write another file and rename it. Empty if `stop` was set.
    [[nodiscard]] std::set<std::string> changes(const std::atomic<bool>& stop);

private:
    void read_events(std::set<std::string>& paths);
    int descriptor_ = -1;
    std::map<std::string, int> by_folder_;
    std::map<int, std::set<std::string>> folders_;  ///< one folder may have several names
};

}  // namespace zheye::project
