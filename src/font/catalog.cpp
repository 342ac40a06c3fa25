// fonts.yaml → Catalog: file candidates spelt out, the chain of every role and weight resolved. Opens no font.
#include "font/font_book.h"

#include "base/nearest.h"
#include "font/nearest_weight.h"
#include "yaml/read.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace zheye::font {

namespace {

/// A name in fonts.yaml that stands for something defined elsewhere in it.
struct Reference {
    std::string name;
    diag::Span span;
};

/// What a role says besides its weights, kept until all roles are known.
struct Links {
    std::optional<Reference> latin;
    std::vector<Reference> fallback;
};

template <class T>
std::vector<std::string> names_of(const std::vector<T>& list) {
    std::vector<std::string> names;
    for (const auto& each : list) names.push_back(each.name);
    return names;
}

template <class T>
std::optional<std::size_t> index_of(const std::vector<T>& list, const std::string& name) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& each) { return each.name == name; });
    if (found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

const yaml::Node* find(const yaml::Node& map, std::string_view key) {
    for (const auto& entry : map.entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

class CatalogReader {
public:
    CatalogReader(std::filesystem::path base, diag::Diagnostics& diagnostics)
        : base_(std::move(base)), diagnostics_(diagnostics), errors_before_(errors()) {}

    diag::Result<Catalog> read(const yaml::Node& root) {
        if (!check_map(root, {"folders", "faces", "roles"}, {"fonts.yaml 的内容", "the content of fonts.yaml"}))
            return std::unexpected(diag::Failed{});
        read_folders(root);
        read_faces(root);
        read_roles(root);
        if (errors() == errors_before_) resolve();
        if (errors() != errors_before_) return std::unexpected(diag::Failed{});
        return std::move(catalog_);
    }

private:
    /// What the YAML reader reported counts too: a catalogue with a hole in it is not used.
    [[nodiscard]] std::ptrdiff_t errors() const {
        return std::count_if(diagnostics_.all().begin(), diagnostics_.all().end(),
                             [](const auto& each) { return each.severity == diag::Severity::error; });
    }

    void error(std::string code, diag::Span span, diag::Message message, std::vector<diag::Message> hints = {}) {
        diagnostics_.error(std::move(code), span, std::move(message), std::move(hints));
    }

    void wrong_kind(const yaml::Node& node, const diag::Message& what, const diag::Message& wanted) {
        if (node.is_broken) return;  // reported by the YAML reader
        error("font-catalog", node.span, {what.zh + "应是" + wanted.zh, what.en + " must be " + wanted.en});
    }

    void unknown(std::string code, diag::Span span, diag::Message message, const std::string& name,
                 const std::vector<std::string>& known) {
        std::vector<diag::Message> hints;
        if (const auto near = nearest(name, known))
            hints.push_back({"是不是“" + *near + "”？", "did you mean '" + *near + "'?"});
        error(std::move(code), span, std::move(message), std::move(hints));
    }

    bool check_map(const yaml::Node& node, const std::vector<std::string>& keys, const diag::Message& what) {
        if (!node.is_mapping()) return wrong_kind(node, what, {"一组“键: 值”", "a mapping"}), false;
        for (const auto& entry : node.entries)
            if (std::find(keys.begin(), keys.end(), entry.key) == keys.end())
                unknown("unknown-key", entry.key_span,
                        {what.zh + "没有“" + entry.key + "”这个键", what.en + " has no key '" + entry.key + "'"},
                        entry.key, keys);
        return true;
    }

    /// The value of `key` as a mapping that has entries; what is wrong with it is reported.
    const yaml::Node* named_map(const yaml::Node& root, const std::string& key) {
        const yaml::Node* node = find(root, key);
        if (node && node->is_mapping() && !node->entries.empty()) return node;
        if (node)
            wrong_kind(*node, {key, key}, {"一组“名字: 内容”", "a mapping of names"});
        else
            error("missing-key", root.span, {"fonts.yaml 缺少“" + key + "”", "fonts.yaml lacks '" + key + "'"});
        return nullptr;
    }

    /// One name, or a list of names: not empty.
    std::vector<Reference> names_in(const yaml::Node& node, const diag::Message& what) {
        std::vector<Reference> names;
        const auto take = [&](const yaml::Node& name) {
            if (name.is_scalar() && !name.text.empty())
                names.push_back({name.text, name.span});
            else
                wrong_kind(name, what, {"名字", "a name"});
        };
        if (!node.is_sequence()) {
            take(node);
        } else if (node.items.empty()) {
            wrong_kind(node, what, {"一个或几个名字", "one name or several"});
        } else {
            for (const auto& item : node.items) take(item);
        }
        return names;
    }

    void read_folders(const yaml::Node& root) {
        const yaml::Node* folders = find(root, "folders");
        if (!folders) {
            folders_.push_back(base_);
            return;
        }
        for (const auto& name : names_in(*folders, {"folders", "folders"})) {
            std::filesystem::path folder = name.name;
            if (*folder.begin() == "~") {
                const char* home = std::getenv("HOME");
                if (!home) continue;
                folder = home / folder.lexically_relative("~");
            }
            folders_.push_back((base_ / folder).lexically_normal());
        }
    }

    void read_faces(const yaml::Node& root) {
        const yaml::Node* faces = named_map(root, "faces");
        if (!faces) return;
        // A face with a mistake in it is kept: the roles that name it are not to blame.
        for (const auto& entry : faces->entries) catalog_.faces.push_back(read_face(entry));
    }

    FaceEntry read_face(const yaml::Entry& entry) {
        FaceEntry face{entry.key, {}, {}, {}, entry.key_span};
        const diag::Message what{"字体“" + entry.key + "”", "the face '" + entry.key + "'"};
        if (!check_map(entry.value, {"file", "face", "package"}, what)) return face;
        if (const auto* file = find(entry.value, "file")) {
            for (const auto& name : names_in(*file, {what.zh + "的 file ", "file of " + what.en}))
                add_candidates(name.name, face);
        } else {
            error("missing-key", entry.key_span, {what.zh + "缺少 file（文件名）", what.en + " lacks 'file'"});
        }
        face.package = text_in(entry.value, "package", what);
        face.face = text_in(entry.value, "face", what);
        if (face.face.empty() && names_collection(face)) face.face = entry.key;
        return face;
    }

    void add_candidates(const std::string& name, FaceEntry& face) const {
        const std::filesystem::path path = name;
        if (path.is_absolute()) return face.files.push_back(path.string());
        for (const auto& folder : folders_) face.files.push_back((folder / path).lexically_normal().string());
    }

    static bool names_collection(const FaceEntry& face) {
        return std::any_of(face.files.begin(), face.files.end(), [](const std::string& file) {
            return file.ends_with(".ttc") || file.ends_with(".otc") || file.ends_with(".TTC");
        });
    }

    std::string text_in(const yaml::Node& map, const std::string& key, const diag::Message& what) {
        const yaml::Node* node = find(map, key);
        if (!node) return {};
        if (!node->is_scalar())
            wrong_kind(*node, {what.zh + "的 " + key + " ", key + " of " + what.en}, {"文字", "text"});
        return node->text;
    }

    void read_roles(const yaml::Node& root) {
        const yaml::Node* roles = named_map(root, "roles");
        if (!roles) return;
        for (const auto& entry : roles->entries) {
            const diag::Message what{"角色“" + entry.key + "”", "the role '" + entry.key + "'"};
            Role role{entry.key, {}};
            Links links;
            if (check_map(entry.value, {"weights", "latin", "fallback"}, what)) {
                read_weights(entry, what, role);
                if (const auto* latin = find(entry.value, "latin")) {
                    if (latin->is_scalar())
                        links.latin = Reference{latin->text, latin->span};
                    else
                        wrong_kind(*latin, {what.zh + "的 latin ", "latin of " + what.en}, {"角色名", "a role"});
                }
                if (const auto* fallback = find(entry.value, "fallback"))
                    links.fallback = names_in(*fallback, {what.zh + "的 fallback ", "fallback of " + what.en});
            }
            catalog_.roles.push_back(std::move(role));
            links_.push_back(std::move(links));
        }
    }

    void read_weights(const yaml::Entry& entry, const diag::Message& what, Role& role) {
        const yaml::Node* weights = find(entry.value, "weights");
        if (weights && weights->is_broken) return;
        if (!weights || !weights->is_mapping() || weights->entries.empty())
            return error("missing-key", weights ? weights->span : entry.key_span,
                         {what.zh + "缺少 weights（“字重: 字体名”）", what.en + " lacks weights (weight: face)"});
        for (const auto& weight : weights->entries) {
            RoleWeight value;
            const char* end = weight.key.data() + weight.key.size();
            const auto [stop, problem] = std::from_chars(weight.key.data(), end, value.weight);
            if (problem != std::errc{} || stop != end || value.weight < 1 || value.weight > 1000) {
                error("font-catalog", weight.key_span,
                      {"字重应是 1 到 1000 的整数，不是“" + weight.key + "”",
                       "a weight is a whole number from 1 to 1000, not '" + weight.key + "'"});
                continue;
            }
            const auto named = what.zh + "字重 " + weight.key;
            for (const auto& face : names_in(weight.value, {named, "weight " + weight.key + " of " + what.en}))
                if (const auto index = face_index(face)) value.han.push_back(*index);
            role.weights.push_back(std::move(value));
        }
    }

    std::optional<std::size_t> face_index(const Reference& face) {
        const auto index = index_of(catalog_.faces, face.name);
        if (!index)
            unknown("unknown-face", face.span,
                    {"faces 里没有字体“" + face.name + "”", "there is no face '" + face.name + "' under faces"},
                    face.name, names_of(catalog_.faces));
        return index;
    }

    std::optional<std::size_t> role_index(const Reference& role) {
        const auto index = index_of(catalog_.roles, role.name);
        if (!index)
            unknown("unknown-font-role", role.span,
                    {"roles 里没有角色“" + role.name + "”", "there is no role '" + role.name + "' under roles"},
                    role.name, names_of(catalog_.roles));
        return index;
    }

    /// Own faces, then those of the fallback roles and of their fallbacks, depth first; each role once, so that two
    /// roles may stand in for each other.
    void resolve() {
        std::vector<std::vector<std::size_t>> fallbacks;
        std::vector<std::optional<std::size_t>> latins;
        for (const auto& links : links_) {
            auto& list = fallbacks.emplace_back();
            for (const auto& name : links.fallback)
                if (const auto role = role_index(name)) list.push_back(*role);
            latins.push_back(links.latin ? role_index(*links.latin) : std::nullopt);
        }
        if (errors() != errors_before_) return;
        const auto own = catalog_.roles;
        for (std::size_t role = 0; role < own.size(); ++role)
            for (auto& weight : catalog_.roles[role].weights) {
                std::vector<std::size_t> asked;
                std::vector<std::size_t> chain;
                collect(own, fallbacks, role, weight.weight, asked, chain);
                const auto& latin_role = own[latins[role].value_or(role)];
                weight.latin = nearest_weight(latin_role, weight.weight).han;
                weight.han = std::move(chain);
            }
    }

    static void collect(const std::vector<Role>& own, const std::vector<std::vector<std::size_t>>& fallbacks,
                        std::size_t role, int weight, std::vector<std::size_t>& asked,
                        std::vector<std::size_t>& chain) {
        if (std::find(asked.begin(), asked.end(), role) != asked.end()) return;
        asked.push_back(role);
        for (const auto face : nearest_weight(own[role], weight).han)
            if (std::find(chain.begin(), chain.end(), face) == chain.end()) chain.push_back(face);
        for (const auto next : fallbacks[role]) collect(own, fallbacks, next, weight, asked, chain);
    }

    std::filesystem::path base_;
    diag::Diagnostics& diagnostics_;
    std::vector<std::filesystem::path> folders_;
    Catalog catalog_;
    std::vector<Links> links_;  ///< by role
    std::ptrdiff_t errors_before_;
};

}  // namespace

diag::Result<Catalog> read_catalog(const std::string& path, const FileSystem& file_system, diag::Sources& sources,
                                   diag::Diagnostics& diagnostics) {
    CatalogReader reader(std::filesystem::path(path).parent_path(), diagnostics);
    const auto root = yaml::read(path, file_system, sources, diagnostics);
    if (!root) return std::unexpected(diag::Failed{});
    return reader.read(*root);
}

}  // namespace zheye::font
