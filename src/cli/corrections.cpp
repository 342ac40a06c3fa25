// Reads, collects the edits, makes them on a copy, reads the copy, and compares the two trees.
#include "cli/corrections.h"

#include "content/read.h"
#include "diag/edits.h"
#include "yaml/read.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace zheye::cli {

namespace {

using diag::Edit;
using Texts = std::map<std::string, std::string>;  ///< path → bytes

/// One correction may make room for another; more than these rounds none needs.
constexpr int kMostRounds = 5;
constexpr std::size_t kMark = 3;  ///< bytes of a byte order mark

/// The files as they are, but for those that were corrected.
class Corrections final : public FileSystem {
public:
    Corrections(const FileSystem& files, const Texts& texts) : files_(files), texts_(texts) {}
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override {
        if (const auto at = texts_.find(path); at != texts_.end()) return Blob(at->second);
        return files_.read(path);
    }
    [[nodiscard]] bool is_file(const std::string& path) const override { return files_.is_file(path); }
    [[nodiscard]] bool is_folder(const std::string& path) const override { return files_.is_folder(path); }
    [[nodiscard]] std::string canonical(const std::string& path) const override { return files_.canonical(path); }
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override {
        return files_.list(folder);
    }
    std::expected<void, IoError> write(const std::string&, std::string_view) override {
        return std::unexpected(IoError{0, "read only"});
    }

private:
    const FileSystem& files_;
    const Texts& texts_;
};

/// A scalar's text after the edits that lie in it; nothing if one of them is not a stretch of that text, byte for byte.
std::optional<std::string> expected_text(const yaml::Node& node, const std::vector<Edit>& edits,
                                         const diag::Sources& sources) {
    std::vector<Edit> inside;
    for (auto edit : edits) {
        const auto span = edit.span;
        if (span.source != node.span.source || span.begin < node.span.begin || span.end > node.span.end) continue;
        const auto next = std::ranges::upper_bound(node.pieces, span.begin, {}, &yaml::Node::Piece::source);
        if (next == node.pieces.begin()) return std::nullopt;
        const auto& piece = *(next - 1);
        edit.span.begin = piece.value + (span.begin - piece.source);
        edit.span.end = edit.span.begin + (span.end - span.begin);
        const auto written = sources.text(span.source).substr(span.begin, span.end - span.begin);
        if (edit.span.end > node.text.size() || node.text.compare(edit.span.begin, written.size(), written) != 0)
            return std::nullopt;
        inside.push_back(std::move(edit));
    }
    return diag::apply(node.text, inside);
}

/// Whether the new tree is the old one with the edits and nothing else.
bool is_same(const yaml::Node& before, const yaml::Node& after, const std::vector<Edit>& edits,
             const diag::Sources& sources) {
    const bool is_alike = before.kind == after.kind && before.quoted == after.quoted && !after.is_broken &&
                          before.items.size() == after.items.size() && before.entries.size() == after.entries.size();
    if (!is_alike) return false;
    if (before.is_scalar() && expected_text(before, edits, sources) != after.text) return false;
    for (std::size_t i = 0; i < before.items.size(); ++i)
        if (!is_same(before.items[i], after.items[i], edits, sources)) return false;
    for (std::size_t i = 0; i < before.entries.size(); ++i) {
        const auto &old_entry = before.entries[i], &new_entry = after.entries[i];
        if (old_entry.key != new_entry.key || !is_same(old_entry.value, new_entry.value, edits, sources)) return false;
    }
    return true;
}

class Rounds {
public:
    Rounds(const std::string& path, const FileSystem& files, diag::Sources& sources)
        : path_(path), files_(files), sources_(sources) {}

    Corrected run() {
        for (int round = 0;; ++round) {
            diag::Diagnostics said;
            const auto tree = read(texts_, said);
            if (round == 0) result_.first = said;
            result_.left = said;
            if (!tree || said.has_errors()) return std::move(result_);
            result_.is_good = true;
            const auto edits = round < kMostRounds ? certain(said, *tree) : std::vector<Edit>{};
            if (edits.empty()) return std::move(result_);
            for (const auto& edit : edits) ++file(edit.span.source).corrections;
            texts_ = made(edits);
            for (auto& [path, file] : result_.files) file.after = texts_.at(path);
        }
    }

private:
    /// The tree, if it is without errors as content too.
    std::optional<yaml::Node> read(const Texts& texts, diag::Diagnostics& said) {
        const Corrections files(files_, texts);
        auto tree = yaml::read(path_, files, sources_, said);
        if (!tree) return std::nullopt;
        const auto folder = std::filesystem::path(path_).parent_path().string();
        if (!content::read(*tree, folder.empty() ? "." : folder, files, said)) return std::nullopt;
        return std::move(*tree);
    }

    std::vector<Edit> certain(const diag::Diagnostics& said, const yaml::Node& tree) {
        std::vector<Edit> edits;
        for (const auto& one : said.all()) edits.insert(edits.end(), one.edits.begin(), one.edits.end());
        edits = diag::without_overlaps(std::move(edits));
        if (edits.empty() || is_harmless(edits, tree)) return edits;
        std::erase_if(edits, [&](const Edit& edit) { return !is_harmless({edit}, tree); });
        if (!is_harmless(edits, tree)) edits.clear();
        return edits;
    }

    bool is_harmless(const std::vector<Edit>& edits, const yaml::Node& tree) {
        diag::Diagnostics said;
        const auto after = read(made(edits), said);
        return after && !said.has_errors() && is_same(tree, *after, edits, sources_);
    }

    /// All corrected files with these edits made as well.
    Texts made(const std::vector<Edit>& edits) const {
        auto texts = texts_;
        for (auto first = edits.begin(); first != edits.end();) {
            const auto source = first->span.source;
            const auto last = std::find_if(first, edits.end(), [&](const Edit& e) { return e.span.source != source; });
            const auto mark = has_mark(sources_.path(source)) ? "\xEF\xBB\xBF" : "";
            texts[sources_.path(source)] = mark + diag::apply(sources_.text(source), {first, last});
            first = last;
        }
        return texts;
    }

    [[nodiscard]] std::string original(const std::string& path) const {
        const auto blob = files_.read(path);
        return blob ? std::string(blob->bytes()) : std::string();
    }
    [[nodiscard]] bool has_mark(const std::string& path) const {
        return original(path).substr(0, kMark) == "\xEF\xBB\xBF";
    }
    CorrectedFile& file(std::uint32_t source) {
        const auto& path = sources_.path(source);
        auto [at, is_new] = result_.files.try_emplace(path);
        if (is_new) at->second.before = original(path);
        return at->second;
    }

    const std::string& path_;
    const FileSystem& files_;
    diag::Sources& sources_;
    Texts texts_;
    Corrected result_;
};

}  // namespace

Corrected correct(const std::string& path, const FileSystem& files, diag::Sources& sources) {
    return Rounds(path, files, sources).run();
}

}  // namespace zheye::cli
