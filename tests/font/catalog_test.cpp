// fonts.yaml: what ships reads without a word, chains come out in order, every mistake is told at its place.
#include "font/font_book.h"

#include "diag/render.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

using namespace zheye;

namespace {

struct Outcome {
    diag::Result<font::Catalog> catalog;
    std::string messages;  ///< as a person sees them
};

Outcome read(const std::string& text, const std::string& path = "fonts/fonts.yaml") {
    const MemoryFileSystem files(std::map<std::string, std::string>{{path, text}});
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    auto catalog = font::read_catalog(path, files, sources, diagnostics);
    return {std::move(catalog), diag::render_all(diagnostics, sources, diag::Language::en, false)};
}

std::vector<std::string> names(const font::Catalog& catalog, const std::vector<std::size_t>& chain) {
    std::vector<std::string> result;
    for (const auto face : chain) result.push_back(catalog.faces.at(face).name);
    return result;
}

const font::RoleWeight& weight(const font::Catalog& catalog, const std::string& role, int value) {
    for (const auto& each : catalog.roles)
        if (each.name == role)
            for (const auto& candidate : each.weights)
                if (candidate.weight == value) return candidate;
    throw std::runtime_error("no such role or weight");
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("The catalogue that ships reads without a word and opens") {
    const DiskFileSystem files;
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto catalog = font::read_catalog(ZHEYE_ROOT "/fonts/fonts.yaml", files, sources, diagnostics);
    CHECK(diag::render_all(diagnostics, sources, diag::Language::en, false).empty());
    REQUIRE(catalog);
    std::vector<font::FontStyle> all;
    for (const auto& role : catalog->roles)
        if (role.name != "rare")
            for (const auto& each : role.weights) all.push_back({role.name, each.weight});
    CHECK(all.size() == 7 + 7 + 3 + 7);
    const auto book = font::FontBook::open(*catalog, all, files, diagnostics);
    CHECK(diag::render_all(diagnostics, sources, diag::Language::en, false).empty());
    REQUIRE(book);
    CHECK(book->main_face(book->chain({"hei", 350})).postscript_name == "NotoSansCJKsc-DemiLight");
    CHECK(book->main_face(book->chain({"song", 900})).postscript_name == "NotoSerifCJKsc-Black");
    CHECK(names(*catalog, weight(*catalog, "kai", 300).han) == Names{"LXGW WenKai Light", "Noto Serif CJK SC Light",
                                                                     "Noto Sans CJK SC Light", "HanaMinA", "HanaMinB",
                                                                     "BabelStone Han"});
}

TEST_CASE("Chains: own faces, then fallback roles at the nearest weight, each face once") {
    const auto outcome = read(R"(
faces: {A: {file: a.ttf}, B: {file: b.ttf}, C: {file: c.ttf}, D: {file: d.ttf}}
roles:
  one: {weights: {400: A, 700: [B, A]}, fallback: [two]}
  two: {weights: {500: C}, fallback: one, latin: three}
  three: {weights: {400: D}, fallback: [two]}
)");
    CHECK(outcome.messages.empty());
    REQUIRE(outcome.catalog);
    const auto& catalog = *outcome.catalog;
    CHECK(names(catalog, weight(catalog, "one", 400).han) == Names{"A", "C"});
    CHECK(names(catalog, weight(catalog, "one", 700).han) == Names{"B", "A", "C"});
    CHECK(names(catalog, weight(catalog, "one", 700).latin) == Names{"B", "A"});
    CHECK(names(catalog, weight(catalog, "two", 500).han) == Names{"C", "A"});
    CHECK(names(catalog, weight(catalog, "two", 500).latin) == Names{"D"});
    CHECK(names(catalog, weight(catalog, "three", 400).han) == Names{"D", "C", "A"});
}

TEST_CASE("Files are looked for in the folders, in order; absolute paths as they are") {
    setenv("HOME", "/home/wang", 1);
    const auto outcome = read(R"(
folders: [., ../more, /usr/share/fonts/x, ~/.local/share/fonts]
faces:
  A: {file: a.ttf, package: fonts-a}
  B: {file: [/abs/b.ttc, sub/b.otf]}
  C: {file: c.ttc, face: C Regular}
roles: {r: {weights: {400: [A, B, C]}}}
)");
    CHECK(outcome.messages.empty());
    REQUIRE(outcome.catalog);
    const auto& faces = outcome.catalog->faces;
    CHECK(faces[0].files ==
          Names{"fonts/a.ttf", "more/a.ttf", "/usr/share/fonts/x/a.ttf", "/home/wang/.local/share/fonts/a.ttf"});
    CHECK(faces[0].face.empty());
    CHECK(faces[0].package == "fonts-a");
    CHECK(faces[1].files == Names{"/abs/b.ttc", "fonts/sub/b.otf", "more/sub/b.otf", "/usr/share/fonts/x/sub/b.otf",
                                  "/home/wang/.local/share/fonts/sub/b.otf"});
    CHECK(faces[1].face == "B");  // a collection: by the key
    CHECK(faces[2].face == "C Regular");
}

TEST_CASE("Without folders the files are beside fonts.yaml") {
    const auto outcome = read("faces: {A: {file: a.ttf}}\nroles: {r: {weights: {400: A}}}\n", "fonts.yaml");
    REQUIRE(outcome.catalog);
    CHECK(outcome.catalog->faces[0].files == Names{"a.ttf"});
}

TEST_CASE("Every mistake is told at its place, all in one run") {
    const auto outcome = read(R"(folder: [.]
faces:
  Song: {file: a.ttf, pakage: p}
  Hei: {package: p}
  Kai: [a.ttf]
roles:
  song:
    weights:
      400: Sonh
      bold: Song
      1001: Song
    fallback: [hie]
    latin: [hei]
  hei: {fallback: song}
  kai: {weights: {400: []}}
)");
    CHECK_FALSE(outcome.catalog);
    CHECK(outcome.messages ==
          R"(fonts/fonts.yaml:1:1: error: the content of fonts.yaml has no key 'folder' [unknown-key]
    1 | folder: [.]
      | ^~~~~~
      = hint: did you mean 'folders'?
fonts/fonts.yaml:3:23: error: the face 'Song' has no key 'pakage' [unknown-key]
    3 |   Song: {file: a.ttf, pakage: p}
      |                       ^~~~~~
      = hint: did you mean 'package'?
fonts/fonts.yaml:4:3: error: the face 'Hei' lacks 'file' [missing-key]
    4 |   Hei: {package: p}
      |   ^~~
fonts/fonts.yaml:5:8: error: the face 'Kai' must be a mapping [font-catalog]
    5 |   Kai: [a.ttf]
      |        ^~~~~~~
fonts/fonts.yaml:9:12: error: there is no face 'Sonh' under faces [unknown-face]
    9 |       400: Sonh
      |            ^~~~
      = hint: did you mean 'Song'?
fonts/fonts.yaml:10:7: error: a weight is a whole number from 1 to 1000, not 'bold' [font-catalog]
   10 |       bold: Song
      |       ^~~~
fonts/fonts.yaml:11:7: error: a weight is a whole number from 1 to 1000, not '1001' [font-catalog]
   11 |       1001: Song
      |       ^~~~
fonts/fonts.yaml:13:12: error: latin of the role 'song' must be a role [font-catalog]
   13 |     latin: [hei]
      |            ^~~~~
fonts/fonts.yaml:14:3: error: the role 'hei' lacks weights (weight: face) [missing-key]
   14 |   hei: {fallback: song}
      |   ^~~
fonts/fonts.yaml:15:24: error: weight 400 of the role 'kai' must be one name or several [font-catalog]
   15 |   kai: {weights: {400: []}}
      |                        ^~
)");
}

TEST_CASE("What is wrong as YAML is told once, and the catalogue is not used") {
    const auto outcome = read("faces: {A: {file: a.ttf}, A: {file: b.ttf}}\nroles: {r: {weights: {400: A}}}\n");
    CHECK_FALSE(outcome.catalog);
    CHECK(count(outcome.messages, " error: ") == 1);
    for (const auto* text : {"faces: {A: {file: !include no.yaml}}\nroles: {r: {weights: {400: A}}}\n",
                             "faces: {A: {file: a.ttf}}\nroles: {r: {weights: !include no.yaml}}\n",
                             "faces: {A: {file: a.ttf}}\nroles: !include no.yaml\n"})
        CHECK(count(read(text).messages, " error: ") == 1);
}

TEST_CASE("Errors of others in the same list do not count") {
    const MemoryFileSystem files(
        std::map<std::string, std::string>{{"f.yaml", "faces: {A: {file: a}}\nroles: {r: {weights: {400: A}}}\n"}});
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    diagnostics.error("other", {}, {"别的错误", "something else"});
    CHECK(font::read_catalog("f.yaml", files, sources, diagnostics));
}

TEST_CASE("References between roles are checked") {
    const auto outcome = read(R"(faces: {A: {file: a.ttf}}
roles:
  song: {weights: {400: A}, fallback: [hie], latin: latn}
  hei: {weights: {400: A}}
)");
    CHECK_FALSE(outcome.catalog);
    CHECK(outcome.messages == R"(fonts/fonts.yaml:3:40: error: there is no role 'hie' under roles [unknown-font-role]
    3 |   song: {weights: {400: A}, fallback: [hie], latin: latn}
      |                                        ^~~
      = hint: did you mean 'hei'?
fonts/fonts.yaml:3:53: error: there is no role 'latn' under roles [unknown-font-role]
    3 |   song: {weights: {400: A}, fallback: [hie], latin: latn}
      |                                                     ^~~~
)");
}

TEST_CASE("A file that is no catalogue at all") {
    CHECK_FALSE(read("just words\n").catalog);
    CHECK_FALSE(read("").catalog);
    CHECK_FALSE(read("faces: {}\nroles:\n").catalog);
    CHECK_FALSE(read("faces: {A: {file: a}}\n").catalog);
    const auto outcome = read("- faces\n");
    CHECK(outcome.messages == R"(fonts/fonts.yaml:1:1: error: the content of fonts.yaml must be a mapping [font-catalog]
    1 | - faces
      | ^~~~~~~
)");
}
