#include "yaml/items.h"

#include <algorithm>

namespace zheye::yaml {

namespace {

struct Line {
    std::size_t begin = 0, indent = 0;
    std::string_view rest;  ///< behind the indent, without blanks at the end
};

Line line_at(std::string_view text, std::size_t begin) {
    const auto whole = text.substr(begin, text.find('\n', begin) - begin);
    const auto indent = std::min(whole.find_first_not_of(' '), whole.size());
    const auto last = whole.find_last_not_of(" \r");
    return {begin, indent, last == std::string_view::npos ? "" : whole.substr(indent, last + 1 - indent)};
}

bool is_item(const Line& line) { return line.rest == "-" || line.rest.starts_with("- "); }

/// Marks of documents and directives end whatever is open.
bool ends_document(const Line& line) {
    return line.indent == 0 &&
           (line.rest.starts_with("---") || line.rest.starts_with("...") || line.rest.starts_with('%'));
}

class Finder {
public:
    Finder(std::string_view text, std::size_t margin) : text_(text), margin_(margin) {}

    std::vector<ItemList> find() {
        for (std::size_t at = 0; at < text_.size();) {
            const auto line = line_at(text_, at);
            at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
            if (line.rest.empty() || line.rest.starts_with('#')) continue;  // of the item above, if there is one
            if (ends_document(line) || !take(line)) return {};
        }
        close(text_.size());
        return std::move(lists_);
    }

private:
    bool take(const Line& line) {
        if (is_open_ && line.indent > list_.column) return true;
        if (is_open_ && line.indent == list_.column && is_item(line)) {
            list_.begins.push_back(line.begin);
            return true;
        }
        if (line.indent < margin_ || (is_open_ && line.indent > margin_)) return false;
        close(line.begin);
        if (awaits_item_ && is_item(line)) {
            list_ = {key_, line.indent, {line.begin}, 0};
            is_open_ = true;
        }
        awaits_item_ = line.indent == margin_ && line.rest.ends_with(':') && !is_item(line);
        key_ = line.begin + line.indent;
        return true;
    }

    void close(std::size_t end) {
        if (!is_open_) return;
        list_.end = end;
        lists_.push_back(std::move(list_));
        is_open_ = false;
    }

    std::string_view text_;
    std::size_t margin_;
    std::vector<ItemList> lists_;
    ItemList list_;
    bool is_open_ = false, awaits_item_ = false;
    std::size_t key_ = 0;
};

}  // namespace

std::vector<ItemList> item_lists(std::string_view text, std::size_t margin) { return Finder(text, margin).find(); }

}  // namespace zheye::yaml
