#include "theme/theme_run.h"
#include "support/places.h"

#include <stdexcept>

namespace zheye::test {

namespace {

std::string shipped(const std::string& path) {
    const auto file = DiskFileSystem{}.read(ZHEYE_ROOT "/" + path);
    if (!file) throw std::runtime_error("not there: " + path);
    return std::string(file->bytes());
}

std::map<std::string, std::string> with(std::map<std::string, std::string> files, const std::string& brochure) {
    files["/b/a.yaml"] = brochure;
    files.emplace("/themes/vermilion.yaml", shipped_theme());
    files.emplace("/themes/names.yaml", "vermilion: 朱砂\nink: 水墨\n");
    return files;
}

}  // namespace

std::string shipped_theme() {
    auto text = shipped("themes/base.yaml");
    const auto put = [&](const std::string& from, const std::string& to) {
        const auto at = text.find(from);
        if (at == std::string::npos) throw std::runtime_error("the shipped theme has no '" + from + "'");
        text.replace(at, from.size(), to);
    };
    put("name: base", "name: vermilion");
    put("!include shapes.yaml", "{}");
    put("!include forms.yaml", "{}");
    put("  accent:", "  ink: \"#2a211d\"\n  vermilion: \"#b5261e\"\n  gold: \"#c59b4b\"\n  accent:");
    return text;
}

std::string shipped_theme_with(const std::string& from, const std::string& to) {
    auto text = shipped_theme();
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("the shipped theme has no '" + from + "'");
    return text.replace(at, from.size(), to);
}

ThemeRun::ThemeRun(const std::string& brochure, std::map<std::string, std::string> more)
    : files(with(std::move(more), brochure)) {
    const auto root = yaml::read("/b/a.yaml", files, sources, diagnostics);
    if (!root || root->entries.empty()) throw std::runtime_error("a test's brochure is broken");
    const theme::Request request{"/themes", "/b"};
    auto read = theme::read(root->entries.front().value, request, files, sources, diagnostics);
    if (read) theme = std::move(*read);
}

std::string ThemeRun::codes() const {
    std::string all;
    for (const auto& one : diagnostics.all()) {
        const auto place = sources.place(one.span);
        if (!all.empty()) all += "; ";
        if (!one.span.known())
            all += "nowhere";
        else if (place.path != "/b/a.yaml")
            all += place.path + ":";
        if (one.span.known()) all += std::to_string(place.line) + ":" + std::to_string(place.column);
        all += " " + one.code;
    }
    return all;
}

ThemeRun with_overrides(const std::string& lines, std::map<std::string, std::string> more) {
    return ThemeRun("theme:\n  base: vermilion\n" + lines, std::move(more));
}

}  // namespace zheye::test
