// Catalogue and wanted styles → opened faces and chains. Each file is mapped once, each face made once, and only those
// that a wanted chain names. Must not know how characters are looked up.
#include "font/opening.h"

#include "font/charstrings.h"

#include "font/nearest_weight.h"

#include <hb.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

namespace zheye::font {

namespace {

template <class T>
void append_once(std::vector<T>& list, const T& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

std::string join(const std::vector<std::string>& parts, const char* separator) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : separator) + part;
    return text;
}

class Opening {
public:
    Opening(const Catalog& catalog, const FileSystem& file_system, diag::Diagnostics& diagnostics)
        : catalog_(catalog), file_system_(file_system), diagnostics_(diagnostics), tried_(catalog.faces.size()) {}

    void open(const FontStyle& style) {
        const auto role = std::find_if(catalog_.roles.begin(), catalog_.roles.end(),
                                       [&](const Role& candidate) { return candidate.name == style.role; });
        if (role == catalog_.roles.end()) return report_unknown_role(style.role);
        const RoleWeight& weight = nearest_weight(*role, style.weight);
        auto known = chains_.find(&weight);
        if (known == chains_.end()) {
            known = chains_.emplace(&weight, static_cast<ChainId>(opened_.chains.size())).first;
            opened_.chains.push_back(open_chain(*role, weight));
        }
        opened_.styles.emplace(style, known->second);
    }

    diag::Result<OpenedCatalog> finish() {
        if (failed_) return std::unexpected(diag::Failed{});
        return std::move(opened_);
    }

private:
    enum class Outcome : unsigned char { not_tried, opened, not_found, not_a_font, no_such_face };
    struct Tried {
        Outcome outcome = Outcome::not_tried;
        FaceId id = 0;
        std::string path;  ///< where the file is that cannot be used
        bool error_reported = false, warning_reported = false;
    };

    Chain open_chain(const Role& role, const RoleWeight& weight) {
        assert(!weight.han.empty());
        Chain chain;
        for (const auto* first : {&weight.han, &weight.latin})
            if (!first->empty() && open_face(first->front()).outcome != Outcome::opened)
                report_first_face(first->front(), role.name + " " + std::to_string(weight.weight));
        add_all(weight.han, 0, chain);
        add_all(weight.latin, 0, chain);
        add_all(weight.latin, 1, chain);
        add_all(weight.han, 1, chain);
        chain.main = tried_[weight.han.front()].id;
        return chain;
    }

    void add_all(const std::vector<std::size_t>& faces, std::size_t latin, Chain& chain) {
        for (const auto face : faces) {
            const Tried& tried = open_face(face);
            if (tried.outcome == Outcome::opened)
                append_once(chain.order[latin], tried.id);
            else if (tried.outcome != Outcome::not_found)
                report_broken_fallback(face);
            else if (const auto& package = catalog_.faces[face].package; !package.empty())
                append_once(chain.missing_packages, package);
        }
    }

    const Tried& open_face(std::size_t index) {
        Tried& tried = tried_[index];
        if (tried.outcome != Outcome::not_tried) return tried;
        tried.outcome = Outcome::not_found;
        const FaceEntry& entry = catalog_.faces[index];
        for (const auto& path : entry.files) {
            const SharedFile* file = share(path);
            if (!file) continue;
            tried.path = path;
            tried.id = static_cast<FaceId>(opened_.faces.size());
            tried.outcome = make_face(entry, *file);
            break;
        }
        return tried;
    }

    /// Null if there is no such file or it may not be read: the next candidate is asked.
    const SharedFile* share(const std::string& path) {
        const auto known = opened_.files.find(path);
        if (known != opened_.files.end()) return &known->second;
        const auto bytes = file_system_.read(path);
        if (!bytes) return nullptr;
        return &opened_.files.emplace(path, SharedFile{*bytes, make_blob(*bytes)}).first->second;
    }

