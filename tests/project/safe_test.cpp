// Runs that cannot go as they should: stopped, alone in a folder or not, full disks, manifests that are cut off.
#include "project/folder.h"
#include "project/manifest.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cerrno>
#include <system_error>

using namespace zheye;
using namespace zheye::project;
using namespace zheye::project::test;
using Names = std::set<std::string>;

namespace {

/// A disk that takes so many PDFs and then is full.
class SmallDisk final : public FileSystem {
public:
    explicit SmallDisk(int room) : room_(room) {}
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override { return disk_.read(path); }
    [[nodiscard]] bool is_file(const std::string& path) const override { return disk_.is_file(path); }
    [[nodiscard]] bool is_folder(const std::string& path) const override { return disk_.is_folder(path); }
    [[nodiscard]] std::string canonical(const std::string& path) const override { return disk_.canonical(path); }
    [[nodiscard]] std::vector<std::string> list(const std::string& path) const override { return disk_.list(path); }
    [[nodiscard]] std::vector<std::string> folders(const std::string& path) const override {
        return disk_.folders(path);
    }
    std::expected<void, IoError> write(const std::string& path, std::string_view bytes) override {
        if (path.ends_with(".pdf") && room_-- <= 0)
            return std::unexpected(IoError{ENOSPC, std::generic_category().message(ENOSPC)});
        return disk_.write(path, bytes);
    }
    std::expected<void, IoError> append(const std::string& path, std::string_view bytes) override {
        return disk_.append(path, bytes);
    }
    std::expected<void, IoError> remove(const std::string& path) override { return disk_.remove(path); }
    std::expected<std::shared_ptr<const void>, IoError> lock(const std::string& path, Lock kind) override {
        return disk_.lock(path, kind);
    }

private:
    DiskFileSystem disk_;
    int room_;
};

void write_five(const Folder& folder) {
    for (const auto* name : {"a", "b", "c", "d", "e"})
        folder.write(std::string("c/") + name + ".yaml", brochure(name, "二〇一八年。"));
}

Record record(const std::string& name, std::uint8_t number) {
    Record made;
    made.name = name;
    made.program[0] = made.order[3] = made.identity[5] = number;
    made.warnings = number;
    made.holds_source = number % 2 == 0;
    made.texts = {{Told::From::brochure, {Question::Kind::read, name + ".yaml"}, {number, 7}}};
    made.others = {{Told::From::home, {Question::Kind::read, "themes/plain.yaml"}, {9}},
                   {Told::From::nowhere, {Question::Kind::is_file, "/a\tb\nc\\d"}, {}}};
    made.outputs = {{name + ".pdf", {number, 8}, 1000U + number, number}};
    return made;
}

bool equal(const Record& a, const Record& b) {
    return a.name == b.name && a.program == b.program && a.order == b.order && a.identity == b.identity &&
           a.holds_source == b.holds_source && a.warnings == b.warnings && a.texts == b.texts && a.others == b.others &&
           a.outputs == b.outputs;
}

std::vector<Job> jobs_of(const Folder& folder, const FileSystem& disk) {
    auto jobs = find_jobs({.paths = {folder.path("c")}, .out = folder.path("out")}, disk);
    REQUIRE(jobs);
    return std::move(*jobs);
}

Plan plan_of(const Folder& folder) {
    Plan plan;
    plan.order.home = ZHEYE_ROOT;
    plan.out = folder.path("out");
    return plan;
}

}  // namespace

TEST_CASE("a full disk ends the run; what was made is known, and the next run makes the rest") {
    const Folder folder;
    write_five(folder);
    SmallDisk small(2);
    Plan plan;
    plan.threads = 1;
    const auto full = run(folder, small, plan);
    CHECK(full.summary.built == 2);
    CHECK(full.summary.failed == 1);
    CHECK(full.summary.left == 2);
    CHECK(full.summary.disk_is_full);
    CHECK(full.summary.system_failed);
    CHECK(full.codes.at("c.pdf") == std::vector<std::string>{"cannot-write"});
    const auto next = run(folder, plan);
    CHECK(next.fresh == Names{"a.pdf", "b.pdf"});
    CHECK(next.built == Names{"c.pdf", "d.pdf", "e.pdf"});
}

