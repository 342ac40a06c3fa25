// Runs → their bare text, for bookmarks, alternatives and metadata.
#include "content/document.h"

namespace zheye::content {

std::string plain_text(const RichText& text) {
    std::string result;
    for (const auto& run : text) result += run.text;
    return result;
}

}  // namespace zheye::content
