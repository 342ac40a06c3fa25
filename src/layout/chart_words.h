// The words that layout puts into charts and stat cards, by language.
#pragma once

#include "content/quantity.h"

#include <array>
#include <string>
#include <string_view>

namespace zheye::layout {

struct ChartWords {
    std::array<std::string, 7> kinds;  ///< in the order of content::Chart::Kind
    std::string target, total, no_value;
    std::string unit;                           ///< before a unit in a sentence
    std::string each;                           ///< before what one mark stands for
    std::string share_of_target;                ///< before a share
    std::string share;                          ///< before a share of a whole
    std::string since, since_last, since_year;  ///< before a change: with the time; without; from year to year
    bool figure_first = false;                  ///< “+15% since 2017”, not “since 2017 +15%”
    std::string open, close;                    ///< around a title
    std::string colon, comma, semicolon, stop;
};

/// `language` is a BCP 47 tag; what is not Chinese gets English.
[[nodiscard]] ChartWords chart_words_for(std::string_view language);
/// A figure and its unit.
[[nodiscard]] std::string whole_figure(const std::string& figure, const std::string& unit, std::string_view language);

}  // namespace zheye::layout
