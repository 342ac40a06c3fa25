// Reads a theme from memory and gives what was said about it. The complete theme to lay changes over is the one that
// ships, so that a setting that it gains or loses needs no change here.
#pragma once

#include "base/file_system.h"
#include "diag/render.h"
#include "theme/read.h"
#include "yaml/read.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace zheye::test {

/// The text of the shipped theme.
[[nodiscard]] std::string shipped_theme();
/// The same with the first `from` replaced by `to`; throws when there is none.
[[nodiscard]] std::string shipped_theme_with(const std::string& from, const std::string& to);

/// One reading of `theme: …` in /b/a.yaml; the shipped themes stand in /themes, further files where they are told to.
struct ThemeRun {
    MemoryFileSystem files;
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    std::optional<theme::Theme> theme;

    explicit ThemeRun(const std::string& brochure, std::map<std::string, std::string> more = {});

    [[nodiscard]] std::string zh() const { return diag::render_all(diagnostics, sources, diag::Language::zh, false); }
    [[nodiscard]] std::string en() const { return diag::render_all(diagnostics, sources, diag::Language::en, false); }
    /// `line:column code` of each message in order; the file's name before it unless it is /b/a.yaml.
    [[nodiscard]] std::string codes() const;
    [[nodiscard]] const theme::TextStyle& style(theme::Style s) const { return theme.value().style(s); }
};

/// A run over the shipped theme with these overrides, each line indented by two as under `theme:`.
[[nodiscard]] ThemeRun with_overrides(const std::string& lines, std::map<std::string, std::string> more = {});

}  // namespace zheye::test
