// Characters that are good in both scripts, and wrong in some words: 由於 in simplified text, 这里 and 以后 in
// traditional.
#pragma once

#include "content/proof.h"

#include <string>

namespace zheye::content {

struct WantedHan {
    std::u32string one_of;  ///< the best first; several where the meaning decides; empty where the character is right
    bool is_certain = true;
};
/// What the character should be in the word that it stands in. Empty as well where no word says so.
[[nodiscard]] WantedHan wanted_in_word(const Proof&, std::size_t at);

}  // namespace zheye::content
