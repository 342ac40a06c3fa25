// Folios as printed → page labels: runs that count on are one entry (PDF 32000-1, 12.4.2). Must not know pages' items.
#include "pdf/navigation.h"
#include "pdf/syntax.h"
#include "pdf/trees.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace zheye::pdf {

namespace {

/// A label as what stands before its number, and the number; 0 if it does not end in a number that counts on.
std::pair<std::string_view, int> parts_of(std::string_view label) {
    auto begin = label.size();
    while (begin > 0 && label[begin - 1] >= '0' && label[begin - 1] <= '9') --begin;
    while (begin < label.size() && label[begin] == '0') ++begin;
    if (label.size() - begin > 6 || begin == label.size()) return {label, 0};
    int number = 0;
    std::from_chars(label.data() + begin, label.data() + label.size(), number);
    return {label.substr(0, begin), number};
}

std::string label_entry(std::string_view prefix, int number) {
    std::string text = "<<";
    if (!prefix.empty()) text += "/P" + text_string(prefix);
    if (number > 0) text += "/S/D";
    if (number > 1) text += "/St " + std::to_string(number);
    return text + ">>";
}

}  // namespace

std::optional<Ref> embed_page_labels(Objects& objects, const layout::Pages& document) {
    const auto& pages = document.pages;
    if (std::all_of(pages.begin(), pages.end(), [](auto& page) { return page.label.empty(); })) return {};
    std::vector<std::pair<int, std::string>> entries;
    std::pair<std::string_view, int> last{{}, -1};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto [prefix, number] = parts_of(pages[i].label);
        const bool goes_on = prefix == last.first && number == (last.second > 0 ? last.second + 1 : last.second);
        if (!goes_on) entries.emplace_back(static_cast<int>(i), label_entry(prefix, number));
        last = {prefix, number};
    }
    return number_tree(objects, entries);
}

}  // namespace zheye::pdf
