#include "cli/base_address.h"

#include <fmt/format.h>

namespace zheye::cli {

std::optional<std::string> read_base(std::string_view words) {
    std::string_view rest;
    for (const std::string_view scheme : {"https://", "http://"})
        if (words.starts_with(scheme)) rest = words.substr(scheme.size());
    if (rest.empty() || rest.front() == '/') return std::nullopt;
    std::string base;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7F || std::string_view("\"<>\\^`{|}?#").contains(c)) return std::nullopt;
        base += byte < 0x7F ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return base.ends_with('/') ? base : base + "/";
}

}  // namespace zheye::cli
