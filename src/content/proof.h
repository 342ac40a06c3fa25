// One paragraph as a proofreader has it: a row of characters, whatever marks cut it into runs, and the findings on it.
// Must not know what is looked for.
#pragma once

#include "content/document.h"
#include "content/proofreading.h"
#include "diag/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zheye::content {

/// In quotation marks that are not those of what is shown: “甲”, but 「“」.
[[nodiscard]] std::string quoted(std::string_view shown);

/// What is said about characters [begin, end).
struct Finding {
    std::size_t begin = 0, end = 0;
    diag::Message message;
    /// How it should read; the hint is made from it. Empty means: leave it out.
    std::optional<std::string> wanted{};
    /// Whether that is beyond doubt, so that it can be put right without asking.
    bool is_certain = false;
    std::vector<diag::Message> hints{};  ///< where `wanted` is not enough
};

class Proof {
public:
    /// `is_plain` says that there are no marks in this text, hence no backslashes.
    Proof(const RichText&, const Proofreading&, bool is_plain, diag::Diagnostics&);

    [[nodiscard]] std::size_t size() const { return row_.size(); }
    /// 0 beyond either end, so that `code(i - 1)` and `code(i + 1)` need no care.
    [[nodiscard]] char32_t code(std::size_t i) const {
        ++looks_;
        return i < row_.size() ? row_[i].code : 0;
    }
    [[nodiscard]] bool is_han(std::size_t i) const;
    /// A letter or digit of ASCII.
    [[nodiscard]] bool is_latin(std::size_t i) const;
    [[nodiscard]] bool is_digit(std::size_t i) const { return code(i) >= '0' && code(i) <= '9'; }
    /// What the writer typed here and means to be read as Chinese: no fact, nothing behind a backslash of our own, no
    /// address, no other language, nothing that a finding was made on.
    [[nodiscard]] bool is_open(std::size_t i) const {
        ++looks_;
        return i < row_.size() && row_[i].is_typed && !row_[i].is_taken;
    }
    /// Of these characters all.
    [[nodiscard]] bool is_open(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Script script(std::size_t i) const { return row_[i].script; }
    /// The end of the row of the same character that begins at `i`.
    [[nodiscard]] std::size_t run_end(std::size_t i) const;
    [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const;

    /// How often a character was looked at so far: what proofreading costs, whatever the clock says.
    [[nodiscard]] std::uint64_t looks() const { return looks_; }

    /// Reports, unless the writer does not want to know. The characters are taken in either case: what is an ellipsis
    /// badly typed is not five other mistakes.
    void warning(std::string code, Finding);

private:
    struct Character {
        char32_t code;
        Span span;
        Script script;
        bool is_typed;
        bool is_exact;  ///< the span's bytes are the character's: it can be put right there
        bool is_taken = false;
    };
    void add(const TextRun&);
    void leave_out_addresses();
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_editable(std::size_t begin, std::size_t end) const;

    std::vector<Character> row_;
    mutable std::uint64_t looks_ = 0;
    const Proofreading& proofreading_;
    bool is_plain_;
    diag::Diagnostics& diagnostics_;
};

}  // namespace zheye::content
