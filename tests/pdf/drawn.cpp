#include "drawn.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace zheye::test {

namespace {

Pixels by_mupdf(const File& file) {
    static_cast<void>(output_of("mutool draw -q -r 72 -o " + file.folder() + "/mupdf.ppm " + file.path()));
    return read_ppm(file.folder() + "/mupdf.ppm");
}
/// Means of squares of 10 pixels: how edges are smoothed is each program's own affair.
std::vector<double> squares(const Pixels& pixels) {
    constexpr int kSide = 10;
    const int across = pixels.width / kSide, down = pixels.height / kSide;
    std::vector<double> means(3 * static_cast<std::size_t>(across * down));
    for (int y = 0; y < down * kSide; ++y)
        for (int x = 0; x < across * kSide; ++x)
            for (int part = 0; part < 3; ++part)
                means[3 * static_cast<std::size_t>(y / kSide * across + x / kSide) + static_cast<std::size_t>(part)] +=
                    static_cast<std::uint8_t>(pixels.rgb[3 * static_cast<std::size_t>(y * pixels.width + x) +
                                                         static_cast<std::size_t>(part)]) /
                    100.0;
    return means;
}

}  // namespace

Colour Pixels::at(double x, double y) const {
    const auto index =
        3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
    const auto part = [&](std::size_t i) { return static_cast<std::uint8_t>(rgb[index + i]); };
    return {part(0), part(1), part(2)};
}

Pixels read_ppm(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    Pixels pixels;
    std::string magic;
    int most = 0;
    file >> magic >> std::ws;
    std::string comment;
    if (file.peek() == '#') std::getline(file, comment);  // Ghostscript signs its work
    file >> pixels.width >> pixels.height >> most;
    REQUIRE(magic == "P6");
    REQUIRE(most == 255);
    file.get();
    pixels.rgb.resize(3 * static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height));
    file.read(pixels.rgb.data(), static_cast<std::streamsize>(pixels.rgb.size()));
    REQUIRE(file);
    return pixels;
}

Pixels by_ghostscript(const File& file) {
    static_cast<void>(
        output_of("gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=ppmraw -r72 -dTextAlphaBits=4 "
                  "-dGraphicsAlphaBits=4 -sOutputFile=" +
                  file.folder() + "/gs.ppm " + file.path()));
    return read_ppm(file.folder() + "/gs.ppm");
}
Pixels by_poppler(const File& file) {
    static_cast<void>(output_of("pdftoppm -r 72 " + file.path() + " " + file.folder() + "/poppler"));
    return read_ppm(file.folder() + "/poppler-1.ppm");
}
double difference(const Pixels& a, const Pixels& b) {
    REQUIRE(a.rgb.size() == b.rgb.size());
    const auto left = squares(a), right = squares(b);
    double most = 0;
    for (std::size_t i = 0; i < left.size(); ++i) most = std::max(most, std::abs(left[i] - right[i]));
    return most;
}

bool near(Colour a, Colour b, int most) {
    return std::abs(a.r - b.r) <= most && std::abs(a.g - b.g) <= most && std::abs(a.b - b.b) <= most;
}

Drawn::Drawn(const layout::Pages& pages) {
    const File file(written(pages));
    check_syntax(file);
    poppler = by_poppler(file);
    mupdf = by_mupdf(file);
    ghostscript = by_ghostscript(file);
}

void Drawn::check(double x, double y, Colour expected, int most) const {
    for (const auto* pixels : {&poppler, &mupdf, &ghostscript}) {
        const auto seen = pixels->at(x, y);
        INFO((pixels == &poppler ? "poppler"
              : pixels == &mupdf ? "mupdf"
                                 : "gs")
             << " at " << x << ' ' << y << ": " << to_string(seen) << ", not " << to_string(expected));
        CHECK(near(seen, expected, most));
    }
}

}  // namespace zheye::test
