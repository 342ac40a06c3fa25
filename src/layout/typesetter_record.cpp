// What was set before is put into the typesetter as if it had been set again.
#include "layout/typesetter.h"

#include <algorithm>
#include <iterator>

namespace zheye::layout {

namespace {

/// Whether an output would show the same.
bool is_same(const picture::Picture& a, const picture::Picture& b) {
    return a.width == b.width && a.height == b.height && a.components == b.components && a.coding == b.coding &&
           a.inverted == b.inverted && a.lossy == b.lossy && a.orientation == b.orientation && a.dpi == b.dpi &&
           a.data.bytes() == b.data.bytes() && a.alpha == b.alpha && a.profile == b.profile && a.drawing == b.drawing;
}

}  // namespace

void Typesetter::begin_record() {
    recording_.emplace();
    recording_->first = static_cast<NodeId>(pages_.structure.nodes.size());
    children_before_ = pages_.structure.nodes.front().children.size();
}

Record Typesetter::end_record() {
    auto record = std::move(*recording_);
    recording_.reset();
    const auto& nodes = pages_.structure.nodes;
    record.elements.assign(nodes.begin() + record.first, nodes.end());
    const auto& children = nodes.front().children;
    record.children.assign(children.begin() + static_cast<std::ptrdiff_t>(children_before_), children.end());
    record.notes.insert(notes.lower_bound(record.first), notes.end());
    return record;
}

bool Typesetter::repeat(const Record& record) {
    if (record.first != pages_.structure.nodes.size()) return false;
    for (const auto& [tag, dictionary] : record.dictionaries) {
        const bool is_missed = !dictionary && !text::Hyphenator::package_of(tag).empty();  // to be told again
        if (is_missed || hyphenator.dictionary(tag) != dictionary) return false;
        check_dictionary(tag, {});
    }
    for (const auto& [name, drawing] : record.icons)
        if (icon(name) != drawing) return false;
    if (!repeat_pictures(record.pictures)) return false;
    auto& nodes = pages_.structure.nodes;
    nodes.insert(nodes.end(), record.elements.begin(), record.elements.end());
    nodes.front().children.insert(nodes.front().children.end(), record.children.begin(), record.children.end());
    notes.insert(record.notes.begin(), record.notes.end());
    return true;
}

/// None is taken in before all are known to be what they were.
bool Typesetter::repeat_pictures(const std::vector<Record::AskedPicture>& pictures) {
    std::vector<std::shared_ptr<const picture::Picture>> fresh;
    for (const auto& asked : pictures) {
        const auto known = images_.find({asked.wanted.path, asked.wanted.toned});
        const auto id =
            known != images_.end() ? known->second : static_cast<ImageId>(pages_.images.size() + fresh.size());
        if (id != asked.id) return false;
        if (known != images_.end()) {
            if (!is_same(*pages_.images[id], *asked.picture)) return false;
            continue;
        }
        auto picture = read_picture(asked.wanted);
        if (!picture || !is_same(*picture, *asked.picture)) return false;
        fresh.push_back(std::make_shared<const picture::Picture>(std::move(*picture)));
    }
    for (const auto& asked : pictures) images_.try_emplace({asked.wanted.path, asked.wanted.toned}, asked.id);
    std::ranges::move(fresh, std::back_inserter(pages_.images));
    return true;
}

}  // namespace zheye::layout
