// What a brochure asks of the file system is taken down, and shared files are one state for a whole run.
#include "project/questions.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::project;
using Kind = Question::Kind;

namespace {

MemoryFileSystem disk() {
    return MemoryFileSystem({{"/c/a/brochure.yaml", "a"}, {"/c/a/facts.yaml", "f"}, {"/home/themes/plain.yaml", "t"}});
}

}  // namespace

TEST_CASE("everything that is asked is taken down with its answer, what is not there too") {
    const auto files = disk();
    const Recording recording(files, files, "/c/a");
    CHECK(recording.read("/c/a/facts.yaml")->bytes() == "f");
    CHECK_FALSE(recording.read("/c/a/none.yaml"));
    CHECK_FALSE(recording.is_file("/c/a/flag.jpg"));
    CHECK(recording.is_folder("/c/a"));
    CHECK(recording.list("/c/a").size() == 2);
    const auto answers = recording.answers();
    REQUIRE(answers.size() == 5);
    CHECK(answers.at({Kind::read, "/c/a/facts.yaml"}).bytes.bytes() == "f");
    CHECK_FALSE(answers.at({Kind::read, "/c/a/none.yaml"}).there);
    CHECK_FALSE(answers.at({Kind::is_file, "/c/a/flag.jpg"}).there);
    CHECK(answers.at({Kind::is_folder, "/c/a"}).there);
    CHECK(answers.at({Kind::list, "/c/a"}).bytes.bytes() == "brochure.yaml\nfacts.yaml\n");
    for (const auto& [question, answer] : answers) CHECK(same(ask(files, question), answer));
}

TEST_CASE("an empty file and one that is missing are not the same") {
    MemoryFileSystem files({{"/a", ""}, {"/c", ""}});
    const auto empty = ask(files, {Kind::read, "/a"}), missing = ask(files, {Kind::read, "/b"});
    CHECK_FALSE(same(empty, missing));
    CHECK(hash(empty) != hash(missing));
}

TEST_CASE("a snapshot keeps what it has seen until it is renewed") {
    auto files = disk();
    Snapshot snapshot(files);
    const Question theme{Kind::read, "/home/themes/plain.yaml"};
    const auto before = snapshot.hash(theme);
    REQUIRE(files.write(theme.path, "other"));
    CHECK(snapshot.read(theme.path)->bytes() == "t");
    CHECK(snapshot.hash(theme) == before);
    snapshot.renew();
    CHECK(snapshot.read(theme.path)->bytes() == "other");
    CHECK(snapshot.hash(theme) == hash({true, Blob(std::string("other"))}));
}

TEST_CASE("the brochure's own folder is seen as it is, all else as the snapshot has it") {
    auto files = disk();
    const Snapshot snapshot(files);
    const Recording recording(files, snapshot, "/c/a/");
    CHECK(recording.read("/c/a/facts.yaml")->bytes() == "f");
    CHECK(recording.read("/home/themes/plain.yaml")->bytes() == "t");
    REQUIRE(files.write("/c/a/facts.yaml", "g"));
    REQUIRE(files.write("/home/themes/plain.yaml", "u"));
    CHECK(recording.read("/c/a/facts.yaml")->bytes() == "g");
    CHECK(recording.read("/home/themes/plain.yaml")->bytes() == "t");
    CHECK(recording.is_own("/c/a/x"));
    CHECK_FALSE(recording.is_own("/c/ab/x"));
    CHECK_FALSE(Recording(files, files, ".").is_own("../x"));
    CHECK(Recording(files, files, ".").is_own("x"));
}
