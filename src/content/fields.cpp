// Checks keys and forms of values against the schema.
#include "content/fields.h"

#include "base/nearest.h"

#include <algorithm>

namespace zheye::content {

using diag::Message;

namespace {

/// More names than this are not listed in a hint.
constexpr std::size_t kMostListed = 16;

Message form_of(const yaml::Node& node) {
    switch (node.kind) {
        case yaml::Node::Kind::scalar:
            return {"文字", "text"};
        case yaml::Node::Kind::sequence:
            return {"列表", "a list"};
        case yaml::Node::Kind::mapping:
            return {"键值组", "a mapping"};
        case yaml::Node::Kind::null:
            break;
    }
    return {"空白", "nothing"};
}

unsigned bit_of(const yaml::Node& node) {
    switch (node.kind) {
        case yaml::Node::Kind::scalar:
            return kScalar;
        case yaml::Node::Kind::sequence:
            return kList;
        case yaml::Node::Kind::mapping:
            return kMapping;
        case yaml::Node::Kind::null:
            break;
    }
    return 0;
}

Message forms(unsigned bits) {
    Message all;
    const auto add = [&](unsigned bit, std::string_view zh, std::string_view en) {
        if ((bits & bit) == 0) return;
        all.zh += (all.zh.empty() ? "" : "或") + std::string(zh);
        all.en += (all.en.empty() ? "" : " or ") + std::string(en);
    };
    add(kScalar, "文字", "text");
    add(kList, "列表", "a list");
    add(kMapping, "键值组", "a mapping");
    return all;
}

/// What a writer most likely meant where YAML saw something else.
std::vector<Message> form_hints(const yaml::Node& node, unsigned bits) {
    if ((bits & kScalar) != 0 && node.is_mapping()) {
        const auto is_set = std::ranges::all_of(node.entries, [](const auto& e) { return e.value.is_null(); });
        if (is_set)
            return {
                {"以 { 开头的文字要放进引号：\"{…}…\"", "text that begins with { must be put into quotes: \"{…}…\""}};
        return {{"文字里有半角冒号加空格时，整段要放进引号",
                 "text with a colon and a space in it must be put into quotes"}};
    }
    if ((bits & kScalar) != 0 && node.is_sequence())
        return {{"以 [ 或“- ”开头的文字要放进引号", "text that begins with [ or “- ” must be put into quotes"}};
    if ((bits & kList) != 0 && node.is_scalar())
        return {{"每一项前面写“- ”，或写成 [甲, 乙]", "write “- ” before each item, or [one, two]"}};
    if ((bits & kMapping) != 0 && node.is_scalar() && node.text.contains("："))
        return {{"键后面的冒号要用半角，后面加空格：“标题: …”",
                 "write an ASCII colon and a space after a key: “title: …”"}};
    if ((bits & kMapping) != 0 && node.is_scalar() && node.text.contains(':'))
        return {{"冒号后面要有一个空格", "a space is needed after the colon"}};
    return {};
}

std::vector<std::string> names_of(const Group& group) {
    std::vector<std::string> names;
    for (const auto& key : group.keys) each_name(key, [&](std::string_view name) { names.emplace_back(name); });
    return names;
}

std::string first_alias(const Key& key) { return std::string(key.aliases.substr(0, key.aliases.find('|'))); }

}  // namespace

Message display(const Key& key) {
    return {"“" + std::string(key.name) + "”（" + first_alias(key) + "）", "“" + std::string(key.name) + "”"};
}

Message quoted(std::string_view name) {
    const auto text = "“" + std::string(name) + "”";
    return {text, text};
}

const Key* nearest_key(std::string_view name, const Group& group) {
    const auto near = nearest(name, names_of(group));
    return near ? find_key(group, *near) : nullptr;
}

std::vector<Message> key_hints(std::string_view name, const Group& group) {
    if (name.starts_with("－"))
        return {{"列表的每一项以半角的“- ”开头，不是全角的“－”",
                 "an item of a list begins with an ASCII hyphen and a space, not with a full-width －"}};
    if (const auto near = nearest(name, names_of(group)))
        return {{"是不是“" + *near + "”？", "did you mean “" + *near + "”?"}};
    Message all{"可以用的键：", "the keys here: "};
    for (const auto& key : group.keys) {
        const bool is_first = &key == group.keys.data();
        all.zh += (is_first ? "" : "、") + std::string(key.name) + "（" + first_alias(key) + "）";
        all.en += (is_first ? "" : ", ") + std::string(key.name);
    }
    return {all};
}

std::vector<Message> hints_for(std::string_view name, const std::vector<std::string>& known) {
    if (const auto near = nearest(name, known)) return {{"是不是“" + *near + "”？", "did you mean “" + *near + "”?"}};
    if (known.empty() || known.size() > kMostListed) return {};
    Message all{"可以用：", "one of: "};
    for (const auto& one : known) {
        all.zh += (&one == known.data() ? "" : "、") + one;
        all.en += (&one == known.data() ? "" : ", ") + one;
    }
    return {all};
}

bool has_form(const yaml::Node& node, unsigned bits, const Message& name, diag::Diagnostics& diagnostics) {
    if (node.is_null()) return false;
    if ((bit_of(node) & bits) != 0) return true;
    const auto wanted = forms(bits), found = form_of(node);
    diagnostics.error("wrong-type", node.span,
                      {name.zh + "应当是" + wanted.zh + "，这里是" + found.zh,
                       name.en + ": expected " + wanted.en + ", found " + found.en},
                      form_hints(node, bits));
    return false;
}

bool has_item_form(const yaml::Node& node, unsigned bits, const Message& name, diag::Diagnostics& diagnostics) {
    if (node.is_null() && !node.is_broken)
        diagnostics.error("missing-value", node.span, {name.zh + "是空的", name.en + ": nothing stands here"});
    return has_form(node, bits, name, diagnostics);
}

Fields::Fields(const yaml::Node& mapping, const Group& group, diag::Diagnostics& diagnostics) {
    fields_.reserve(mapping.entries.size());
    for (const auto& entry : mapping.entries) take(entry, group, diagnostics);
    report_missing(mapping, group, diagnostics);
}

void Fields::take(const yaml::Entry& entry, const Group& group, diag::Diagnostics& diagnostics) {
    const auto* key = find_key(group, entry.key);
    if (key == nullptr) {
        diagnostics.error("unknown-key", entry.key_span,
                          {std::string(group.zh) + "里没有“" + entry.key + "”这个键",
                           "there is no key “" + entry.key + "” in " + std::string(group.en)},
                          key_hints(entry.key, group));
        if (const auto* meant = nearest_key(entry.key, group)) meant_.push_back(meant);
        return;
    }
    if (const auto* first = find(key->name)) {
        const auto& other = first->entry->key;
        diagnostics.error("duplicate-key", entry.key_span,
                          {"“" + entry.key + "”和“" + other + "”是同一个键，写了两次",
                           "“" + entry.key + "” and “" + other + "” are the same key, given twice"},
                          {{"留下一个", "keep one of them"}});
        return;
    }
    bool is_good = false;
    const bool is_empty = entry.value.is_null() || (entry.value.is_scalar() && entry.value.text.empty());
    if (is_empty) {
        if (key->required && !entry.value.is_broken)
            diagnostics.error("missing-value", entry.key_span,
                              {"“" + entry.key + "”后面没有内容", "nothing stands behind “" + entry.key + "”"});
    } else {
        is_good = has_form(entry.value, key->forms, quoted(entry.key), diagnostics);
    }
    fields_.push_back({key, &entry, is_good});
}

void Fields::report_missing(const yaml::Node& mapping, const Group& group, diag::Diagnostics& diagnostics) const {
    const auto place = mapping.entries.empty() ? mapping.span : mapping.entries.front().key_span;
    for (const auto& key : group.keys) {
        if (!key.required || find(key.name) != nullptr || std::ranges::find(meant_, &key) != meant_.end()) continue;
        const auto name = display(key);
        diagnostics.error("missing-key", place,
                          {std::string(group.zh) + "缺少" + name.zh, std::string(group.en) + " needs " + name.en},
                          {{"加上“" + std::string(key.name) + ": …”：" + std::string(key.zh),
                            "add “" + std::string(key.name) + ": …”: " + std::string(key.en)}});
    }
}

const Fields::Field* Fields::find(std::string_view key) const {
    const auto at = std::ranges::find_if(fields_, [&](const Field& field) { return field.key->name == key; });
    return at == fields_.end() ? nullptr : &*at;
}

const yaml::Node* Fields::operator[](std::string_view key) const {
    const auto* field = find(key);
    return field != nullptr && field->is_good ? &field->entry->value : nullptr;
}

bool Fields::has(std::string_view key) const { return find(key) != nullptr; }

diag::Span Fields::key_span(std::string_view key) const {
    const auto* field = find(key);
    return field == nullptr ? diag::Span{} : field->entry->key_span;
}

}  // namespace zheye::content
