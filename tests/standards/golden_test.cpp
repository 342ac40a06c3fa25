// The structure and the text of whole files, as YAML to be read by people: tests/golden/structure-*.yaml.
#include "standards/brochures.h"
#include "standards/reading.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace zheye::standards;

namespace {

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

/// What an element says of itself beside its type.
std::string attributes(const Element& element) {
    std::string text;
    for (const char* key : {"/Lang", "/Alt"})
        if (auto said = value(element.object, key); said.isString())
            text += ", " + std::string(key + 1) + ": " + quoted(said.getUTF8Value());
    auto held = value(element.object, "/A");
    for (const char* key : {"/Scope", "/ColSpan", "/RowSpan", "/ListNumbering"}) {
        auto said = value(held, key);
        if (said.isName()) text += ", " + std::string(key + 1) + ": " + said.getName().substr(1);
        if (said.isInteger()) text += ", " + std::string(key + 1) + ": " + std::to_string(said.getIntValue());
    }
    return text;
}

void append(std::string& yaml, const std::vector<Element>& elements, const std::vector<std::string>& texts,
            std::size_t id, std::size_t depth) {
    const auto& element = elements[id];
    const std::string indent(depth * 2, ' ');
    const auto said = (texts[id].empty() ? "" : ", text: " + quoted(texts[id])) + attributes(element);
    yaml += indent + "- " + element.type + ": {" + (said.empty() ? "" : said.substr(2)) + "}\n";
    if (!element.children.empty()) yaml += indent + "  kids:\n";
    for (const auto child : element.children) append(yaml, elements, texts, child, depth + 1);
}

std::string outline(const std::string& bytes) {
    const Reading reading(bytes);
    const auto elements = reading.elements();
    std::string yaml;
    append(yaml, elements, texts(reading, elements), 0, 0);
    return yaml;
}

void check(const std::string& name, const std::string& bytes) {
    const auto got = outline(bytes);
    const std::string path = std::string(ZHEYE_ROOT) + "/tests/golden/structure-" + name + ".yaml";
    if (std::getenv("ZHEYE_APPROVE") != nullptr) std::ofstream(path, std::ios::binary) << got;
    std::ifstream file(path, std::ios::binary);
    const std::string wanted{std::istreambuf_iterator<char>(file), {}};
    INFO("tests/golden/structure-" + name + ".yaml; tools/approve rewrites it");
    CHECK(got == wanted);
}

}  // namespace

TEST_CASE("golden: structure of the sample") { check("sample", named(sample(), "sample.screen").bytes); }

TEST_CASE("golden: structure of the default brochure in its forms") {
    for (const std::string form : {"brochure", "trifold", "poster"})
        check(form, named(shipped(), form + ".screen").bytes);
}

TEST_CASE("the structure is the same for the archive and for sheets") {
    const auto screen = outline(named(sample(), "sample.screen").bytes);
    for (const std::string profile : {"archive", "print", "booklet"})
        CHECK(outline(named(sample(), "sample." + profile).bytes) == screen);
}
