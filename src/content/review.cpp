#include "content/review.h"

namespace zheye::content {

namespace {

using Pictures = std::vector<const Picture*>;

void collect(const Blocks& blocks, Pictures& found);

struct Collector {
    Pictures& found;

    void operator()(const Figure& figure) const {
        for (const auto& picture : figure.pictures) found.push_back(&picture);
    }
    void operator()(const Cards& cards) const {
        for (const auto& entry : cards.entries)
            if (entry.picture) found.push_back(&*entry.picture);
    }
    void operator()(const Box& box) const { collect(box.content, found); }
    void operator()(const Across& across) const { collect(across.content, found); }
    void operator()(const auto&) const {}
};

void collect(const Blocks& blocks, Pictures& found) {
    for (const auto& block : blocks) std::visit(Collector{found}, block.value);
}

}  // namespace

std::vector<const Picture*> pictures(const Document& document) {
    Pictures found;
    if (document.cover && document.cover->picture) found.push_back(&*document.cover->picture);
    for (const auto& chapter : document.chapters) collect(chapter.content, found);
    return found;
}

void review_for_press(const Document& document, diag::Diagnostics& diagnostics) {
    for (const auto* picture : pictures(document))
        if (picture->path.empty())
            diagnostics.warning(
                "placeholder", picture->span,
                {"这里还没有图片，会印成占位的底色", "the picture is still to come: its place would be printed"},
                {{"付印前换上图片，或删去这一处", "put the picture in before printing, or take the place out"}});
}

void review_alternatives(const Document& document, diag::Diagnostics& diagnostics) {
    for (const auto* picture : pictures(document)) {
        if (picture->path.empty() || picture->caption.empty() || picture->alt != plain_text(picture->caption)) continue;
        diagnostics.add(
            {.severity = diag::Severity::note,
             .code = "alt-from-caption",
             .span = picture->span,
             .message = {"没有写替代文字，用的是图注", "there is no alternative text; the caption stands for it"},
             .hints = {{"写上“alt”（替代文字），说出图上看得见的", "give “alt”, which says what is to be seen"}}});
    }
}

}  // namespace zheye::content
