// Puts replacements into a text from the first to the last.
#include "diag/edits.h"

#include <algorithm>
#include <tuple>

namespace zheye::diag {

std::vector<Edit> without_overlaps(std::vector<Edit> edits) {
    std::ranges::stable_sort(
        edits, {}, [](const Edit& edit) { return std::tuple(edit.span.source, edit.span.begin, ~edit.span.end); });
    std::vector<Edit> kept;
    for (auto& edit : edits) {
        const bool is_apart =
            kept.empty() || kept.back().span.source != edit.span.source || edit.span.begin >= kept.back().span.end;
        if (is_apart) kept.push_back(std::move(edit));
    }
    return kept;
}

std::string apply(std::string_view text, const std::vector<Edit>& edits) {
    std::string result;
    std::size_t at = 0;
    for (const auto& [span, replacement] : edits) {
        result += text.substr(at, span.begin - at);
        result += replacement;
        at = span.end;
    }
    result += text.substr(at);
    return result;
}

}  // namespace zheye::diag
