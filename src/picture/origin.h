// Where a picture came from, for messages; shared by the readers of the single formats.
#pragma once

#include "diag/diagnostic.h"
#include "picture/picture.h"

#include <cstdint>
#include <string>
#include <utility>

namespace zheye::picture {

/// Nobody prints a larger picture; one that claims to be is a mistake or an attack on memory.
inline constexpr unsigned kMostPixelsASide = 30'000;
inline constexpr unsigned kMostPixels = 200'000'000;

[[nodiscard]] inline bool is_too_large(std::uint64_t width, std::uint64_t height) {
    return width > kMostPixelsASide || height > kMostPixelsASide || width * height > kMostPixels;
}

struct Origin {
    const std::string& path;
    diag::Span span;
    diag::Diagnostics& diagnostics;

    /// Reports "picture PATH: …" and gives what a reader returns then.
    std::unexpected<diag::Failed> fail(std::string code, const diag::Message& what,
                                       std::vector<diag::Message> hints = {}) const {
        diagnostics.error(std::move(code), span, about(what), std::move(hints));
        return std::unexpected(diag::Failed{});
    }
    void warn(std::string code, const diag::Message& what, std::vector<diag::Message> hints = {}) const {
        diagnostics.warning(std::move(code), span, about(what), std::move(hints));
    }
    std::unexpected<diag::Failed> broken(const std::string& format) const {
        return fail("picture-broken", {format + " 文件已损坏", "the " + format + " file is broken"});
    }
    std::unexpected<diag::Failed> cut(const std::string& format) const {
        return fail("picture-broken", {format + " 文件不完整，后面被截断了", "the " + format + " file is cut off"},
                    {{"请重新复制或下载这个文件", "copy or download the file again"}});
    }
    std::unexpected<diag::Failed> too_large(std::uint64_t width, std::uint64_t height) const {
        const auto size = std::to_string(width) + "×" + std::to_string(height);
        return fail("picture-too-large", {"有 " + size + " 像素，太大了", "it is too large: " + size + " pixels"},
                    {{"请缩小；A4 满版 300 dpi 是 2480×3508", "make it smaller; an A4 page at 300 dpi is 2480×3508"}});
    }

private:
    [[nodiscard]] diag::Message about(const diag::Message& what) const {
        return {"图片 " + path + "：" + what.zh, "picture " + path + ": " + what.en};
    }
};

}  // namespace zheye::picture
