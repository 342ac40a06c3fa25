// Each tests/errors/NAME.yaml is read as a brochure; what is said about it must be NAME.zh.txt, and NAME.en.txt where
// there is one, to the letter. With ZHEYE_APPROVE=1 in the environment the texts are written anew: read them before
// committing them.
#include "content/read.h"
#include "diag/render.h"
#include "yaml/read.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

using namespace zheye;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(ZHEYE_ROOT) / "tests/errors";

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The folder in memory, so that paths in the messages are the same everywhere.
MemoryFileSystem folder_in_memory() {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(kFolder))
        if (entry.is_regular_file() && entry.path().extension() != ".txt")
            files[fs::relative(entry.path(), kFolder).string()] = text_of(entry.path());
    return MemoryFileSystem(std::move(files));
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kFolder))
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    std::ranges::sort(names);
    return names;
}

/// About files that cannot stand here as text: tests/yaml/guards_test.cpp has them.
const std::set<std::string> kShownElsewhere{"placeholder", "alt-from-caption", "cannot-read", "not-utf8",
                                            "file-too-large"};

/// Every code that the two rooms give.
std::set<std::string> codes_in_source() {
    const std::regex call("(?:error|warning|fail)\\(\\s*\"([a-z0-9-]+)\"");
    std::set<std::string> codes;
    for (const auto* room : {"src/yaml", "src/content"})
        for (const auto& entry : fs::directory_iterator(fs::path(ZHEYE_ROOT) / room)) {
            const auto text = text_of(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at) codes.insert((*at)[1]);
        }
    return codes;
}

void compare(const fs::path& expected, const std::string& found) {
    if (std::getenv("ZHEYE_APPROVE") != nullptr) std::ofstream(expected, std::ios::binary) << found;
    CHECK(text_of(expected) == found);
}

}  // namespace

TEST_CASE("what is said about each broken brochure") {
    const auto files = folder_in_memory();
    std::set<std::string> codes;
    const auto names = case_names();
    REQUIRE(names.size() >= 40);
    for (const auto& name : names) {
        INFO(name);
        diag::Sources sources;
        diag::Diagnostics diagnostics;
        bool is_read = false;
        if (const auto root = yaml::read(name + ".yaml", files, sources, diagnostics))
            is_read = content::read(*root, "", files, diagnostics).has_value();
        CHECK(is_read == !diagnostics.has_errors());
        for (const auto& one : diagnostics.all()) codes.insert(one.code);
        compare(kFolder / (name + ".zh.txt"), diag::render_all(diagnostics, sources, diag::Language::zh, false));
        const auto english = kFolder / (name + ".en.txt");
        if (fs::exists(english)) compare(english, diag::render_all(diagnostics, sources, diag::Language::en, false));
    }
    // A code that the program can give and that no case shows is a message nobody has read.
    for (const auto& code : codes_in_source()) {
        INFO(code);
        CHECK((codes.contains(code) || kShownElsewhere.contains(code)));
    }
}
