// The structure of the document → the structure tree with its parent tree. Elements are printed as text straight into
// their dictionaries: a long document has tens of thousands. Must not know how pages are drawn.
#include "pdf/structure.h"

#include "pdf/content_stream.h"
#include "pdf/syntax.h"
#include "pdf/trees.h"

#include <algorithm>
#include <cassert>

namespace zheye::pdf {

namespace {

using layout::NodeId;
using layout::Role;
using layout::StructureNode;

struct Part {
    std::size_t page = 0;
    std::optional<Ref> annotation;  ///< else marked content
    std::size_t mcid = 0;
};

class TreeWriter {
public:
    TreeWriter(Objects& objects, const layout::Pages& document, const std::vector<Ref>& pages)
        : objects_(objects),
          document_(document),
          nodes_(document.structure.nodes),
          pages_(pages),
          parts_(nodes_.size()) {}

    void take(std::size_t page, const PageContent& content, const std::vector<Ref>& annotations) {
        std::size_t link = 0;
        for (std::size_t mcid = 0; mcid <= content.owners.size(); ++mcid) {
            for (; link < content.links.size() && content.links[link].after == mcid; ++link)
                parts_[link_of(document_.pages[page], content.links[link]).node].push_back(
                    {page, annotations[link], 0});
            if (mcid < content.owners.size()) parts_[content.owners[mcid]].push_back({page, {}, mcid});
        }
        assert(link == content.links.size());
    }

    StructureTree write(const PageContents& contents, const std::vector<std::vector<Ref>>& annotations) {
        StructureTree tree;
        auto root = objects_.add();
        root.name("Type", "StructTreeRoot");
        tree.root = root.ref();
        keep_what_has_content();
        boxes_ = figure_boxes(document_);
        heads_cells_.assign(nodes_.size(), false);
        for (const auto& node : nodes_)
            for (const auto header : node.headers) heads_cells_[header] = true;
        for (NodeId id = 0; id < nodes_.size(); ++id)
            if (kept_[id]) elements_[id] = objects_.add().ref();
        for (NodeId id = 0; id < nodes_.size(); ++id)
            if (kept_[id]) write_element(id, root.ref());
        if (elements_[0]) root.array("K").ref(elements_[0]);
        root.ref("ParentTree", parent_tree(contents, annotations));
        root.number("ParentTreeNextKey", next_key_);
        std::ranges::sort(ids_);  // a name tree's order
        if (!ids_.empty()) root.ref("IDTree", name_tree(objects_, ids_));
        tree.elements = std::move(elements_);
        return tree;
    }

private:
    void keep(NodeId id) {
        for (; !kept_[id]; id = nodes_[id].parent) kept_[id] = true;
    }

    [[nodiscard]] bool in_kept_table(NodeId id) const {
        for (; id != nodes_[id].parent; id = nodes_[id].parent)
            if (nodes_[id].role == Role::table) return kept_[id];
        return false;
    }

    /// Elements without content tell a reader nothing, but a table without its empty cells is no grid.
    void keep_what_has_content() {
        kept_.assign(nodes_.size(), false);
        elements_.resize(nodes_.size());
        for (NodeId id = 0; id < nodes_.size(); ++id)
            if (!parts_[id].empty()) keep(id);
        for (NodeId id = 0; id < nodes_.size(); ++id)
            if ((nodes_[id].role == Role::td || nodes_[id].role == Role::th) && in_kept_table(id)) keep(id);
    }

    void write_element(NodeId id, Ref root) {
        const auto& node = nodes_[id];
        std::string text = "/S/";
        text += role_name(node.role);
        text += "/P ";
        (id == 0 ? root : elements_[node.parent]).append_to(text);
        if (!node.language.empty()) text += "/Lang" + text_string(node.language);
        if (!node.alt.empty()) text += "/Alt" + text_string(node.alt);
        if (node.role == Role::note || heads_cells_[id]) append_id(text, id);
        append_attributes(text, id);
        append_kids(text, id);
        objects_.entries(elements_[id], std::move(text));
    }

    /// PDF/UA-1, 7.9: every note has an ID of its own; so has a cell that others name as their header.
    [[nodiscard]] std::string id_of(NodeId id) const {
        auto digits = std::to_string(id);
        digits.insert(0, 8 - std::min<std::size_t>(8, digits.size()), '0');
        return (nodes_[id].role == Role::note ? "note-" : "cell-") + digits;
    }
    void append_id(std::string& text, NodeId id) {
        const auto name = id_of(id);
        ids_.emplace_back(name, elements_[id].text());
        text += "/ID" + text_string(name);
    }

    void append_attributes(std::string& text, NodeId id) const {
        const auto& node = nodes_[id];
        if (node.role == Role::td || node.role == Role::th)
            append_cell_attributes(text, node);
        else if (node.role == Role::list)
            text += std::string("/A<</O/List/ListNumbering/") + list_numbering(node) + ">>";
        else if (node.role == Role::figure && boxes_[id])
            append_box(text, *boxes_[id]);
    }

