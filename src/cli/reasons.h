// Why a brochure is made again → a sentence.
#pragma once

#include "diag/diagnostic.h"
#include "project/stale.h"

namespace zheye::cli {

[[nodiscard]] diag::Message reason(const project::Stale&);

}  // namespace zheye::cli
