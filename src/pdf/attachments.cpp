#include "pdf/attachments.h"

#include "pdf/syntax.h"
#include "pdf/trees.h"

#include <algorithm>

namespace zheye::pdf {

namespace {

Ref embed(Objects& objects, const Attachment& file, const Date& date) {
    auto stream = objects.add_stream(file.bytes);
    stream.name("Type", "EmbeddedFile").name("Subtype", "text#2Fyaml");
    auto params = stream.dict("Params");
    params.number("Size", static_cast<int>(file.bytes.size()));
    params.text("ModDate", date.pdf.empty() ? "D:2000" : date.pdf);  // PDF/A-3 wants one
    auto spec = objects.add();
    spec.name("Type", "Filespec").text("F", file.name).text("UF", file.name).name("AFRelationship", "Source");
    spec.text("Desc", "zheye").dict("EF").ref("F", stream.ref()).ref("UF", stream.ref());
    return spec.ref();
}

}  // namespace

void embed_attachments(Objects& objects, Dict catalog, const std::vector<Attachment>& files, const Date& date) {
    if (files.empty()) return;
    std::vector<std::pair<std::string, std::string>> names;
    auto associated = catalog.array("AF");
    for (const auto& file : files) {
        const auto spec = embed(objects, file, date);
        associated.ref(spec);
        names.emplace_back(file.name, spec.text());
    }
    std::ranges::sort(names);
    catalog.dict("Names").ref("EmbeddedFiles", name_tree(objects, names));
}

}  // namespace zheye::pdf