TEST_CASE("a run that is stopped begins nothing more, and the next goes on") {
    const Folder folder;
    write_five(folder);
    DiskFileSystem disk;
    const auto jobs = jobs_of(folder, disk);
    const auto plan = plan_of(folder);
    std::atomic<bool> stop = false;
    const auto summary = run_batch(jobs, plan, disk, stop,
                                   {[](const Job&) {},
                                    [&](const Outcome& outcome) {
                                        if (outcome.job->name == "b.pdf") stop = true;
                                    }});
    REQUIRE(summary);
    CHECK(summary->built == 2);
    CHECK(summary->left == 3);
    CHECK(run(folder).fresh == Names{"a.pdf", "b.pdf"});
}

TEST_CASE("two runs are not at work in one folder") {
    const Folder folder;
    write_five(folder);
    DiskFileSystem disk;
    const auto jobs = jobs_of(folder, disk);
    const auto plan = plan_of(folder);
    const std::atomic<bool> stop = false;
    int refused = 0;
    const auto inner = [&](const Job&) {
        const auto second = run_batch(jobs, plan, disk, stop, {});
        refused += !second && second.error().is_busy;
    };
    CHECK(run_batch(jobs, plan, disk, stop, {inner, [](const Outcome&) {}}));
    CHECK(refused == 5);
    CHECK(run(folder).summary.fresh == 5);
}

TEST_CASE("what a killed run left beside the outputs is taken away, and nothing else") {
    const Folder folder;
    write_five(folder);
    for (const auto* name : {"out/a.pdf.tmp-123-0", "out/z.pdf.tmp-123-0", "out/a.pdf.tmp-mine", "out/a.pdf.bak"})
        folder.write(name, "x");
    CHECK(run(folder).summary.built == 5);
    CHECK(folder.names("out") == std::vector<std::string>{"a.pdf", "a.pdf.bak", "a.pdf.tmp-mine", "b.pdf", "c.pdf",
                                                          "d.pdf", "e.pdf", "z.pdf.tmp-123-0"});
}

TEST_CASE("a manifest comes back as it was written; later records replace earlier ones") {
    Manifest manifest;
    std::string text;
    for (const auto& one : {record("a", 1), record("b", 2), record("a", 3)}) text += manifest.put(one);
    const auto check = [](const Manifest& read) {
        REQUIRE(read.size() == 2);
        CHECK(equal(*read.find("a"), record("a", 3)));
        CHECK(equal(*read.find("b"), record("b", 2)));
        CHECK_FALSE(read.find("c"));
    };
    check(Manifest::read(text));
    check(Manifest::read(manifest.text()));
    CHECK(manifest.text().size() < text.size());
    text.replace(text.find("manifest 1"), 10, "manifest 2");
    CHECK(Manifest::read(text).size() == 0);
}

TEST_CASE("a manifest that is cut off or damaged anywhere knows less, and nothing that is wrong") {
    Manifest first;
    std::string begin = first.put(record("a", 1));
    begin += first.put(record("b", 2));
    auto second = Manifest::read(begin);
    std::string later = second.put(record("a", 3));
    later += second.put(record("c", 4));
    const auto whole = begin + later;
    const auto is_true = [](const Manifest& read) {
        for (const auto& one : read.all()) {
            const bool known = equal(one, record("a", 1)) || equal(one, record("b", 2)) || equal(one, record("a", 3)) ||
                               equal(one, record("c", 4));
            if (!known) return false;
        }
        return true;
    };
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        const bool cut = is_true(Manifest::read(whole.substr(0, at)));
        // A run that was killed while it wrote, and one after it.
        const bool glued = is_true(Manifest::read(begin.substr(0, at) + later));
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        const bool flipped = is_true(Manifest::read(damaged));
        if (!cut || !glued || !flipped) FAIL("a record that nobody wrote");
    }
    CHECK(Manifest::read(begin.substr(0, begin.size() - 5) + later).find("c"));
}
