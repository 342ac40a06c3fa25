// Builds the tree and guards it: depth, aliases, keys, tags, one document.
#include "yaml/tree_builder.h"

#include "yaml/plain_scalar.h"
#include "yaml/trace.h"

#include <algorithm>
#include <utility>

namespace zheye::yaml {

namespace {

/// Mappings with more keys than this get an index.
constexpr std::size_t kIndexFrom = 32;
constexpr std::string_view kStandardTag = "tag:yaml.org,2002:";

std::size_t count_nodes(const Node& node) {
    std::size_t count = 1;
    for (const auto& item : node.items) count += count_nodes(item);
    for (const auto& entry : node.entries) count += count_nodes(entry.value);
    return count;
}

int height(const Node& node) {
    int highest = 0;
    for (const auto& item : node.items) highest = std::max(highest, height(item));
    for (const auto& entry : node.entries) highest = std::max(highest, height(entry.value));
    return highest + (node.is_sequence() || node.is_mapping() ? 1 : 0);
}

Node broken(diag::Span span) {
    Node node;
    node.span = span;
    node.is_broken = true;
    return node;
}

}  // namespace

TreeBuilder::TreeBuilder(std::uint32_t source, const diag::Sources& sources, diag::Diagnostics& diagnostics, int depth,
                         Include include)
    : source_(source),
      text_(sources.text(source)),
      sources_(sources),
      diagnostics_(diagnostics),
      depth_(depth),
      include_(std::move(include)) {
    root_.span = span(0, 0);
}

std::size_t TreeBuilder::position(const YAML::Mark& mark) const {
    return mark.pos < 0 ? text_.size() : std::min(static_cast<std::size_t>(mark.pos), text_.size());
}

diag::Span TreeBuilder::span(std::size_t begin, std::size_t end) const {
    const auto last = text_.size();
    return {source_, static_cast<std::uint32_t>(std::min(begin, last)),
            static_cast<std::uint32_t>(std::min(std::max(begin, end), last))};
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (!std::exchange(is_second_document_, true)) return;
    if (!text_.substr(position(mark)).starts_with("---")) {
        report_syntax("end of map not found", source_, text_, position(mark), unfinished(), diagnostics_);
        throw Stop{};
    }
    diagnostics_.error(
        "several-documents", span(position(mark), position(mark)),
        {"一个文件只能有一份内容，这里开始了第二份", "one file holds one document, a second one begins here"},
        {{"去掉“---”，或者另存为一个文件", "remove the “---”, or move this into a file of its own"}});
    throw Stop{};
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    Node node;
    auto at = position(mark);
    const auto rest = text_.substr(at);
    const bool is_written =
        rest.starts_with('~') || rest.starts_with("null") || rest.starts_with("Null") || rest.starts_with("NULL");
    node.span = span(at, at + (is_written ? (rest.front() == '~' ? 1U : 4U) : 0U));
    if (!is_written) {
        // The mark is that of whatever comes next: the place of nothing is its key, or its dash.
        if (!open_.empty() && open_.back().has_key) {
            node.span = open_.back().key_span;
        } else {
            const auto before = at == 0 ? std::string_view::npos : text_.find_last_not_of(" \t\r\n", at - 1);
            if (before != std::string_view::npos && text_[before] == '-') node.span = span(before, before + 1);
            if (const auto item = item_of_comment(text_, at)) node.span = span(*item, *item + 1);
        }
        const bool is_value = !open_.empty() && open_.back().has_key;
        const auto behind = is_value ? text_.find(':', node.span.end) + 1 : node.span.end;  // npos + 1 is 0
        if (behind > 0) report_comment(source_, text_, behind, diagnostics_);
    }
    add(std::move(node), anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const auto at = position(mark);
    const auto here = span(at, std::min(text_.find_first_of(" \t\r\n,]}", at), text_.size()));
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
        diagnostics_.error("alias-cycle", here, {"引用指向了包含它自己的内容", "the alias refers to what contains it"});
        add(broken(here), 0);
        return;
    }
    alias_nodes_ += count_nodes(found->second);
    if (alias_nodes_ > kMostAliasNodes) {
        diagnostics_.error("alias-blowup", here, {"引用展开后的内容太多", "the aliases expand to too much"});
        throw Stop{};
    }
    if (depth() + height(found->second) > kDeepest) stop_too_deep(here);
    add(found->second, 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
    auto traced = trace(text_, skip_properties(text_, position(mark)), value);
    last_end_ = traced.end;
    const bool is_key = !open_.empty() && open_.back().node.is_mapping() && !open_.back().has_key;
    if (!traced.quoted && !is_key) {
        report_wide_dashes(span(traced.begin, traced.end), text_, diagnostics_);
        report_comment(source_, text_, traced.end, diagnostics_);
    }
    const bool is_torn = !traced.quoted && !open_.empty() && open_.back().is_flow &&
                         report_number_comma(source_, text_, traced.begin, is_key, diagnostics_);
    if (traced.is_unclosed) report_unclosed_quote(source_, traced.begin, diagnostics_);
    Node node;
    node.kind = Node::Kind::scalar;
    node.span = span(traced.begin, traced.end);
    if (tag == "!include") {
        add(include_(value, node.span, depth() + 1), anchor);
        return;
    }
    if (!check_tag(mark, tag) || is_torn) {
        add(broken(node.span), anchor);
        return;
    }
    node.text = value;
    node.quoted = traced.quoted || tag == "tag:yaml.org,2002:str";
    node.is_literal = traced.is_literal;
    node.pieces = std::move(traced.pieces);
    node.folds = std::move(traced.folds);
    add(std::move(node), anchor);
}

Unfinished TreeBuilder::unfinished() const {
    Unfinished result{std::nullopt, last_end_};
    if (!open_.empty() && open_.back().is_flow) result.bracket = open_.back().node.span.begin;
    return result;
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
    open(Node::Kind::sequence, mark, tag, anchor, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
    open(Node::Kind::mapping, mark, tag, anchor, style);
}

void TreeBuilder::open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) {
    const auto at = skip_properties(text_, position(mark));
    if (depth() + 1 > kDeepest) stop_too_deep(span(at, at + 1));
    Open opened;
    opened.is_refused = !check_tag(mark, tag);
    opened.node.kind = kind;
    opened.node.span = span(at, at + 1);
    opened.anchor = anchor;
    opened.is_flow = style == YAML::EmitterStyle::Flow;
    open_.push_back(std::move(opened));
}

void TreeBuilder::close() {
    auto done = std::move(open_.back());
    open_.pop_back();
    if (!done.merged.empty()) merge(done);
    auto& node = done.node;
    const auto extend = [&](const diag::Span& part) {
        if (part.source == source_) node.span.end = std::max(node.span.end, part.end);
    };
    if (!node.items.empty()) extend(node.items.back().span);
    if (!node.entries.empty()) {
        extend(node.entries.back().key_span);
        extend(node.entries.back().value.span);
    }
    if (done.is_flow) {
        const auto at = std::min(text_.find_first_of("]}", node.span.end), text_.size());
        if (text_.substr(node.span.end, at - node.span.end).find_first_not_of(" \t\r\n,") == std::string_view::npos)
            node.span = span(node.span.begin, std::min(at + 1, text_.size()));
    }
    add(done.is_refused ? broken(node.span) : std::move(node), done.anchor);
}

void TreeBuilder::add(Node node, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = node;
    if (open_.empty()) {
        root_ = std::move(node);
        return;
    }
    auto& parent = open_.back();
    if (parent.node.is_sequence())
        parent.node.items.push_back(std::move(node));
    else if (!parent.has_key)
        add_key(parent, node);
    else
        add_value(parent, std::move(node));
}

const Entry* TreeBuilder::find(const Open& parent, const std::string& key) {
    const auto& entries = parent.node.entries;
    if (entries.size() > kIndexFrom) {
        const auto at = parent.index.find(key);
        return at == parent.index.end() ? nullptr : &entries[at->second];
    }
    const auto at = std::ranges::find(entries, key, &Entry::key);
    return at == entries.end() ? nullptr : &*at;
}

void TreeBuilder::add_key(Open& parent, const Node& node) {
    parent.has_key = true;
    parent.key = node.text;
    parent.key_span = node.span;
    parent.drops_value = node.is_broken || !node.is_scalar();
    if (node.is_broken) return;
    if (!node.is_scalar()) {
        diagnostics_.error(
            "key-not-text", node.span, {"键只能是一个词", "a key must be plain text"},
            {{"以 { 或 [ 开头的文字要放进引号", "text that begins with { or [ must be put into quotes"}});
        return;
    }
    if (const auto* first = find(parent, node.text)) {
        const auto line = std::to_string(sources_.place(first->key_span).line);
        parent.drops_value = true;
        diagnostics_.error("duplicate-key", node.span,
                           {"“" + node.text + "”写了两次", "“" + node.text + "” is given twice"},
                           {{"第一次在第" + line + "行", "first given in line " + line}});
    }
}

void TreeBuilder::add_value(Open& parent, Node node) {
    parent.has_key = false;
    if (parent.drops_value) return;
    if (parent.key == "<<" && (node.is_mapping() || node.is_sequence())) {
        parent.merged.push_back(std::move(node));
        return;
    }
    auto& entries = parent.node.entries;
    entries.push_back({std::move(parent.key), parent.key_span, std::move(node)});
    if (entries.size() == kIndexFrom + 1)
        for (std::size_t i = 0; i + 1 < entries.size(); ++i) parent.index.emplace(entries[i].key, i);
    if (entries.size() > kIndexFrom) parent.index.emplace(entries.back().key, entries.size() - 1);
}

/// `<<: *base` and `<<: [*a, *b]`: the keys of the mapping itself win, then the earlier of the merged ones.
void TreeBuilder::merge(Open& parent) {
    for (auto& value : std::exchange(parent.merged, {})) {
        Items maps;
        if (value.is_mapping())
            maps.push_back(std::move(value));
        else
            maps = std::move(value.items);
        for (const auto& map : maps) {
            if (!map.is_mapping() && !map.is_broken)
                diagnostics_.error("wrong-type", map.span, {"<< 后面要写键值组", "<< wants a mapping"});
            for (const auto& entry : map.entries) {
                if (find(parent, entry.key) != nullptr) continue;
                parent.key = entry.key;
                parent.key_span = entry.key_span;
                parent.drops_value = false;
                add_value(parent, entry.value);
            }
        }
    }
}

bool TreeBuilder::check_tag(const YAML::Mark& mark, const std::string& tag) {
    const auto start = position(mark);
    const auto at =
        std::min(start < text_.size() && text_[start] == '&' ? text_.find('!', start) : start, text_.size());
    const bool is_bare = tag.empty() || tag == "!" || tag == "?";
    // The parser takes “!重要” for an empty tag and drops the mark.
    if (is_bare && !(tag == "!" && text_.substr(at).starts_with('!'))) return true;
    if (tag.starts_with(kStandardTag)) {
        constexpr std::string_view kKnown[] = {"str", "int", "float", "bool", "null", "map", "seq"};
        if (std::ranges::find(kKnown, std::string_view(tag).substr(kStandardTag.size())) != std::end(kKnown))
            return true;
    }
    const auto here = span(at, std::min(text_.find_first_of(" \t\r\n,]}", at), text_.size()));
    if (tag == "!include") {
        diagnostics_.error("include-path", here, {"!include 后面要写一个文件名", "!include wants the name of a file"});
        return false;
    }
    const auto shown = std::string(text_.substr(here.begin, here.end - here.begin));
    diagnostics_.error(
        "unknown-tag", here, {"没有“" + shown + "”这个标签", "there is no tag “" + shown + "”"},
        {{"只有 !include；以感叹号开头的文字要放进引号",
          "there is only !include; a text that begins with an exclamation mark must be put into quotes"}});
    return false;
}

void TreeBuilder::stop_too_deep(diag::Span at) {
    const auto most = std::to_string(kDeepest);
    diagnostics_.error("too-deep", at, {"嵌套超过" + most + "层", "nested deeper than " + most + " levels"});
    throw Stop{};
}

}  // namespace zheye::yaml
