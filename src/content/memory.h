// What reading the content leaves for the next time that nearly the same is read.
#pragma once

#include "base/memo.h"

namespace zheye::content {

struct Memory {
    Memo<bool> sound;  ///< texts in which proofreading found nothing
    void end_run() { sound.end_run(); }
};

}  // namespace zheye::content
