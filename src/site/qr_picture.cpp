// An address → its QR code as SVG, one path of whole modules.
#include "picture/qr.h"
#include "site/pages.h"
#include "site/words.h"

#include <fmt/format.h>

namespace zheye::site {

std::string qr_picture(const std::string& address, Language language) {
    const auto code = picture::qr_code(address);
    if (!code) return {};
    constexpr int kQuiet = picture::QrCode::kQuietZone;
    std::string path;
    for (int y = 0; y < code->side; ++y) {
        for (int x = 0, next; x < code->side; x = next) {
            next = x + 1;
            if (!code->at(x, y)) continue;
            while (next < code->side && code->at(next, y)) ++next;
            path += fmt::format("M{} {}h{}v1H{}z", x + kQuiet, y + kQuiet, next - x, x + kQuiet);
        }
    }
    const int side = code->side + 2 * kQuiet;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" role=\"img\" aria-labelledby=\"title\" "
        "shape-rendering=\"crispEdges\">\n<title id=\"title\">{1}</title>\n<path fill=\"#fff\" d=\"M0 "
        "0h{0}v{0}H0z\"/>\n"
        "<path d=\"{2}\"/>\n</svg>\n",
        side, words(language).qr_alt, path);
}

}  // namespace zheye::site
