// Rows of the conformance table and their files: a line per row, its parts between tabs.
#include "conformance/rows.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

namespace zheye::test {

std::vector<Row> merge_rows(const std::vector<Row>& before, const std::vector<Row>& now,
                            const std::set<std::string>& ran, const std::set<std::string>& registered) {
    std::vector<Row> rows = now;
    for (const Row& row : before) {
        if (registered.contains(row.test) && !ran.contains(row.test)) rows.push_back(row);
    }
    std::ranges::sort(rows);
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    return rows;
}

std::string fault_of(const std::string& measured, const std::string& off) {
    static const std::regex kBare("-?[0-9.]+(em|pt|mm)?");
    if (measured == off) return "the same when switched off";
    const bool is_bare = std::regex_match(measured, kBare), is_off_bare = std::regex_match(off, kBare);
    return is_bare == is_off_bare ? "" : "a label on one side only";
}

std::vector<Row> read_rows(const std::filesystem::path& path) {
    std::vector<Row> rows;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream parts(line);
        Row row;
        for (std::string* part : {&row.rule, &row.setting, &row.test, &row.measured, &row.off, &row.what}) {
            std::getline(parts, *part, '\t');
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void write_rows(const std::filesystem::path& path, const std::vector<Row>& rows) {
    std::filesystem::create_directories(path.parent_path());
    const std::filesystem::path beside = path.string() + "." + std::to_string(getpid());
    {
        std::ofstream file(beside);
        for (const Row& r : rows) {
            file << r.rule << '\t' << r.setting << '\t' << r.test << '\t' << r.measured << '\t' << r.off << '\t'
                 << r.what << '\n';
        }
        if (!file.flush()) throw std::runtime_error("cannot write " + beside.string());
    }
    std::filesystem::rename(beside, path);
}

}  // namespace zheye::test