    Outcome make_face(const FaceEntry& entry, const SharedFile& file) {
        hb_blob_t* blob = file.hb_blob.get();
        if (hb_face_count(blob) == 0) return Outcome::not_a_font;
        const auto index = find_face(blob, entry.face);
        if (!index) return Outcome::no_such_face;
        auto opened = font::open_face(blob, *index);
        if (!opened) return Outcome::not_a_font;
        if (opened->embedding_forbidden) report_embedding(entry);
        const auto id = static_cast<FaceId>(opened_.faces.size());
        opened_.faces.push_back({id, entry.name, opened->postscript_name, opened->outlines, opened->metrics,
                                 opened->hb_face.get(), opened->hb_font.get(), file.bytes, *index, entry.package,
                                 opened->outlines == Outlines::cff_cid ? std::make_shared<Charstrings>() : nullptr});
        opened_.owners.push_back(std::move(*opened));
        return Outcome::opened;
    }

    void report_unknown_role(const std::string& role) {
        failed_ = true;
        std::vector<std::string> names;
        for (const auto& known : catalog_.roles) names.push_back(known.name);
        diagnostics_.error("unknown-font-role", {},
                           {"没有名为“" + role + "”的字体角色", "there is no font role '" + role + "'"},
                           {{"fonts.yaml 里有：" + join(names, "、"), "fonts.yaml has: " + join(names, ", ")}});
    }

    void report_first_face(std::size_t index, const std::string& use) {
        failed_ = true;
        Tried& tried = tried_[index];
        if (std::exchange(tried.error_reported, true)) return;
        const FaceEntry& entry = catalog_.faces[index];
        if (tried.outcome != Outcome::not_found) return diagnostics_.error("font-broken", entry.span, broken(index));
        std::vector<diag::Message> hints;
        if (!entry.package.empty())
            hints.push_back({"请安装软件包：sudo apt install " + entry.package,
                             "install the package: sudo apt install " + entry.package});
        hints.push_back({"或者把字体文件放在这里：" + join(entry.files, "、"),
                         "or put the font file here: " + join(entry.files, ", ")});
        diagnostics_.error("font-not-installed", entry.span,
                           {"没有找到字体“" + entry.name + "”，它是 " + use + " 的首选",
                            "the font '" + entry.name + "', first choice of " + use + ", was not found"},
                           std::move(hints));
    }

    void report_broken_fallback(std::size_t index) {
        Tried& tried = tried_[index];
        if (tried.error_reported || std::exchange(tried.warning_reported, true)) return;
        diagnostics_.warning("font-broken", catalog_.faces[index].span, broken(index));
    }

    void report_embedding(const FaceEntry& entry) {
        diagnostics_.warning("font-embedding", entry.span,
                             {"字体“" + entry.name + "”标明不允许嵌入文件",
                              "the font '" + entry.name + "' says that it may not be embedded in documents"},
                             {{"请确认许可证，或换一款字体", "check its licence, or take another font"}});
    }

    [[nodiscard]] diag::Message broken(std::size_t index) const {
        const Tried& tried = tried_[index];
        const FaceEntry& entry = catalog_.faces[index];
        if (tried.outcome == Outcome::no_such_face)
            return {"字体文件 " + tried.path + " 里没有名为“" + entry.face + "”的字体",
                    "the font file " + tried.path + " has no face called '" + entry.face + "'"};
        return {"字体文件 " + tried.path + " 已损坏，或者不是能用的 OpenType 字体",
                "the font file " + tried.path + " is broken, or not an OpenType font that can be used"};
    }

    const Catalog& catalog_;
    const FileSystem& file_system_;
    diag::Diagnostics& diagnostics_;
    std::vector<Tried> tried_;
    std::map<const RoleWeight*, ChainId> chains_;
    OpenedCatalog opened_;
    bool failed_ = false;
};

}  // namespace

diag::Result<OpenedCatalog> open_chains(const Catalog& catalog, const std::vector<FontStyle>& wanted,
                                        const FileSystem& file_system, diag::Diagnostics& diagnostics) {
    Opening opening(catalog, file_system, diagnostics);
    for (const auto& style : wanted) opening.open(style);
    return opening.finish();
}

}  // namespace zheye::font
