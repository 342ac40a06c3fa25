// Pages → readable text. Shows what stands in the pages and judges nothing; a mistake in the tags is shown as such.
#include "dump/dump.h"

#include "base/utf8.h"
#include "dump/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace zheye::dump {

namespace {

std::string list(const std::vector<std::string>& texts) {
    std::string result;
    for (const auto& text : texts) result += (result.empty() ? "" : ", ") + quoted(text);
    return result;
}

/// Values by glyph, of which only those that are not nothing are told, equal neighbours together: "0 -5.25, 3-9 +0.12".
std::string told(const std::vector<double>& values) {
    const auto shown = [](double value) { return (value > 0 ? "+" : "") + number(value); };
    std::string result;
    for (std::size_t first = 0, next; first < values.size(); first = next) {
        const auto text = shown(values[first]);
        for (next = first + 1; next < values.size() && shown(values[next]) == text;) ++next;
        if (number(values[first]) == "0.00") continue;
        if (!result.empty()) result += ", ";
        result +=
            next - first == 1 ? fmt::format("{} {}", first, text) : fmt::format("{}-{} {}", first, next - 1, text);
    }
    return result;
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) at += utf8::decode(text, at).length;
    return count;
}

class Writer {
public:
    Writer(const layout::Pages& pages, const font::FontBook& fonts) : pages_(pages), fonts_(fonts) {}

    std::string write() {
        metadata();
        images();
        pages_of_node_.resize(pages_.structure.nodes.size());
        for (std::size_t i = 0; i < pages_.pages.size(); ++i) page(i);
        sheets();
        structure();
        outline();
        return std::move(text_);
    }

private:
    void line(std::size_t depth, std::string_view content) {
        text_.append(2 * depth, ' ');
        text_ += content;
        text_ += '\n';
    }

    void metadata() {
        const auto& data = pages_.metadata;
        line(0, "document " + quoted(data.title));
        if (!data.subject.empty()) line(1, "subject " + quoted(data.subject));
        line(1, "language " + data.language);
        if (!data.authors.empty()) line(1, "authors " + list(data.authors));
        if (!data.keywords.empty()) line(1, "keywords " + list(data.keywords));
        if (!data.publisher.empty()) line(1, "publisher " + quoted(data.publisher));
        if (!data.date.empty()) line(1, "date " + data.date);
    }

    void images() {
        for (std::size_t i = 0; i < pages_.images.size(); ++i) {
            const auto* picture = pages_.images[i].get();
            if (!picture) {
                line(0, fmt::format("image {} (none)", i));
                continue;
            }
            if (picture->drawing) {
                const auto& size = picture->drawing->size;
                line(0, fmt::format("image {} shapes {} {}×{}", i, picture->drawing->shapes.size(), number(size.width),
                                    number(size.height)));
                depth_ = 1;
                for (const auto& shape : picture->drawing->shapes) item(shape, 0);
                depth_ = 0;
                continue;
            }
            const bool jpeg = picture->coding == picture::Coding::jpeg;
            const char* colours = picture->components == 1 ? "grey" : picture->components == 4 ? "cmyk" : "rgb";
            line(0, fmt::format(
                        "image {} {} {}×{} {}{}{}{}{}{}", i, jpeg ? "jpeg" : "pixels", picture->width, picture->height,
                        colours, picture->inverted ? " inverted" : "", picture->alpha.empty() ? "" : " alpha",
                        picture->dpi > 0 ? " " + number(picture->dpi) + "dpi" : "",
                        picture->profile.empty() ? "" : " profile",
                        picture->orientation == 1 ? "" : " orientation " + std::to_string(picture->orientation)));
        }
    }

    void page(std::size_t index) {
        const auto& page = pages_.pages[index];
        auto head =
            fmt::format("page {} {}×{}", index + 1, number(page.frame.size.width), number(page.frame.size.height));
        if (page.bleed != 0) head += " bleed " + number(page.bleed);
        if (page.slug != 0) head += " slug " + number(page.slug);
        if (!page.label.empty()) head += " label " + quoted(page.label);
        text_ += '\n';
        line(0, head);
        depth_ = 1;
        for (const auto& item : page.frame.items) std::visit([&](const auto& each) { this->item(each, index); }, item);
        if (depth_ > 1) line(1, "!! a tag is not closed");
    }

    void item(const layout::TagBegin& tag, std::size_t page) {
        const bool known = tag.node < pages_.structure.nodes.size();
        if (known) pages_of_node_[tag.node].insert(page + 1);
        if (depth_ > 1) line(depth_, "!! a tag inside a tag");
        line(depth_++, known ? name(tag.node) : fmt::format("!! no node #{}", tag.node));
    }

    void item(const layout::TagEnd&, std::size_t) {
        if (depth_ > 1)
            --depth_;
        else
            line(1, "!! a tag ends that has not begun");
    }

