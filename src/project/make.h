// One brochure's file → the bytes of its outputs: the stages, chained. Reads through the FileSystem, writes nothing,
// prints nothing, and knows neither clocks nor terminals.
#pragma once

#include "base/file_system.h"
#include "base/hash.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "project/memory.h"
#include "project/shelf.h"
#include "yaml/node.h"

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::project {

enum class Stage : unsigned char { yaml, content, theme, fonts, layout, output, write, count };
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Stage::count)> kStageNames = {
    "yaml", "content", "theme", "fonts", "layout", "output", "write"};

/// A card is what is told of a brochure where it is published, see site/card.h.
enum class Emit : unsigned char { pdf, dump, svg, card };
/// Of the file's name: ".pdf".
[[nodiscard]] std::string_view ending(Emit);

struct Order {
    std::string home{};  ///< the folder that holds themes/, profiles/ and fonts/
    bool check = false;  ///< lay out, make nothing
    Emit emit = Emit::pdf;
    std::string theme{};  ///< a name or a path, in place of the brochure's own; empty: its own
    std::optional<std::int64_t> epoch{};
    bool sheets = false;  ///< whole sheets with bleed and marks, whatever the profile says
    std::vector<std::string> profiles{"screen"};
    std::string password{};  ///< to open the file; for profiles of the screen only
};

/// What is said in a brochure's YAML.
struct Said {
    Hash128 identity{};                ///< see content::identity
    std::vector<std::string> texts{};  ///< the files in which it is said
};

struct Output {
    std::string bytes{};
    std::size_t pages = 0;
};
/// What a brochure says of itself.
struct Imprint {
    std::string title{}, date{}, number{}, language{};
    std::string form{}, form_zh{};  ///< as the writer would say it
};
struct Product {
    std::size_t pages = 0;
    std::vector<Output> outputs{};  ///< one for each profile; none after a check
    Said said{};
    Imprint imprint{};
    bool holds_source = false;  ///< the YAML lies in an output, comments and all
};

/// Why there is no product; the reasons are in the Diagnostics.
enum class Fault : unsigned char { content, usage, system };

/// Of the brochure's file: where its pictures are.
[[nodiscard]] std::string folder_of(const std::string& path);

/// Called when a stage begins.
using Watcher = std::function<void(Stage)>;

/// Gives the tree of a brochure and adds its files to the Sources.
using Reading = std::function<diag::Result<yaml::Node>(const FileSystem&, diag::Sources&, diag::Diagnostics&)>;

struct Manuscript {
    std::string path;  ///< the brochure's file: pictures are found from it
    Reading read{};    ///< none: the file as it is
};

/// The product depends on the manuscript, the order and the answers of the file system, on nothing else. `memory`: of
/// the last time that it was made.
[[nodiscard]] std::expected<Product, Fault> make(const Manuscript&, const Order&, const FileSystem&, Shelf&,
                                                 diag::Sources&, diag::Diagnostics&, const Watcher&,
                                                 Memory* memory = nullptr);

/// Reads what a brochure says, and no more.
[[nodiscard]] std::expected<Said, Fault> read_said(const Manuscript&, const FileSystem&, diag::Sources&,
                                                   diag::Diagnostics&);

}  // namespace zheye::project
