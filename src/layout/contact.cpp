// QR codes, and addresses with one. A code is drawn as one path; what it opens stands beside it as a link.
#include "layout/blocks.h"
#include "picture/qr.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace zheye::layout {

namespace {

using theme::Style;

constexpr double kPointsPerMm = 72.0 / 25.4;
/// Finer modules are not read by telephones from printed paper.
constexpr double kLeastModule = 0.33 * kPointsPerMm;

/// The dark modules, those beside each other in a row joined.
Path modules(const picture::QrCode& code, double module) {
    Path path;
    for (int y = 0; y < code.side; ++y)
        for (int x = 0; x < code.side;) {
            if (!code.at(x, y)) {
                ++x;
                continue;
            }
            const int begin = x;
            while (x < code.side && code.at(x, y)) ++x;
            const auto row =
                Path::rectangle({(begin + picture::QrCode::kQuietZone) * module,
                                 (y + picture::QrCode::kQuietZone) * module, (x - begin) * module, module});
            path.segments.insert(path.segments.end(), row.segments.begin(), row.segments.end());
        }
    return path;
}

void report_dense(Typesetter& type, const content::Qr& qr, double module) {
    const auto mm = fmt::format("{:.2f}", module / kPointsPerMm);
    type.diagnostics.warning(
        "qr-dense", qr.span,
        {"网址太长，二维码的格子只有 " + mm + " 毫米，手机不容易扫出来",
         "the address is long: the modules of its QR code are only " + mm + " mm wide, too fine for telephones"},
        {{"换一个短网址", "use a shorter address"}});
}

/// The code as a figure, of the theme's size.
Frame code_frame(Typesetter& type, const content::Qr& qr, NodeId parent) {
    const auto& style = type.theme.qr;
    const auto code = picture::qr_code(qr.url);
    if (!code) {
        type.diagnostics.error("qr-long", qr.span, {"网址太长，二维码放不下", "the address is too long for a QR code"},
                               {{"换一个短网址", "use a shorter address"}});
        return {};
    }
    const double module = style.size / (code->side + 2 * picture::QrCode::kQuietZone);
    if (module < kLeastModule) report_dense(type, qr, module);
    const NodeId node = type.node(parent, Role::figure, qr.span);
    type.structure(node).alt = type.words.qr + type.words.colon + qr.url;
    Frame frame{{style.size, style.size}, {}};
    frame.items.emplace_back(TagBegin{node});
    draw_area(frame, {0, 0, style.size, style.size}, style.light);
    frame.items.emplace_back(Shape{modules(*code, module), Paint{style.dark}, {}, 1});
    frame.items.emplace_back(TagEnd{});
    return frame;
}

/// The address as one would type it; where no line can hold it, what it begins with.
content::RichText link_to(Typesetter& type, const content::Qr& qr, Style style, double width) {
    const auto begin = qr.url.find("://");
    std::string shown = begin == std::string::npos ? qr.url : qr.url.substr(begin + 3);
    if (shown.ends_with('/')) shown.pop_back();
    auto text = plain(shown, qr.span);
    if (type.shape(text, style, kArtifact).minimum_width() > width)
        text = plain(shown.substr(0, shown.find_first_of("/?#")) + "/…", qr.span);
    text.front().link = qr.url;
    return text;
}

/// Text and code beside each other; in a measure too narrow for both, the code below.
Frame beside(Typesetter& type, Frame text, Frame code, double width, bool code_first) {
    const auto& style = type.theme.qr;
    Frame frame;
    if (text.size.width + style.gap + code.size.width > width + 0.01) {
        const double y = text.size.height + style.gap;
        frame.size = {width, y + code.size.height};
        frame.place({0, 0}, std::move(text));
        frame.place({0, y}, std::move(code));
        return frame;
    }
    frame.size = {width, std::max(text.size.height, code.size.height)};
    const double text_x = code_first ? code.size.width + style.gap : 0;
    const double code_x = code_first ? 0 : width - code.size.width;
    const double text_y = code_first ? (frame.size.height - text.size.height) / 2 : 0;
    frame.place({text_x, text_y}, std::move(text));
    frame.place({code_x, 0}, std::move(code));
    return frame;
}

/// Of the measure, what text beside a code gets; all of it where that would be too little.
double text_width(const Typesetter& type, double width) {
    const double left = width - type.theme.qr.size - type.theme.qr.gap;
    return left < 8 * type.theme.style(Style::card_text).size ? width : left;
}

Galley one_piece(Frame frame) {
    Galley galley;
    galley.pieces.push_back(piece_of(std::move(frame)));
    return galley;
}

/// Address, telephone and what else there is, each behind its label; lines that go on stand below the text, not below
/// the label.
std::vector<Frame> contact_lines(Typesetter& type, const content::Contact& block, double width, NodeId node) {
    const auto& words = type.words;
    std::vector<std::pair<std::string, content::RichText>> lines{{{}, block.text},
                                                                 {words.address, block.address},
                                                                 {words.phone, block.phone},
                                                                 {words.mail, block.mail},
                                                                 {words.hours, block.hours}};
    if (block.site) lines.emplace_back(words.site, link_to(type, *block.site, Style::card_text, width));
    const auto label_of = [&](const std::string& name, diag::Span span) {
        auto label = plain(name + words.label_end, span);
        label.front().strong = true;
        return label;
    };
    double labels = 0;
    for (const auto& [name, text] : lines)
        if (!name.empty() && !text.empty())
            labels = std::max(labels, type.shape(label_of(name, {}), Style::card_text, kArtifact).natural_width());
    const double shift = labels + type.theme.style(Style::card_text).size;
    std::vector<Frame> frames;
    for (const auto& [name, text] : lines) {
        if (text.empty()) continue;
        const NodeId p = type.node(node, Role::p);
        if (name.empty()) {
            frames.push_back(type.block(text, Style::card_text, p, width));
            continue;
        }
        Frame label = type.block(label_of(name, text.front().span), Style::card_text, type.node(p, Role::span), shift);
        Frame words_of = type.block(text, Style::card_text, type.node(p, Role::span), width - shift);
        Frame line{{width, words_of.size.height}, {}};
        line.place({0, 0}, std::move(label));
        line.place({shift, 0}, std::move(words_of));
        frames.push_back(std::move(line));
    }
    return frames;
}

}  // namespace

