// Reads a brochure from memory and gives what was said about it: for the tests of yaml and content.
#pragma once

#include "base/file_system.h"
#include "diag/render.h"
#include "yaml/read.h"

#include <map>
#include <string>
#include <utility>

namespace zheye::test {

/// One reading of /b/a.yaml; further files stand beside it.
struct YamlRun {
    MemoryFileSystem files;
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    diag::Result<yaml::Node> root;

    explicit YamlRun(std::string text, std::map<std::string, std::string> more = {})
        : files(with(std::move(more), std::move(text))), root(yaml::read("/b/a.yaml", files, sources, diagnostics)) {}

    [[nodiscard]] std::string zh() const { return diag::render_all(diagnostics, sources, diag::Language::zh, false); }
    [[nodiscard]] std::string en() const { return diag::render_all(diagnostics, sources, diag::Language::en, false); }
    /// `line:column code` of each message, in the order they came; the file's name before it if it is another one.
    [[nodiscard]] std::string codes() const {
        std::string all;
        for (const auto& one : diagnostics.all()) {
            const auto place = sources.place(one.span);
            if (!all.empty()) all += "; ";
            if (place.path != "/b/a.yaml" && !place.path.empty()) all += place.path + ":";
            all += std::to_string(place.line) + ":" + std::to_string(place.column) + " " + one.code;
        }
        return all;
    }
    /// What stands in the source at a span.
    [[nodiscard]] std::string at(diag::Span span) const {
        return std::string(sources.text(span.source).substr(span.begin, span.end - span.begin));
    }
    /// The value of a key of the outermost mapping.
    [[nodiscard]] const yaml::Node& operator[](const std::string& key) const {
        static const yaml::Node none;
        for (const auto& entry : root.value().entries)
            if (entry.key == key) return entry.value;
        return none;
    }

private:
    static std::map<std::string, std::string> with(std::map<std::string, std::string> files, std::string text) {
        files["/b/a.yaml"] = std::move(text);
        return files;
    }
};

}  // namespace zheye::test
