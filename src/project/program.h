// What the running program is made of, as one number: another program may make other files of the same text.
#pragma once

#include "base/hash.h"

namespace zheye::project {

/// Of the program and of every library it uses: their build ids, else the bytes of their files.
[[nodiscard]] Hash128 program_identity();

}  // namespace zheye::project
