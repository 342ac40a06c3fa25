// The one way to files: read as shared, immutable bytes (mapped where the system can) and write whole or not at all.
// Tests put a MemoryFileSystem in its place.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zheye {

/// Bytes that stay as they are and alive as long as a Blob holds them.
class Blob {
public:
    Blob() = default;
    explicit Blob(std::string text);
    Blob(std::shared_ptr<const void> owner, std::string_view bytes) : owner_(std::move(owner)), bytes_(bytes) {}
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

private:
    std::shared_ptr<const void> owner_;
    std::string_view bytes_;
};

/// What the system said: errno and its text.
struct IoError {
    int number = 0;
    std::string message;
};

/// Alone in what is locked, or together with others who share it.
enum class Lock : unsigned char { alone, shared };

class FileSystem {
public:
    virtual ~FileSystem() = default;
    [[nodiscard]] virtual std::expected<Blob, IoError> read(const std::string& path) const = 0;
    [[nodiscard]] virtual bool is_file(const std::string& path) const = 0;
    [[nodiscard]] virtual bool is_folder(const std::string& path) const = 0;
    /// The path with links and `..` resolved; the path itself, normalised, where nothing exists there.
    [[nodiscard]] virtual std::string canonical(const std::string& path) const = 0;
    /// The names (no paths) of the files in a folder, sorted; none if it cannot be read.
    [[nodiscard]] virtual std::vector<std::string> list(const std::string& /*folder*/) const { return {}; }
    /// The names of the folders in a folder, sorted.
    [[nodiscard]] virtual std::vector<std::string> folders(const std::string& /*folder*/) const { return {}; }
    /// Adds to the end of a file in one piece. Makes the file and missing folders.
    virtual std::expected<void, IoError> append(const std::string& path, std::string_view bytes) = 0;
    virtual std::expected<void, IoError> remove(const std::string& path) = 0;  ///< or an empty folder
    /// A lock that holds as long as the value, among all processes that ask for the same path, and ends with the
    /// process. Does not wait: EWOULDBLOCK if somebody has it. Makes the file and missing folders.
    [[nodiscard]] virtual std::expected<std::shared_ptr<const void>, IoError> lock(const std::string& path, Lock) = 0;
    /// Writes to a temporary file beside `path`, syncs it and renames it: `path` holds the old bytes or the new ones.
    /// Makes missing folders.
    virtual std::expected<void, IoError> write(const std::string& path, std::string_view bytes) = 0;
};

class DiskFileSystem final : public FileSystem {
public:
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override;
    [[nodiscard]] bool is_file(const std::string& path) const override;
    [[nodiscard]] bool is_folder(const std::string& path) const override;
    [[nodiscard]] std::string canonical(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
    [[nodiscard]] std::vector<std::string> folders(const std::string& folder) const override;
    std::expected<void, IoError> write(const std::string& path, std::string_view bytes) override;
    std::expected<void, IoError> append(const std::string& path, std::string_view bytes) override;
    std::expected<void, IoError> remove(const std::string& path) override;
    [[nodiscard]] std::expected<std::shared_ptr<const void>, IoError> lock(const std::string& path, Lock) override;
};

class MemoryFileSystem final : public FileSystem {
public:
    MemoryFileSystem() = default;
    explicit MemoryFileSystem(std::map<std::string, std::string> files);
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override;
    [[nodiscard]] bool is_file(const std::string& path) const override;
    [[nodiscard]] bool is_folder(const std::string& path) const override;
    [[nodiscard]] std::string canonical(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
    [[nodiscard]] std::vector<std::string> folders(const std::string& folder) const override;
    std::expected<void, IoError> write(const std::string& path, std::string_view bytes) override;
    std::expected<void, IoError> append(const std::string& path, std::string_view bytes) override;
    std::expected<void, IoError> remove(const std::string& path) override;
    /// Among those who have this file system in common.
    [[nodiscard]] std::expected<std::shared_ptr<const void>, IoError> lock(const std::string& path, Lock) override;

private:
    std::map<std::string, Blob> files_;
    std::map<std::string, std::pair<Lock, std::weak_ptr<const int>>> locks_;
};

}  // namespace zheye
