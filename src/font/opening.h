// Catalogue and wanted styles → opened faces and chains: what a FontBook consists of.
#pragma once

#include "font/face_file.h"
#include "font/font_book.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace zheye::font {

struct Chain {
    std::array<std::vector<FaceId>, 2> order;  ///< every face of the chain; [1] the Latin ones first, [0] the Han ones
    FaceId main = 0;
    std::vector<std::string> missing_packages;
};

struct SharedFile {
    Blob bytes;
    HbBlob hb_blob;
};

struct OpenedCatalog {
    std::map<std::string, SharedFile> files;  ///< by path: each is mapped once
    std::vector<OpenedFace> owners;           ///< what the HarfBuzz pointers of `faces` belong to
    std::vector<Face> faces;                  ///< by FaceId
    std::vector<Chain> chains;                ///< by ChainId
    std::map<FontStyle, ChainId> styles;
};

/// What cannot be had is reported, all of it, and makes the whole fail.
[[nodiscard]] diag::Result<OpenedCatalog> open_chains(const Catalog&, const std::vector<FontStyle>& wanted,
                                                      const FileSystem&, diag::Diagnostics&);

}  // namespace zheye::font
