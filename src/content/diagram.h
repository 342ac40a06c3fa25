// Diagrams, cards, QR codes and addresses of the file → their values.
#pragma once

#include "content/context.h"
#include "content/document.h"

#include <optional>

namespace zheye::content {

[[nodiscard]] Hub read_hub(const yaml::Node& mapping, const Context&);
/// A list of steps, or a mapping with them.
[[nodiscard]] Flow read_flow(const yaml::Node&, const Context&);
[[nodiscard]] Cards read_cards(const yaml::Node& list, Cards::Kind, const Context&);
/// An address alone, or a mapping; nothing if the address is no good, which is reported.
[[nodiscard]] std::optional<Qr> read_qr(const yaml::Node&, const Context&);
[[nodiscard]] Contact read_contact(const yaml::Node& mapping, const Context&);

}  // namespace zheye::content
