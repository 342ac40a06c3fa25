// The keys of a brochure's file, once: what they are called in both languages, what they hold, what they are for. The
// reader checks against this table and `zheye schema` prints it. Must not know how values become a Document.
#pragma once

#include <span>
#include <string_view>

namespace zheye::content {

/// What may stand behind a key.
enum class Kind : unsigned char {
    text,        ///< plain text, one line
    rich,        ///< text with marks, one paragraph
    paragraphs,  ///< text with marks, blank lines part paragraphs
    number,
    flag,     ///< true | false
    choice,   ///< one of `choices`
    date,     ///< YYYY, YYYY-MM or YYYY-MM-DD
    size,     ///< A4, 16开, 210x297mm
    fact,     ///< the id of a fact
    picture,  ///< the path of a picture, or `placeholder`
    mapping,  ///< a mapping of `group`
    any,      ///< read by somebody else
};

/// Which forms of YAML a key takes, as bits.
enum NodeForm : unsigned { kScalar = 1, kList = 2, kMapping = 4 };

/// A word of the format with its other names; `aliases` are parted by '|', the first is the one to show.
struct Choice {
    std::string_view name, aliases;
};

struct Key {
    std::string_view name, aliases;
    Kind kind;
    unsigned forms;  ///< of NodeForm
    bool required;
    std::string_view zh, en;  ///< what it is for
    std::string_view group;   ///< of a mapping, or of the mappings in a list
    std::span<const Choice> choices;
};

/// The keys that one mapping takes.
struct Group {
    std::string_view name;
    std::string_view zh, en;  ///< what the mapping is, for messages
    std::span<const Key> keys;
};

/// All groups, "brochure" first.
[[nodiscard]] std::span<const Group> schema();
/// The group of that name, which must exist.
[[nodiscard]] const Group& group(std::string_view name);
/// The key that `name` is the name or an alias of; null if there is none.
[[nodiscard]] const Key* find_key(const Group&, std::string_view name);
[[nodiscard]] const Choice* find_choice(std::span<const Choice>, std::string_view name);
/// Calls `f` with the name and each alias.
template <class Named, class F>
void each_name(const Named& named, F f) {
    f(named.name);
    auto rest = named.aliases;
    while (!rest.empty()) {
        const auto bar = rest.find('|');
        f(rest.substr(0, bar));
        rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
    }
}

}  // namespace zheye::content
