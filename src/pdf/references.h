// PDF text → the indirect references in it, and the same text with other numbers. Must not know what objects mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::pdf {

/// "12 0 R" in a text: where its number stands.
struct Reference {
    std::size_t begin = 0, end = 0;
    std::uint32_t number = 0;
};

/// Appends them in their order. What stands in strings and names is none. All generations are 0.
void append_references(std::vector<Reference>& to, std::string_view text);
[[nodiscard]] inline std::vector<Reference> references(std::string_view text) {
    std::vector<Reference> found;
    append_references(found, text);
    return found;
}

/// Appends `text` with `numbers[n]` in place of every n that `references` found in it.
void append_renumbered(std::string& to, std::string_view text, std::span<const Reference> references,
                       const std::vector<std::uint32_t>& numbers);

}  // namespace zheye::pdf
