// Paths of pictures → Picture and Figure. Looks whether the file is there, not into it.
#pragma once

#include "content/context.h"
#include "content/document.h"

namespace zheye::content {

/// The path behind a `picture:` key; empty for a placeholder, or where it was reported.
[[nodiscard]] std::string read_picture_path(const yaml::Node& scalar, const Folder&);
/// What is kept where a part is cut off, and in which colours it is shown.
void read_focus_and_tone(const Fields&, Picture&, const Context&);
/// What is said in place of a picture.
[[nodiscard]] std::string read_alt_text(const yaml::Node& scalar, const Context&);
/// The value of `figure:`: a path, or a mapping.
[[nodiscard]] Figure read_figure(const yaml::Node&, const Context&);

}  // namespace zheye::content
