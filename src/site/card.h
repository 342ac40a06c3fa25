// A catalogue card: what is told of a brochure beside its files, and the picture of its cover. Written when the
// brochure is made, read when it is published. Must not know where anything is published.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::site {

struct Card {
    std::string title{}, subtitle{};
    std::string form{};                ///< booklet, bifold, trifold or poster; empty: nobody says
    std::string language = "zh-Hans";  ///< BCP 47
    std::string date{};                ///< 2019, 2019-07 or 2019-07-31; empty: the writer gives none
    std::string publisher{};
    std::vector<std::string> authors{};
    struct Entry {
        std::string title;
        std::size_t page = 0;  ///< from 1
        std::string label{};   ///< the number printed on it; empty: none
    };
    std::vector<Entry> contents{};  ///< chapters
    double width = 0, height = 0;   ///< pt, of the cover
    std::string cover{};            ///< SVG
};

/// JSON, one line.
[[nodiscard]] std::string to_text(const Card&);
/// Nothing if it is not what `to_text` writes.
[[nodiscard]] std::optional<Card> read_card(std::string_view text);

}  // namespace zheye::site
