#include "theme/artwork.h"

#include <cctype>
#include <charconv>
#include <cmath>

namespace zheye::theme {

namespace {

/// Reads SVG path data one command after the other (SVG 1.1, 8.3).
class PathReader {
public:
    explicit PathReader(std::string_view data) : data_(data) {}

    std::optional<Path> read() {
        char command = 0;
        while (skip(), at_ < data_.size()) {
            if (std::isalpha(static_cast<unsigned char>(data_[at_])))
                command = data_[at_++];
            else if (command == 0 || command == 'Z' || command == 'z')
                return {};
            if (path_.segments.empty() && command != 'M' && command != 'm') return {};  // nowhere to start from
            if (!step(command)) return {};
            if (command == 'M') command = 'L';
            if (command == 'm') command = 'l';
        }
        return path_.segments.empty() ? std::nullopt : std::optional(path_);
    }

private:
    void skip() {
        while (at_ < data_.size() && (std::isspace(static_cast<unsigned char>(data_[at_])) || data_[at_] == ',')) ++at_;
    }
    bool number(double& value) {
        skip();
        const auto [end, error] = std::from_chars(data_.data() + at_, data_.data() + data_.size(), value);
        if (error != std::errc{} || !std::isfinite(value)) return false;
        at_ = static_cast<std::size_t>(end - data_.data());
        return true;
    }
    bool point(Point base, Point& p) {
        if (!number(p.x) || !number(p.y)) return false;
        p = p + base;
        return true;
    }
    bool step(char command) {
        const Point base = std::islower(static_cast<unsigned char>(command)) ? here_ : Point{};
        Point a, b, p = here_;
        switch (std::toupper(static_cast<unsigned char>(command))) {
            case 'M':
                if (!point(base, p)) return false;
                path_.move_to(start_ = p);
                break;
            case 'L':
                if (!point(base, p)) return false;
                path_.line_to(p);
                break;
            case 'H':
                if (!number(p.x)) return false;
                p.x += base.x;
                path_.line_to(p);
                break;
            case 'V':
                if (!number(p.y)) return false;
                p.y += base.y;
                path_.line_to(p);
                break;
            case 'C':
                if (!point(base, a) || !point(base, b) || !point(base, p)) return false;
                path_.curve_to(a, b, p);
                break;
            case 'S':
                a = control_ ? Point{2 * here_.x - control_->x, 2 * here_.y - control_->y} : here_;
                if (!point(base, b) || !point(base, p)) return false;
                path_.curve_to(a, b, p);
                break;
            case 'Z':
                path_.close();
                p = start_;
                break;
            default:
                return false;
        }
        const bool curve = std::toupper(static_cast<unsigned char>(command)) == 'C' ||
                           std::toupper(static_cast<unsigned char>(command)) == 'S';
        control_ = curve ? std::optional(b) : std::nullopt;
        here_ = p;
        return true;
    }

    std::string_view data_;
    std::size_t at_ = 0;
    Path path_;
    Point here_, start_;
    std::optional<Point> control_;
};

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
        settings.wrong(settings.node("path"), "path", "SVG 路径（M L H V C S Z）", "SVG path data (M L H V C S Z)");
    }
    path.move_by({i * repeat.move.x, i * repeat.move.y});
    return path;
}

}  // namespace

std::optional<Path> parse_path(std::string_view data) { return PathReader(data).read(); }

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
