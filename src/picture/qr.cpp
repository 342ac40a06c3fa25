#include "picture/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace zheye::picture {

std::optional<QrCode> qr_code(std::string_view text) {
    const std::string terminated(text);
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(terminated.c_str(), 0, QR_ECLEVEL_M),
                                                          QRcode_free);
    if (!code) return std::nullopt;
    QrCode result{code->width, {}};
    const auto modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    result.dark.reserve(modules);
    for (std::size_t i = 0; i < modules; ++i) result.dark.push_back((code->data[i] & 1) != 0);
    return result;
}

}  // namespace zheye::picture
