// File systems that remember what they were asked.
#include "project/questions.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace zheye::project {

namespace {

std::unexpected<IoError> read_only() { return std::unexpected(IoError{EROFS, std::generic_category().message(EROFS)}); }

Blob joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += name + '\n';
    return Blob(std::move(text));
}

std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        names.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

Answer answer_of(const std::expected<Blob, IoError>& read) { return read ? Answer{true, *read} : Answer{}; }

}  // namespace

Answer ask(const FileSystem& files, const Question& question) {
    switch (question.kind) {
        case Question::Kind::read:
            return answer_of(files.read(question.path));
        case Question::Kind::is_file:
            return {files.is_file(question.path)};
        case Question::Kind::is_folder:
            return {files.is_folder(question.path)};
        case Question::Kind::list:
            return {true, joined(files.list(question.path))};
    }
    return {};
}

bool same(const Answer& one, const Answer& other) {
    if (one.there != other.there) return false;
    const auto a = one.bytes.bytes(), b = other.bytes.bytes();
    return (a.data() == b.data() && a.size() == b.size()) || a == b;
}

Hash128 hash(const Answer& answer) {
    auto hash = hash128(answer.bytes.bytes());
    if (!answer.there) hash = {};
    return hash;
}

std::expected<void, IoError> ReadOnly::write(const std::string&, std::string_view) { return read_only(); }
std::expected<void, IoError> ReadOnly::append(const std::string&, std::string_view) { return read_only(); }
std::expected<void, IoError> ReadOnly::remove(const std::string&) { return read_only(); }
std::expected<std::shared_ptr<const void>, IoError> ReadOnly::lock(const std::string&, Lock) { return read_only(); }

Snapshot::Known& Snapshot::known(const Question& question) const {
    const std::lock_guard lock(mutex_);
    const auto [at, is_new] = known_.try_emplace(question);
    if (!is_new) return at->second;
    if (question.kind == Question::Kind::read) {
        auto read = beneath_.read(question.path);
        at->second.answer = answer_of(read);
        if (!read) at->second.error = read.error();
    } else {
        at->second.answer = ask(beneath_, question);
    }
    return at->second;
}

std::expected<Blob, IoError> Snapshot::read(const std::string& path) const {
    const auto& known = this->known({Question::Kind::read, path});
    if (!known.answer.there) return std::unexpected(known.error);
    return known.answer.bytes;
}

bool Snapshot::is_file(const std::string& path) const { return known({Question::Kind::is_file, path}).answer.there; }
bool Snapshot::is_folder(const std::string& path) const {
    return known({Question::Kind::is_folder, path}).answer.there;
}
std::string Snapshot::canonical(const std::string& path) const { return beneath_.canonical(path); }
std::vector<std::string> Snapshot::list(const std::string& folder) const {
    return parted(known({Question::Kind::list, folder}).answer.bytes.bytes());
}

Hash128 Snapshot::hash(const Question& question) const {
    auto& known = this->known(question);
    {
        const std::lock_guard lock(mutex_);
        if (known.is_hashed) return known.hash;
    }
    const auto hash = project::hash(known.answer);  // a font takes its time: the others go on meanwhile
    const std::lock_guard lock(mutex_);
    known.hash = hash;
    known.is_hashed = true;
    return hash;
}

void Snapshot::renew() {
    const std::lock_guard lock(mutex_);
    known_.clear();
}

Recording::Recording(const FileSystem& own, const FileSystem& common, std::string folder)
    : own_(own), common_(common), folder_(std::move(folder)) {
    while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
}

bool Recording::is_own(const std::string& path) const {
    if (folder_ == "." || folder_.empty()) return !path.starts_with('/') && !path.starts_with("../") && path != "..";
    return path.starts_with(folder_) &&
           (folder_ == "/" || path.size() == folder_.size() || path[folder_.size()] == '/');
}

void Recording::note(Question::Kind kind, const std::string& path, Answer answer) const {
    const std::lock_guard lock(mutex_);
    answers_.insert_or_assign(Question{kind, path}, std::move(answer));
}

std::expected<Blob, IoError> Recording::read(const std::string& path) const {
    auto read = of(path).read(path);
    note(Question::Kind::read, path, answer_of(read));
    return read;
}

bool Recording::is_file(const std::string& path) const {
    const bool there = of(path).is_file(path);
    note(Question::Kind::is_file, path, {there});
    return there;
}

bool Recording::is_folder(const std::string& path) const {
    const bool there = of(path).is_folder(path);
    note(Question::Kind::is_folder, path, {there});
    return there;
}

std::string Recording::canonical(const std::string& path) const { return own_.canonical(path); }

std::vector<std::string> Recording::list(const std::string& folder) const {
    auto names = of(folder).list(folder);
    note(Question::Kind::list, folder, {true, joined(names)});
    return names;
}

Answers Recording::answers() const {
    const std::lock_guard lock(mutex_);
    return answers_;
}

}  // namespace zheye::project
