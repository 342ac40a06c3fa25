// The wording of the rules and the rows that the tests measured → docs/clreq.md.
#include "conformance/table.h"

#include <algorithm>
#include <sstream>

namespace zheye::test {
namespace {

constexpr std::string_view kToBeMeasured = "still to be measured";

constexpr std::string_view kHead = R"(# 中文排版规则与实测 · Rules of Chinese setting, as measured

每条规则下的数值都由测试从排出的版面上量得，右边一栏是关掉这条规则后的同一测量。1em 等于字号。
本页由 `tools/approve` 写成，`tools/test` 核对；规则的文字在 `tests/conformance/rules.txt`。

The values below each rule are measured by a test in what was set; the column after it has the same measurement with the
rule switched off. 1em is the size of the text. `tools/approve` writes this page and `tools/test` compares it; the wording
of the rules is in `tests/conformance/rules.txt`. Sources: W3C *Requirements for Chinese Text Layout* (CLREQ), GB/T
15834-2011, GB/T 9704-2012.
)";

void write_rule(std::ostream& out, const RuleText& rule, const std::vector<Row>& rows) {
    out << "\n### " << rule.id << "\n" << rule.zh << "<br>\n" << rule.en << "\n\n";
    if (rule.to_be_measured) {
        out << "*尚待测量 · " << kToBeMeasured << "*\n";
        return;
    }
    out << "| 设置 · setting | 量什么 · what | 实测 · measured | 关掉 · switched off | 测试 · test |\n"
           "|---|---|---|---|---|\n";
    for (const Row& row : rows) {
        if (row.rule != rule.id) continue;
        out << "| " << row.setting << " | " << row.what << " | " << row.measured << " | " << row.off << " | `"
            << row.program << "` " << row.test << " |\n";
    }
}

}  // namespace

std::vector<RuleGroup> read_rules(std::string_view text) {
    std::vector<RuleGroup> groups;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        if (line.starts_with("# ")) {
            groups.push_back({line.substr(2), {}});
        } else if (line.front() != ' ') {
            const std::size_t space = line.find(' ');
            groups.back().rules.push_back({line.substr(0, space), line.substr(space + 1), "", false});
        } else if (const std::string said = line.substr(line.find_first_not_of(' ')); said == kToBeMeasured) {
            groups.back().rules.back().to_be_measured = true;
        } else {
            groups.back().rules.back().en = said;
        }
    }
    return groups;
}

std::vector<std::string> complaints(const std::vector<RuleGroup>& groups, const std::vector<Row>& rows) {
    std::vector<std::string> found;
    std::set<std::string> known, measured;
    for (const Row& row : rows) measured.insert(row.rule);
    for (const RuleGroup& group : groups) {
        for (const RuleText& rule : group.rules) {
            known.insert(rule.id);
            if (!rule.to_be_measured && !measured.contains(rule.id)) found.push_back(rule.id + ": no test has a row");
            if (rule.to_be_measured && measured.contains(rule.id)) {
                found.push_back(rule.id + ": is measured: strike \"" + std::string(kToBeMeasured) + "\"");
            }
        }
    }
    for (const Row& row : rows) {
        if (!known.contains(row.rule)) found.push_back(row.rule + ": no such rule (" + row.test + ")");
        if (const auto fault = fault_of(row.measured, row.off); !fault.empty())
            found.push_back(row.rule + ": " + fault + " (" + row.test + ")");
    }
    return found;
}

std::string write_table(const std::vector<RuleGroup>& groups, std::vector<Row> rows) {
    std::ranges::sort(rows, {},
                      [](const Row& r) { return std::tie(r.program, r.test, r.setting, r.what, r.measured); });
    std::ostringstream out;
    out << kHead;
    for (const RuleGroup& group : groups) {
        out << "\n## " << group.title << "\n";
        for (const RuleText& rule : group.rules) write_rule(out, rule, rows);
    }
    return out.str();
}

}  // namespace zheye::test
