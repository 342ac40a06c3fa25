// The wording of the rules and the rows that the tests measured → docs/clreq.md, and what is wrong with them.
#pragma once

#include "conformance/rows.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::test {

struct RuleText {
    std::string id, zh, en;
    bool to_be_measured = false;
};
struct RuleGroup {
    std::string title;  ///< "P 标点宽度 · Punctuation widths"
    std::vector<RuleText> rules;
};

/// A line that begins with "# " opens a group; a line that begins with an id is a rule in Chinese; the indented line
/// below it says it in English; an indented "still to be measured" below that says that no test has a row for it yet.
[[nodiscard]] std::vector<RuleGroup> read_rules(std::string_view text);

/// A rule without a row, unless it is still to be measured; one that is measured all the same; a row of an unknown
/// rule.
[[nodiscard]] std::vector<std::string> complaints(const std::vector<RuleGroup>&, const std::vector<Row>&);

/// Markdown.
[[nodiscard]] std::string write_table(const std::vector<RuleGroup>&, std::vector<Row>);

}  // namespace zheye::test
