// Files → one Node tree: opens, parses, takes in what is included. Must not know what the keys mean.
#include "yaml/read.h"

#include "base/nearest.h"
#include "yaml/encoding.h"
#include "yaml/reread.h"
#include "yaml/syntax.h"
#include "yaml/tree_builder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <spanstream>

namespace zheye::yaml {

namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path) { return fs::path(path).parent_path().string(); }

Node broken(diag::Span span) {
    Node node;
    node.span = span;
    node.is_broken = true;
    return node;
}

/// One run over the first file and all that it takes in.
class Reading {
public:
    Reading(const std::string& path, const FileSystem& files, diag::Sources& sources, diag::Diagnostics& diagnostics,
            Memory* memory)
        : files_(files),
          sources_(sources),
          diagnostics_(diagnostics),
          memory_(memory),
          home_(folder_of(files.canonical(path))) {}

    diag::Result<Node> read_file(const std::string& path, diag::Span included_at, int depth);

private:
    diag::Result<Node> parse(std::uint32_t source, const std::string& path, int depth);
    Node include(const std::string& from, const std::string& name, diag::Span, int depth);
    [[nodiscard]] bool is_at_home(const std::string& canonical) const;

    const FileSystem& files_;
    diag::Sources& sources_;
    diag::Diagnostics& diagnostics_;
    Memory* memory_;
    std::string home_;
    std::vector<std::string> open_;     ///< canonical paths, the outermost first
    std::map<std::string, Node> done_;  ///< canonical path → value, so that a file's mistakes are told once
};

diag::Result<Node> Reading::read_file(const std::string& path, diag::Span included_at, int depth) {
    auto blob = files_.read(path);
    if (!blob) {
        diagnostics_.error("cannot-read", included_at,
                           {"读不了文件“" + path + "”：" + blob.error().message,
                            "cannot read “" + path + "”: " + blob.error().message});
        return std::unexpected(diag::Failed{});
    }
    const auto source = add_source(path, std::move(*blob), sources_, diagnostics_);
    if (!source) return std::unexpected(diag::Failed{});
    open_.push_back(files_.canonical(path));
    auto result = parse(*source, path, depth);
    open_.pop_back();
    return result;
}

diag::Result<Node> Reading::parse(std::uint32_t source, const std::string& path, int depth) {
    TreeBuilder builder(source, sources_, diagnostics_, depth, [&](const std::string& name, diag::Span at, int inner) {
        return include(path, name, at, inner);
    });
    // Not held as a view beyond this call: an include adds to the sources, but the bytes stay where they are.
    const auto text = sources_.text(source);
    if (memory_)
        if (auto known = reread(text, source, depth, sources_, *memory_)) return std::move(*known);
    std::optional<Node> root;
    try {
        std::ispanstream stream(std::span(text.data(), text.size()));
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        root = builder.take_root();
        parser.HandleNextDocument(builder);  // reports a second document
    } catch (const Stop&) {
    } catch (const YAML::Exception& problem) {
        const auto at = problem.mark.pos < 0 ? text.size() : static_cast<std::size_t>(problem.mark.pos);
        report_syntax(problem.msg, source, text, at, builder.unfinished(), diagnostics_);
    }
    if (!root) return std::unexpected(diag::Failed{});
    return std::move(*root);
}

bool Reading::is_at_home(const std::string& canonical) const {
    if (home_.empty() || home_ == ".") return !canonical.starts_with("../") && !canonical.starts_with('/');
    return canonical.starts_with(home_.ends_with('/') ? home_ : home_ + "/");
}

Node Reading::include(const std::string& from, const std::string& name, diag::Span at, int depth) {
    const auto path = (fs::path(folder_of(from)) / name).lexically_normal().string();
    const auto canonical = files_.canonical(path);
    const auto fail = [&](std::string code, diag::Message message, std::vector<diag::Message> hints = {}) {
        diagnostics_.error(std::move(code), at, std::move(message), std::move(hints));
        return broken(at);
    };
    if (name.empty()) return fail("include-path", {"!include 后面要写一个文件名", "!include wants the name of a file"});
    if (!is_at_home(canonical))
        return fail("include-outside",
                    {"“" + name + "”在内容文件夹之外", "“" + name + "” lies outside the content folder"});
    if (std::ranges::find(open_, canonical) != open_.end())
        return fail("include-cycle", {"“" + name + "”绕了一圈又引入了自己", "“" + name + "” takes in itself"});
    if (!files_.is_file(path)) {
        const auto known = files_.list(folder_of(path));
        const auto near = nearest(fs::path(path).filename().string(), known);
        std::vector<diag::Message> hints;
        if (near) hints.push_back({"是不是“" + *near + "”？", "did you mean “" + *near + "”?"});
        return fail("include-missing", {"没有“" + name + "”这个文件", "there is no file “" + name + "”"},
                    std::move(hints));
    }
    if (depth > kDeepest) return fail("too-deep", {"引入的层次太多", "too many files inside each other"});
    if (const auto known = done_.find(canonical); known != done_.end()) return known->second;
    auto value = read_file(path, at, depth).value_or(broken(at));
    done_.emplace(canonical, value);
    return value;
}

}  // namespace

diag::Result<Node> read(const std::string& path, const FileSystem& files, diag::Sources& sources,
                        diag::Diagnostics& diagnostics, Memory* memory) {
    return Reading(path, files, sources, diagnostics, memory).read_file(path, {}, 0);
}

}  // namespace zheye::yaml
