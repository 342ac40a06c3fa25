// Reads a paragraph once from left to right; marks that are open stand on a stack. The parts of it that read brackets
// and braces have a file each. Must not know YAML beyond a scalar's places.
#pragma once

#include "content/document.h"
#include "content/facts.h"
#include "content/run_builder.h"
#include "content/span_marks.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::content {

class InlineReader {
public:
    /// All three must outlive it.
    InlineReader(const yaml::Node& node, const FactBook& facts, diag::Diagnostics& diagnostics)
        : node_(node), text_(node.text), facts_(facts), diagnostics_(diagnostics), runs_(node) {}

    /// Bytes [begin, end) of the node's text, without the marks.
    [[nodiscard]] RichText read(std::size_t begin, std::size_t end);

private:
    struct OpenMark {
        bool is_strong;
        std::size_t at;
        std::size_t output;  ///< bytes put out before it
    };
    /// What the braces behind a bracket ask for.
    struct Asked {
        Marks marks;
        bool is_note = false;
        int count = 0;
    };

    void read_until(std::size_t end);
    void read_line_end(std::size_t end);
    void read_escape(std::size_t end);

    void read_stars(std::size_t end);
    void open_mark(bool is_strong);
    [[nodiscard]] bool swap_marks();
    void close_mark();
    void give_up_mark();

    void read_braces(std::size_t end);
    void read_ruby(std::string_view inner, std::size_t bar);
    void put_fact(std::string_view id, std::string_view part, std::size_t begin, std::size_t end);
    void put_part(const Fact&, std::string_view part, std::size_t begin, std::size_t end);

    void read_bracket(std::size_t end);
    void read_link(std::size_t close, std::size_t end);
    [[nodiscard]] bool read_span(std::size_t close, std::size_t end);
    void read_note(std::size_t close, std::size_t stop);
    [[nodiscard]] bool holds_marks(std::string_view braced) const;
    [[nodiscard]] Asked asked_for(const std::vector<std::string_view>& words);
    void ask(Asked&, SpanMark, std::string_view word);
    void report_unknown_mark(std::string_view word);

    void put_source(std::size_t begin, std::size_t end) {
        output_ += end - begin;
        runs_.put_source(begin, end, style());
    }
    void put_instead(std::string_view text, std::size_t begin, std::size_t end) {
        output_ += text.size();
        runs_.put_instead(text, begin, end, style());
    }
    [[nodiscard]] Marks style() const;
    [[nodiscard]] bool is_open(bool is_strong, std::size_t from) const;
    [[nodiscard]] std::size_t next_special(std::size_t end) const;
    [[nodiscard]] std::optional<std::size_t> closing_bracket(std::size_t at, std::size_t end);
    [[nodiscard]] std::optional<std::size_t> closing_brace(std::size_t at, std::size_t end) const;
    [[nodiscard]] std::size_t offset_of(std::string_view part) const {
        return static_cast<std::size_t>(part.data() - text_.data());
    }
    void error(std::string code, std::size_t begin, std::size_t end, diag::Message message,
               std::vector<diag::Message> hints = {}) {
        diagnostics_.error(std::move(code), node_.place(begin, end), std::move(message), std::move(hints));
    }

    const yaml::Node& node_;
    std::string_view text_;
    const FactBook& facts_;
    diag::Diagnostics& diagnostics_;

    std::size_t at_ = 0;
    RunBuilder runs_;
    std::size_t output_ = 0;  ///< bytes put out so far
    std::vector<OpenMark> open_;
    std::size_t base_ = 0;   ///< marks below belong to the text around the bracket
    std::size_t floor_ = 0;  ///< marks below say nothing about this text: they are outside of the note
    Marks around_;           ///< what the brackets around ask for
    bool is_in_note_ = false;
    std::uint16_t lines_ = 0;            ///< names and titles so far
    std::vector<std::size_t> brackets_;  ///< see match_brackets; of the paragraph from begin_ on, made when needed
    std::size_t begin_ = 0;
};

}  // namespace zheye::content
