#include "fixture.h"

#include "../support/font_catalog.h"

#include <catch2/catch.hpp>
#include <hb.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace zheye::test {

const font::FontBook& book() {
    static const font::FontBook opened = open_installed({{"song", 400}, {"song", 700}, {"hei", 400}, {"kai", 400}});
    return opened;
}

layout::GlyphRun shaped(const std::string& text, double size, Point origin, const char* role, int weight) {
    const auto& face = book().main_face(book().chain({role, weight}));
    layout::GlyphRun run;
    run.face = face.id;
    run.size = size;
    run.origin = origin;
    run.text = text;
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(face.hb_font, buffer, nullptr, 0);
    const unsigned length = hb_buffer_get_length(buffer);
    const auto* infos = hb_buffer_get_glyph_infos(buffer, nullptr);
    const auto* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    const double scale = size / face.metrics.units_per_em;
    double pen = 0;
    for (unsigned i = 0; i < length; ++i) {
        layout::PlacedGlyph glyph;
        glyph.id = infos[i].codepoint;
        glyph.x = pen + positions[i].x_offset * scale;
        glyph.y = positions[i].y_offset * scale;
        glyph.advance = hb_font_get_glyph_h_advance(face.hb_font, glyph.id) * scale;
        const bool further = i > 0 && infos[i].cluster == infos[i - 1].cluster;
        unsigned next = i;
        while (next < length && infos[next].cluster == infos[i].cluster) ++next;
        glyph.text_begin = infos[i].cluster;
        glyph.text_end = further         ? glyph.text_begin
                         : next < length ? infos[next].cluster
                                         : static_cast<unsigned>(text.size());
        pen += positions[i].x_advance * scale;
        run.glyphs.edit().push_back(glyph);
    }
    hb_buffer_destroy(buffer);
    return run;
}

void shift(layout::GlyphRun& run, std::size_t at, double em) {
    for (auto& glyph : run.glyphs.edit())
        if (glyph.text_begin >= at) glyph.x += em * run.size;
}

void track(layout::GlyphRun& run, double em) {
    for (std::size_t i = 0; i < run.glyphs.size(); ++i)
        run.glyphs.edit()[i].x += static_cast<double>(i) * em * run.size;
}

double right_end(const layout::GlyphRun& run) { return run.origin.x + run.glyphs.back().x + run.glyphs.back().advance; }

layout::Page& Draft::page() {
    if (pages.structure.nodes.empty()) pages.structure.add(0, layout::Role::document);
    auto& page = pages.pages.emplace_back();
    page.frame.size = {419.528, 595.276};
    return page;
}

layout::NodeId Draft::node(layout::Role role, layout::NodeId parent) { return pages.structure.add(parent, role); }

void Draft::tagged(layout::NodeId node, std::vector<layout::Item> items) {
    item(layout::TagBegin{node});
    for (auto& each : items) item(std::move(each));
    item(layout::TagEnd{});
}

layout::NodeId Draft::paragraph(layout::GlyphRun run) {
    const auto id = node(layout::Role::p);
    tagged(id, {std::move(run)});
    return id;
}

std::string written(const layout::Pages& pages, const pdf::Options& options) {
    diag::Diagnostics diagnostics;
    auto bytes = pdf::write(pages, book(), options, diagnostics);
    REQUIRE(bytes);
    REQUIRE(diagnostics.all().empty());
    return std::move(*bytes);
}

File::File(const std::string& bytes, const std::string& name) {
    std::string pattern = (std::filesystem::temp_directory_path() / "zheye-pdf-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()));
    folder_ = pattern;
    path_ = folder_ + '/' + name;
    std::ofstream(path_, std::ios::binary) << bytes;
}

File::~File() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string output_of(const std::string& command) {
    FILE* pipe = popen(("( " + command + " ) 2>&1").c_str(), "r");
    REQUIRE(pipe);
    std::string text;
    std::array<char, 4096> buffer;
    while (const auto size = fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), size);
    INFO(command << "\n" << text);
    REQUIRE(pclose(pipe) == 0);
    return text;
}

namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        std::erase(line, '\f');
        std::erase(line, '\r');
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

}  // namespace

void check_syntax(const File& file) {
    const auto said = output_of("qpdf --check " + file.path());
    INFO(said);
    CHECK(said.find("No syntax or stream encoding errors found") != std::string::npos);
    CHECK(said.find("WARNING") == std::string::npos);
}

std::vector<std::string> raw_lines(const File& file) {
    return split(output_of("pdftotext -raw " + file.path() + " -"));
}

std::vector<ElementText> structure_text(const File& file) {
    std::vector<ElementText> elements;
    std::string role;
    bool fresh = true;
    for (const auto& line : split(output_of("pdfinfo -struct-text " + file.path()))) {
        const auto begin = line.find_first_not_of(' ');
        if (begin == std::string::npos) continue;
        if (line[begin] != '"') {
            role = line.substr(begin, line.find_first_of(" :(<", begin) - begin);
            fresh = true;
            continue;
        }
        if (fresh) elements.emplace_back(role, "");
        fresh = false;
        elements.back().second += line.substr(begin + 1, line.size() - begin - 2);
    }
    return elements;
}

std::vector<std::string> mupdf_lines(const File& file) {
    return split(output_of("mutool draw -q -F txt " + file.path() + " 2>/dev/null"));
}

std::vector<std::string> ghostscript_lines(const File& file) {
    return split(output_of("gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=txtwrite -sOutputFile=- " + file.path()));
}

std::string spelt_out(const File& file) {
    return output_of("qpdf --qdf --object-streams=disable --no-original-object-ids " + file.path() + " -");
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t times = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++times;
    return times;
}

}  // namespace zheye::test
