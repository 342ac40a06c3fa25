// Where words may be parted: the pattern dictionaries of the system, one a language, each read when the first word of
// its language asks for it. Immutable for who uses it and safe to share between threads. Must not know paragraphs.
#pragma once

#include "base/file_system.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::text {

/// Dictionaries that were read, by their bytes: Hyphenators that have it in common read each once.
class Dictionaries;
[[nodiscard]] std::shared_ptr<Dictionaries> make_dictionaries();

class Hyphenator {
public:
    /// Dictionaries are the files hyph_LANGUAGE.dic of the folders, as libhyphen reads them. The file system must
    /// outlive this.
    Hyphenator(const FileSystem&, std::vector<std::string> folders,
               std::shared_ptr<Dictionaries> = make_dictionaries());
    Hyphenator(Hyphenator&&) noexcept;
    Hyphenator& operator=(Hyphenator&&) noexcept;
    ~Hyphenator();

    /// Whether there is a dictionary of this language (a BCP 47 tag) or of one that it belongs to: en of en-GB.
    [[nodiscard]] bool has(std::string_view language) const;
    /// The indices of the characters before which the word may be parted, ascending: at least two letters stand before
    /// it and three after it. Patterns that change the spelling are left out. None without a dictionary.
    [[nodiscard]] std::vector<std::uint32_t> points(std::string_view language, std::u32string_view word) const;
    /// Which dictionary parts the words of the language, to be compared, as long as the Dictionaries are there; null
    /// without one.
    [[nodiscard]] const void* dictionary(std::string_view language) const;
    /// The Debian package of the language's dictionary; empty where there is none or the script needs none.
    [[nodiscard]] static std::string package_of(std::string_view language);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace zheye::text
