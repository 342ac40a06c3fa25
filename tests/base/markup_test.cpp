#include "base/markup.h"

#include <catch2/catch.hpp>

using namespace zheye;

TEST_CASE("text in markup: what would end it is written otherwise, what XML cannot hold is left out") {
    CHECK(escaped("<a href='x'>&\"\x02") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
    CHECK(escaped("甲\t乙\n丙") == "甲\t乙\n丙");
    CHECK(escaped("\x7F\xEF\xBF\xBE") == "");  // DEL, U+FFFE
}
