// What the benchmarks of watching edit, and with what.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::bench {

/// One of the most frequent characters; each is taken once, so that no text comes back.
inline std::string character(std::size_t i) {
    constexpr std::string_view kCommon =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
        "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合";
    return std::string(kCommon.substr(i * 3 % kCommon.size(), 3));
}

/// About 500 pages of paragraphs.
inline std::string long_brochure() {
    std::string text = "zheye: 1\ntitle: 长册子\nchapters:\n";
    for (int chapter = 0; chapter < 50; ++chapter) {
        text += "- title: 第" + std::to_string(chapter) + "章\n  content:\n";
        for (int paragraph = 0; paragraph < 80; ++paragraph) {
            text += "  - ";
            for (int sentence = 0; sentence < 6; ++sentence)
                text += "街道办事处第" + std::to_string(paragraph * 7 + sentence) +
                        "次走访了辖区的居民和企业，把意见一条一条记下来。";
            text += "\n";
        }
    }
    return text;
}
inline constexpr const char* kPlaceInLong = "街道办事处第7次";

inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace zheye::bench
