// Reads, collects the edits, makes them on a copy, reads the copy, and compares the two trees.
#include "cli/corrections.h"

#include "content/read.h"
#include "diag/edits.h"
#include "project/questions.h"
#include "yaml/read.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace zheye::cli {

namespace {

using diag::Edit;
using Texts = std::map<std::string, std::string>;  ///< path → bytes

/// One correction may make room for another; more than these rounds none needs.
constexpr int kMostRounds = 5;
/// Readings of the whole brochure to find the corrections that it does not bear.
constexpr int kMostTries = 64;
constexpr std::size_t kMark = 3;  ///< bytes of a byte order mark

/// The files as they are, but for those that were corrected.
class Corrections final : public project::ReadOnly {
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

private:
    const FileSystem& files_;
    const Texts& texts_;
};

using Edits = std::vector<Edit>;  ///< in order of place, without overlaps

/// The edits that lie in a node.
std::span<const Edit> inside(const yaml::Node& node, const Edits& edits) {
    const auto place = [](const Edit& edit) { return std::pair(edit.span.source, edit.span.begin); };
    const auto first = std::ranges::lower_bound(edits, std::pair(node.span.source, node.span.begin), {}, place);
    auto last = first;
    while (last != edits.end() && last->span.source == node.span.source && last->span.end <= node.span.end) ++last;
    return {first, last};
}

/// A scalar's text after the edits that lie in it; nothing if one of them is not a stretch of that text, byte for byte.
std::optional<std::string> expected_text(const yaml::Node& node, const Edits& edits, const diag::Sources& sources) {
    Edits of_text;
    for (auto edit : inside(node, edits)) {
        const auto span = edit.span;
        const auto next = std::ranges::upper_bound(node.pieces, span.begin, {}, &yaml::Node::Piece::source);
        if (next == node.pieces.begin()) return std::nullopt;
        const auto& piece = *(next - 1);
        edit.span.begin = piece.value + (span.begin - piece.source);
        edit.span.end = edit.span.begin + (span.end - span.begin);
        const auto written = sources.text(span.source).substr(span.begin, span.end - span.begin);
        if (edit.span.end > node.text.size() || node.text.compare(edit.span.begin, written.size(), written) != 0)
            return std::nullopt;
        of_text.push_back(std::move(edit));
    }
    return diag::apply(node.text, of_text);
}

/// Where the new tree is not the old one with the edits and nothing else: the old nodes, each as deep as can be said.
void add_changed(const yaml::Node& before, const yaml::Node& after, const Edits& edits, const diag::Sources& sources,
                 std::vector<const yaml::Node*>& changed) {
    bool is_alike = before.kind == after.kind && before.quoted == after.quoted && !after.is_broken &&
                    before.items.size() == after.items.size() && before.entries.size() == after.entries.size();
    for (std::size_t i = 0; is_alike && i < before.entries.size(); ++i)
        is_alike = before.entries[i].key == after.entries[i].key;
    if (is_alike && before.is_scalar()) is_alike = expected_text(before, edits, sources) == after.text;
    if (!is_alike) return changed.push_back(&before);
    for (std::size_t i = 0; i < before.items.size(); ++i)
        add_changed(before.items[i], after.items[i], edits, sources, changed);
    for (std::size_t i = 0; i < before.entries.size(); ++i)
        add_changed(before.entries[i].value, after.entries[i].value, edits, sources, changed);
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
            const auto edits = round < kMostRounds ? certain(said, *tree) : Edits{};
            if (edits.empty()) return std::move(result_);
            for (const auto& edit : edits) ++file(edit.span.source).corrections;
            texts_ = made(edits);
            for (auto& [path, file] : result_.files) file.after = texts_.at(path);
        }
    }

private:
    std::optional<yaml::Node> read_tree(const Texts& texts, diag::Diagnostics& said) {
        auto tree = yaml::read(path_, Corrections(files_, texts), sources_, said);
        return tree ? std::optional(std::move(*tree)) : std::nullopt;
    }

    /// The tree, if it is without errors as content too.
    std::optional<yaml::Node> read(const Texts& texts, diag::Diagnostics& said) {
        auto tree = read_tree(texts, said);
        if (!tree) return tree;
        const auto folder = std::filesystem::path(path_).parent_path().string();
        if (!content::read(*tree, folder.empty() ? "." : folder, Corrections(files_, texts), said)) return std::nullopt;
        return tree;
    }

    Edits certain(const diag::Diagnostics& said, const yaml::Node& tree) {
        Edits all, kept;
        for (const auto& one : said.all()) all.insert(all.end(), one.edits.begin(), one.edits.end());
        auto edits = diag::without_overlaps(std::move(all));
        if (edits.empty() || is_harmless(edits, tree)) return edits;
        leave_out_changed(edits, tree);
        auto tries = kMostTries;
        add_harmless(edits, tree, tries, kept);
        if (kept.size() < edits.size() && !is_harmless(kept, tree)) kept.clear();
        return kept;
    }

    /// Those in values that would say something else; all of them at once, since there may be many.
    void leave_out_changed(Edits& edits, const yaml::Node& tree) {
        diag::Diagnostics said;
        const auto after = read_tree(made(edits), said);
        if (!after) return;
        std::vector<const yaml::Node*> changed;
        add_changed(tree, *after, edits, sources_, changed);
        Edits wrong;
        for (const auto* node : changed) std::ranges::copy(inside(*node, edits), std::back_inserter(wrong));
        const auto by_place = [](const Edit& a, const Edit& b) {
            return std::pair(a.span.source, a.span.begin) < std::pair(b.span.source, b.span.begin);
        };
        std::ranges::sort(wrong, by_place);
        std::erase_if(edits, [&](const Edit& edit) { return std::ranges::binary_search(wrong, edit, by_place); });
    }

    /// Those after which the content is what it was, found by halving; what is not found in so many tries is left.
    void add_harmless(const Edits& edits, const yaml::Node& tree, int& tries, Edits& kept) {
        if (edits.empty() || tries == 0) return;
        --tries;
        if (is_harmless(edits, tree)) {
            kept.insert(kept.end(), edits.begin(), edits.end());
        } else if (edits.size() > 1) {
            const auto middle = edits.begin() + static_cast<std::ptrdiff_t>(edits.size() / 2);
            add_harmless({edits.begin(), middle}, tree, tries, kept);
            add_harmless({middle, edits.end()}, tree, tries, kept);
        }
    }

    bool is_harmless(const Edits& edits, const yaml::Node& tree) {
        diag::Diagnostics said;
        const auto after = read(made(edits), said);
        if (!after || said.has_errors()) return false;
        std::vector<const yaml::Node*> changed;
        add_changed(tree, *after, edits, sources_, changed);
        return changed.empty();
    }

    /// All corrected files with these edits made as well.
    Texts made(const Edits& edits) const {
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
