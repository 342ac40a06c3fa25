// Links and outline entries → annotations and the outline tree. Must not know how pages are drawn.
#include "pdf/navigation.h"

#include "pdf/structure.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <cassert>

namespace zheye::pdf {

namespace {

constexpr int kPrint = 4;  // annotation flag; PDF/A wants it set
/// An outline with more entries is shown folded.
constexpr std::size_t kOpenOutline = 40;

std::string destination(const layout::Pages& document, const std::vector<Ref>& pages, std::uint32_t page, double y) {
    assert(page < pages.size());
    const auto target = std::min<std::size_t>(page, pages.size() - 1);
    std::string text = "/Dest[" + pages[target].text() + "/XYZ null ";
    append_number(text, document.pages[target].frame.size.height - y);
    return text + " null]";
}

/// A URI is ASCII (RFC 3986): other bytes, and those that cannot stand in one, are given in per cent.
std::string uri(std::string_view url) {
    std::string text;
    for (const char c : url) {
        if (c > ' ' && c < '\x7F' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) {
            text += c;
        } else {
            text += '%';
            append_hex(text, {&c, 1});
        }
    }
    return text;
}

Ref embed_link(Objects& objects, const layout::Pages& document, const layout::Link& link, double page_height,
               const std::vector<Ref>& pages, int key) {
    auto annotation = objects.add();
    annotation.name("Type", "Annot").name("Subtype", "Link").number("F", kPrint).number("StructParent", key);
    annotation.array("Rect")
        .real(link.area.x)
        .real(page_height - link.area.bottom())
        .real(link.area.right())
        .real(page_height - link.area.y);
    annotation.array("Border").number(0).number(0).number(0);
    const auto& contents = link.description.empty() ? link.url : link.description;
    if (!contents.empty()) annotation.text("Contents", contents);
    if (link.url.empty())
        objects.entries(annotation.ref(), destination(document, pages, link.page, link.y));
    else
        objects.entries(annotation.ref(), "/A<</S/URI/URI" + text_string(uri(link.url)) + ">>");
    return annotation.ref();
}

/// The outline as a tree: for every entry its parent (-1: the root) and its kids; the root's kids come last.
struct OutlineTree {
    std::vector<int> parent;
    std::vector<std::vector<std::size_t>> kids;
    std::vector<int> descendants;

    explicit OutlineTree(const std::vector<layout::OutlineEntry>& entries)
        : parent(entries.size(), -1), kids(entries.size() + 1), descendants(entries.size(), 0) {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            while (!open.empty() && entries[open.back()].level >= entries[i].level) open.pop_back();
            if (!open.empty()) parent[i] = static_cast<int>(open.back());
            kids[open.empty() ? entries.size() : open.back()].push_back(i);
            for (const auto above : open) ++descendants[above];
            open.push_back(i);
        }
    }
};

}  // namespace

std::vector<std::vector<Ref>> embed_links(Objects& objects, const layout::Pages& document, const PageContents& contents,
                                          const std::vector<Ref>& pages) {
    std::vector<std::vector<Ref>> annotations(contents.size());
    int key = first_annotation_key(document);
    for (std::size_t page = 0; page < contents.size(); ++page) {
        if (contents[page]->links.empty()) continue;
        const double height = document.pages[page].frame.size.height;
        Dict dict(pages[page].object());
        dict.name("Tabs", "S");
        auto list = dict.array("Annots");
        for (const auto& placed : contents[page]->links) {
            const auto& link = link_of(document.pages[page], placed);
            annotations[page].push_back(embed_link(objects, document, link, height, pages, key++));
            list.ref(annotations[page].back());
        }
    }
    return annotations;
}

std::optional<Ref> embed_outline(Objects& objects, const layout::Pages& document, const std::vector<Ref>& pages,
                                 const std::vector<Ref>& elements) {
    const auto& entries = document.outline;
    if (entries.empty()) return {};
    const OutlineTree tree(entries);
    const bool open = entries.size() <= kOpenOutline;
    auto root = objects.add();
    std::vector<Ref> refs;
    for (std::size_t i = 0; i < entries.size(); ++i) refs.push_back(objects.add().ref());
    const auto add_kids = [&](Dict dict, const std::vector<std::size_t>& kids) {
        if (kids.empty()) return;
        dict.ref("First", refs[kids.front()]).ref("Last", refs[kids.back()]);
        for (std::size_t i = 0; i < kids.size(); ++i) {
            if (i > 0) Dict(refs[kids[i]].object()).ref("Prev", refs[kids[i - 1]]);
            if (i + 1 < kids.size()) Dict(refs[kids[i]].object()).ref("Next", refs[kids[i + 1]]);
        }
    };
    root.name("Type", "Outlines");
    root.number("Count", static_cast<int>(open ? entries.size() : tree.kids.back().size()));
    add_kids(root, tree.kids.back());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Dict dict(refs[i].object());
        dict.text("Title", entries[i].title).ref("Parent", tree.parent[i] < 0 ? root.ref() : refs[tree.parent[i]]);
        add_kids(dict, tree.kids[i]);
        if (tree.descendants[i] > 0)
            dict.number("Count", open ? tree.descendants[i] : -static_cast<int>(tree.kids[i].size()));
        if (entries[i].node != 0 && elements[entries[i].node]) dict.ref("SE", elements[entries[i].node]);
        objects.entries(refs[i], destination(document, pages, entries[i].page, entries[i].y));
    }
    return root.ref();
}

}  // namespace zheye::pdf
