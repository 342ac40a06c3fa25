// Rows of the conformance table, as test programs leave them in the build folder: one file per program. Knows no rules.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace zheye::test {

struct Row {
    std::string rule, setting, test, measured, off;
    std::string what;     ///< that was measured; empty where the values say it themselves
    std::string program;  ///< not in the file: its name
    friend auto operator<=>(const Row&, const Row&) = default;
};

/// The rows of a program after a run of it: those of the tests that ran now, and of the others those that it left
/// before. What is of no registered test any more goes. In order.
[[nodiscard]] std::vector<Row> merge_rows(const std::vector<Row>& before, const std::vector<Row>& now,
                                          const std::set<std::string>& ran, const std::set<std::string>& registered);

/// What is wrong with the two values: the same, or one with a label that the other lacks, so that they could never be
/// the same. Empty if nothing is.
[[nodiscard]] std::string fault_of(const std::string& measured, const std::string& off);

/// Nothing where there is no such file.
[[nodiscard]] std::vector<Row> read_rows(const std::filesystem::path&);
/// By way of a file beside it, so that a reader never sees half of it. Throws std::runtime_error.
void write_rows(const std::filesystem::path&, const std::vector<Row>&);

}  // namespace zheye::test
