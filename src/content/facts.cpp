// `facts:` → FactBook.
#include "content/facts.h"

#include "content/icon.h"
#include "base/nearest.h"
#include "content/fields.h"
#include "content/proofread.h"
#include "content/values.h"

#include <algorithm>
#include <optional>

namespace zheye::content {

namespace {

/// A field of a fact. Facts do not refer to facts: braces in one would be printed as they are.
std::string read_field(const Fields& fields, std::string_view key, const Proofreading& proofreading,
                       diag::Diagnostics& diagnostics) {
    const auto* node = fields[key];
    if (node == nullptr) return {};
    if (const auto brace = node->text.find('{'); brace != std::string::npos)
        diagnostics.error("nested-fact", node->place(brace, brace + 1),
                          {"数据里不能再引用数据", "a fact cannot refer to another fact"},
                          {{"把数字直接写在这里", "write the figure itself here"}});
    proofread_plain(*node, proofreading, diagnostics);
    return read_plain(*node);
}

bool is_id(std::string_view id) {
    return !id.empty() && id.find_first_of(".{}|*[]\\ \t\r\n") == std::string_view::npos;
}

/// A figure that something is computed from; nothing, reported, if it is none.
std::optional<Quantity> read_quantity(const Fields& fields, std::string_view key, const Fact& fact,
                                      diag::Diagnostics& diagnostics) {
    const auto* node = fields[key];
    if (node == nullptr) return std::nullopt;
    auto text = std::string_view(node->text);
    if (!fact.unit.empty() && text.ends_with(fact.unit)) text.remove_suffix(fact.unit.size());
    auto quantity = parse_quantity(text, fact.unit, node->span);
    if (!quantity)
        diagnostics.error("not-a-number", node->span,
                          {"“" + node->text + "”读不成数", "“" + node->text + "” cannot be read as a number"},
                          {{"写成127、1,000、5000余、2万这样", "write it as 127, 1,000, 5000余 or 2万"}});
    return quantity;
}

void report_no_ratio(const Fields& fields, std::string_view key, const char* instead, diag::Diagnostics& diagnostics) {
    diagnostics.error(
        "no-ratio", fields[key]->span,
        {"它不大于零，或单位不同，算不出百分比", "no percentage of it: it is not above zero, or of another unit"},
        {{"把结果写进“" + std::string(instead) + "”", "give the result as “" + std::string(instead) + "”"}});
}

/// Fills in the share of the target and the change where the writer gave what they are computed from.
void compare(Fact& fact, const Fields& fields, const Proofreading& proofreading, diag::Diagnostics& diagnostics) {
    const bool wants_share = fact.share.empty() && fields["target"] != nullptr;
    const bool wants_change = fact.change.empty() && fields["former"] != nullptr;
    if (!wants_share && !wants_change) return;
    const auto value = read_quantity(fields, "value", fact, diagnostics);
    const auto target = wants_share ? read_quantity(fields, "target", fact, diagnostics) : std::nullopt;
    const auto former = wants_change ? read_quantity(fields, "former", fact, diagnostics) : std::nullopt;
    if (value && target) {
        const auto share = share_of(*value, *target);
        if (share) fact.share = to_string(*share) + "%";
        if (!share) report_no_ratio(fields, "target", "share", diagnostics);
    }
    if (value && former) {
        const auto change = change_from(*former, *value);
        const bool in_points = value->base == "%" || value->base == "‰";
        const std::string points = proofreading.script == Script::none          ? " points"
                                   : proofreading.script == Script::traditional ? "個百分點"
                                                                                : "个百分点";
        if (change) fact.change = to_string(*change, true) + (in_points ? points : "%");
        if (!change) report_no_ratio(fields, "former", "change", diagnostics);
    }
}

Fact read_fact(const yaml::Entry& entry, const Proofreading& proofreading, const Folder& folder) {
    auto& diagnostics = folder.diagnostics;
    Fact fact;
    fact.id = entry.key;
    fact.span = entry.key_span;
    if (entry.value.is_null() && !entry.value.is_broken)
        diagnostics.error("missing-value", entry.key_span,
                          {"“" + entry.key + "”后面没有内容", "nothing stands behind “" + entry.key + "”"},
                          {{"写成{name: 名称, value: 数值, unit: 单位}", "write {name: …, value: …, unit: …}"}});
    if (!has_form(entry.value, kMapping, quoted(entry.key), diagnostics)) return fact;
    const Fields fields(entry.value, group("fact"), diagnostics);
    fact.name = read_field(fields, "name", proofreading, diagnostics);
    fact.value = read_field(fields, "value", proofreading, diagnostics);
    fact.unit = read_field(fields, "unit", proofreading, diagnostics);
    fact.period = read_field(fields, "period", proofreading, diagnostics);
    fact.note = read_field(fields, "note", proofreading, diagnostics);
    fact.target = read_field(fields, "target", proofreading, diagnostics);
    fact.former = read_field(fields, "former", proofreading, diagnostics);
    fact.former_period = read_field(fields, "former-period", proofreading, diagnostics);
    fact.share = read_field(fields, "share", proofreading, diagnostics);
    fact.change = read_field(fields, "change", proofreading, diagnostics);
    fact.icon = read_icon(fields, folder);
    compare(fact, fields, proofreading, diagnostics);
    fact.unit_gap = unit_gap(fact.unit, proofreading.script);
    return fact;
}

}  // namespace

FactBook FactBook::read(const yaml::Node& mapping, const Proofreading& proofreading, const Folder& folder) {
    auto& diagnostics = folder.diagnostics;
    FactBook book;
    book.mapping_ = &mapping;
    book.facts_.reserve(mapping.entries.size());
    for (const auto& entry : mapping.entries) {
        if (!is_id(entry.key))
            diagnostics.error("fact-id", entry.key_span,
                              {"数据的名字里不能有空格和 . { } [ ] | * \\",
                               "the id of a fact cannot hold spaces or . { } [ ] | * \\"});
        book.by_id_.emplace(entry.key, book.facts_.size());
        book.facts_.push_back(read_fact(entry, proofreading, folder));
    }
    return book;
}

const Fact* FactBook::find(std::string_view id) const {
    const auto at = by_id_.find(std::string(id));
    if (at == by_id_.end()) return nullptr;
    found_.push_back(at->second);
    return &facts_[at->second];
}

std::set<std::string> FactBook::used() const {
    std::set<std::string> ids;
    for (const auto number : found_) ids.insert(facts_[number].id);
    return ids;
}

void FactBook::report_unknown(std::string_view id, diag::Span span, diag::Diagnostics& diagnostics) const {
    std::vector<std::string> ids, names;
    for (const auto& fact : facts_) {
        ids.push_back(fact.id);
        names.push_back(fact.name);
    }
    auto near = nearest(id, ids);
    if (!near) {
        if (const auto name = nearest(id, names)) near = std::ranges::find(facts_, *name, &Fact::name)->id;
    }
    std::vector<diag::Message> hints;
    if (near) {
        const auto& name = facts_[by_id_.at(*near)].name;
        hints.push_back({"是不是“" + *near + "”（" + name + "）？", "did you mean “" + *near + "” (" + name + ")?"});
    } else if (facts_.empty()) {
        hints.push_back({"在“facts”（数据）里写上它", "give it under “facts”"});
    }
    const auto shown = std::string(id);
    diagnostics.error("unknown-fact", span, {"没有名叫“" + shown + "”的数据", "there is no fact “" + shown + "”"},
                      hints);
}

}  // namespace zheye::content
