// What reading YAML leaves for the next time that nearly the same is read.
#pragma once

#include "base/memo.h"
#include "yaml/node.h"

namespace zheye::yaml {

struct Memory {
    /// By the bytes of a text and the depth at which it is taken in; places are counted from its beginning.
    Memo<Node> values;
    Memo<Node> items;  ///< of lists; the same, and by the part of a source that they are
    void end_run() {
        values.end_run();
        items.end_run();
    }
};

}  // namespace zheye::yaml
