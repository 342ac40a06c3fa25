// Runs → their bare text, for bookmarks, alternatives and metadata, and runs without what belongs to one place only.
#include "content/document.h"

namespace zheye::content {

std::string plain_text(const RichText& text) {
    std::string result;
    for (const auto& run : text) result += run.text;
    return result;
}

RichText without_notes(RichText text) {
    std::erase_if(text, [](const TextRun& run) { return !run.note.empty(); });
    return text;
}

}  // namespace zheye::content