    void item(const layout::GlyphRun& run, std::size_t) {
        auto content = fmt::format("text {} {} {} {} at {}", quoted(run.text), fonts_.face(run.face).name,
                                   number(run.size), to_string(run.colour), point(run.origin));
        const auto& glyphs = run.glyphs;
        if (run.orientation != layout::Orientation::across) content += " " + std::string(orientation(run.orientation));
        if (run.narrow != 1) content += " narrow " + number(run.narrow);
        content += " width " + number(glyphs.empty() ? 0 : glyphs.back().x + glyphs.back().advance);
        if (glyphs.size() != characters(run.text)) content += fmt::format(" glyphs {}", glyphs.size());
        // Before the first glyph, and after each but the last: what its advance does not account for.
        std::vector<double> gaps, rises;
        std::string missing;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            if (i + 1 < glyphs.size()) gaps.push_back(glyphs[i + 1].x - glyphs[i].x - glyphs[i].advance);
            rises.push_back(glyphs[i].y);
            if (glyphs[i].id == 0) missing += " " + std::to_string(i);
        }
        if (!glyphs.empty() && number(glyphs[0].x) != "0.00") content += " start " + number(glyphs[0].x);
        if (const auto text = told(gaps); !text.empty()) content += " gaps [" + text + "]";
        if (const auto text = told(rises); !text.empty()) content += " rises [" + text + "]";
        if (!missing.empty()) content += " !! missing glyphs at" + missing;
        line(depth_, content);
    }

    void item(const layout::Shape& shape, std::size_t) {
        std::string content = "shape " + path(shape.path);
        if (shape.fill) content += " fill " + paint(*shape.fill);
        if (shape.stroke) content += " stroke " + stroke(*shape.stroke);
        if (shape.even_odd) content += " even-odd";
        if (shape.clip) content += " clip " + rect(*shape.clip);
        if (shape.clip && shape.clip_radius > 0) content += " radius " + number(shape.clip_radius);
        if (shape.plates) content += shape.plates->all ? " on all plates" : " in inks";
        if (shape.opacity != 1) content += " opacity " + number(shape.opacity);
        line(depth_, content);
    }

    void item(const layout::Image& image, std::size_t) {
        std::string content = fmt::format("image {} at {}", image.image, rect(image.place));
        if (image.image >= pages_.images.size()) content = "!! no such image: " + content;
        if (image.clip) content += " clip " + rect(*image.clip);
        if (image.clip && image.clip_radius > 0) content += " radius " + number(image.clip_radius);
        line(depth_, content);
    }

    void item(const layout::Link& link, std::size_t) {
        const auto target =
            link.url.empty() ? fmt::format("page {} y {}", link.page + 1, number(link.y)) : quoted(link.url);
        std::string content = fmt::format("link to {} area {} node #{}", target, rect(link.area), link.node);
        if (!link.description.empty()) content += " description " + quoted(link.description);
        line(depth_, content);
    }

    [[nodiscard]] std::string name(layout::NodeId id) const {
        return fmt::format("{} #{}", role(pages_.structure.nodes[id].role), id);
    }

    void sheets() {
        if (!pages_.sheets.empty()) text_ += '\n';
        for (std::size_t i = 0; i < pages_.sheets.size(); ++i) {
            const auto& side = pages_.sheets[i];
            std::string content = fmt::format("sheet {} {} {}×{}", i / 2 + 1, i % 2 == 0 ? "front" : "back",
                                              number(side.size.width), number(side.size.height));
            for (const auto& panel : side.panels)
                content += fmt::format(" | page {} {}", panel.page + 1, rect(panel.area));
            content += " | folds";
            for (const double fold : side.folds) content += " " + number(fold);
            line(0, content);
        }
    }

    void structure() {
        if (pages_.structure.nodes.empty()) return;
        text_ += "\nstructure\n";
        std::vector<bool> shown(pages_.structure.nodes.size());
        node(0, 1, shown);
        for (layout::NodeId id = 0; id < shown.size(); ++id)
            if (!shown[id]) line(1, "!! not in the tree: " + name(id));
    }

    void node(layout::NodeId id, std::size_t depth, std::vector<bool>& shown) {
        if (id >= shown.size() || shown[id])
            return line(depth, fmt::format("!! {} #{}", id >= shown.size() ? "no node" : "again", id));
        shown[id] = true;
        const auto& node = pages_.structure.nodes[id];
        using Scope = layout::StructureNode::Scope;
        std::string content = name(id);
        if (!node.alt.empty()) content += " alt " + quoted(node.alt);
        if (!node.language.empty()) content += " language " + node.language;
        if (node.colspan != 1) content += fmt::format(" colspan {}", node.colspan);
        if (node.rowspan != 1) content += fmt::format(" rowspan {}", node.rowspan);
        if (node.scope != Scope::none) content += node.scope == Scope::row ? " scope row" : " scope column";
        for (std::size_t i = 0; i < node.headers.size(); ++i)
            content += (i == 0 ? " headers " : ",") + std::to_string(node.headers[i]);
        if (node.ordered) content += " ordered";
        const char* separator = " on page ";
        for (const auto page : pages_of_node_[id]) {
            content += separator + std::to_string(page);
            separator = ",";
        }
        line(depth, content);
        for (const auto child : node.children) this->node(child, depth + 1, shown);
    }

    void outline() {
        if (pages_.outline.empty()) return;
        text_ += "\noutline\n";
        for (const auto& entry : pages_.outline)
            line(static_cast<std::size_t>(std::max(entry.level, 1)),
                 fmt::format("{} page {} y {} node #{}", quoted(entry.title), entry.page + 1, number(entry.y),
                             entry.node));
    }

    const layout::Pages& pages_;
    const font::FontBook& fonts_;
    std::vector<std::set<std::size_t>> pages_of_node_;
    std::size_t depth_ = 1;
    std::string text_;
};

}  // namespace

std::string dump(const layout::Pages& pages, const font::FontBook& fonts) { return Writer(pages, fonts).write(); }

}  // namespace zheye::dump
