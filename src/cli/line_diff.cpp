// Compares line by line; changes that lie near each other share a hunk.
#include "cli/line_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace zheye::cli {

namespace {

constexpr std::size_t kContext = 3;

/// With their line ends.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

void add_line(std::string& out, char sign, std::string_view line) {
    out += sign;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

}  // namespace

std::string line_diff(std::string_view before, std::string_view after, std::string_view path) {
    const auto old_lines = lines_of(before), new_lines = lines_of(after);
    std::string out;
    for (std::size_t i = 0; i < old_lines.size();) {
        if (old_lines[i] == new_lines[i]) {
            ++i;
            continue;
        }
        auto last = i;
        for (auto k = i; k < old_lines.size() && k <= last + 2 * kContext; ++k)
            if (old_lines[k] != new_lines[k]) last = k;
        const auto begin = i - std::min(i, kContext), end = std::min(last + 1 + kContext, old_lines.size());
        if (out.empty()) out = fmt::format("--- {}\n+++ {}\n", path, path);
        out += fmt::format("@@ -{0},{1} +{0},{1} @@\n", begin + 1, end - begin);
        for (auto k = begin; k < end;) {
            auto stop = k;
            while (stop < end && old_lines[stop] != new_lines[stop]) ++stop;
            for (auto n = k; n < stop; ++n) add_line(out, '-', old_lines[n]);
            for (auto n = k; n < stop; ++n) add_line(out, '+', new_lines[n]);
            if (stop == k) add_line(out, ' ', old_lines[stop++]);
            k = stop;
        }
        i = end;
    }
    return out;
}

}  // namespace zheye::cli
