// Rows of 8-bit samples as decoders give them → those of a Picture. Must not know formats.
#pragma once

#include <cstddef>
#include <string>

namespace zheye::picture {

/// Takes the last component of every pixel out of `samples`. Empty if it is 255 everywhere.
[[nodiscard]] std::string part_alpha(std::string& samples, std::size_t components);

/// Colours that were multiplied with their alpha, as they were before.
void undo_alpha(std::string& samples, const std::string& alpha, std::size_t components);

}  // namespace zheye::picture
