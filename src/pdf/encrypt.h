// A finished file → the same, which opens with a password alone (AES-256, ISO 32000-2, 7.6). Must not know what is in
// it.
#pragma once

#include <string>

namespace zheye::pdf {

/// Everything is allowed to whoever knows the password. Not the same bytes every time: the keys are random. Empty if it
/// cannot be done.
[[nodiscard]] std::string encrypted(const std::string& file, const std::string& password, bool linearized);

}  // namespace zheye::pdf
