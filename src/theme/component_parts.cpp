#include "theme/component_parts.h"

namespace zheye::theme {

Rule rule(Settings& owner, std::string_view key) {
    Rule value;
    const auto read = [&](Settings& s) {
        value.width = s.length("width");
        value.colour = s.colour("colour");
    };
    owner.map(key, read, "rule");
    return value;
}

TextArea area(Settings& owner, std::string_view key) {
    TextArea value;
    const auto read = [&](Settings& s) {
        value.area = s.rect("area");
        value.from_bottom = s.choice("from", {"top", "bottom"}) == 1;
    };
    owner.map(key, read, "area");
    return value;
}

MarkShape mark_shape(Settings& s, std::string_view key) {
    return static_cast<MarkShape>(s.choice(key, {"square", "disc", "ring", "bar", "dash"}));
}

}  // namespace zheye::theme
