// What laying out leaves for the next time that nearly the same is laid out with the same theme and fonts. Of what
// something was said about nothing is kept, so that it is said again.
#pragma once

#include "base/memo.h"
#include "layout/frame.h"
#include "picture/drawing.h"

#include <vector>

namespace zheye::layout {

struct KeptChapter;

struct Memory {
    Memo<double> measures;            ///< of texts (ShapedText)
    Memo<std::vector<Frame>> lines;   ///< of texts, as ShapedText::placed takes them
    Memo<picture::Drawing> drawings;  ///< by the bytes of the file and the tones it took
    Memo<KeptChapter> chapters;       ///< by all that they were made of, see set_chapter
    /// What of the other things was asked for, see Memo::begin_log.
    struct Log {
        std::vector<Hash128> measures, lines, drawings;
    };
    void begin_log() {
        measures.begin_log();
        lines.begin_log();
        drawings.begin_log();
    }
    [[nodiscard]] Log end_log() { return {measures.end_log(), lines.end_log(), drawings.end_log()}; }
    void use(const Log& log) {
        measures.use(log.measures);
        lines.use(log.lines);
        drawings.use(log.drawings);
    }
    void end_run() {
        chapters.end_run();
        measures.end_run();
        lines.end_run();
        drawings.end_run();
    }
};

}  // namespace zheye::layout
