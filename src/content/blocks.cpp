// A block is a plain text or a mapping with one key that says its kind. Must not know the document around it.
#include "content/blocks.h"

#include "content/chart.h"
#include "content/diagram.h"
#include "content/icon.h"
#include "content/picture.h"
#include "content/table.h"
#include "content/values.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace zheye::content {

using diag::Message;

namespace {

using Value = decltype(Block::value);

/// What a block stands in: a box or a span takes fewer kinds.
enum class Around : unsigned char { chapter, box, span, box_in_span };

class BlockReader {
public:
    BlockReader(const Context& context, Around around) : context_(context), around_(around) {}

    Blocks read(const yaml::Node& list) {
        Blocks blocks;
        blocks.reserve(list.items.size());
        for (const auto& item : list.items)
            if (auto block = read_block(item)) blocks.push_back(std::move(*block));
        return blocks;
    }

private:
    std::optional<Block> read_block(const yaml::Node&);
    std::optional<Value> read_value(std::string_view kind, const yaml::Entry&);
    std::optional<Value> read_list(const yaml::Node&, bool ordered);
    ListItem read_item(const yaml::Node&);
    std::optional<Value> read_stats(const yaml::Node&);
    std::optional<Value> read_quote(const yaml::Node&, bool pull);
    std::optional<Value> read_timeline(const yaml::Node&);
    std::optional<Value> read_box(const yaml::Entry&);
    std::optional<Value> read_span(const yaml::Entry&);
    std::optional<Value> read_break(const yaml::Entry&);
    void check_one_key(const yaml::Node&) const;
    void warn_of_colon(const yaml::Node& text) const;
    void report_empty(const yaml::Node& list) const;
    void report_nesting(Span place, Message message) const {
        context_.diagnostics.error("nesting", place, std::move(message));
    }
    [[nodiscard]] RichText rich(const yaml::Node& node) const { return read_rich(node, context_); }

