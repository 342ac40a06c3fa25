// Finds pictures from the folder of the brochure and keeps them inside it.
#include "content/picture.h"

#include "base/nearest.h"
#include "content/crop.h"
#include "content/keys_figure.h"
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

void report_missing(const yaml::Node& node, const std::string& path, const Folder& folder) {
    std::vector<diag::Message> hints;
    const fs::path where(path);
    if (const auto near = nearest(where.filename().string(), folder.files.list(where.parent_path().string()))) {
        const auto name = (fs::path(node.text).parent_path() / *near).string();
        hints.push_back({"是不是“" + name + "”？", "did you mean “" + name + "”?"});
    }
    hints.push_back(
        {"图片还没有的话，写“picture: placeholder”（占位）", "write “picture: placeholder” if it is still to come"});
    folder.diagnostics.error("picture-missing", node.span,
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

/// What of it is shown, and in which colours.
void read_view(const Fields& fields, Picture& picture, const Context& context) {
    if (const auto* crop = fields["crop"]) picture.crop = read_crop(*crop, context.diagnostics);
    read_focus_and_tone(fields, picture, context);
}

/// An item of `pictures:`: a path, or a mapping; what is said of all pictures holds for it, too.
Picture read_picture(const yaml::Node& node, const Picture& all, const Context& context) {
    Picture picture = all;
    picture.span = node.span;
    const diag::Message name{"一张图片", "a picture"};
    if (!has_item_form(node, kScalar | kMapping, name, context.diagnostics)) return picture;
    if (node.is_scalar()) {
        picture.path = read_picture_path(node, context.in_folder());
        return picture;
    }
    const Fields fields(node, group("picture"), context.diagnostics);
    if (const auto* path = fields["picture"]) {
        picture.span = path->span;
        picture.path = read_picture_path(*path, context.in_folder());
    }
    picture.caption = context.rich(fields, "caption");
    picture.alt = read_alt(fields, picture.caption, context);
    read_view(fields, picture, context);
    return picture;
}

void read_row(const Fields& fields, Figure& figure, const Context& context) {
    Picture all;
    read_view(fields, all, context);
    figure.crop = all.crop;
    for (const auto& item : fields["pictures"]->items) figure.pictures.push_back(read_picture(item, all, context));
    if (figure.pictures.empty())
        context.diagnostics.error("empty-list", fields["pictures"]->span, {"这个列表是空的", "this list is empty"});
    if (figure.pictures.size() == 1 && figure.pictures.front().alt.empty())
        figure.pictures.front().alt = read_alt(fields, figure.caption, context);
}

}  // namespace

namespace {

void check_grid(const Fields& fields, Figure& figure, const Context& context) {
    const auto* node = fields["grid"];
    if (node == nullptr) return;
    figure.grid = read_grid(*node, context.diagnostics);
    if (!figure.grid || figure.grid->rows == 0) return;
    const auto places = static_cast<std::size_t>(figure.grid->rows * figure.grid->columns);
    const auto count = figure.pictures.size();
    if (count <= places) return;
    const auto has = std::to_string(places), given = std::to_string(count);
    context.diagnostics.error(
        "grid-size", node->span,
        {"网格只有" + has + "格，图片有" + given + "张", "the grid has " + has + " places for " + given + " pictures"},
        {{"把网格写大，或者只写列数", "give it more rows, or the number of columns alone"}});
}

/// Words on a picture want one picture.
void read_words(const Fields& fields, Figure& figure, const Context& context) {
    figure.title = context.rich(fields, "title");
    figure.text = context.rich(fields, "text");
    if (figure.pictures.size() <= 1 || (figure.title.empty() && figure.text.empty())) return;
    context.diagnostics.error(
        "words-place", fields.key_span(figure.title.empty() ? "text" : "title"),
        {"几张图片上面不能印字", "there is no place for words on several pictures"},
        {{"每张写“caption”（图注），或者只放一张图片", "give each a “caption”, or set one picture alone"}});
}

/// One picture that goes across the page can grow down to its foot.
void read_fill(const Fields& fields, Figure& figure, const Context& context) {
    const auto* node = fields["fill"];
    if (node == nullptr) return;
    figure.fills = read_flag(*node, context.diagnostics).value_or(false);
    if (!figure.fills || (figure.pictures.size() <= 1 && figure.extent != Extent::column)) return;
    context.diagnostics.error(
        "fill-place", fields.key_span("fill"),
        {"只有一张通栏（page）或出血（bleed）的图片能补满一页",
         "only one picture with “span: page” or “span: bleed” can fill a page"},
        {{"写上“span: page”（范围：通栏）或“span: bleed”（出血）", "give “span: page” or “span: bleed”"}});
}

}  // namespace

void read_focus_and_tone(const Fields& fields, Picture& picture, const Context& context) {
    if (const auto* focus = fields["focus"])
        picture.focus = read_focus(*focus, context.diagnostics).value_or(picture.focus);
    if (const auto* tone = fields["tone"])
        picture.toned = read_choice(*tone, keys::kTones, context.diagnostics) == "theme";
}

std::string read_alt_text(const yaml::Node& node, const Context& context) {
    proofread_plain(node, context.proofreading, context.diagnostics);
    return read_plain(node);
}

std::string read_picture_path(const yaml::Node& node, const Folder& folder) {
    if (is_placeholder(node.text)) return {};
    const auto path = (fs::path(folder.path) / node.text).lexically_normal().string();
    if (node.text.empty() || !is_inside(folder.files.canonical(path), folder.files.canonical(folder.path))) {
        folder.diagnostics.error(
            "picture-outside", node.span,
            {"“" + node.text + "”不在内容文件夹里", "“" + node.text + "” is not in the content folder"},
            {{"把图片放进册子所在的文件夹", "put the picture into the folder of the brochure"}});
        return {};
    }
    if (folder.files.is_file(path)) return path;
    report_missing(node, path, folder);
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
        context.diagnostics.error(
            "duplicate-key", fields.key_span("pictures"),
            {"“picture”（图片）和“pictures”（图片组）只能写一个", "give “picture” or “pictures”, not both"},
            {{"几张图片都写进“pictures”（图片组）", "put all of them under “pictures”"}});
    } else if (fields["pictures"] != nullptr) {
        read_row(fields, figure, context);
    } else if (const auto* path = fields["picture"]) {
        auto picture = Picture{
            read_picture_path(*path, context.in_folder()), {}, read_alt(fields, figure.caption, context), path->span};
        picture.caption = std::exchange(figure.caption, {});
        read_view(fields, picture, context);
        figure.pictures.push_back(std::move(picture));
    } else if (!fields.has("picture") && !fields.has("pictures")) {
        context.diagnostics.error("missing-key", node.entries.empty() ? node.span : node.entries.front().key_span,
                                  {"图片缺少“picture”（图片）", "a figure needs “picture”"},
                                  {{"图片还没有的话，写“picture: placeholder”（占位）",
                                    "write “picture: placeholder” if it is still to come"}});
    }
    check_grid(fields, figure, context);
    read_fill(fields, figure, context);
    read_words(fields, figure, context);
    if (figure.pictures.size() == 1 && figure.pictures.front().alt.empty())
        figure.pictures.front().alt = plain_text(figure.title);
}

}  // namespace

Figure read_figure(const yaml::Node& node, const Context& context) {
    Figure figure;
    if (node.is_scalar())
        figure.pictures.push_back({read_picture_path(node, context.in_folder()), {}, {}, node.span});
    else
        read_figure_fields(node, figure, context);
    check_alt(figure, context.diagnostics);
    return figure;
}

}  // namespace zheye::content