Galley set_qr(Typesetter& type, const content::Qr& block, const Measure& measure, NodeId parent) {
    const NodeId node = type.node(parent, Role::div, block.span);
    Frame code = code_frame(type, block, node);
    const double width = text_width(type, measure.width);
    std::vector<Frame> frames;
    if (!block.caption.empty())
        frames.push_back(type.block(block.caption, Style::card_title, type.node(node, Role::p), width));
    frames.push_back(
        type.block(link_to(type, block, Style::card_text, width), Style::card_text, type.node(node, Role::p), width));
    return one_piece(beside(type, stacked(std::move(frames)), std::move(code), measure.width, true));
}

Galley set_contact(Typesetter& type, const content::Contact& block, const Measure& measure, NodeId parent) {
    const NodeId node = type.node(parent, Role::div);
    const bool coded = block.site && block.qr;
    const double width = coded ? text_width(type, measure.width) : measure.width;
    std::vector<Frame> frames;
    frames.push_back(type.fitted(block.title, Style::card_title, type.node(node, Role::p), width));
    for (auto& line : contact_lines(type, block, width, node)) frames.push_back(std::move(line));
    Frame text = stacked(std::move(frames));
    text.size.width = width;
    if (!coded) return one_piece(std::move(text));
    return one_piece(beside(type, std::move(text), code_frame(type, *block.site, node), measure.width, false));
}

}  // namespace zheye::layout
