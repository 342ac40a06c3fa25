// Ctrl-C and the wish of the system to end → a flag, for work that ends in good order. A second one ends at once.
#pragma once

#include <atomic>
#include <thread>

namespace zheye::cli {

/// While it lives, SIGINT and SIGTERM only set the flag. Made before any other thread, which then leaves signals alone.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    [[nodiscard]] const std::atomic<bool>& flag() const { return flag_; }
    /// Which signal came; 0: none.
    [[nodiscard]] int signal() const { return signal_; }

private:
    void watch();
    std::atomic<bool> flag_ = false;
    std::atomic<int> signal_ = 0;
    int signals_ = -1, end_ = -1;  ///< descriptors
    std::thread thread_;
};

}  // namespace zheye::cli
