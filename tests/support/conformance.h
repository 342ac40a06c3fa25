// What a test measured of a rule of Chinese setting → a row of docs/clreq.md. The rows of a test program are written
// when it ends; the program clreq_table makes the table of them (tests/conformance).
#pragma once

#include <string>
#include <string_view>

namespace zheye::test {

/// One row: the rule's id (as in tests/conformance/rules.txt), the setting of the theme that it hangs on or "always",
/// and what was measured with the rule on and with it off. Values must not depend on the machine: use in_em and in_pt.
/// The name of the running test case is added.
void conform(std::string_view rule, std::string_view setting, std::string measured, std::string off);
/// The same with a word for what was measured, so that the values are nothing but values.
void conform(std::string_view rule, std::string_view setting, std::string_view what, std::string measured,
             std::string off);

/// "1.5em": to a thousandth.
[[nodiscard]] std::string in_em(double);
/// "3.25pt": to a hundredth.
[[nodiscard]] std::string in_pt(double);

}  // namespace zheye::test
