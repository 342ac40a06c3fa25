// What is said to the writer about the content: where, how bad, in both languages. Only values; printing is in
// render.h.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <unordered_map>
#include <vector>

namespace zheye::diag {

/// A place in a source text, in bytes. Every stage passes it on; only `diag` looks inside.
struct Span {
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
    std::uint32_t source = kNowhere;  ///< index into Sources
    std::uint32_t begin = 0, end = 0;
    [[nodiscard]] bool known() const { return source != kNowhere; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// One sentence in both languages of the program. No full stop at the end in English.
struct Message {
    std::string zh, en;
};

enum class Severity : unsigned char { error, warning, note };

/// A correction of the source: these bytes, and what is to stand in their place.
struct Edit {
    Span span;
    std::string replacement;
    friend bool operator==(const Edit&, const Edit&) = default;
};

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;  ///< stable, for filters and tests: "unknown-key", "missing-glyph", …
    Span span;
    Message message;
    std::vector<Message> hints{};
    std::vector<Edit> edits{};  ///< what puts it right without asking; none where that is not certain
};

/// The list that the stages of one run fill. Not shared between threads.
class Diagnostics {
public:
    /// Keeps each once: the same code and words at the same place are not taken again.
    void add(Diagnostic);
    void error(std::string code, Span, Message, std::vector<Message> hints = {});
    void warning(std::string code, Span, Message, std::vector<Message> hints = {});
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    /// How often something was said, repetitions included: whether a stretch of work is silent.
    [[nodiscard]] std::size_t told() const { return told_; }

private:
    std::vector<Diagnostic> all_;
    std::unordered_multimap<std::uint64_t, std::size_t> by_place_;  ///< source and begin → index into all_
    int errors_ = 0;
    std::size_t told_ = 0;
};

/// A stage that could not go on; the reasons are in the Diagnostics it was given.
struct Failed {};
template <class T>
using Result = std::expected<T, Failed>;

}  // namespace zheye::diag
