// Compares docs/clreq.md with what the test programs measured in their last runs; with ZHEYE_APPROVE=1 in the
// environment it writes it anew. Each of the test programs must have left its rows.
#include "conformance/table.h"
#include "support/places.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What differs: the first line of either that the other does not have at that place.
std::string first_difference(const std::string& a, const std::string& b) {
    std::istringstream left(a), right(b);
    for (int number = 1;; ++number) {
        std::string x, y;
        const bool has_x = bool(std::getline(left, x)), has_y = bool(std::getline(right, y));
        if (x != y || has_x != has_y) return std::to_string(number) + ":\n- " + x + "\n+ " + y;
        if (!has_x) return "end";
    }
}

}  // namespace

int main() {
    using namespace zheye::test;
    const std::filesystem::path root = ZHEYE_ROOT, page = root / "docs/clreq.md";
    std::vector<Row> rows;
    std::vector<std::string> wrong;
    std::istringstream programs(ZHEYE_PROGRAMS);
    for (std::string program; programs >> program;) {
        const std::filesystem::path path = std::filesystem::path(ZHEYE_ROWS) / (program + ".rows");
        if (!std::filesystem::exists(path)) wrong.push_back(program + ": was not run");
        for (Row row : read_rows(path)) {
            row.program = program;
            rows.push_back(std::move(row));
        }
    }
    const std::vector<RuleGroup> rules = read_rules(read(root / "tests/conformance/rules.txt"));
    for (std::string& complaint : complaints(rules, rows)) wrong.push_back(std::move(complaint));
    const std::string found = write_table(rules, std::move(rows));
    if (std::getenv("ZHEYE_APPROVE") != nullptr) std::ofstream(page, std::ios::binary) << found;
    if (const std::string stands = read(page); stands != found) {
        wrong.push_back("docs/clreq.md differs from what was measured (tools/approve rewrites it), line " +
                        first_difference(stands, found));
    }
    for (const std::string& complaint : wrong) std::fprintf(stderr, "%s\n", complaint.c_str());
    return wrong.empty() ? 0 : 1;
}
