// Stretches of text in the writer's order → runs: equal neighbours become one, lines are joined, places are kept.
// Must not know which marks gave the style.
#pragma once

#include "content/document.h"
#include "yaml/node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::content {

/// For one paragraph of `node`, which must outlive it.
class RunBuilder {
public:
    explicit RunBuilder(const yaml::Node& node) : node_(&node) {}

    /// Bytes of the node's text as they stand.
    void put_source(std::size_t begin, std::size_t end, const Marks&);
    /// Text that stands for bytes [begin, end) of the node's text.
    void put_instead(std::string_view text, std::size_t begin, std::size_t end, const Marks&);
    /// The same, as one base with its reading.
    void put_ruby(std::string_view base, std::size_t begin, std::size_t end, std::string reading, const Marks&);
    /// A footnote written at bytes [begin, end).
    void put_note(RichText note, std::size_t begin, std::size_t end, const Marks&);
    /// The line ends at byte `at`: a space, or nothing, before whatever comes next.
    void end_line(std::size_t at);
    [[nodiscard]] RichText take();

private:
    /// `bytes`: the span's bytes are the text's.
    enum class Origin : unsigned char { bytes, escape, other };
    void put(std::string_view text, Span, Origin, const Marks&);
    void put_line_end(std::string_view next, const Marks&);

    const yaml::Node* node_;
    RichText runs_;
    std::vector<bool> traced_;  ///< of each run
    std::optional<std::size_t> line_end_;
};

}  // namespace zheye::content
