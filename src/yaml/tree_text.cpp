// Node → bytes. Every text and every list stands behind its length, so that no two trees give the same bytes.
#include "yaml/tree_text.h"

#include <cstddef>
#include <string_view>

namespace zheye::yaml {

namespace {

void append_size(std::size_t size, std::string& bytes) {
    bytes += std::to_string(size);
    bytes += ':';
}

void append_text(std::string_view text, std::string& bytes) {
    append_size(text.size(), bytes);
    bytes += text;
}

}  // namespace

void append_tree_text(const Node& node, std::string& bytes) {
    bytes += static_cast<char>('a' + static_cast<int>(node.kind));
    bytes += static_cast<char>('0' + node.quoted + 2 * node.is_literal + 4 * node.is_broken);
    append_text(node.text, bytes);
    append_size(node.folds.size(), bytes);
    for (const auto fold : node.folds) append_size(fold, bytes);
    append_size(node.items.size(), bytes);
    // By their hashes, which are known of those that did not change since they were read before.
    for (const auto& item : node.items)
        for (const auto byte : tree_hash(item)) bytes += static_cast<char>(byte);
    append_size(node.entries.size(), bytes);
    for (const auto& entry : node.entries) append_entry_text(entry, bytes);
}

Hash128 tree_hash(const Node& node) {
    if (node.hash) return *node.hash;
    std::string bytes;
    append_tree_text(node, bytes);
    return hash128(bytes);
}

void append_entry_text(const Entry& entry, std::string& bytes) {
    append_text(entry.key, bytes);
    append_tree_text(entry.value, bytes);
}

namespace {

void add_span(Fingerprint& print, diag::Span span) { print.add(span.source).add(span.begin).add(span.end); }

}  // namespace

void add_places(Fingerprint& print, const Node& node) {
    add_span(print, node.span);
    if (node.hash) return;  // a part of a source: where it stands tells where all in it does
    for (const auto& piece : node.pieces) print.add(piece.value).add(piece.source).add(piece.file);
    for (const auto& item : node.items) add_places(print, item);
    for (const auto& entry : node.entries) {
        add_span(print, entry.key_span);
        add_places(print, entry.value);
    }
}

}  // namespace zheye::yaml
