#include "layout/printer_line.h"

#include "layout/typesetter.h"

namespace zheye::layout {

Frame printer_line(const std::string& text, const theme::Theme& theme, const font::FontBook& fonts,
                   const text::Hyphenator& hyphenator, const FileSystem& files, diag::Sources& sources,
                   diag::Diagnostics& diagnostics) {
    constexpr double kWide = 10000;  // pt: it is one line
    Pages none;
    none.structure.add(0, Role::document);
    Typesetter type(theme, fonts, hyphenator, files, sources, "zh-Hans", none, diagnostics);
    return type.block(plain(text), theme::Style::caption, kArtifact, kWide);
}

}  // namespace zheye::layout
