// Paths → bytes and bytes → paths, on the disk and in memory. Must not know what the bytes mean.
#include "base/file_system.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <utility>
#include <optional>
#include <system_error>

namespace zheye {

namespace fs = std::filesystem;

namespace {

/// Files up to this size are copied: cheaper than a mapping, and an editor that saves meanwhile cannot pull it away.
constexpr std::size_t kCopyLimit = 128 * 1024;

std::unexpected<IoError> failure(int number) {
    return std::unexpected(IoError{number, std::generic_category().message(number)});
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    bool close() {
        const int number = std::exchange(number_, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

std::expected<Blob, IoError> map_whole(int file, std::size_t size) {
    void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (start == MAP_FAILED) return failure(errno);
    std::shared_ptr<const void> owner(start, [size](const void* p) { ::munmap(const_cast<void*>(p), size); });
    return Blob(std::move(owner), {static_cast<const char*>(start), size});
}

std::expected<Blob, IoError> read_all(int file, std::size_t expected_size) {
    std::string text;
    std::size_t used = 0;
    for (;;) {
        if (used == text.size()) text.resize(used == 0 ? expected_size + 1 : used * 2);
        const auto count = ::read(file, text.data() + used, text.size() - used);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure(errno);
        if (count == 0) break;
        used += static_cast<std::size_t>(count);
    }
    text.resize(used);
    return Blob(std::move(text));
}

std::expected<void, IoError> write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure(errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

/// A name beside `target` that no other process or thread has.
std::string temporary_beside(const std::string& target) {
    static std::atomic<unsigned> counter{0};
    return target + ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(counter++);
}

/// Fills the open temporary file; everything is on the disk afterwards or it failed.
std::expected<void, IoError> fill(Descriptor& file, std::string_view bytes, std::optional<mode_t> mode) {
    if (const auto written = write_all(file.number(), bytes); !written) return written;
    if (mode && ::fchmod(file.number(), *mode) != 0) return failure(errno);
    if (::fsync(file.number()) != 0 && errno != EINVAL) return failure(errno);
    if (!file.close()) return failure(errno);
    return {};
}

std::expected<void, IoError> write_directly(const std::string& path, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.is_open()) return failure(errno);
    return write_all(file.number(), bytes);
}

template <class Wanted>
std::vector<std::string> entries_of(const std::string& folder, Wanted wanted) {
    std::vector<std::string> names;
    std::error_code problem;
    for (fs::directory_iterator at(folder.empty() ? "." : folder, problem), end; !problem && at != end;
         at.increment(problem)) {
        std::error_code ignored;
        if (wanted(*at, ignored)) names.push_back(at->path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

std::expected<void, IoError> make_folder_of(const std::string& path) {
    std::error_code problem;
    if (const auto folder = fs::path(path).parent_path(); !folder.empty()) fs::create_directories(folder, problem);
    if (problem) return failure(problem.value());
    return {};
}

std::string normal(const std::string& path) {
    auto text = fs::path(path).lexically_normal().string();
    while (text.size() > 1 && text.ends_with('/')) text.pop_back();
    return text;
}

/// What every path inside `folder` starts with.
std::string folder_prefix(const std::string& folder) {
    auto prefix = normal(folder);
    if (prefix == "." || prefix.empty()) return {};
    if (!prefix.ends_with('/')) prefix += '/';
    return prefix;
}

}  // namespace

Blob::Blob(std::string text) {
    auto owner = std::make_shared<const std::string>(std::move(text));
    bytes_ = *owner;
    owner_ = std::move(owner);
}

std::expected<Blob, IoError> DiskFileSystem::read(const std::string& path) const {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return failure(errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return failure(errno);
    if (S_ISDIR(status.st_mode)) return failure(EISDIR);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (S_ISREG(status.st_mode) && size > kCopyLimit) return map_whole(file.number(), size);
    return read_all(file.number(), size);
}

bool DiskFileSystem::is_file(const std::string& path) const {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

bool DiskFileSystem::is_folder(const std::string& path) const {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

std::string DiskFileSystem::canonical(const std::string& path) const {
    std::error_code problem;
    // What does not exist would else stay relative where nothing of it exists.
    const auto whole = path.empty() ? fs::path() : fs::absolute(path, problem);
    const auto found = problem ? fs::path() : fs::weakly_canonical(whole, problem);
    return normal(problem ? path : found.string());
}

std::vector<std::string> DiskFileSystem::list(const std::string& folder) const {
    return entries_of(folder, [](const auto& entry, auto& ignored) { return entry.is_regular_file(ignored); });
}

std::vector<std::string> DiskFileSystem::folders(const std::string& folder) const {
    return entries_of(folder, [](const auto& entry, auto& ignored) { return entry.is_directory(ignored); });
}

std::expected<void, IoError> DiskFileSystem::write(const std::string& path, std::string_view bytes) {
    const auto target = canonical(path);  // through a link to what it points to
    struct stat status {};
    std::optional<mode_t> mode;
    if (::stat(target.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) return failure(EISDIR);
        if (!S_ISREG(status.st_mode)) return write_directly(target, bytes);
        mode = status.st_mode & 07777;
    }
    if (auto made = make_folder_of(target); !made) return made;
    const auto temporary = temporary_beside(target);
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.is_open()) return failure(errno);
    auto done = fill(file, bytes, mode);
    if (done && ::rename(temporary.c_str(), target.c_str()) != 0) done = failure(errno);
    if (!done) ::unlink(temporary.c_str());
    return done;
}

std::expected<void, IoError> DiskFileSystem::append(const std::string& path, std::string_view bytes) {
    if (auto made = make_folder_of(path); !made) return made;
    Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
    if (!file.is_open()) return failure(errno);
    if (auto written = write_all(file.number(), bytes); !written) return written;
    if (!file.close()) return failure(errno);
    return {};
}

std::expected<void, IoError> DiskFileSystem::remove(const std::string& path) {
    if (::remove(path.c_str()) != 0) return failure(errno);
    return {};
}

std::expected<std::shared_ptr<const void>, IoError> DiskFileSystem::lock(const std::string& path, Lock kind) {
    if (auto made = make_folder_of(path); !made) return std::unexpected(made.error());
    auto file = std::make_shared<const Descriptor>(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!file->is_open()) return failure(errno);
    if (::flock(file->number(), (kind == Lock::alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) return failure(errno);
    return file;
}

MemoryFileSystem::MemoryFileSystem(std::map<std::string, std::string> files) {
    for (auto& [path, text] : files) files_.emplace(normal(path), Blob(std::move(text)));
}

std::expected<Blob, IoError> MemoryFileSystem::read(const std::string& path) const {
    const auto at = files_.find(normal(path));
    if (at != files_.end()) return at->second;
    return failure(is_folder(path) ? EISDIR : ENOENT);
}

bool MemoryFileSystem::is_file(const std::string& path) const { return files_.contains(normal(path)); }

bool MemoryFileSystem::is_folder(const std::string& path) const {
    const auto prefix = folder_prefix(path);
    const auto at = files_.lower_bound(prefix);
    return prefix.empty() || (at != files_.end() && at->first.starts_with(prefix));
}

std::string MemoryFileSystem::canonical(const std::string& path) const { return normal(path); }

std::vector<std::string> MemoryFileSystem::list(const std::string& folder) const {
    const auto prefix = folder_prefix(folder);
    std::vector<std::string> names;
    for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at)
        if (const auto name = at->first.substr(prefix.size()); !name.contains('/')) names.push_back(name);
    return names;
}

std::expected<void, IoError> MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
    if (is_folder(path)) return failure(EISDIR);
    files_[normal(path)] = Blob(std::string(bytes));
    return {};
}

std::vector<std::string> MemoryFileSystem::folders(const std::string& folder) const {
    const auto prefix = folder_prefix(folder);
    std::vector<std::string> names;
    for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at) {
        const auto slash = at->first.find('/', prefix.size());
        if (slash == std::string::npos || slash == prefix.size()) continue;
        auto name = at->first.substr(prefix.size(), slash - prefix.size());
        if (names.empty() || names.back() != name) names.push_back(std::move(name));
    }
    return names;
}

std::expected<void, IoError> MemoryFileSystem::append(const std::string& path, std::string_view bytes) {
    const auto before = read(path);
    return write(path, (before ? std::string(before->bytes()) : std::string{}) + std::string(bytes));
}

std::expected<void, IoError> MemoryFileSystem::remove(const std::string& path) {
    if (files_.erase(normal(path)) == 0) return failure(ENOENT);
    return {};
}

std::expected<std::shared_ptr<const void>, IoError> MemoryFileSystem::lock(const std::string& path, Lock kind) {
    auto& holder = locks_[normal(path)];
    const auto held = holder.second.lock();
    if (held && (kind == Lock::alone || holder.first == Lock::alone)) return failure(EWOULDBLOCK);
    auto lock = held ? held : std::make_shared<const int>(0);
    holder = {kind, lock};
    return lock;
}

}  // namespace zheye
