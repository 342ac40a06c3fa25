// Files on the disk and in memory behave alike, and a write is whole or not at all.
#include "base/file_system.h"

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

using namespace zheye;
namespace fs = std::filesystem;

namespace {

/// An empty folder that goes with the test.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "zheye-base-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("what is written is read, small and mapped") {
    const Folder folder;
    DiskFileSystem disk;
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{500'000}}) {
        const std::string text(size, 'x');
        REQUIRE(disk.write(folder / "new/deep/a.bin", text));
        const auto blob = disk.read(folder / "new/deep/a.bin");
        REQUIRE(blob);
        CHECK(blob->bytes() == text);
    }
    CHECK(disk.list(folder / "new/deep") == std::vector<std::string>{"a.bin"});  // and no temporary file
}

TEST_CASE("bytes stay as they were when the file is replaced") {
    const Folder folder;
    DiskFileSystem disk;
    const std::string before(300'000, 'a');
    REQUIRE(disk.write(folder / "a", before));
    const auto blob = disk.read(folder / "a");
    REQUIRE(disk.write(folder / "a", "b"));
    CHECK(blob->bytes() == before);
    CHECK(disk.read(folder / "a")->bytes() == "b");
}

TEST_CASE("a write that fails leaves the target and no rest") {
    const Folder folder;
    DiskFileSystem disk;
    REQUIRE(disk.write(folder / "a", "old"));
    fs::create_directory(folder / "taken");
    const auto onto_folder = disk.write(folder / "taken", "x");
    REQUIRE_FALSE(onto_folder);
    CHECK(onto_folder.error().number == EISDIR);
    const auto under_file = disk.write(folder / "a/b", "x");
    REQUIRE_FALSE(under_file);
    CHECK_FALSE(under_file.error().message.empty());
    CHECK(disk.read(folder / "a")->bytes() == "old");
    CHECK(disk.list(folder.path()) == std::vector<std::string>{"a"});
    CHECK(disk.write("/dev/full", "x").error().number == ENOSPC);
}

TEST_CASE("a write that breaks off half-way leaves the target and no rest") {
    const Folder folder;
    DiskFileSystem disk;
    REQUIRE(disk.write(folder / "a", "old"));
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto written = disk.write(folder / "a", std::string(5000, 'x'));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(written);
    CHECK(written.error().number == EFBIG);
    CHECK(disk.read(folder / "a")->bytes() == "old");
    CHECK(disk.list(folder.path()) == std::vector<std::string>{"a"});
}

TEST_CASE("a write goes through a link and keeps the mode") {
    const Folder folder;
    DiskFileSystem disk;
    REQUIRE(disk.write(folder / "real", "old"));
    REQUIRE(::chmod((folder / "real").c_str(), 0640) == 0);
    fs::create_symlink("real", folder / "link");
    REQUIRE(disk.write(folder / "link", "new"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(disk.read(folder / "real")->bytes() == "new");
    CHECK((fs::status(folder / "real").permissions() & fs::perms::all) == fs::perms(0640));
}

TEST_CASE("the disk says what is wrong") {
    const Folder folder;
    const DiskFileSystem disk;
    CHECK(disk.read(folder / "none").error().number == ENOENT);
    CHECK(disk.read(folder.path()).error().number == EISDIR);
    CHECK_FALSE(disk.is_file(folder.path()));
    CHECK(disk.is_folder(folder.path()));
    CHECK(disk.list(folder / "none").empty());
    CHECK(disk.canonical(folder / "x/../y") == fs::canonical(folder.path()).string() + "/y");
    // What is not there is where it would be, also when the path begins at the working folder.
    CHECK(disk.canonical("none-such") == fs::current_path().string() + "/none-such");
}

TEST_CASE("memory behaves as the disk does") {
    MemoryFileSystem memory({{"/b/a.yaml", "text"}, {"/b/sub/../c.png", ""}, {"/b/d/e", ""}});
    CHECK(memory.read("/b/./a.yaml")->bytes() == "text");
    CHECK(memory.read("/b").error().number == EISDIR);
    CHECK(memory.read("/none").error().number == ENOENT);
    CHECK(memory.is_file("/b/c.png"));
    CHECK(memory.is_folder("/b/d"));
    CHECK_FALSE(memory.is_folder("/b/a"));
    CHECK(memory.list("/b") == std::vector<std::string>{"a.yaml", "c.png"});
    const auto before = memory.read("/b/a.yaml");
    REQUIRE(memory.write("/b/a.yaml", "new"));
    CHECK(before->bytes() == "text");
    CHECK(memory.read("/b/a.yaml")->bytes() == "new");
    CHECK(memory.canonical("/b/x/../a.yaml") == "/b/a.yaml");
}

TEST_CASE("folders, appending, removing and locks: on the disk as in memory") {
    const Folder folder;
    DiskFileSystem disk;
    MemoryFileSystem memory;
    for (FileSystem* files : {static_cast<FileSystem*>(&disk), static_cast<FileSystem*>(&memory)}) {
        REQUIRE(files->write(folder / "b/x", "1"));
        REQUIRE(files->write(folder / "a/deep/x", "1"));
        CHECK(files->folders(folder.path()) == std::vector<std::string>{"a", "b"});
        CHECK(files->folders(folder / "b").empty());
        REQUIRE(files->append(folder / "new/log", "one\n"));
        REQUIRE(files->append(folder / "new/log", "two\n"));
        CHECK(files->read(folder / "new/log")->bytes() == "one\ntwo\n");
        CHECK(files->remove(folder / "new/log"));
        CHECK_FALSE(files->is_file(folder / "new/log"));
        CHECK(files->remove(folder / "new/log").error().number == ENOENT);
        if (files == &disk) {
            CHECK(fs::exists(folder / "new"));
            CHECK(files->remove(folder / "new"));
            CHECK_FALSE(fs::exists(folder / "new"));
            CHECK_FALSE(files->remove(folder.path()));
        }

        const auto lock = folder / "state/lock";
        auto alone = files->lock(lock, Lock::alone);
        REQUIRE(alone);
        CHECK(files->lock(lock, Lock::alone).error().number == EWOULDBLOCK);
        CHECK(files->lock(lock, Lock::shared).error().number == EWOULDBLOCK);
        alone->reset();
        const auto one = files->lock(lock, Lock::shared), other = files->lock(lock, Lock::shared);
        CHECK(one);
        CHECK(other);
        CHECK(files->lock(lock, Lock::alone).error().number == EWOULDBLOCK);
    }
}
