// Where a picture came from, for messages; shared by the readers of the single formats.
#pragma once

#include "diag/diagnostic.h"
#include "picture/picture.h"

#include <string>
#include <utility>

namespace zheye::picture {

struct Origin {
    const std::string& path;
    diag::Span span;
    diag::Diagnostics& diagnostics;

    /// Reports "picture PATH: …" and gives what a reader returns then.
    std::unexpected<diag::Failed> fail(std::string code, const diag::Message& what,
                                       std::vector<diag::Message> hints = {}) const {
        diagnostics.error(std::move(code), span, {"图片 " + path + "：" + what.zh, "picture " + path + ": " + what.en},
                          std::move(hints));
        return std::unexpected(diag::Failed{});
    }
};

}  // namespace zheye::picture
