// A sign of life on a terminal for runs that take longer than a moment.
#pragma once

#include "diag/render.h"
#include "project/make.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace zheye::cli {

using project::kStageNames;
using project::Stage;

/// Writes one line to standard error once 0.3 s have passed, keeps it up to date and takes it away in the end. Where it
/// is not wanted it does nothing and costs nothing.
class Progress {
public:
    Progress(bool wanted, diag::Language);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void enter(const std::string& brochure, Stage);
    /// Takes the line away, so that something else can be printed.
    void clear();

private:
    void show();
    void wait_and_show();

    diag::Language language_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string line_;
    bool shown_ = false, ended_ = false;
    std::thread thread_;
};

}  // namespace zheye::cli
