// Diagnostics as text for people and as JSON for editors.
#pragma once

#include "diag/sources.h"

#include <string>

namespace zheye::diag {

enum class Language : unsigned char { zh, en };

/// `file:line:col: error: message [code]`, the source line, a caret that counts Han as two columns, the hints.
[[nodiscard]] std::string render(const Diagnostic&, const Sources&, Language, bool colour);
/// All of them, in order of file and place, errors and warnings as they come; each once.
[[nodiscard]] std::string render_all(const Diagnostics&, const Sources&, Language, bool colour);
/// A JSON array; lines and columns from 1, both languages.
[[nodiscard]] std::string render_json(const Diagnostics&, const Sources&);

}  // namespace zheye::diag
