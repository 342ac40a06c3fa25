#include "text/boundaries.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>

namespace zheye::text {
namespace {

struct BreakIteratorDeleter {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct TextDeleter {
    void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

std::vector<bool> boundaries(const std::string& text, Boundary kind) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, TextDeleter> source(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    const bool words = kind == Boundary::word;
    const std::unique_ptr<UBreakIterator, BreakIteratorDeleter> iterator(
        ubrk_open(words ? UBRK_WORD : UBRK_LINE, words ? "zh" : "zh@lb=strict", nullptr, 0, &status));
    if (U_FAILURE(status)) return {};
    ubrk_setUText(iterator.get(), source.get(), &status);
    if (U_FAILURE(status)) return {};
    std::vector<bool> found(text.size() + 1, false);
    for (std::int32_t at = ubrk_next(iterator.get()); at != UBRK_DONE; at = ubrk_next(iterator.get()))
        found[static_cast<std::size_t>(at)] = true;
    return found;
}

}  // namespace zheye::text
