// Folders that may not be written to: nothing is lost, and it is said.
#include "cli/program.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace zheye::cli::test;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

/// All below `folder`, as long as the value.
class ReadOnly {
public:
    explicit ReadOnly(std::string folder) : folder_(std::move(folder)) { set(fs::perm_options::remove); }
    ~ReadOnly() { set(fs::perm_options::add); }
    ReadOnly(const ReadOnly&) = delete;
    ReadOnly& operator=(const ReadOnly&) = delete;

private:
    void set(fs::perm_options how) const {
        constexpr auto kWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
        fs::permissions(folder_, how == fs::perm_options::add ? fs::perms::owner_write : kWrite, how);
        for (const auto& each : fs::recursive_directory_iterator(folder_))
            fs::permissions(each.path(), how == fs::perm_options::add ? fs::perms::owner_write : kWrite, how);
    }
    std::string folder_;
};

}  // namespace

TEST_CASE("a batch into a folder that is read only says so, changes nothing, and goes on when it may") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("c/b.yaml", kFiveLines);
    REQUIRE(desk.run({"batch", "c", "-o", "out"}).exit == 0);
    const auto before = desk.read("out/a.pdf");
    const auto names = desk.names("out"), kept = desk.names("out/.zheye");
    desk.write("c/a.yaml", std::string(kFiveLines) + "- title: 又一章\n  content: [新的。]\n");
    {
        const ReadOnly out(desk.path("out"));
        const auto refused = desk.run_without_rights({"batch", "c", "-o", "out", "--lang", "en"});
        CHECK(refused.exit == 3);
        CHECK_THAT(refused.err, Contains("out/") && Contains("Permission denied"));
        CHECK(desk.names("out") == names);
        CHECK(desk.names("out/.zheye") == kept);
        CHECK(desk.read("out/a.pdf") == before);
    }
    const auto again = desk.run({"batch", "c", "-o", "out", "--lang", "en"});
    CHECK(again.exit == 0);
    CHECK_THAT(again.out, Contains("1 made, 1 unchanged"));
    CHECK(desk.read("out/a.pdf") != before);
}

TEST_CASE("a build into a folder that is read only says so and leaves the last file as it was") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("out/a.pdf", "the last one");
    const ReadOnly out(desk.path("out"));
    const auto refused = desk.run_without_rights({"build", "a.yaml", "-o", "out/a.pdf", "--lang", "en"});
    CHECK(refused.exit == 3);
    CHECK_THAT(refused.err, Contains("out/a.pdf") && Contains("Permission denied"));
    CHECK(desk.read("out/a.pdf") == "the last one");
    CHECK(desk.names("out") == std::vector<std::string>{"a.pdf"});
}

TEST_CASE("an output that is a folder, or lies in what is no folder, is told and harms nothing") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("out/a.pdf/inside.txt", "kept");
    const auto folder = desk.run({"batch", "a.yaml", "-o", "out", "--lang", "en"});
    CHECK(folder.exit == 3);
    CHECK_THAT(folder.err, Contains("out/a.pdf"));
    CHECK(desk.read("out/a.pdf/inside.txt") == "kept");
    desk.write("file", "kept");
    const auto inside = desk.run({"build", "a.yaml", "-o", "file/a.pdf", "--lang", "en"});
    CHECK(inside.exit == 3);
    CHECK_THAT(inside.err, Contains("file/a.pdf"));
    CHECK(desk.read("file") == "kept");
}
