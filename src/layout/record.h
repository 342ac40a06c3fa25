// What setting something asked the typesetter for and left in it: enough to do as if it were set again.
#pragma once

#include "content/document.h"
#include "layout/frame.h"
#include "layout/notes.h"
#include "picture/drawing.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zheye::layout {

struct Record {
    /// How many elements there were before; those that were added, and which of them the document got as children.
    NodeId first = 0;
    std::vector<StructureNode> elements;
    std::vector<NodeId> children;
    Notes notes;

    struct AskedPicture {
        content::Picture wanted;
        ImageId id = 0;
        std::shared_ptr<const picture::Picture> picture;
    };
    std::vector<AskedPicture> pictures;  ///< in the order in which they were asked for first
    std::map<std::string, std::shared_ptr<const picture::Drawing>> icons;
    std::map<std::string, const void*> dictionaries;  ///< by language; null where there is none
};

}  // namespace zheye::layout
