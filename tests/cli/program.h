// Runs the real program as a person does: in a folder of its own, with files on the disk, and keeps what it said.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zheye::cli::test {

struct Outcome {
    int exit = -1;  ///< -1 when it was killed by a signal
    std::string out, err;
};

/// A run that goes on until it is ended.
class Running {
public:
    Running(int process, std::string out, std::string err)
        : process_(process), out_(std::move(out)), err_(std::move(err)) {}
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    /// So far, on standard output and standard error.
    [[nodiscard]] std::string said() const;
    [[nodiscard]] std::string complained() const;
    /// Sends the signal, and gives the exit code; -1 when it was killed by it.
    [[nodiscard]] int end(int signal) const;

private:
    mutable int process_;
    std::string out_, err_;
};

/// A folder that is removed in the end, and the program run in it. Nothing of the environment of the tests reaches it.
class Desk {
public:
    Desk();
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void write(const std::string& name, const std::string& text) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const;
    [[nodiscard]] std::string path(const std::string& name) const { return folder_ + "/" + name; }

    [[nodiscard]] Outcome run(const std::vector<std::string>& words) const { return run(words, {}, ""); }
    [[nodiscard]] Outcome run(const std::vector<std::string>& words,
                              const std::map<std::string, std::string>& environment,
                              const std::string& standard_output = "") const;
    /// By somebody whom the permissions of files bind: by nobody, where the tests run as root.
    [[nodiscard]] Outcome run_without_rights(const std::vector<std::string>& words) const;
    [[nodiscard]] Running start(const std::vector<std::string>& words) const;
    /// Sends it a signal after so long, if it is still there.
    [[nodiscard]] Outcome run_and_kill(const std::vector<std::string>& words, int signal,
                                       std::chrono::milliseconds after) const;
    /// Of the files in a folder.
    [[nodiscard]] std::vector<std::string> names(const std::string& folder) const;

private:
    std::string folder_;
};

/// What a command of the shell says on standard output.
[[nodiscard]] std::string output_of(const std::string& command);

/// The smallest brochure that says something.
inline constexpr const char* kFiveLines =
    "zheye: 1\n"
    "title: 一城新绿\n"
    "chapters:\n"
    "- title: 东风路街道\n"
    "  content: [二〇一八年，辖区绿意渐浓。]\n";

/// The same with a key that does not exist, at line 3, column 1.
inline constexpr const char* kBroken =
    "zheye: 1\n"
    "title: 一城新绿\n"
    "titel: 两个街道的年度答卷\n"
    "chapters:\n"
    "- title: 东风路街道\n"
    "  content: [二〇一八年，辖区绿意渐浓。]\n";

}  // namespace zheye::cli::test
