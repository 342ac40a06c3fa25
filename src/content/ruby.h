// How a reading is shared out among the characters of its base (D3). Must not know runs and YAML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zheye::content {

struct RubyPart {
    std::size_t begin = 0, end = 0;  ///< bytes of the base as written, escapes in it
    std::string reading;             ///< without escapes; empty for what is not read, as the comma between two words
};

/// As many space-parted syllables as Han characters: each gets its own. Else the whole reading stands over the group.
[[nodiscard]] std::vector<RubyPart> share_out(std::string_view base, std::string_view reading);

}  // namespace zheye::content
