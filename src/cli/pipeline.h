// One brochure's file → the bytes of its output: the stages, chained. Reads through the FileSystem, writes nothing,
// prints nothing, and knows neither clocks nor terminals.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::cli {

enum class Stage : unsigned char { yaml, content, theme, fonts, layout, output, write, count };
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Stage::count)> kStageNames = {
    "yaml", "content", "theme", "fonts", "layout", "output", "write"};

struct Order {
    std::string home{};  ///< see find_home
    Command command = Command::build;
    Emit emit = Emit::pdf;
    std::string theme{};  ///< a name or a path, in place of the brochure's own; empty: its own
    std::optional<std::int64_t> epoch{};
    bool sheets = false;  ///< whole sheets with bleed and marks, whatever the profile says
    std::vector<std::string> profiles{"screen"};
};

struct Output {
    std::string bytes{};
    std::size_t pages = 0;
};
struct Product {
    std::size_t pages = 0;
    std::vector<Output> outputs{};  ///< one for each profile; none after a check
};

/// Why there is no product; the reasons are in the Diagnostics.
enum class Fault : unsigned char { content, usage, system };

/// Called when a stage begins.
using Watcher = std::function<void(Stage)>;

[[nodiscard]] std::expected<Product, Fault> make(const std::string& path, const Order&, const FileSystem&,
                                                 diag::Sources&, diag::Diagnostics&, const Watcher&);

}  // namespace zheye::cli
