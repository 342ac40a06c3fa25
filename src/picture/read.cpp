// The first bytes of a file → which reader takes it, or a message that names what the file is. Must not know pixels.
#include "picture/picture.h"

#include "picture/jpeg.h"
#include "picture/png.h"
#include "picture/tiff.h"
#include "picture/webp.h"

#include <array>
#include <string_view>

namespace zheye::picture {

namespace {

/// What people put into a brochure by mistake, by the bytes at `at`.
struct OtherKind {
    std::string_view name, bytes;
    std::size_t at = 0;
};
constexpr std::array kOtherKinds{
    OtherKind{"GIF", "GIF8"},         OtherKind{"HEIC", "ftyphei", 4},
    OtherKind{"HEIC", "ftypmif1", 4}, OtherKind{"AVIF", "ftypavif", 4},
    OtherKind{"BMP", "BM"},           OtherKind{"PDF", "%PDF"},
    OtherKind{"Photoshop", "8BPS"},   OtherKind{"JPEG 2000", "jP  ", 4},
    OtherKind{"SVGZ", "\x1F\x8B"},
};

std::string_view kind_of(std::string_view bytes) {
    for (const auto& kind : kOtherKinds)
        if (bytes.size() >= kind.at && bytes.substr(kind.at).starts_with(kind.bytes)) return kind.name;
    return {};
}

}  // namespace

diag::Result<Picture> read(const Blob& file, const std::string& path, diag::Span span, diag::Diagnostics& diagnostics) {
    const Origin origin{path, span, diagnostics};
    const auto bytes = file.bytes();
    if (bytes.starts_with("\xFF\xD8")) return read_jpeg(file, origin);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return read_png(file, origin);
    if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return read_webp(file, origin);
    if (bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)))
        return read_tiff(file, origin);
    if (bytes.empty()) return origin.fail("picture-broken", {"文件是空的", "the file is empty"});
    const std::string kind(kind_of(bytes));
    const diag::Message what = kind.empty() ? diag::Message{"不是能识别的图片", "its format is not known"}
                                            : diag::Message{"这是 " + kind + " 文件", "its format is " + kind};
    return origin.fail("picture-unsupported", what,
                       {{"支持 JPEG、PNG、WebP、TIFF 和 SVG；请另存为其中一种",
                         "JPEG, PNG, WebP, TIFF and SVG are supported; save it as one of them"}});
}

}  // namespace zheye::picture