    void append_cell_attributes(std::string& text, const StructureNode& node) const {
        std::string attributes;
        if (node.colspan > 1) attributes += "/ColSpan " + std::to_string(node.colspan);
        if (node.rowspan > 1) attributes += "/RowSpan " + std::to_string(node.rowspan);
        if (node.scope == StructureNode::Scope::row) attributes += "/Scope/Row";
        if (node.scope == StructureNode::Scope::column) attributes += "/Scope/Column";
        if (!node.headers.empty()) {
            attributes += "/Headers[";
            for (const auto header : node.headers) attributes += text_string(id_of(header));
            attributes += ']';
        }
        if (!attributes.empty()) text += "/A<</O/Table" + attributes + ">>";
    }

    [[nodiscard]] const char* list_numbering(const StructureNode& list) const {
        if (list.ordered) return "Decimal";
        for (const auto item : list.children)
            for (const auto part : nodes_[item].children)
                if (nodes_[part].role == Role::label && kept_[part]) return "Disc";
        return "None";
    }

    void append_box(std::string& text, const FigureBox& figure) const {
        const double height = document_.pages[figure.page].frame.size.height;
        text += "/A<</O/Layout/Placement/Block/BBox[";
        for (const double edge :
             {figure.box.x, height - figure.box.bottom(), figure.box.right(), height - figure.box.y}) {
            append_number(text, edge);
            text += ' ';
        }
        text += "]>>";
    }

    void append_kids(std::string& text, NodeId id) const {
        const auto& parts = parts_[id];
        std::string kids;
        std::size_t count = parts.size();
        for (const auto child : nodes_[id].children)
            if (kept_[child]) {
                elements_[child].append_to(kids);
                kids += ' ';
                ++count;
            }
        for (const auto& part : parts) append_part(kids, part, parts.front().page);
        if (!parts.empty()) text += "/Pg " + pages_[parts.front().page].text();
        if (count == 0) return;
        kids.pop_back();
        text += count == 1 ? "/K " + kids : "/K[" + kids + ']';
    }

    void append_part(std::string& kids, const Part& part, std::size_t home) const {
        if (!part.annotation && part.page == home) {
            append_whole(kids, part.mcid);
            kids += ' ';
            return;
        }
        kids += part.annotation ? "<</Type/OBJR" : "<</Type/MCR";
        if (part.page != home) {
            kids += "/Pg ";
            pages_[part.page].append_to(kids);
        }
        kids += part.annotation ? "/Obj " : "/MCID ";
        if (part.annotation)
            part.annotation->append_to(kids);
        else
            append_whole(kids, part.mcid);
        kids += ">> ";
    }

    Ref parent_tree(const PageContents& contents, const std::vector<std::vector<Ref>>& annotations) {
        std::vector<std::pair<int, std::string>> entries;
        for (std::size_t page = 0; page < contents.size(); ++page) {
            if (contents[page]->owners.empty()) continue;
            std::string list = "[";
            for (const auto owner : contents[page]->owners) {
                elements_[owner].append_to(list);
                list += ' ';
            }
            list.back() = ']';
            entries.emplace_back(static_cast<int>(page), std::move(list));
        }
        next_key_ = first_annotation_key(document_);
        for (std::size_t page = 0; page < contents.size(); ++page)
            for (std::size_t i = 0; i < annotations[page].size(); ++i)
                entries.emplace_back(next_key_++,
                                     elements_[link_of(document_.pages[page], contents[page]->links[i]).node].text());
        return number_tree(objects_, entries);
    }

    Objects& objects_;
    const layout::Pages& document_;
    const std::vector<StructureNode>& nodes_;
    const std::vector<Ref>& pages_;
    std::vector<std::vector<Part>> parts_;  ///< by node
    std::vector<bool> kept_;
    std::vector<Ref> elements_;
    std::vector<std::optional<FigureBox>> boxes_;
    std::vector<bool> heads_cells_;
    std::vector<std::pair<std::string, std::string>> ids_;
    int next_key_ = 0;
};

}  // namespace

StructureTree embed_structure(Objects& objects, const layout::Pages& document, const PageContents& contents,
                              const std::vector<Ref>& pages, const std::vector<std::vector<Ref>>& annotations) {
    TreeWriter writer(objects, document, pages);
    for (std::size_t page = 0; page < contents.size(); ++page) writer.take(page, *contents[page], annotations[page]);
    return writer.write(contents, annotations);
}

const char* role_name(Role role) {
    static constexpr const char* kNames[] = {
        "Document", "Part",   "Sect", "Div",  "BlockQuote", "Caption",   "TOC",   "TOCI",  "H1",    "H2", "H3",
        "H4",       "P",      "L",    "LI",   "Lbl",        "LBody",     "Table", "THead", "TBody", "TR", "TH",
        "TD",       "Figure", "Link", "Span", "Note",       "Reference", "Ruby",  "RB",    "RT"};
    return kNames[static_cast<std::size_t>(role)];
}

}  // namespace zheye::pdf
