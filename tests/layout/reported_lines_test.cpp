// Lines that cannot be set well are told at their line of the source, all of them and no other: measured on the page.
#include "layout/fixture.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace zheye;
using namespace zheye::test;

namespace {

/// Paragraphs that neither YAML nor the marks of text take for something else.
std::vector<std::string> corpus() {
    std::vector<std::string> paragraphs;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(ZHEYE_ROOT "/tests/text/corpus"))
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    for (const auto& path : paths) {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);)
            if (line.find_first_of("'[]{}*`~^|#\\<@") == line.npos) paragraphs.push_back(line);
    }
    return paragraphs;
}

/// Each paragraph on a line of its own, from line 10 on, in narrow columns.
constexpr std::size_t kFirstLine = 10;
std::string brochure(const std::vector<std::string>& paragraphs) {
    std::string blocks;
    for (const auto& paragraph : paragraphs) blocks += "- '" + paragraph + "'\n";
    return chapter(blocks, "proofread: false\ntheme: {base: vermilion, page: {columns: 4}}\n");
}

using Line = std::vector<Letter>;

bool is_letter(const Letter& letter) { return letter.code < 0x80 && std::isalpha(static_cast<int>(letter.code)) != 0; }

/// em that the line is opened between two Han; nothing if no two stand side by side.
std::optional<double> opened(const Line& line, double size) {
    for (std::size_t i = 1; i < line.size(); ++i)
        if (is_han(line[i - 1]) && is_han(line[i]) && line[i - 1].x > line.front().x)
            return (line[i].x - line[i - 1].x) / size - 1;
    return {};
}

/// "code line" of each message of the three kinds.
std::set<std::string> told(const std::string& messages) {
    std::set<std::string> all;
    for (std::size_t at = 0; at < messages.size();) {
        const std::size_t end = std::min(messages.find('\n', at), messages.size());
        const std::string line = messages.substr(at, end - at);
        for (const std::string code : {"loose-line", "underfull-line", "overfull-line"})
            if (line.find("[" + code + "]") != line.npos && line.starts_with("/b/brochure.yaml:"))
                all.insert(code + " " + std::to_string(std::stoi(line.substr(17))));
        at = end + 1;
    }
    return all;
}

}  // namespace

TEST_CASE("every line that is too loose, too short or too long is told at its line of the source, and no other") {
    auto paragraphs = corpus();
    REQUIRE(paragraphs.size() > 150);
    paragraphs.push_back("Internationalizations东风路上看树人来门前水过春日");
    paragraphs.push_back("东风路Counterrevolutionary东风路");
    const auto b = lay_out(brochure(paragraphs));
    const auto codes = told(b.messages);
    const double size = b.theme.style(theme::Style::body).size;
    std::vector<std::vector<Line>> set;
    for (const auto node : elements(b.pages, layout::Role::p)) set.push_back(letters_of(b.pages, node));
    REQUIRE(set.size() == paragraphs.size());

    std::map<long, int> edges;  // of the columns: where most lines end, in 1/100 pt
    for (const auto& lines : set)
        for (const auto& line : lines)
            if (is_han(line.back())) ++edges[std::lround(line.back().right * 100)];
    std::erase_if(edges, [](const auto& edge) { return edge.second < 20; });
    CHECK(edges.size() == 4);

    const auto beside = [&](const Line& line) {  // 1/100 pt from the edge of its own column
        const auto edge = edges.lower_bound(std::lround(line.front().x * 100));
        return edge == edges.end() ? 0 : std::abs(edge->first - std::lround(line.back().right * 100));
    };
    int loose = 0, off = 0;
    for (std::size_t i = 0; i < set.size(); ++i) {
        const std::string at = " " + std::to_string(kFirstLine + i);
        bool is_loose = false, is_off = false, is_measured = true;
        for (std::size_t n = 0; n + 1 < set[i].size(); ++n) {
            const Line& line = set[i][n];
            const auto open = opened(line, size);
            is_measured = is_measured && open;
            is_loose = is_loose || open.value_or(0) > b.theme.typography.loosest + 1e-6;
            if (is_han(line.back()) || is_letter(line.back())) is_off = is_off || beside(line) > 1;
        }
        INFO(kFirstLine + i << ": " << paragraphs[i]);
        if (is_loose) CHECK(codes.contains("loose-line" + at));
        if (is_measured) CHECK(codes.contains("loose-line" + at) == is_loose);
        if (is_off) CHECK((codes.contains("underfull-line" + at) || codes.contains("overfull-line" + at)));
        loose += is_loose;
        off += is_off;
    }
    CHECK(loose > 10);
    CHECK(off > 0);
}
