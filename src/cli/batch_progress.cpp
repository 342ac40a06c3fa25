// Counts → a line on standard error, at most ten times a second.
#include "cli/batch_progress.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace zheye::cli {

namespace {

constexpr std::size_t kBar = 20;  // columns
constexpr double kWarmUp = 1;     // s: before, nobody knows how fast it goes
constexpr double kSecondsPerMinute = 60;

std::string bar(std::size_t done, std::size_t all) {
    const auto full = all == 0 ? kBar : kBar * done / all;
    std::string text = "[";
    for (std::size_t i = 0; i < kBar; ++i) text += i < full ? "#" : "-";
    return text + "]";
}

std::string duration(double seconds, bool zh) {
    if (seconds < kSecondsPerMinute) return fmt::format("{:.0f}{}", std::ceil(seconds), zh ? " 秒" : " s");
    return fmt::format("{:.0f}{}", std::ceil(seconds / kSecondsPerMinute), zh ? " 分钟" : " min");
}

/// Cut at the end, with an ellipsis.
std::string fitted(const std::string& text, std::size_t columns) {
    if (static_cast<std::size_t>(utf8::columns(text)) <= columns) return text;
    std::string cut;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = utf8::decode(text, at).length;
        const auto longer = cut + text.substr(at, length);
        if (static_cast<std::size_t>(utf8::columns(longer)) + 1 > columns) break;
        cut = longer;
        at += length;
    }
    return columns == 0 ? std::string{} : cut + "…";
}

std::size_t terminal_width() {
    winsize size{};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t all, double seconds, const std::string& current,
                          std::size_t columns, diag::Language language) {
    const bool zh = language == diag::Language::zh;
    std::string line = fmt::format("{} {}/{}", bar(done, all), done, all);
    if (seconds >= kWarmUp && done > 0 && done < all) {
        const double rate = static_cast<double>(done) / seconds;
        const auto left = duration(static_cast<double>(all - done) / rate, zh);
        line += zh ? fmt::format(" · 每秒 {:.1f} 本 · 还要 {}", rate, left)
                   : fmt::format(" · {:.1f}/s · {} left", rate, left);
    }
    return fitted(line + " · " + current, columns);
}

void BatchProgress::begun(const std::string& name) {
    if (!wanted_) return;
    current_ = name;
    if (Clock::now() >= next_) show();
}

void BatchProgress::ended() {
    ++done_;
    if (wanted_ && Clock::now() >= next_) show();
}

void BatchProgress::clear() {
    if (shown_) std::fputs("\r\033[K", stderr);
    shown_ = false;
}

void BatchProgress::show() {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const auto line = progress_line(done_, all_, seconds, current_, terminal_width() - 1, language_);
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
    shown_ = true;
    next_ = Clock::now() + std::chrono::milliseconds(100);
}

}  // namespace zheye::cli
