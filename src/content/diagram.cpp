#include "content/diagram.h"

#include "content/crop.h"
#include "content/icon.h"
#include "content/link.h"
#include "content/picture.h"
#include "content/values.h"

namespace zheye::content {

namespace {

/// Diagrams have no place for pictures, the circles of a hub none for icons.
enum class Of : unsigned char { hub, flow, cards };

void read_entry_icon(const Fields& fields, Entry& entry, const Context& context, Of of) {
    entry.icon = read_icon(fields, context.in_folder());
    if (entry.icon.empty() || of != Of::hub) return;
    context.diagnostics.error("icon-place", fields.key_span("icon"),
                              {"轴心图的一项放不下图标", "an item of a hub takes no icon"},
                              {{"用“cards”（卡片）或“flow”（流程图）", "use “cards” or “flow”"}});
}

void read_entry_picture(const Fields& fields, Entry& entry, const Context& context, Of of) {
    const auto* path = fields["picture"];
    if (path == nullptr) return;
    if (of != Of::cards) {
        context.diagnostics.error("picture-place", fields.key_span("picture"),
                                  {"图里的一项放不下图片", "an item of a diagram takes no picture"},
                                  {{"用“places”（地点）或“people”（人物）", "use “places” or “people”"}});
        return;
    }
    Picture picture;
    picture.path = read_picture_path(*path, context.in_folder());
    picture.span = path->span;
    read_focus_and_tone(fields, picture, context);
    const auto* alt = fields["alt"];
    picture.alt = alt == nullptr ? plain_text(entry.title) : read_alt_text(*alt, context);
    entry.picture = std::move(picture);
}

/// A mapping, or the title alone.
Entry read_entry(const yaml::Node& node, const Context& context, Of of) {
    Entry entry;
    entry.span = node.span;
    if (!has_item_form(node, kScalar | kMapping, {"其中一项", "an item"}, context.diagnostics)) return entry;
    if (node.is_scalar()) {
        entry.title = read_rich(node, context);
        return entry;
    }
    const Fields fields(node, group("entry"), context.diagnostics);
    entry.title = context.rich(fields, "title");
    entry.subtitle = context.rich(fields, "subtitle");
    entry.text = context.rich(fields, "text");
    read_entry_icon(fields, entry, context, of);
    read_entry_picture(fields, entry, context, of);
    return entry;
}

std::vector<Entry> read_entries(const yaml::Node& list, const Context& context, Of of) {
    if (list.items.empty())
        context.diagnostics.error("empty-list", list.span, {"这个列表是空的", "this list is empty"});
    std::vector<Entry> entries;
    for (const auto& item : list.items) entries.push_back(read_entry(item, context, of));
    return entries;
}

std::optional<Qr> read_address(const yaml::Node& node, const Context& context) {
    auto url = parse_url(node.text);
    if (url) return Qr{std::move(*url), {}, node.span};
    context.diagnostics.error("bad-link", node.span, url.error().message, url.error().hints);
    return std::nullopt;
}

}  // namespace

Hub read_hub(const yaml::Node& mapping, const Context& context) {
    const Fields fields(mapping, group("hub"), context.diagnostics);
    Hub hub{context.rich(fields, "title"), context.rich(fields, "text"), {}, context.rich(fields, "caption")};
    if (const auto* items = fields["items"]) hub.entries = read_entries(*items, context, Of::hub);
    return hub;
}

Flow read_flow(const yaml::Node& node, const Context& context) {
    Flow flow;
    if (!node.is_mapping()) {
        flow.entries = read_entries(node, context, Of::flow);
        return flow;
    }
    const Fields fields(node, group("flow"), context.diagnostics);
    if (const auto* items = fields["items"]) flow.entries = read_entries(*items, context, Of::flow);
    flow.caption = context.rich(fields, "caption");
    return flow;
}

Cards read_cards(const yaml::Node& list, Cards::Kind kind, const Context& context) {
    return {kind, read_entries(list, context, Of::cards)};
}

std::optional<Qr> read_qr(const yaml::Node& node, const Context& context) {
    if (node.is_scalar()) return read_address(node, context);
    const Fields fields(node, group("qr"), context.diagnostics);
    auto caption = context.rich(fields, "caption");
    const auto* url = fields["url"];
    auto qr = url == nullptr ? std::nullopt : read_address(*url, context);
    if (qr) qr->caption = std::move(caption);
    return qr;
}

Contact read_contact(const yaml::Node& mapping, const Context& context) {
    const Fields fields(mapping, group("contact"), context.diagnostics);
    Contact contact;
    contact.title = context.rich(fields, "title");
    contact.text = context.rich(fields, "text");
    contact.address = context.rich(fields, "address");
    contact.phone = context.rich(fields, "phone");
    contact.mail = context.rich(fields, "mail");
    contact.hours = context.rich(fields, "hours");
    if (const auto* url = fields["url"]) contact.site = read_address(*url, context);
    if (const auto* flag = fields["qr"]) contact.qr = read_flag(*flag, context.diagnostics).value_or(true);
    return contact;
}

}  // namespace zheye::content