    const Context& context_;
    Around around_;
};

std::optional<Block> BlockReader::read_block(const yaml::Node& node) {
    auto& diagnostics = context_.diagnostics;
    if (!has_item_form(node, kScalar | kMapping, {"内容块", "a block"}, diagnostics)) return std::nullopt;
    if (node.is_scalar()) {
        warn_of_colon(node);
        return Block{Text{read_paragraphs(node, context_)}, node.span};
    }
    if (node.entries.empty()) {
        if (!node.is_broken) diagnostics.error("missing-value", node.span, {"内容块是空的", "the block is empty"});
        return std::nullopt;
    }
    check_one_key(node);
    const auto& blocks = group("block");
    for (const auto& entry : node.entries) {
        const auto* key = find_key(blocks, entry.key);
        if (key == nullptr) continue;
        if (entry.value.is_null() && !entry.value.is_broken)
            diagnostics.error("missing-value", entry.key_span,
                              {"“" + entry.key + "”后面没有内容", "nothing stands behind “" + entry.key + "”"});
        if (!has_form(entry.value, key->forms, quoted(entry.key), diagnostics)) return std::nullopt;
        auto value = read_value(key->name, entry);
        if (!value) return std::nullopt;
        return Block{std::move(*value),
                     {entry.key_span.source, entry.key_span.begin, std::max(entry.key_span.end, node.span.end)}};
    }
    return std::nullopt;
}

/// A text that begins as a block would, but for its colon: `正文：…`, `正文:…`.
void BlockReader::warn_of_colon(const yaml::Node& text) const {
    const auto at = std::min(text.text.find("："), text.text.find(':'));
    if (text.quoted || at == std::string::npos || find_key(group("block"), text.text.substr(0, at)) == nullptr) return;
    const auto name = text.text.substr(0, at);
    context_.diagnostics.warning(
        "block-colon", text.span,
        {"这会照原样印成一段文字，不是“" + name + "”块",
         "this is printed as it stands, as text: it is no block “" + name + "”"},
        {{"要写成块，冒号用半角，后面空一格：“" + name + ": …”；就是文字的话，整段放进引号",
          "for a block, write a half-width colon and a space: “" + name + ": …”; put text into quotes"}});
}

/// Reports keys that are no blocks, and a second block in one item.
void BlockReader::check_one_key(const yaml::Node& node) const {
    const auto& blocks = group("block");
    const auto first =
        std::ranges::find_if(node.entries, [&](const auto& e) { return find_key(blocks, e.key) != nullptr; });
    if (first == node.entries.end()) {
        const auto& entry = node.entries.front();  // the first key stands for all of them
        auto hints = key_hints(entry.key, blocks);
        if (entry.value.is_scalar() && nearest_key(entry.key, blocks) == nullptr)
            hints.push_back({"这是正文的话，里面有半角冒号加空格，整段要放进引号",
                             "if this is text: put it into quotes, as there is a colon and a space in it"});
        context_.diagnostics.error("unknown-block", entry.key_span,
                                   {"没有“" + entry.key + "”这种内容块", "there is no block “" + entry.key + "”"},
                                   std::move(hints));
        return;
    }
    for (const auto& entry : node.entries) {
        if (&entry == &*first) continue;
        context_.diagnostics.error("block-keys", entry.key_span,
                                   {"“" + entry.key + "”不能和“" + first->key + "”写在同一块里",
                                    "“" + entry.key + "” cannot stand beside “" + first->key + "” in one block"},
                                   {{"属于“" + first->key + "”的要再缩进一层；另一块前面要写“- ”",
                                     "indent what belongs to “" + first->key + "”; begin another block with “- ”"}});
    }
}

std::optional<Value> BlockReader::read_value(std::string_view kind, const yaml::Entry& entry) {
    const auto& node = entry.value;
    if (kind == "heading") return Heading{rich(node), 1};
    if (kind == "subheading") return Heading{rich(node), 2};
    if (kind == "text" || kind == "lead") return Text{read_paragraphs(node, context_), kind == "lead"};
    if (kind == "table") return read_table(node, context_);
    if (kind == "stats") return read_stats(node);
    if (kind == "figure") return read_figure(node, context_);
    if (kind == "list" || kind == "steps") return read_list(node, kind == "steps");
    if (kind == "quote" || kind == "pull-quote") return read_quote(node, kind == "pull-quote");
    if (kind == "timeline") return read_timeline(node);
    if (kind == "box") return read_box(entry);
    if (kind == "span") return read_span(entry);
    if (kind == "break") return read_break(entry);
    if (kind == "hub") return read_hub(node, context_);
    if (kind == "flow") return read_flow(node, context_);
    if (kind == "cards") return read_cards(node, Cards::Kind::plain, context_);
    if (kind == "people") return read_cards(node, Cards::Kind::people, context_);
    if (kind == "places") return read_cards(node, Cards::Kind::places, context_);
    if (kind == "qr") return read_qr(node, context_);
    if (kind == "contact") return read_contact(node, context_);
    if (kind == "chart") return read_chart(node, context_);
    return std::nullopt;
}

void BlockReader::report_empty(const yaml::Node& list) const {
    if (list.items.empty())
        context_.diagnostics.error("empty-list", list.span, {"这个列表是空的", "this list is empty"});
}

std::optional<Value> BlockReader::read_list(const yaml::Node& node, bool ordered) {
    List list;
    list.ordered = ordered;
    report_empty(node);
    for (const auto& item : node.items) list.items.push_back(read_item(item));
    return list;
}

/// A text, or a mapping.
ListItem BlockReader::read_item(const yaml::Node& node) {
    if (!has_item_form(node, kScalar | kMapping, {"列表的一项", "a list item"}, context_.diagnostics)) return {};
    if (node.is_scalar()) return {rich(node), {}};
    const Fields fields(node, group("list item"), context_.diagnostics);
    return {context_.rich(fields, "text"), read_icon(fields, context_.in_folder())};
}

std::optional<Value> BlockReader::read_stats(const yaml::Node& node) {
    const auto* ids = &node;
    std::optional<Fields> fields;
    if (node.is_mapping()) {
        fields.emplace(node, group("stats"), context_.diagnostics);
        ids = (*fields)["facts"];
    }
    if (ids == nullptr) return std::nullopt;
    Stats stats;
    report_empty(*ids);
    for (const auto& item : ids->items) {
        const bool is_braced = item.is_mapping() && item.entries.size() == 1 && item.entries.front().value.is_null();
        if (is_braced) {
            context_.diagnostics.error(
                "wrong-type", item.span, {"这里只写数据的名字", "the bare id of a fact is wanted here"},
                {{"去掉花括号：" + item.entries.front().key, "leave out the braces: " + item.entries.front().key}});
            continue;
        }
        if (!has_item_form(item, kScalar, {"数字卡片的一项", "an item of stats"}, context_.diagnostics)) continue;
        if (const auto* fact = context_.facts.find(item.text))
            stats.facts.push_back(*fact);
        else
            context_.facts.report_unknown(item.text, item.span, context_.diagnostics);
    }
    return stats;
}

std::optional<Value> BlockReader::read_quote(const yaml::Node& node, bool pull) {
    Quote quote;
    quote.pull = pull;
    if (node.is_scalar()) {
        quote.paragraphs = read_paragraphs(node, context_);
        return quote;
    }
    const Fields fields(node, group("quote"), context_.diagnostics);
    if (const auto* text = fields["text"]) quote.paragraphs = read_paragraphs(*text, context_);
    quote.by = context_.rich(fields, "by");
    return quote;
}

std::optional<Value> BlockReader::read_timeline(const yaml::Node& node) {
    Timeline timeline;
    report_empty(node);
    for (const auto& item : node.items) {
        if (!has_item_form(item, kMapping, {"时间线的一条", "a timeline entry"}, context_.diagnostics)) continue;
        const Fields fields(item, group("timeline entry"), context_.diagnostics);
        timeline.entries.push_back({context_.rich(fields, "date"), context_.rich(fields, "text")});
    }
    return timeline;
}

std::optional<Value> BlockReader::read_box(const yaml::Entry& entry) {
    if (around_ == Around::box || around_ == Around::box_in_span) {
        report_nesting(entry.key_span, {"框里不能再有框", "a box cannot stand inside a box"});
        return std::nullopt;
    }
    const Fields fields(entry.value, group("box"), context_.diagnostics);
    Box box;
    box.title = context_.rich(fields, "title");
    box.direction = read_direction(fields, context_.diagnostics);
    const auto inside = around_ == Around::span ? Around::box_in_span : Around::box;
    if (const auto* content = fields["content"]) box.content = BlockReader(context_, inside).read(*content);
    return box;
}

std::optional<Value> BlockReader::read_span(const yaml::Entry& entry) {
    if (around_ != Around::chapter) {
        const bool is_box = around_ == Around::box;
        report_nesting(entry.key_span, is_box ? Message{"框里不能有通栏", "a span cannot stand inside a box"}
                                              : Message{"通栏里不能再有通栏", "a span cannot stand inside a span"});
        return std::nullopt;
    }
    const Fields fields(entry.value, group("span"), context_.diagnostics);
    Across across;
    if (const auto* content = fields["content"]) across.content = BlockReader(context_, Around::span).read(*content);
    return across;
}

std::optional<Value> BlockReader::read_break(const yaml::Entry& entry) {
    if (around_ != Around::chapter) {
        report_nesting(entry.key_span, {"框和通栏里不能分页", "there can be no break inside a box or a span"});
        return std::nullopt;
    }
    const auto kind = read_choice(entry.value, find_key(group("block"), "break")->choices, context_.diagnostics);
    if (!kind) return std::nullopt;
    return Break{*kind == "page" ? Break::To::page : *kind == "section" ? Break::To::section : Break::To::column};
}

}  // namespace

Blocks read_blocks(const yaml::Node& list, const Context& context) {
    return BlockReader(context, Around::chapter).read(list);
}

}  // namespace zheye::content
