// Runs of publishing into one folder: what is written, what is left alone, what is taken away.
#include "project/publish.h"

#include "base/sha256.h"
#include "project/card.h"
#include "project/folder.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

using namespace zheye;
using namespace zheye::project;
using namespace zheye::project::test;
using Why = CannotPublish::Why;

namespace {

/// Counts and fails what is written.
class Writes final : public FileSystem {
public:
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override { return disk_.read(path); }
    [[nodiscard]] bool is_file(const std::string& path) const override { return disk_.is_file(path); }
    [[nodiscard]] bool is_folder(const std::string& path) const override { return disk_.is_folder(path); }
    [[nodiscard]] std::string canonical(const std::string& path) const override { return disk_.canonical(path); }
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return disk_.list(folder); }
    [[nodiscard]] std::vector<std::string> folders(const std::string& folder) const override {
        return disk_.folders(folder);
    }
    std::expected<void, IoError> append(const std::string& path, std::string_view bytes) override {
        return disk_.append(path, bytes);
    }
    std::expected<void, IoError> remove(const std::string& path) override { return disk_.remove(path); }
    [[nodiscard]] std::expected<std::shared_ptr<const void>, IoError> lock(const std::string& path,
                                                                           Lock kind) override {
        return disk_.lock(path, kind);
    }
    std::expected<void, IoError> write(const std::string& path, std::string_view bytes) override {
        if (left == 0) return std::unexpected(IoError{28, "full"});
        if (left > 0) --left;
        written.push_back(path);
        return disk_.write(path, bytes);
    }
    int left = -1;  ///< how many more succeed; -1: all
    std::vector<std::string> written;

private:
    DiskFileSystem disk_;
};

struct Workshop {
    Folder folder;
    Writes files;
    std::string base{};

    Workshop() {
        folder.write("c/east.yaml", brochure("东", "一。", "meta: {date: 2019-07}\n"));
        folder.write("c/west/brochure.yaml", brochure("西", "二。"));
    }

    std::vector<Job> jobs() {
        auto found = find_jobs({.paths = {folder.path("c")}, .out = folder.path("out")}, files);
        if (!found) FAIL(found.error().message.en);
        return std::move(*found);
    }
    /// Both batches.
    void make() {
        Plan plan;
        plan.order.home = ZHEYE_ROOT;
        plan.out = folder.path("out");
        const std::atomic<bool> stop = false;
        const auto all = jobs();
        REQUIRE(run_batch(all, plan, files, stop, {}));
        REQUIRE(run_batch(card_jobs(all, plan.out), card_plan(plan), files, stop, {}));
        files.written.clear();
    }
    std::expected<Published, CannotPublish> publish() {
        files.written.clear();
        return project::publish(
            jobs(), {.to = folder.path("site"), .out = folder.path("out"), .profiles = {"screen"}, .base = base},
            files);
    }
    [[nodiscard]] std::set<std::string> site() const {
        std::set<std::string> names;
        const std::filesystem::path root(folder.path("site"));
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
            if (const auto name = entry.path().lexically_relative(root).string(); !name.starts_with(".zheye"))
                names.insert(name);
        return names;
    }
};

const std::set<std::string> kBoth{
    "SHA256SUMS", "east",      "east/cover.svg", "east/east.pdf",  "east/index.html", "feed.xml",
    "index.html", "style.css", "west",           "west/cover.svg", "west/index.html", "west/west.pdf"};

}  // namespace

TEST_CASE("a brochure has its file, its cover and its page; a second run writes nothing") {
    Workshop shop;
    shop.make();
    const auto first = shop.publish();
    REQUIRE(first);
    CHECK(first->brochures == 2);
    CHECK(first->written == 10);
    CHECK(first->without_date == std::vector<std::string>{shop.folder.path("c/west/brochure.yaml")});
    CHECK(shop.site() == kBoth);
    CHECK(shop.folder.read("site/east/east.pdf") == shop.folder.read("out/east.pdf"));
    CHECK(shop.folder.read("site/east/index.html").find(sha256(shop.folder.read("out/east.pdf"))) != std::string::npos);
    CHECK(shop.folder.read("site/east/cover.svg").starts_with("<svg"));
    const auto second = shop.publish();
    REQUIRE(second);
    CHECK(second->written == 0);
    CHECK(second->same == 10);
    CHECK(shop.files.written.empty());
}

TEST_CASE("files come before the pages that lead to them, and the index after both") {
    Workshop shop;
    shop.make();
    REQUIRE(shop.publish());
    const auto& order = shop.files.written;
    const auto at = [&](const std::string& name) {
        return std::ranges::find(order, shop.folder.path("site/" + name)) - order.begin();
    };
    CHECK(at("west/west.pdf") < at("west/index.html"));
    CHECK(at("west/cover.svg") < at("west/index.html"));
    CHECK(at("west/index.html") < at("index.html"));
    CHECK(at(".zheye/published") == 0);
}

TEST_CASE("after an edit only what says it is written again") {
    Workshop shop;
    shop.make();
    REQUIRE(shop.publish());
    shop.folder.write("c/west/brochure.yaml", brochure("西", "又二。"));
    shop.make();
    REQUIRE(shop.publish());
    std::set<std::string> written;
    for (const auto& path : shop.files.written) written.insert(path.substr(shop.folder.path("site/").size()));
    CHECK(written.contains("west/west.pdf"));
    CHECK(written.contains("SHA256SUMS"));
    CHECK_FALSE(written.contains("east/east.pdf"));
    CHECK_FALSE(written.contains("east/index.html"));
    CHECK_FALSE(written.contains("west/cover.svg"));
    CHECK_FALSE(written.contains("style.css"));
}

