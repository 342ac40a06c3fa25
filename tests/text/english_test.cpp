// English in narrow columns: where hyphens stand, and what that costs in word spaces.
#include "lines.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace zheye::text::test {
namespace {

const std::array<std::string, 3> kEnglish = {
    "The quarter grew steadily through the year, and the administration reported that characteristically conservative "
    "projections had been exceeded by a considerable margin. Infrastructure investments, particularly in "
    "transportation and communications, contributed significantly to the improvement. International cooperation "
    "programmes were established with neighbouring municipalities, and responsibilities were redistributed "
    "accordingly.",
    "Visitors to the historical district appreciated the restoration of traditional architecture, the reorganisation "
    "of "
    "pedestrian thoroughfares and the introduction of environmentally responsible management. It was the best of times "
    "for small shops; rents fell by a third and the streets were full until late at night. Nobody who had seen the "
    "place ten years before would have believed it possible.",
    "In the morning the market opens early, and by six o’clock the farmers have brought their vegetables, flowers and "
    "live fish across the bridge. The old men play chess under the plane trees; their grandchildren go to a school "
    "that "
    "was built where the railway warehouses had been abandoned. In the evening everyone walks along the river."};

struct Hyphens {
    int all = 0;
    int long_rows = 0;     ///< third and later lines in a row that end with one
    int before_last = 0;   ///< paragraphs whose last full line ends with one
    int rests = 0;         ///< last lines with nothing but the rest of a word
    double looseness = 0;  ///< em, the root of the mean square of all lines but the last
    int lines = 0;
};

bool ends_with_hyphen(const Line& line) {
    return !line.glyphs.empty() && line.glyphs.back().text_begin == line.glyphs.back().text_end;
}

/// em between words that the line is opened by, or would have to be where it is left as it is.
double looseness(const Line& line, const std::string& text, double em) {
    if (!line.underfull) return line.looseness;
    const auto words = text.substr(line.text_begin, line.text_end - line.text_begin);
    const auto gaps = std::ranges::count(words, ' ') - (words.ends_with(' ') ? 1 : 0);
    return (em - line.width / kSize) / static_cast<double>(std::max<std::ptrdiff_t>(gaps, 1));
}

Hyphens measure(const std::vector<double>& widths, const ParagraphStyle& style) {
    static const DiskFileSystem kDisk;
    static const Hyphenator kHyphenator(kDisk, {"/usr/share/hyphen"});
    Hyphens found;
    for (const auto& text : kEnglish) {
        StyledRun styled = run(text);
        styled.style.language = "en";
        diag::Diagnostics diagnostics;
        const Paragraph paragraph = shape(std::vector{styled}, style, book(), diagnostics, &kHyphenator);
        for (const double em : widths) {
            int row = 0;
            const auto lines = break_lines(paragraph, em * kSize);
            for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
                row = ends_with_hyphen(lines[i]) ? row + 1 : 0;
                found.all += row > 0 ? 1 : 0;
                found.long_rows += row > 2 ? 1 : 0;
                found.looseness += std::pow(looseness(lines[i], text, em), 2);
                ++found.lines;
            }
            if (row == 0) continue;
            ++found.before_last;
            const auto rest = text.substr(lines.back().text_begin, lines.back().text_end - lines.back().text_begin);
            found.rests += rest.contains(' ') ? 0 : 1;
        }
    }
    found.looseness = std::sqrt(found.looseness / found.lines);
    return found;
}

std::vector<double> widths(double from, double to) {
    std::vector<double> all;
    for (double em = from; em <= to; em += 0.25) all.push_back(em);
    return all;
}

TEST_CASE("rows of hyphens are rare where the column leaves a choice, and words are not torn for the last line") {
    const auto total = measure(widths(12, 20), {}), first = measure(widths(12, 20), without(Rule::J4));
    // Without a price of their own: 140 third hyphens in a row, 50 before the last line, 20 rests of words.
    CHECK(total.long_rows < 85);
    CHECK(total.before_last < 30);
    CHECK(total.rests < 8);
    CHECK(total.looseness < first.looseness);
}

TEST_CASE("no hyphen is bought at any price: in the narrowest columns lines are filled") {
    const auto narrow = measure(widths(8, 12), {}), first = measure(widths(8, 12), without(Rule::J4));
    CHECK(narrow.all > 300);
    CHECK(narrow.looseness < first.looseness);
}

}  // namespace
}  // namespace zheye::text::test
