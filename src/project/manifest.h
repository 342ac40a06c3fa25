// What the files of an output folder were made of, kept beside them: a text, one line for each fact and a checksum at
// the end of each line, so that a file that was cut off or damaged loses lines and never lies.
#pragma once

#include "base/hash.h"
#include "project/questions.h"

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::project {

/// A question and the hash of its answer. Paths are written from folders that move with the files: a copy of the
/// whole holds as the original does.
struct Told {
    enum class From : unsigned char { brochure, home, nowhere };
    From from = From::nowhere;  ///< nowhere: the path as it was asked for
    Question question;
    Hash128 answer{};
    friend auto operator<=>(const Told&, const Told&) = default;
};

struct OutputFile {
    std::string name;  ///< from the output folder on
    Hash128 hash{};
    std::size_t bytes = 0, pages = 0;
    friend bool operator==(const OutputFile&, const OutputFile&) = default;
};

struct Record {
    std::string name;  ///< see Job
    Hash128 program{}, order{}, identity{};
    bool holds_source = false;  ///< see Product
    std::size_t warnings = 0;
    std::vector<Told> texts;   ///< the files of the text
    std::vector<Told> others;  ///< all else that was asked
    std::vector<OutputFile> outputs;
};

class Manifest {
public:
    /// Lines that are damaged, and what hangs on them, are left out.
    [[nodiscard]] static Manifest read(std::string_view text);
    /// The latest of that name.
    [[nodiscard]] std::optional<Record> find(const std::string& name) const;
    /// Takes a record and gives the lines that are to be appended to the file, behind whatever stands there.
    [[nodiscard]] std::string put(const Record&);
    /// Takes all that another says.
    void merge(const Manifest&);
    /// The whole file, without what was replaced.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::size_t size() const { return records_.size(); }
    [[nodiscard]] std::vector<Record> all() const;

private:
    struct Stored {
        Record record;                           ///< texts and others are left empty
        std::vector<const Told*> texts, others;  ///< in told_, for most brochures ask the same
    };
    /// Names for answers, told once and referred to. `prefix` makes them others than those that earlier runs gave, for
    /// a damaged line must not lead to another's answer.
    struct Numbers {
        std::string prefix;
        std::map<const Told*, std::string> of{};
    };
    [[nodiscard]] const Stored& store(const Record&);
    [[nodiscard]] static std::string lines_of(const Stored&, Numbers&);
    [[nodiscard]] static Record whole(const Stored&);
    void take_told(const std::vector<std::string>& fields, std::map<std::string, const Told*>& by_number);
    void take_record(const std::vector<std::string>& fields, const std::map<std::string, const Told*>& by_number);

    std::set<Told> told_;
    std::map<std::string, Stored> records_;
    Numbers numbers_{"a", {}};  ///< of what was put since the file was read
};

}  // namespace zheye::project
