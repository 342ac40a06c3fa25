// What reading YAML leaves for the next time that nearly the same is read.
#pragma once

#include "base/memo.h"
#include "yaml/node.h"

#include <vector>

namespace zheye::yaml {

struct Memory {
    /// By the bytes of a text and the depth at which it is taken in; places are counted from its beginning.
    Memo<Node> values;
    /// Of lists, by the same and by the part of a source that they are.
    struct Item {
        Node node;
        std::vector<Hash128> made_of;  ///< keys of values
    };
    Memo<Item> items;
    void end_run() {
        values.end_run();
        items.end_run();
    }
};

}  // namespace zheye::yaml
