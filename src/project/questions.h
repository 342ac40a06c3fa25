// What a brochure asks the file system and what it is told. Recorded, so that the same can be asked again later: when
// all answers are the same, so is the brochure. Must not know what the files are for.
#pragma once

#include "base/file_system.h"
#include "base/hash.h"

#include <compare>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace zheye::project {

struct Question {
    enum class Kind : unsigned char { read, is_file, is_folder, list };
    Kind kind = Kind::read;
    std::string path;
    friend auto operator<=>(const Question&, const Question&) = default;
};

/// The bytes of a file, the names in a folder; or that it is there.
struct Answer {
    bool there = false;
    Blob bytes{};
};
using Answers = std::map<Question, Answer>;

[[nodiscard]] Answer ask(const FileSystem&, const Question&);
[[nodiscard]] bool same(const Answer&, const Answer&);
[[nodiscard]] Hash128 hash(const Answer&);

/// Looks and never writes: who makes pages does not need to.
class ReadOnly : public FileSystem {
public:
    std::expected<void, IoError> write(const std::string& path, std::string_view bytes) override;
    std::expected<void, IoError> append(const std::string& path, std::string_view bytes) override;
    std::expected<void, IoError> remove(const std::string& path) override;
    [[nodiscard]] std::expected<std::shared_ptr<const void>, IoError> lock(const std::string& path, Lock) override;
};

/// One state of the files for a whole run: each is asked for once, mapped once, hashed once. For what many brochures
/// share, for it keeps everything. Safe to share between threads.
class Snapshot final : public ReadOnly {
public:
    explicit Snapshot(const FileSystem& beneath) : beneath_(beneath) {}
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override;
    [[nodiscard]] bool is_file(const std::string& path) const override;
    [[nodiscard]] bool is_folder(const std::string& path) const override;
    [[nodiscard]] std::string canonical(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

    [[nodiscard]] Hash128 hash(const Question&) const;
    /// From now on the files are what they are now.
    void renew();

private:
    struct Known {
        Answer answer;
        IoError error{};  ///< why it cannot be read
        bool is_hashed = false;
        Hash128 hash{};
    };
    [[nodiscard]] Known& known(const Question&) const;
    const FileSystem& beneath_;
    mutable std::mutex mutex_;
    mutable std::map<Question, Known> known_;
};

/// The file system as one brochure sees it: its own folder as it is, all else as the others see it. Takes down what it
/// is asked. Safe to share between threads.
class Recording final : public ReadOnly {
public:
    /// `folder`: the brochure's; what is inside is asked of `own`, the rest of `common`.
    Recording(const FileSystem& own, const FileSystem& common, std::string folder);
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override;
    [[nodiscard]] bool is_file(const std::string& path) const override;
    [[nodiscard]] bool is_folder(const std::string& path) const override;
    /// Not taken down: it decides what may be read, not what is in it.
    [[nodiscard]] std::string canonical(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

    [[nodiscard]] bool is_own(const std::string& path) const;
    [[nodiscard]] Answers answers() const;

private:
    [[nodiscard]] const FileSystem& of(const std::string& path) const { return is_own(path) ? own_ : common_; }
    void note(Question::Kind, const std::string& path, Answer) const;
    const FileSystem& own_;
    const FileSystem& common_;
    std::string folder_;
    mutable std::mutex mutex_;
    mutable Answers answers_;
};

}  // namespace zheye::project
