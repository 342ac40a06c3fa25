// What no page can be set with is refused while the theme is read.
#include "theme/theme_run.h"

#include <catch2/catch.hpp>

#include <string>

using zheye::test::with_overrides;

namespace {

/// The messages of the shipped theme with one change.
std::string said(const std::string& change) { return with_overrides("  " + change + "\n").en(); }

}  // namespace

TEST_CASE("numbers that are none, lengths without extent, colours that are missing") {
    CHECK(said("cover: {title: {area: [nan, 0, 1, 1]}}").find("a list of 4 numbers") != std::string::npos);
    CHECK(said("page: {columns: 2.7}").find("a whole number") != std::string::npos);
    CHECK(said("page: {width: -10mm}").find("at least 1pt") != std::string::npos);
    CHECK(said("styles: {body: {leading: 0pt}}").find("at least 1pt") != std::string::npos);
    CHECK(said("figure: {ground: none}").find("must be a colour") != std::string::npos);
    CHECK(said("rich-black: text").find("a list of colours") != std::string::npos);
    CHECK(said("rich-black: [inc]").find("a colour of the palette") != std::string::npos);
    CHECK(said("page: {columns: 3}").empty());  // the control
    CHECK(said("rich-black: [text]").empty());
}
