#include "picture/svg_file.h"

#include "base/utf8.h"

namespace zheye::picture {

namespace {

constexpr std::size_t kMostBytes = 32'000'000;

}  // namespace

SvgFile::SvgFile(const Blob& bytes, const std::string& path, diag::Sources& sources, diag::Diagnostics& diagnostics)
    : bytes_(bytes), readable_(!utf8::find_invalid(bytes.bytes())), diagnostics_(diagnostics) {
    source_ = sources.add(path, readable_ ? bytes : Blob(std::string()));
}

pugi::xml_node SvgFile::parse() {
    if (bytes_.size() > kMostBytes) {
        error("svg-too-large", at(0, 0), {"SVG 文件太大了", "the SVG file is too large"},
              {{"在绘图软件里简化路径后另存", "simplify its paths in a drawing program"}});
        return {};
    }
    if (!readable_) {
        error("svg-encoding", at(0, 0), {"SVG 文件不是 UTF-8", "the SVG file is not UTF-8"},
              {{"用 UTF-8 另存", "save it as UTF-8"}});
        return {};
    }
    const auto parsed =
        document_.load_buffer(bytes_.bytes().data(), bytes_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        error("svg-broken", at(static_cast<std::size_t>(parsed.offset), 1),
              {"SVG 到这里读不下去：文件损坏或不完整", "the SVG cannot be read on from here: it is broken or cut off"},
              {{"请重新导出这个文件", "export the file again"}});
        return {};
    }
    const auto root = document_.document_element();
    if (svg_name(root) != "svg") {
        error("svg-root", span(root), {"这不是 SVG 图形", "this is no SVG drawing"},
              {{"最外层应当是 <svg>", "its outermost element should be <svg>"}});
        return {};
    }
    collect_ids(root);
    return root;
}

/// Without recursion: a file may be as deep as it is long.
void SvgFile::collect_ids(const pugi::xml_node& root) {
    for (auto node = root; node;) {
        if (const auto id = node.attribute("id")) ids_.try_emplace(id.value(), node);
        if (const auto child = node.first_child()) {
            node = child;
            continue;
        }
        while (node && node != root && !node.next_sibling()) node = node.parent();
        if (!node || node == root) return;
        node = node.next_sibling();
    }
}

pugi::xml_node SvgFile::find(std::string_view id) const {
    const auto found = ids_.find(id);
    return found == ids_.end() ? pugi::xml_node{} : found->second;
}

diag::Span SvgFile::at(std::size_t offset, std::size_t length) const {
    const auto size = readable_ ? bytes_.size() : 0;
    const auto begin = std::min(offset, size), end = std::min(begin + length, size);
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

diag::Span SvgFile::span(const pugi::xml_node& node) const {
    const auto offset = node.offset_debug();
    if (offset < 0) return at(0, 0);
    return at(static_cast<std::size_t>(offset), std::string_view(node.name()).size());
}

/// An attribute has no offset of its own; its value was parsed in the same buffer as the element's name.
diag::Span SvgFile::span(const pugi::xml_node& node, const pugi::xml_attribute& attribute) const {
    const auto offset = node.offset_debug();
    if (offset < 0 || !attribute) return span(node);
    const auto begin = offset + (attribute.value() - node.name());
    if (begin < 0 || begin > static_cast<std::ptrdiff_t>(bytes_.size())) return span(node);
    constexpr std::size_t kShown = 60;
    return at(static_cast<std::size_t>(begin), std::min(kShown, std::string_view(attribute.value()).size()));
}

void SvgFile::error(const char* code, diag::Span place, const diag::Message& message,
                    std::vector<diag::Message> hints) {
    failed_ = true;
    diagnostics_.error(code, place, message, std::move(hints));
}

void SvgFile::error_once(const std::string& kind, diag::Span place, const diag::Message& message,
                         std::vector<diag::Message> hints) {
    if (told_.insert(kind).second) error("svg-unsupported", place, message, std::move(hints));
}

void SvgFile::warn_once(const std::string& kind, diag::Span place, const diag::Message& message,
                        std::vector<diag::Message> hints) {
    if (told_.insert(kind).second) diagnostics_.warning("svg-approximate", place, message, std::move(hints));
}

std::string_view svg_name(const pugi::xml_node& node) {
    std::string_view name = node.name();
    if (name.starts_with("svg:")) name.remove_prefix(4);
    return name.contains(':') ? std::string_view{} : name;
}

}  // namespace zheye::picture
