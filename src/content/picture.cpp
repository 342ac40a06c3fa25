// Finds pictures from the folder of the brochure and keeps them inside it.
#include "content/picture.h"

#include "base/nearest.h"
#include "content/proofread.h"
#include "content/values.h"

#include <filesystem>

namespace zheye::content {

namespace {

namespace fs = std::filesystem;

bool is_placeholder(std::string_view text) { return text == "placeholder" || text == "占位" || text == "占位图"; }

bool is_inside(const std::string& path, const std::string& folder) {
    if (folder.empty() || folder == ".") return !path.starts_with("../") && !path.starts_with('/');
    return path.starts_with(folder.ends_with('/') ? folder : folder + "/");
}

void report_missing(const yaml::Node& node, const std::string& path, const Context& context) {
    std::vector<diag::Message> hints;
    const fs::path where(path);
    if (const auto near = nearest(where.filename().string(), context.files.list(where.parent_path().string()))) {
        const auto name = (fs::path(node.text).parent_path() / *near).string();
        hints.push_back({"是不是“" + name + "”？", "did you mean “" + name + "”?"});
    }
    hints.push_back(
        {"图片还没有的话，写“picture: placeholder”（占位）", "write “picture: placeholder” if it is still to come"});
    context.diagnostics.error("picture-missing", node.span,
                              {"没有“" + node.text + "”这个图片文件", "there is no picture file “" + node.text + "”"},
                              std::move(hints));
}

/// What is said in place of the picture: its own words, else its caption's.
std::string read_alt(const Fields& fields, const RichText& caption, const Context& context) {
    const auto* node = fields["alt"];
    if (node == nullptr) return plain_text(caption);
    return read_alt_text(*node, context);
}

void check_alt(const Figure& figure, diag::Diagnostics& diagnostics) {
    for (const auto& picture : figure.pictures)
        if (picture.alt.empty())
            diagnostics.warning(
                "missing-alt", picture.span,
                {"图片没有图注，也没有替代文字", "the picture has neither a caption nor an alternative text"},
                {{"写上“alt”（替代文字），听屏幕朗读的读者才知道图上是什么",
                  "give “alt”, so that those who hear the page know what it shows"}});
}

/// An item of `pictures:`: a path, or a mapping.
Picture read_picture(const yaml::Node& node, const Context& context) {
    Picture picture;
    picture.span = node.span;
    const diag::Message name{"一张图片", "a picture"};
    if (!has_item_form(node, kScalar | kMapping, name, context.diagnostics)) return picture;
    if (node.is_scalar()) {
        picture.path = read_picture_path(node, context);
        return picture;
    }
    const Fields fields(node, group("picture"), context.diagnostics);
    if (const auto* path = fields["picture"]) {
        picture.span = path->span;
        picture.path = read_picture_path(*path, context);
    }
    picture.caption = context.rich(fields, "caption");
    picture.alt = read_alt(fields, picture.caption, context);
    return picture;
}

void read_row(const Fields& fields, Figure& figure, const Context& context) {
    for (const auto& item : fields["pictures"]->items) figure.pictures.push_back(read_picture(item, context));
    if (figure.pictures.empty())
        context.diagnostics.error("empty-list", fields["pictures"]->span, {"这个列表是空的", "this list is empty"});
    if (figure.pictures.size() == 1 && figure.pictures.front().alt.empty())
        figure.pictures.front().alt = read_alt(fields, figure.caption, context);
}

}  // namespace

std::string read_alt_text(const yaml::Node& node, const Context& context) {
    proofread_plain(node, context.proofreading, context.diagnostics);
    return read_plain(node);
}

std::string read_picture_path(const yaml::Node& node, const Context& context) {
    if (is_placeholder(node.text)) return {};
    const auto path = (fs::path(context.folder) / node.text).lexically_normal().string();
    if (node.text.empty() || !is_inside(context.files.canonical(path), context.files.canonical(context.folder))) {
        context.diagnostics.error(
            "picture-outside", node.span,
            {"“" + node.text + "”不在内容文件夹里", "“" + node.text + "” is not in the content folder"},
            {{"把图片放进册子所在的文件夹", "put the picture into the folder of the brochure"}});
        return {};
    }
    if (context.files.is_file(path)) return path;
    report_missing(node, path, context);
    return {};
}

namespace {

void read_figure_fields(const yaml::Node& node, Figure& figure, const Context& context) {
    const Fields fields(node, group("figure"), context.diagnostics);
    figure.caption = context.rich(fields, "caption");
    if (const auto* span = fields["span"]) {
        const auto extent = read_choice(*span, find_key(group("figure"), "span")->choices, context.diagnostics);
        if (extent == "page") figure.extent = Extent::page;
        if (extent == "bleed") figure.extent = Extent::bleed;
    }
    if (fields.has("picture") && fields.has("pictures")) {
        context.diagnostics.error("duplicate-key", fields.key_span("pictures"),
                                  {"“picture”和“pictures”只能写一个", "give “picture” or “pictures”, not both"},
                                  {{"几张图片都写进“pictures”", "put all of them under “pictures”"}});
    } else if (fields["pictures"] != nullptr) {
        read_row(fields, figure, context);
    } else if (const auto* path = fields["picture"]) {
        auto picture =
            Picture{read_picture_path(*path, context), {}, read_alt(fields, figure.caption, context), path->span};
        picture.caption = std::exchange(figure.caption, {});
        figure.pictures.push_back(std::move(picture));
    } else if (!fields.has("picture") && !fields.has("pictures")) {
        context.diagnostics.error("missing-key", node.entries.empty() ? node.span : node.entries.front().key_span,
                                  {"图片缺少“picture”（图片）", "a figure needs “picture”"},
                                  {{"图片还没有的话，写“picture: placeholder”（占位）",
                                    "write “picture: placeholder” if it is still to come"}});
    }
}

}  // namespace

Figure read_figure(const yaml::Node& node, const Context& context) {
    Figure figure;
    if (node.is_scalar())
        figure.pictures.push_back({read_picture_path(node, context), {}, {}, node.span});
    else
        read_figure_fields(node, figure, context);
    check_alt(figure, context.diagnostics);
    return figure;
}

}  // namespace zheye::content
