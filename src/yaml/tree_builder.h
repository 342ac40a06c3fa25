// The parser's events → Node tree of one file. Must not know files: what `!include` means is given to it.
#pragma once

#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "yaml/syntax.h"
#include "yaml/node.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zheye::yaml {

/// Collections inside each other, includes counted.
inline constexpr int kDeepest = 64;
/// Nodes that aliases may add to one file.
inline constexpr std::size_t kMostAliasNodes = 10'000;

/// Thrown through the parser to stop it; the reason is reported.
struct Stop {};

class TreeBuilder final : public YAML::EventHandler {
public:
    /// Gives the value of a file taken in at a depth; reports and gives a broken node if that fails.
    using Include = std::function<Node(const std::string& path, diag::Span, int depth)>;

    /// `depth` is that of the place where this file is taken in.
    TreeBuilder(std::uint32_t source, const diag::Sources&, diag::Diagnostics&, int depth, Include);
    [[nodiscard]] Node take_root() { return std::move(root_); }
    [[nodiscard]] bool has_aliases() const { return alias_nodes_ > 0; }
    /// Where the parser stopped: what it was in the middle of.
    [[nodiscard]] Unfinished unfinished() const;

    void OnDocumentStart(const YAML::Mark&) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override;
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override;
    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t, const std::string& value) override;
    void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override;
    void OnMapEnd() override { close(); }

private:
    struct Open {
        Node node;
        YAML::anchor_t anchor = 0;
        bool is_flow = false;
        bool is_refused = false;  ///< for its tag
        bool has_key = false, drops_value = false;
        std::string key;
        diag::Span key_span;
        std::vector<Node> merged;                            ///< values of `<<`
        std::unordered_map<std::string, std::size_t> index;  ///< key → entry, for large mappings
    };

    void open(Node::Kind, const YAML::Mark&, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value);
    void close();
    void add(Node, YAML::anchor_t);
    void add_key(Open&, const Node&);
    void add_value(Open&, Node);
    void merge(Open&);
    [[nodiscard]] static const Entry* find(const Open&, const std::string& key);
    [[nodiscard]] bool check_tag(const YAML::Mark&, const std::string& tag);
    [[nodiscard]] diag::Span span(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t position(const YAML::Mark&) const;
    [[nodiscard]] int depth() const { return depth_ + static_cast<int>(open_.size()); }
    [[noreturn]] void stop_too_deep(diag::Span);

    std::uint32_t source_;
    std::string_view text_;
    const diag::Sources& sources_;
    diag::Diagnostics& diagnostics_;
    int depth_;
    Include include_;
    bool is_second_document_ = false;
    std::size_t last_end_ = 0;  ///< of the last scalar
    std::vector<Open> open_;
    std::unordered_map<YAML::anchor_t, Node> anchors_;
    std::size_t alias_nodes_ = 0;
    Node root_;
};

}  // namespace zheye::yaml
