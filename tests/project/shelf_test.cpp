// What brochures share is made once, and again when a file that it was made of says something else.
#include "project/shelf.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::project;

namespace {

struct Maker {
    int made = 0;
    bool is_for_all = true;
    std::shared_ptr<const std::string> get(Kept<std::string>& kept, const FileSystem& files,
                                           const std::string& key = "k") {
        return kept.get(key, files, [&](const FileSystem& seen) -> Kept<std::string>::Made {
            ++made;
            const auto text = seen.read("/theme");
            if (!text) return {};
            return {std::make_shared<const std::string>(text->bytes()), is_for_all};
        });
    }
};

}  // namespace

TEST_CASE("a value is made once for the same question and the same files") {
    MemoryFileSystem files({{"/theme", "red"}, {"/other", ""}});
    Kept<std::string> kept;
    Maker maker;
    CHECK(*maker.get(kept, files) == "red");
    CHECK(*maker.get(kept, files) == "red");
    CHECK(maker.made == 1);
    CHECK(*maker.get(kept, files, "another") == "red");
    CHECK(maker.made == 2);
    REQUIRE(files.write("/theme", "blue"));
    CHECK(*maker.get(kept, files) == "blue");
    CHECK(maker.made == 3);
}

TEST_CASE("who is given a value that was there has asked what its maker asked") {
    const MemoryFileSystem files({{"/theme", "red"}, {"/other", ""}});
    Kept<std::string> kept;
    Maker maker;
    CHECK(maker.get(kept, files));
    const Recording second(files, files, "/c");
    CHECK(maker.get(kept, second));
    CHECK(maker.made == 1);
    CHECK(second.answers().contains({Question::Kind::read, "/theme"}));
}

TEST_CASE("a value in whose making something was said, or none, is not kept") {
    const MemoryFileSystem files({{"/theme", "red"}, {"/other", ""}}), nothing;
    Kept<std::string> kept;
    Maker maker;
    maker.is_for_all = false;
    CHECK(maker.get(kept, files));
    CHECK(maker.get(kept, files));
    CHECK(maker.made == 2);
    CHECK_FALSE(maker.get(kept, nothing));
}
