#include "theme/artwork.h"

#include "base/path_data.h"

#include <utility>

namespace zheye::theme {

namespace {

void read_fill(Settings& settings, Artwork& artwork) {
    if (!settings.has("fill")) return;
    if (!settings.node("fill").is_mapping()) {
        if (const auto colour = settings.optional_colour("fill")) artwork.fill.push_back({0, *colour});
        return;
    }
    settings.map("fill", [&](Settings& gradient) {
        const auto from = gradient.numbers("from", 2), to = gradient.numbers("to", 2);
        artwork.from = {from[0], from[1]};
        artwork.to = {to[0], to[1]};
        gradient.list("stops", [&](Settings& stop) {
            artwork.fill.push_back({stop.number("at", 0, 1), stop.colour("colour")});
        });
    });
}

struct Repeat {
    int count = 1;
    Point move;
    double grow = 0;
};

/// The outline of copy number `i`.
Path outline(Settings& settings, const Repeat& repeat, int i) {
    Path path;
    if (settings.has("circle")) {
        const auto v = settings.numbers("circle", 3);
        path = Path::circle({v[0], v[1]}, v[2] + i * repeat.grow);
    } else if (settings.has("rect")) {
        path = Path::rectangle(settings.rect("rect"));
    } else if (!settings.has("path")) {
        (void)settings.node("path");  // says that it is missing
    } else if (auto read = parse_path(settings.word("path"))) {
        path = *read;
    } else {
        settings.wrong(settings.node("path"), "path", "SVG 路径（M L H V C S Q T A Z）",
                       "SVG path data (M L H V C S Q T A Z)");
    }
    path.move_by({i * repeat.move.x, i * repeat.move.y});
    return path;
}

}  // namespace

std::optional<Path> parse_path(std::string_view data) {
    auto path = parse_path_data(data);
    return path && !path->segments.empty() ? std::optional(std::move(*path)) : std::nullopt;
}

std::vector<Artwork> read_artwork(Settings& owner, std::string_view key) {
    std::vector<Artwork> all;
    const auto read = [&](Settings& settings) {
        Artwork artwork;
        artwork.ground = settings.has("ground") && settings.flag("ground");
        artwork.from_bottom = settings.has("anchor") && settings.choice("anchor", {"top", "bottom"}) == 1;
        read_fill(settings, artwork);
        if (settings.has("stroke")) {
            artwork.stroke = settings.optional_colour("stroke");
            artwork.stroke_width = settings.length("width");
        }
        if (settings.has("opacity")) artwork.opacity = settings.number("opacity", 0, 1);
        Repeat repeat;
        if (settings.has("repeat"))
            settings.map("repeat", [&](Settings& r) {
                repeat.count = r.integer("count", 1, 1000);
                if (r.has("move")) {
                    const auto v = r.numbers("move", 2);
                    repeat.move = {v[0], v[1]};
                }
                if (r.has("grow")) repeat.grow = r.number("grow", -10, 10);
            });
        for (int i = 0; i < repeat.count; ++i) {
            if (!artwork.ground) artwork.path = outline(settings, repeat, i);
            all.push_back(artwork);
        }
    };
    owner.list(key, read, "artwork");
    return all;
}

}  // namespace zheye::theme
