#include "svg/syntax.h"

#include "base/utf8.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace zheye::svg {

namespace {

constexpr std::array<std::int64_t, 7> kSteps{1, 10, 100, 1000, 10000, 100000, 1000000};

/// A number of steps of 10^-decimals.
std::string decimal(std::int64_t steps, int decimals) {
    const auto whole = kSteps[static_cast<std::size_t>(decimals)];
    std::string text = steps < 0 ? "-" : "";
    const auto size = steps < 0 ? -steps : steps;
    if (size >= whole || size == 0) text += std::to_string(size / whole);
    auto rest = size % whole;
    if (rest == 0) return text;
    std::string digits = std::to_string(whole + rest).substr(1);
    while (digits.back() == '0') digits.pop_back();
    return text + "." + digits;
}

class PathText {
public:
    explicit PathText(int decimals) : decimals_(decimals) {}

    void add(const Path::Segment& segment) {
        using Op = Path::Op;
        const auto to = steps_of(segment.points[segment.op == Op::curve ? 2 : 0]);
        switch (segment.op) {
            case Op::move:
                letter('m', 'm');
                point(to);
                begin_ = at_ = to;
                command_ = 'l';  // further pairs after an m are lines
                break;
            case Op::line:
                line(to);
                break;
            case Op::curve:
                letter('c', 'c');
                for (const auto& each : segment.points) point(steps_of(each));
                at_ = to;
                break;
            case Op::close:
                text_ += 'z';
                command_ = 'z';
                at_ = begin_;
                break;
        }
    }
    std::string take() { return std::move(text_); }

private:
    struct Steps {
        std::int64_t x = 0, y = 0;
    };
    [[nodiscard]] Steps steps_of(Point p) const {
        const auto scale = static_cast<double>(kSteps[static_cast<std::size_t>(decimals_)]);
        return {std::llround(p.x * scale), std::llround(p.y * scale)};
    }

    /// A command that goes on need not be said again.
    void letter(char command, char goes_on) {
        if (command_ != command) {
            text_ += command;
            has_point_ = true;  // no blank before the first number, no point may follow at once
            is_first_ = true;
        }
        command_ = goes_on;
    }

    void line(Steps to) {
        if (to.y == at_.y) {
            letter('h', 'h');
            append(to.x - at_.x);
        } else if (to.x == at_.x) {
            letter('v', 'v');
            append(to.y - at_.y);
        } else {
            letter('l', 'l');
            point(to);
        }
        at_ = to;
    }

    void point(Steps to) {
        append(to.x - at_.x);
        append(to.y - at_.y);
    }

    void append(std::int64_t steps) {
        const auto text = decimal(steps, decimals_);
        const bool parts_itself = text[0] == '-' || (text[0] == '.' && has_point_);
        if (!is_first_ && !parts_itself) text_ += ' ';
        text_ += text;
        is_first_ = false;
        has_point_ = text.find('.') != std::string::npos;
    }

    int decimals_;
    std::string text_;
    char command_ = 0;
    bool is_first_ = true, has_point_ = false;  ///< of the number before
    Steps at_, begin_;
};

}  // namespace

std::string number(double value, int decimals) {
    return decimal(std::llround(value * static_cast<double>(kSteps[static_cast<std::size_t>(decimals)])), decimals);
}

std::string path_data(const Path& path, int decimals) {
    PathText text(decimals);
    for (const auto& segment : path.segments) text.add(segment);
    return text.take();
}

}  // namespace zheye::svg
