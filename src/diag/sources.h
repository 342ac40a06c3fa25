// The source texts of one run and how a Span becomes file, line and column.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zheye::diag {

/// Line and column count from 1; the column counts characters, as editors do.
struct Place {
    std::string path;
    int line = 0, column = 0;
};

/// Not for several threads at once.
class Sources {
public:
    /// `path` is shown to the writer as it is given here. The text must be valid UTF-8.
    std::uint32_t add(std::string path, Blob text);
    /// A part of a text as a source of its own: places in it stay as they are when what stands before it changes. It
    /// gets the number that is wished for (any will do), or another where that one is taken.
    std::uint32_t add_part(std::uint32_t of, std::uint32_t begin, std::uint32_t wish);
    /// A place in a part → the same place in the whole text; others stay as they are.
    [[nodiscard]] Span whole(Span) const;
    /// Of a part, from where it begins to the end of the whole text.
    [[nodiscard]] std::string_view text(std::uint32_t source) const;
    [[nodiscard]] const std::string& path(std::uint32_t source) const;
    /// Of whole texts; these have the first numbers.
    [[nodiscard]] std::size_t count() const { return sources_.size(); }
    [[nodiscard]] Place place(Span) const;
    /// The line of text in which the span begins, without its line end.
    [[nodiscard]] std::string_view line_at(Span) const;

private:
    struct Source {
        std::string path;
        Blob text;
        /// Made when something is said: most runs are silent.
        struct Index {
            std::vector<std::uint32_t> line_starts;
            std::vector<std::uint32_t> characters;  ///< before each block of bytes: no long line is walked through
        };
        mutable std::optional<Index> index{};
        [[nodiscard]] const Index& indexed() const;
    };
    [[nodiscard]] static std::uint32_t characters_before(const Source&, std::size_t at);
    /// Which line, from 0.
    [[nodiscard]] static std::size_t line_of(const Source&, std::size_t at);
    struct Part {
        std::uint32_t of = 0, begin = 0;
    };
    std::vector<Source> sources_;
    std::unordered_map<std::uint32_t, Part> parts_;  ///< by number
};

}  // namespace zheye::diag
