// A clause of a standard: what it demands, how a file is looked at for it, and how a good file is made to break it.
#pragma once

#include "standards/reading.h"

#include <functional>
#include <string>
#include <vector>

namespace zheye::standards {

/// What is wrong, a line each; none: the file keeps the clause.
using Findings = std::vector<std::string>;

struct Clause {
    std::string number;  ///< of the standard, with what it is about
    std::function<Findings(const Reading&)> check;
    /// Changes the objects of a good file.
    std::function<void(const Reading&)> spoil{};
    /// Or its bytes.
    std::function<std::string(std::string)> spoil_bytes{};
};

/// ISO 14289-1, with what it takes from ISO 32000-1, 14.7 and 14.8.
[[nodiscard]] std::vector<Clause> pdf_ua_1();
/// ISO 19005-2, level A; and ISO 19005-3, which differs in what it lets be embedded.
[[nodiscard]] std::vector<Clause> pdf_a_2();
[[nodiscard]] std::vector<Clause> pdf_a_3();
/// ISO 15930-7.
[[nodiscard]] std::vector<Clause> pdf_x_4();

/// What all of them demand of fonts, under the number that `number` gives for a subject.
[[nodiscard]] std::vector<Clause> font_clauses(const std::string& standard);
/// What PDF/A and PDF/X both forbid.
[[nodiscard]] std::vector<Clause> common_clauses(const std::string& standard);

void append(std::vector<Clause>& clauses, std::vector<Clause> more);
/// "object 12": where to look.
[[nodiscard]] std::string place(Object);

}  // namespace zheye::standards