TEST_CASE("what is published no more is taken away with its folder; what somebody put there stays") {
    Workshop shop;
    shop.make();
    REQUIRE(shop.publish());
    shop.folder.write("site/east/note.txt", "mine");
    shop.folder.write("site/robots.txt", "mine");
    std::filesystem::remove(shop.folder.path("c/east.yaml"));
    std::filesystem::remove_all(shop.folder.path("c/west"));
    shop.folder.write("c/north.yaml", brochure("北", "三。"));
    shop.make();
    const auto done = shop.publish();
    REQUIRE(done);
    CHECK(done->removed == 6);
    CHECK(shop.site() == std::set<std::string>{"SHA256SUMS", "east", "east/note.txt", "feed.xml", "index.html", "north",
                                               "north/cover.svg", "north/index.html", "north/north.pdf", "robots.txt",
                                               "style.css"});
    CHECK(shop.folder.read("site/index.html").find("east") == std::string::npos);
}

TEST_CASE("a file that was not published is not overwritten, and nothing else is written then") {
    Workshop shop;
    shop.make();
    shop.folder.write("site/index.html", "mine");
    const auto refused = shop.publish();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().why == Why::foreign);
    CHECK(refused.error().path == shop.folder.path("site/index.html"));
    CHECK(shop.folder.read("site/index.html") == "mine");
    CHECK(shop.files.written.empty());
}

TEST_CASE("a list that somebody has changed leads to no file outside of the folder") {
    Workshop shop;
    shop.make();
    REQUIRE(shop.publish());
    shop.folder.write("precious.txt", "mine");
    const auto list = shop.folder.read("site/.zheye/published");
    shop.folder.write("site/.zheye/published", list + "../precious.txt\n" + shop.folder.path("precious.txt") +
                                                   "\neast/../../precious.txt\n.zheye/lock\n");
    REQUIRE(shop.publish());
    CHECK(shop.folder.has("precious.txt"));
    CHECK(shop.folder.has("site/.zheye/lock"));
    CHECK(shop.folder.read("site/.zheye/published") == list);
}

TEST_CASE("a run that is cut off at any file is gone on with, to the same end") {
    Workshop whole;
    whole.make();
    REQUIRE(whole.publish());
    for (int left = 0; left < 11; ++left) {
        Workshop shop;
        shop.make();
        shop.files.left = left;
        const auto cut = shop.publish();
        INFO(left);
        REQUIRE_FALSE(cut);
        CHECK(cut.error().why == Why::unwritable);
        CHECK(cut.error().error.number == 28);
        shop.files.left = -1;
        if (left % 2 == 0) {  // what was begun is not wanted any more
            std::filesystem::remove(shop.folder.path("c/east.yaml"));
            shop.make();
            REQUIRE(shop.publish());
            CHECK(std::ranges::none_of(shop.site(), [](const auto& name) { return name.starts_with("east"); }));
            shop.folder.write("c/east.yaml", brochure("东", "一。", "meta: {date: 2019-07}\n"));
            shop.make();
        }
        REQUIRE(shop.publish());
        CHECK(shop.site() == kBoth);
        CHECK(shop.folder.read("site/SHA256SUMS") == whole.folder.read("site/SHA256SUMS"));
    }
}

TEST_CASE("of a brochure with errors its last good file is published; a damaged file is not") {
    Workshop shop;
    shop.make();
    REQUIRE(shop.publish());
    shop.folder.write("c/east.yaml", brochure("东", "{gpd}"));
    shop.make();
    auto done = shop.publish();
    REQUIRE(done);
    CHECK(done->left_out.empty());
    CHECK(shop.site() == kBoth);
    shop.folder.write("out/east.pdf", "%PDF-broken");
    done = shop.publish();
    REQUIRE(done);
    CHECK(done->left_out == std::vector<std::string>{shop.folder.path("c/east.yaml")});
    CHECK_FALSE(shop.folder.has("site/east"));
}

TEST_CASE("an address brings codes and a sitemap; without it they go again") {
    Workshop shop;
    shop.base = "https://example.org/";
    shop.make();
    REQUIRE(shop.publish());
    CHECK(shop.folder.has("site/sitemap.xml"));
    CHECK(shop.folder.has("site/west/qr.svg"));
    CHECK(shop.folder.read("site/west/index.html").find("https://example.org/west/") != std::string::npos);
    shop.base.clear();
    REQUIRE(shop.publish());
    CHECK(shop.site() == kBoth);
}

TEST_CASE("two cannot publish into one folder at the same time, nor a brochure take a name of the site's") {
    Workshop shop;
    shop.make();
    {
        const auto held = shop.files.lock(shop.folder.path("site/.zheye/lock"), Lock::alone);
        REQUIRE(held);
        const auto refused = shop.publish();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().why == Why::busy);
    }
    shop.folder.write("c/style.css.yaml", brochure("名", "四。"));
    shop.make();
    const auto refused = shop.publish();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().why == Why::clash);
    CHECK(refused.error().path == "style.css");
}
