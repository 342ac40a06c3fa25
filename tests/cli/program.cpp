// Words and files → a run of the program under test → what it said.
#include "cli/program.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

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

Outcome Desk::run(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment,
                  const std::string& standard_output) const {
    std::vector<std::string> command{ZHEYE_BINARY};
    command.insert(command.end(), words.begin(), words.end());
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
    const std::string out = standard_output.empty() ? folder_ + ".out" : standard_output, err = folder_ + ".err";
    std::vector<char*> arguments = pointers(command), surroundings = pointers(variables);

    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        redirect(0, "/dev/null", O_RDONLY);
        redirect(1, out, O_WRONLY | O_CREAT | O_TRUNC);
        redirect(2, err, O_WRONLY | O_CREAT | O_TRUNC);
        if (chdir(folder_.c_str()) != 0) _exit(126);
        execve(arguments[0], arguments.data(), surroundings.data());
        _exit(127);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, standard_output.empty() ? text_of(out) : "",
                    text_of(err)};
    if (standard_output.empty()) unlink(out.c_str());
    unlink(err.c_str());
    return outcome;
}

}  // namespace zheye::cli::test
