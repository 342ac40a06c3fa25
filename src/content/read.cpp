// The outermost mapping → Brochure: version, front matter, facts, chapters. Facts are read first, for all that follows
// may use them.
#include "content/read.h"

#include "content/blocks.h"
#include "content/context.h"
#include "content/keys_brochure.h"
#include "content/picture.h"
#include "content/values.h"
#include "yaml/tree_text.h"

#include <utility>

namespace zheye::content {

namespace {

constexpr std::string_view kVersion = "1";

/// False if the file is of a format that this reader does not know: then nothing else in it can be judged.
bool check_version(const yaml::Node& root, diag::Diagnostics& diagnostics) {
    const auto* const wanted = find_key(group("brochure"), "zheye");
    for (const auto& [key, span, version] : root.entries) {
        if (find_key(group("brochure"), key) != wanted || !version.is_scalar() || version.text == kVersion) continue;
        diagnostics.error("version", version.span,
                          {"这个程序只读版本1的格式，这里是“" + version.text + "”",
                           "this program reads format version 1, this is “" + version.text + "”"},
                          {{"写“zheye: 1”，或用更新的程序", "write “zheye: 1”, or use a newer program"}});
        return false;
    }
    return true;
}

/// One of the choices that the schema gives a key of `page`.
std::optional<std::string_view> page_choice(const Fields& page, std::string_view key, const Context& context) {
    const auto* node = page[key];
    if (node == nullptr) return std::nullopt;
    return read_choice(*node, find_key(group("page"), key)->choices, context.diagnostics);
}

/// Papers that have a name lie for what is folded and stand else; a size of the writer's own is as it is written.
void read_paper(const Fields& fields, Form form, PageSetup& page, const Context& context) {
    bool named = true;
    if (const auto* size = fields["size"]) {
        if (const auto paper = read_size(*size, context.diagnostics)) {
            page.width = paper->size.width;
            page.height = paper->size.height;
            named = paper->named;
        }
    }
    if (const auto orientation = page_choice(fields, "orientation", context))
        page.landscape = orientation == "landscape";
    else if (named && (form == Form::bifold || form == Form::trifold))
        page.landscape = true;
    if (page.width && page.landscape && *page.landscape != (*page.width > *page.height))
        std::swap(page.width, page.height);
}

/// Said of a setting that means nothing to the brochure's form.
void report_no_effect(const Fields& page, std::string_view key, const diag::Message& forms, const Context& context) {
    const auto name = display(*find_key(group("page"), key));
    context.diagnostics.warning(
        "no-effect", page.key_span(key),
        {name.zh + "只用于" + forms.zh + "，这里不起作用", name.en + " is for " + forms.en + "; it does nothing here"},
        {{"去掉它，或改“form”（形式）", "take it away, or change “form”"}});
}

PageSetup read_page(const Fields& fields, Form form, const Context& context) {
    PageSetup page;
    const auto* node = fields["page"];
    yaml::Node nothing;
    nothing.kind = yaml::Node::Kind::mapping;
    const Fields inner(node ? *node : nothing, group("page"), context.diagnostics);
    read_paper(inner, form, page, context);
    if (const auto* columns = inner["columns"])
        page.columns = read_count(*columns, 1, form == Form::poster ? 4 : 3, context.diagnostics);
    if (const auto fill = page_choice(inner, "fill", context))
        page.fill = fill == "notes" ? Fill::notes : fill == "blank" ? Fill::blank : Fill::none;
    if (page.fill && form != Form::booklet) report_no_effect(inner, "fill", {"册子", "booklets"}, context);
    if (const auto* distance = inner["distance"]) page.distance = read_distance(*distance, context.diagnostics);
    if (page.distance && form != Form::poster) report_no_effect(inner, "distance", {"海报", "posters"}, context);
    return page;
}

/// A text or a list of texts.
std::vector<std::string> read_texts(const yaml::Node* node, const diag::Message& name, const Context& context) {
    std::vector<std::string> texts;
    if (node == nullptr) return texts;
    if (node->is_scalar()) {
        texts.push_back(read_plain(*node));
        return texts;
    }
    for (const auto& item : node->items)
        if (has_item_form(item, kScalar, name, context.diagnostics)) texts.push_back(read_plain(item));
    return texts;
}

Meta read_meta(const Fields& fields, const Context& context) {
    Meta meta;
    const auto* node = fields["meta"];
    if (node == nullptr) return meta;
    const Fields inner(*node, group("meta"), context.diagnostics);
    meta.authors = read_texts(inner["author"], {"作者", "an author"}, context);
    meta.keywords = read_texts(inner["keywords"], {"关键词", "a keyword"}, context);
    if (const auto* publisher = inner["publisher"]) meta.publisher = read_plain(*publisher);
    if (const auto* number = inner["number"]) meta.number = read_plain(*number);
    if (const auto* compiler = inner["compiler"]) meta.compiler = read_plain(*compiler);
    if (const auto* run = inner["print-run"]) meta.print_run = read_plain(*run);
    if (const auto* permit = inner["permit"]) meta.permit = read_plain(*permit);
    if (const auto* others = inner["others"])
        for (const auto& [name, key_span, value] : others->entries) {
            if (value.is_null() && !value.is_broken)
                context.diagnostics.error("missing-value", key_span,
                                          {"“" + name + "”后面没有内容", "nothing stands behind “" + name + "”"});
            else if (has_form(value, kScalar, quoted(name), context.diagnostics))
                meta.others.push_back({name, read_plain(value)});
        }
    if (const auto* date = inner["date"]) meta.date = read_date(*date, context.diagnostics).value_or("");
    return meta;
}

std::optional<Cover> read_cover(const Fields& fields, const Context& context) {
    Cover cover;
    const auto* node = fields["cover"];
    if (node == nullptr) return cover;
    if (node->is_scalar()) {
        if (!read_flag(*node, context.diagnostics).value_or(true)) return std::nullopt;
        return cover;
    }
    const Fields inner(*node, group("cover"), context.diagnostics);
    cover.kicker = context.cover_text(inner, "kicker");
    cover.note = context.cover_text(inner, "note");
    cover.direction = read_direction(inner, context.diagnostics);
    if (const auto* path = inner["picture"])
        cover.picture = Picture{read_picture_path(*path, context.in_folder()), {}, {}, path->span};
    return cover;
}

Form form_of(std::string_view name) {
    if (name == "bifold") return Form::bifold;
    if (name == "trifold") return Form::trifold;
    return name == "poster" ? Form::poster : Form::booklet;
}

/// The facts are those that were found since there were `found_before`.
Hash128 made_of(const yaml::Node& node, const FactBook& facts, std::size_t found_before) {
    Fingerprint print;
    print.add(yaml::tree_hash(node));
    yaml::add_places(print, node);
    const std::set<std::size_t> found(facts.found().begin() + static_cast<std::ptrdiff_t>(found_before),
                                      facts.found().end());
    for (const auto number : found) {
        const auto& fact = facts.source(number);
        print.add(fact.key).add(yaml::tree_hash(fact.value));
        yaml::add_places(print, fact.value);
    }
    return print.hash();
}

Chapter read_chapter(const yaml::Node& node, const Context& around) {
    const auto found = around.facts.found().size();
    Chapter chapter;
    chapter.span = node.span;
    const Fields fields(node, group("chapter"), around.diagnostics);
    chapter.direction = read_direction(fields, around.diagnostics);
    auto proofreading = around.proofreading;
    // Upright figures of a vertical line are often typed full-width.
    if (chapter.direction == Direction::vertical) proofreading.off.emplace("fullwidth-letter");
    const Context context{around.files, around.folder, around.diagnostics, around.facts, proofreading, around.memory};
    chapter.title = context.rich(fields, "title");
    chapter.subtitle = context.rich(fields, "subtitle");
    chapter.lead = context.rich(fields, "lead");
    chapter.byline = context.rich(fields, "byline");
    if (const auto* content = fields["content"]) chapter.content = read_blocks(*content, context);
    if (around.memory) chapter.made_of = made_of(node, around.facts, found);
    return chapter;
}

void read_chapters(const Fields& fields, std::vector<Chapter>& chapters, const Context& context) {
    const auto* node = fields["chapters"];
    if (node == nullptr) return;
    for (const auto& item : node->items) {
        if (has_item_form(item, kMapping, {"一章", "a chapter"}, context.diagnostics))
            chapters.push_back(read_chapter(item, context));
    }
}

void read_document(const Fields& fields, Document& document, const Context& context) {
    document.title = context.cover_text(fields, "title");
    document.subtitle = context.cover_text(fields, "subtitle");
    if (const auto* form = fields["form"]) {
        const auto& choices = find_key(group("brochure"), "form")->choices;
        document.form = form_of(read_choice(*form, choices, context.diagnostics).value_or("booklet"));
    }
    document.page = read_page(fields, document.form, context);
    document.meta = read_meta(fields, context);
    document.cover = read_cover(fields, context);
    if (const auto* contents = fields["contents"])
        document.contents = read_flag(*contents, context.diagnostics).value_or(true);
    read_chapters(fields, document.chapters, context);
}

}  // namespace

FormName form_name(Form form) {
    const auto& [name, aliases] = keys::kForms[static_cast<std::size_t>(form)];
    return {name, aliases.substr(0, aliases.find('|'))};
}

diag::Result<Brochure> read(const yaml::Node& root, const std::string& folder, const FileSystem& files,
                            diag::Diagnostics& diagnostics, Memory* memory) {
    if (root.is_null() && !root.is_broken)
        diagnostics.error("missing-value", root.span, {"文件是空的", "the file is empty"},
                          {{"至少要有“zheye: 1”和“title: …”", "it needs “zheye: 1” and “title: …” at least"}});
    if (!has_form(root, kMapping, {"册子的文件", "the file of a brochure"}, diagnostics))
        return std::unexpected(diag::Failed{});
    if (!check_version(root, diagnostics)) return std::unexpected(diag::Failed{});
    const Fields fields(root, group("brochure"), diagnostics);
    Brochure brochure;
    auto& document = brochure.document;
    if (const auto* language = fields["language"])
        document.language = read_language(*language, diagnostics).value_or(document.language);
    const auto proofreading = read_proofreading(fields["proofread"], document.language, diagnostics);
    const auto* facts = fields["facts"];
    const auto book =
        facts == nullptr ? FactBook{} : FactBook::read(*facts, proofreading, {files, folder, diagnostics});
    read_document(fields, document, Context{files, folder, diagnostics, book, proofreading, memory});
    document.facts = book.all();
    brochure.used_facts = book.used();
    document.span = root.span;
    if (const auto* theme = fields["theme"]) brochure.theme = *theme;
    if (diagnostics.has_errors()) return std::unexpected(diag::Failed{});
    return brochure;
}

}  // namespace zheye::content
