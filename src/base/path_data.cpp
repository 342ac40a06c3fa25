#include "base/path_data.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>
#include <utility>

namespace zheye {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

void skip_blanks(std::string_view& text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
}

void skip_comma(std::string_view& text) {
    skip_blanks(text);
    if (!text.empty() && text.front() == ',') text.remove_prefix(1);
    skip_blanks(text);
}

/// An elliptical arc (SVG 1.1, F.6): from one end to the other on the ellipse with these radii, turned by `turn`.
struct Arc {
    Point from, to;
    double rx = 0, ry = 0, turn = 0;
    bool large = false, sweep = false;
};

/// The part of the unit circle from `begin` on, as one curve of at most a quarter, put where it belongs.
void append_curve(Path& path, const Affine& place, double begin, double angle) {
    const double k = 4.0 / 3.0 * std::tan(angle / 4), end = begin + angle;
    const Point p{std::cos(begin), std::sin(begin)}, q{std::cos(end), std::sin(end)};
    const Point out{p.x - k * p.y, p.y + k * p.x}, in{q.x + k * q.y, q.y - k * q.x};
    path.curve_to(place(out), place(in), place(q));
}

void append_arc(Path& path, Arc arc) {
    constexpr double kPi = std::numbers::pi;
    arc.rx = std::abs(arc.rx), arc.ry = std::abs(arc.ry);
    if (arc.from == arc.to) return;
    if (arc.rx < 1e-9 || arc.ry < 1e-9) return path.line_to(arc.to);
    const double sine = std::sin(arc.turn), cosine = std::cos(arc.turn);
    const Point half{(arc.from.x - arc.to.x) / 2, (arc.from.y - arc.to.y) / 2};
    const Point p{(cosine * half.x + sine * half.y) / arc.rx, (cosine * half.y - sine * half.x) / arc.ry};
    const double square = p.x * p.x + p.y * p.y;
    const double grow = std::max(1.0, std::sqrt(square));  // radii too small for the distance are made larger
    double away = std::sqrt(std::max(0.0, 1 / square - 1));
    if (arc.large == arc.sweep) away = -away;
    const Point centre = grow > 1 ? Point{} : Point{away * p.y, -away * p.x};
    const Point a{p.x / grow - centre.x, p.y / grow - centre.y}, b{-p.x / grow - centre.x, -p.y / grow - centre.y};
    const double begin = std::atan2(a.y, a.x);
    double angle = std::atan2(b.y, b.x) - begin;
    if (arc.sweep && angle < 0) angle += 2 * kPi;
    if (!arc.sweep && angle > 0) angle -= 2 * kPi;
    const double rx = arc.rx * grow, ry = arc.ry * grow;
    const Affine turned{cosine * rx, sine * rx, -sine * ry, cosine * ry, 0, 0};
    const Point middle{(arc.from.x + arc.to.x) / 2, (arc.from.y + arc.to.y) / 2};
    const Affine place = Affine::moving(middle + turned(centre)) * turned;
    const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(angle) / (kPi / 2) - 1e-9)));
    for (int i = 0; i < parts; ++i) append_curve(path, place, begin + i * angle / parts, angle / parts);
    path.segments.back().points[2] = arc.to;
}

/// One command after the other.
class PathReader {
public:
    explicit PathReader(std::string_view data) : rest_(data), whole_(data) {}

    std::expected<Path, std::size_t> read() {
        char command = 0;
        while (skip_comma(rest_), !rest_.empty()) {
            const auto at = whole_.size() - rest_.size();
            if (std::isalpha(static_cast<unsigned char>(rest_.front()))) {
                command = rest_.front();
                rest_.remove_prefix(1);
            } else if (command == 0 || command == 'Z' || command == 'z') {
                return std::unexpected(at);
            }
            if (path_.segments.empty() && command != 'M' && command != 'm') return std::unexpected(at);
            if (!step(command)) return std::unexpected(std::min(at, whole_.size() - rest_.size()));
            if (command == 'M') command = 'L';
            if (command == 'm') command = 'l';
        }
        return std::move(path_);
    }

private:
    bool number(double& value) {
        const auto found = take_number(rest_);
        value = found.value_or(0);
        return found.has_value();
    }
    bool point(Point base, Point& p) {
        if (!number(p.x) || !number(p.y)) return false;
        p = p + base;
        return std::abs(p.x) <= kLargestCoordinate && std::abs(p.y) <= kLargestCoordinate;
    }
    bool flag(bool& value) {
        skip_comma(rest_);
        if (rest_.empty() || (rest_.front() != '0' && rest_.front() != '1')) return false;
        value = rest_.front() == '1';
        rest_.remove_prefix(1);
        return true;
    }
    [[nodiscard]] Point mirrored(const std::optional<Point>& control) const {
        return control ? here_ + (here_ - *control) : here_;
    }

