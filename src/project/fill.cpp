// Walks through the tree. A scalar that is filled keeps a piece for each part, so that a mistake in a cell is shown in
// the table.
#include "project/fill.h"

#include "base/nearest.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace zheye::project {

namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// A brace with an odd number of backslashes before it is text.
bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t slashes = 0;
    while (slashes < at && text[at - slashes - 1] == '\\') ++slashes;
    return slashes % 2 == 1;
}

/// `title: {place.name}` without quotes is a mapping to YAML, and means the text to everybody else.
void as_written(yaml::Node& node, std::string_view name) {
    if (!node.is_mapping() || node.entries.size() != 1 || !node.entries.front().value.is_null()) return;
    const auto key = trimmed(node.entries.front().key);
    if (key != name && !(key.starts_with(name) && key.substr(name.size()).starts_with('.'))) return;
    node.kind = yaml::Node::Kind::scalar;
    node.text = "{" + std::string(key) + "}";
    node.pieces.clear();
    node.entries.clear();
}

class Filler {
public:
    Filler(const Filling& filling, diag::Diagnostics& diagnostics) : filling_(filling), diagnostics_(diagnostics) {}

    void fill(yaml::Node& node) {
        move(node.span);
        as_written(node, filling_.name);
        if (node.is_scalar()) fill_scalar(node);
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            auto item = node.items[i];
            fill(item);
            node.items.set(i, std::move(item));
        }
        for (auto& entry : node.entries) {
            move(entry.key_span);
            fill(entry.value);
        }
    }

private:
    /// Of the text: {place.column}.
    struct Use {
        std::size_t begin = 0, end = 0;
        std::string_view column;  ///< no data: none is given
    };

    void move(diag::Span& span) const {
        if (span.known()) span.source += filling_.sources;
    }

    [[nodiscard]] std::optional<Use> next_use(std::string_view text, std::size_t from) const {
        for (auto at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at + 1)) {
            const auto end = text.find_first_of("{}|\n", at + 1);
            if (end == std::string_view::npos) return std::nullopt;
            if (text[end] != '}' || is_escaped(text, at)) continue;
            const auto inner = trimmed(text.substr(at + 1, end - at - 1));
            if (inner == filling_.name) return Use{at, end + 1, {}};
            if (!inner.starts_with(filling_.name) || inner.substr(filling_.name.size(), 1) != ".") continue;
            return Use{at, end + 1, inner.substr(filling_.name.size() + 1)};
        }
        return std::nullopt;
    }

    void fill_scalar(yaml::Node& node) {
        const std::string text = std::exchange(node.text, {});
        auto use = next_use(text, 0);
        if (!use) {
            node.text = text;
            return;
        }
        yaml::Node as_was = node;  // places of the template
        as_was.text = text;
        const bool is_whole = use->begin == 0 && use->end == text.size();
        node.pieces.clear();
        node.folds.clear();
        std::size_t at = 0;
        for (; use; use = next_use(text, at)) {
            keep(as_was, at, use->begin, node);
            const auto* const cell = find(as_was, *use);
            if (cell != nullptr) put(*cell, node);
            if (cell != nullptr && is_whole) node.span = moved(cell->span);
            at = use->end;
        }
        keep(as_was, at, text.size(), node);
        node.quoted = true;  // an empty cell is an empty text
    }

    /// The text before a use and behind it, with its pieces and folds.
    static void keep(const yaml::Node& from, std::size_t begin, std::size_t end, yaml::Node& node) {
        if (begin == end) return;
        const auto start = static_cast<std::uint32_t>(node.text.size());
        const auto moved = [&](std::uint32_t value) { return static_cast<std::uint32_t>(start + value - begin); };
        // Where the text cannot be traced, the beginning of the scalar is as near as is known.
        node.pieces.push_back({start, from.place(begin, begin).begin});
        for (const auto& piece : from.pieces)
            if (piece.value > begin && piece.value < end) node.pieces.push_back({moved(piece.value), piece.source});
        for (const auto fold : from.folds)
            if (fold >= begin && fold < end) node.folds.push_back(moved(fold));
        node.text += from.text.substr(begin, end - begin);
    }

    [[nodiscard]] diag::Span moved(diag::Span span) const {
        move(span);
        return span;
    }

    void put(const Cell& cell, yaml::Node& node) const {
        const auto start = static_cast<std::uint32_t>(node.text.size());
        const auto file = cell.span.source + filling_.sources;
        if (cell.pieces.empty()) node.pieces.push_back({start, cell.span.begin, file});
        for (const auto& piece : cell.pieces) node.pieces.push_back({start + piece.value, piece.source, file});
        node.text += cell.text;
    }

    const Cell* find(const yaml::Node& node, const Use& use) {
        const auto place = node.place(use.begin, use.end);
        if (use.column.data() == nullptr) {
            diagnostics_.error(
                "unknown-column", place,
                {"要写明是哪一列：{" + filling_.name + ".列名}", "say which column: {" + filling_.name + ".COLUMN}"});
            return nullptr;
        }
        if (const auto* const cell = filling_.row.find(use.column)) return cell;
        const std::string column(use.column);
        if (std::ranges::find(filling_.table.columns, column) != filling_.table.columns.end()) {
            diagnostics_.error("missing-cell", moved(filling_.row.span),
                               {"这一行没有“" + column + "”", "this row has no “" + column + "”"});
            return nullptr;
        }
        std::vector<diag::Message> hints;
        if (const auto near = nearest(column, filling_.table.columns))
            hints.push_back({"是不是“" + *near + "”？", "did you mean “" + *near + "”?"});
        diagnostics_.error("unknown-column", place,
                           {"表里没有名叫“" + column + "”的列", "the table has no column “" + column + "”"},
                           std::move(hints));
        return nullptr;
    }

    const Filling& filling_;
    diag::Diagnostics& diagnostics_;
};

}  // namespace

void fill(yaml::Node& tree, const Filling& filling, diag::Diagnostics& diagnostics) {
    Filler(filling, diagnostics).fill(tree);
}

}  // namespace zheye::project
