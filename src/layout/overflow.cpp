#include "layout/overflow.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace zheye::layout {

namespace {

double lowest(const Frame& frame, double none) {
    for (const auto& item : frame.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item)) none = std::max(none, run->origin.y);
        if (const auto* image = std::get_if<Image>(&item))
            none = std::max(none, image->clip.value_or(image->place).bottom());
    }
    return none;
}

}  // namespace

diag::Span first_text(const Frame& frame) {
    bool tagged = false;
    for (const auto& item : frame.items) {
        if (std::holds_alternative<TagBegin>(item)) tagged = true;
        if (std::holds_alternative<TagEnd>(item)) tagged = false;
        if (const auto* run = std::get_if<GlyphRun>(&item); run && tagged && run->span.known()) return run->span;
    }
    return {};
}

Overflow overflow(const Flowed& flowed, std::size_t room, const PageSetup& setup) {
    const auto& pages = flowed.pages;
    const auto whole = static_cast<double>(pages.size() - room - 1) * setup.text.height;
    const double last = lowest(pages.back().frame, setup.text.y) - setup.text.y;
    return {static_cast<int>(std::ceil((whole + last) / setup.grid)) * setup.columns, first_text(pages[room].frame)};
}

diag::Message name_of(content::Form form) {
    switch (form) {
        case content::Form::bifold:
            return {"对折页", "bifold"};
        case content::Form::trifold:
            return {"三折页", "trifold"};
        case content::Form::poster:
            return {"海报", "poster"};
        case content::Form::booklet:
            break;
    }
    return {"册子", "booklet"};
}

}  // namespace zheye::layout