    bool step(char command) {
        const bool relative = std::islower(static_cast<unsigned char>(command)) != 0;
        const Point base = relative ? here_ : Point{};
        const auto cubic = std::exchange(cubic_, std::nullopt), quadratic = std::exchange(quadratic_, std::nullopt);
        switch (std::toupper(static_cast<unsigned char>(command))) {
            case 'M':
                return move(base);
            case 'L':
                return line(base, true, true);
            case 'H':
                return line(base, true, false);
            case 'V':
                return line(base, false, true);
            case 'C':
                return curve(base, std::nullopt);
            case 'S':
                return curve(base, mirrored(cubic));
            case 'Q':
                return bow(base, std::nullopt);
            case 'T':
                return bow(base, mirrored(quadratic));
            case 'A':
                return arc(base);
            case 'Z':
                path_.close();
                here_ = start_;
                return true;
            default:
                return false;
        }
    }

    bool move(Point base) {
        if (!point(base, here_)) return false;
        path_.move_to(start_ = here_);
        return true;
    }
    bool line(Point base, bool x, bool y) {
        Point p = here_;
        if (x && !number(p.x)) return false;
        if (y && !number(p.y)) return false;
        if (x) p.x += base.x;
        if (y) p.y += base.y;
        if (std::abs(p.x) > kLargestCoordinate || std::abs(p.y) > kLargestCoordinate) return false;
        path_.line_to(here_ = p);
        return true;
    }
    bool curve(Point base, std::optional<Point> first) {
        Point a, b, p;
        if (first) a = *first;
        if ((!first && !point(base, a)) || !point(base, b) || !point(base, p)) return false;
        path_.curve_to(a, b, p);
        cubic_ = b;
        here_ = p;
        return true;
    }
    /// A quadratic curve is a cubic one whose controls lie two thirds of the way to its own.
    bool bow(Point base, std::optional<Point> control) {
        Point c, p;
        if (control) c = *control;
        if ((!control && !point(base, c)) || !point(base, p)) return false;
        const auto towards = [&](Point from) {
            return Point{from.x + 2 * (c.x - from.x) / 3, from.y + 2 * (c.y - from.y) / 3};
        };
        path_.curve_to(towards(here_), towards(p), p);
        quadratic_ = c;
        here_ = p;
        return true;
    }
    bool arc(Point base) {
        Arc arc{.from = here_, .to = {}};
        double degrees = 0;
        if (!number(arc.rx) || !number(arc.ry) || !number(degrees) || !flag(arc.large) || !flag(arc.sweep) ||
            !point(base, arc.to))
            return false;
        arc.turn = degrees * std::numbers::pi / 180;
        append_arc(path_, arc);
        here_ = arc.to;
        return true;
    }

    std::string_view rest_, whole_;
    Path path_;
    Point here_, start_;
    std::optional<Point> cubic_, quadratic_;  ///< last control of the command before
};

}  // namespace

std::expected<Path, std::size_t> parse_path_data(std::string_view data) { return PathReader(data).read(); }

std::optional<double> take_number(std::string_view& text) {
    skip_comma(text);
    auto digits = text;
    if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
    const auto sign = digits.starts_with('-') && digits.data() == text.data() ? 1u : 0u;
    const bool is_number =
        digits.size() > sign && (digits[sign] == '.' || (digits[sign] >= '0' && digits[sign] <= '9'));
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (!is_number || error != std::errc{} || std::abs(value) > kLargestCoordinate) return std::nullopt;
    text = {end, static_cast<std::size_t>(digits.data() + digits.size() - end)};
    return value;
}

}  // namespace zheye
