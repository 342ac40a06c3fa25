// Pages that show more paper than is trimmed off: their boxes; and shapes that are cut at a fold.
#include "fixture.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::test;

TEST_CASE("a page with a slug shows bleed and marks; its boxes say where the trim is") {
    Draft draft;
    auto& page = draft.pages.pages.front();
    page.frame.size = {200, 100};
    page.bleed = 9;
    draft.paragraph(shaped("文", 10, {20, 40}));
    const File plain(written(draft.pages));
    CHECK(count(spelt_out(plain), "/MediaBox [") == 1);
    const auto boxes = output_of("pdfinfo -box " + plain.path());
    CHECK(boxes.find("MediaBox:            0.00     0.00   200.00   100.00") != std::string::npos);
    page.slug = 30;
    const File sheet(written(draft.pages));
    check_syntax(sheet);
    const auto wider = output_of("pdfinfo -box " + sheet.path());
    CHECK(wider.find("MediaBox:          -30.00   -30.00   230.00   130.00") != std::string::npos);
    CHECK(wider.find("BleedBox:           -9.00    -9.00   209.00   109.00") != std::string::npos);
    CHECK(wider.find("TrimBox:             0.00     0.00   200.00   100.00") != std::string::npos);
}

TEST_CASE("a clip holds for its shape alone, and so does the state that was set inside it") {
    Draft draft;
    layout::Shape cut;
    cut.path = Path::rectangle({0, 0, 100, 100});
    cut.fill = Colour{200, 0, 0};
    cut.clip = Rect{0, 0, 50, 100};
    layout::Shape whole;
    whole.path = Path::rectangle({0, 120, 100, 50});
    whole.fill = Colour{200, 0, 0};
    draft.item(cut);
    draft.item(whole);
    const File file(written(draft.pages));
    check_syntax(file);
    const auto text = spelt_out(file);
    CHECK(count(text, "0.784 0 0 rg") == 2);  // after Q the colour is unknown again
    CHECK(count(text, "W n") == 1);
}
