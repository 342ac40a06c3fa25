// The files and the cards of a batch → a folder that can be served or put on a stick. Writes only what has changed, and
// touches no file that it has not written itself.
#pragma once

#include "base/file_system.h"
#include "project/job.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace zheye::project {

struct Publication {
    std::string to = "site";              ///< the folder
    std::string out = "output";           ///< where the files and cards are that a batch has left
    std::vector<std::string> profiles{};  ///< of the jobs' targets, in their order
    std::string base{};                   ///< address at which the folder will be found, with a slash at its end
    std::string title{};                  ///< of the whole; empty: who publishes
    std::optional<std::int64_t> epoch{};  ///< the date of what has none
};

struct Published {
    std::size_t brochures = 0;
    std::size_t written = 0, same = 0, removed = 0;  ///< files
    std::vector<std::string> left_out{};             ///< what the brochures are called of which there are no files
    std::vector<std::string> without_date{};         ///< the same of those that the feed leaves out
};

struct CannotPublish {
    enum class Why : unsigned char {
        busy,       ///< another run is at work in the folder
        foreign,    ///< at `path` is something that was not published
        clash,      ///< a brochure would be where the site's own file `path` is
        unwritable  ///< `path`, because of `error`
    };
    Why why = Why::unwritable;
    std::string path{};
    IoError error{};
};

/// What of the jobs has been made and is whole is published, also if it failed this time; what the folder had of others
/// is taken away. Pages come after the files to which they lead, so that at every moment links lead somewhere.
[[nodiscard]] std::expected<Published, CannotPublish> publish(const std::vector<Job>&, const Publication&, FileSystem&);

}  // namespace zheye::project
