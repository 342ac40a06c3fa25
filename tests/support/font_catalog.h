// The faces that tests use, without fonts.yaml and its reader in between.
#pragma once

#include "font/font_book.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace zheye::test {

inline font::FaceEntry face_entry(std::string name, const std::string& file, std::string face, std::string package) {
    return {std::move(name), {"/usr/share/fonts/" + file}, std::move(face), std::move(package), {}};
}

/// Roles song (400, 700), hei (400) and kai (400, then song 400) from the Debian packages.
inline font::Catalog installed_catalog() {
    font::Catalog catalog;
    catalog.faces = {
        face_entry("Noto Serif CJK SC", "opentype/noto/NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC",
                   "fonts-noto-cjk"),
        face_entry("Noto Serif CJK SC Bold", "opentype/noto/NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC Bold",
                   "fonts-noto-cjk"),
        face_entry("Noto Sans CJK SC", "opentype/noto/NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "fonts-noto-cjk"),
        face_entry("LXGW WenKai", "truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "", "fonts-lxgw-wenkai")};
    catalog.roles = {
        {"song", {{400, {0}, {0}}, {700, {1}, {1}}}}, {"hei", {{400, {2}, {2, 3}}}}, {"kai", {{400, {3}, {3, 0}}}}};
    return catalog;
}

inline font::FontBook open_installed(std::vector<font::FontStyle> wanted) {
    diag::Diagnostics diagnostics;
    auto book = font::FontBook::open(installed_catalog(), std::move(wanted), DiskFileSystem{}, diagnostics);
    if (!book) throw std::runtime_error("the fonts for the tests are not installed");
    return std::move(*book);
}

}  // namespace zheye::test
