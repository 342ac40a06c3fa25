// Words and files → a run of the program under test → what it said.
#include "cli/program.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace zheye::cli::test {

namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void redirect(int stream, const std::string& path, int flags) {
    const int file = open(path.c_str(), flags, 0600);
    if (file < 0 || dup2(file, stream) < 0) _exit(126);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Desk::Desk() {
    std::string pattern = (std::filesystem::temp_directory_path() / "zheye-cli-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
}

Desk::~Desk() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Desk::write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
}

std::string Desk::read(const std::string& name) const { return text_of(path(name)); }

bool Desk::has(const std::string& name) const { return std::filesystem::exists(path(name)); }

namespace {

/// Starts the program in `folder` with its streams in files.
pid_t spawn(const std::string& folder, const std::vector<std::string>& words,
            const std::map<std::string, std::string>& environment, const std::string& out, const std::string& err,
            bool without_rights = false) {
    constexpr unsigned kNobody = 65534;
    std::vector<std::string> command{ZHEYE_BINARY};
    command.insert(command.end(), words.begin(), words.end());
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
    std::vector<char*> arguments = pointers(command), surroundings = pointers(variables);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        redirect(0, "/dev/null", O_RDONLY);
        redirect(1, out, O_WRONLY | O_CREAT | O_TRUNC);
        redirect(2, err, O_WRONLY | O_CREAT | O_TRUNC);
        if (chdir(folder.c_str()) != 0) _exit(126);
        if (without_rights && geteuid() == 0 && (setregid(kNobody, kNobody) != 0 || setreuid(kNobody, kNobody) != 0))
            _exit(126);
        execve(arguments[0], arguments.data(), surroundings.data());
        _exit(127);
    }
    return child;
}

int end_of(pid_t child) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Outcome Desk::run(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment,
                  const std::string& standard_output) const {
    const std::string out = standard_output.empty() ? folder_ + ".out" : standard_output, err = folder_ + ".err";
    const int exit = end_of(spawn(folder_, words, environment, out, err));
    Outcome outcome{exit, standard_output.empty() ? text_of(out) : "", text_of(err)};
    if (standard_output.empty()) unlink(out.c_str());
    unlink(err.c_str());
    return outcome;
}

Outcome Desk::run_without_rights(const std::vector<std::string>& words) const {
    std::filesystem::permissions(folder_, std::filesystem::perms::others_read | std::filesystem::perms::others_exec,
                                 std::filesystem::perm_options::add);
    const std::string out = folder_ + ".out", err = folder_ + ".err";
    const int exit = end_of(spawn(folder_, words, {}, out, err, true));
    Outcome outcome{exit, text_of(out), text_of(err)};
    unlink(out.c_str());
    unlink(err.c_str());
    return outcome;
}

Running Desk::start(const std::vector<std::string>& words) const {
    const std::string out = folder_ + ".out", err = folder_ + ".err";
    return {spawn(folder_, words, {}, out, err), out, err};
}

Running::~Running() {
    if (process_ > 0) static_cast<void>(end(SIGKILL));
    unlink(out_.c_str());
    unlink(err_.c_str());
}

std::string Running::said() const { return text_of(out_); }
std::string Running::complained() const { return text_of(err_); }

int Running::end(int signal) const {
    kill(process_, signal);
    return end_of(std::exchange(process_, 0));
}

Outcome Desk::run_and_kill(const std::vector<std::string>& words, int signal, std::chrono::milliseconds after) const {
    const std::string out = folder_ + ".out", err = folder_ + ".err";
    const pid_t child = spawn(folder_, words, {}, out, err);
    std::this_thread::sleep_for(after);
    kill(child, signal);
    const int exit = end_of(child);
    Outcome outcome{exit, text_of(out), text_of(err)};
    unlink(out.c_str());
    unlink(err.c_str());
    return outcome;
}

std::vector<std::string> Desk::names(const std::string& folder) const {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(path(folder), ignored))
        if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
    return names;
}

std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string text;
    char buffer[4096];
    for (std::size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe.get())) > 0;) text.append(buffer, n);
    return text;
}

}  // namespace zheye::cli::test
