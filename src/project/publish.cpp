// Jobs → site::Site → files. The list of what was published is written before anything else is, and again at the end: a
// run that is killed leaves no file behind of which the next one would not know.
#include "project/publish.h"

#include "base/hash.h"
#include "base/sha256.h"
#include "project/batch.h"
#include "project/card.h"
#include "project/manifest.h"
#include "site/feeds.h"
#include "site/pages.h"

#include <cerrno>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace zheye::project {

namespace {

namespace fs = std::filesystem;
using Why = CannotPublish::Why;
using Done = std::expected<void, CannotPublish>;

constexpr const char *kList = "/.zheye/published", *kLock = "/.zheye/lock";

/// A path inside the folder: what is read from a file that anybody may have changed must not lead out of it.
bool is_inside(const std::string& name) {
    const fs::path path(name);
    if (name.empty() || path.is_absolute() || name.starts_with(".zheye/")) return false;
    for (const auto& part : path)
        if (part == ".." || part == "." || part.empty()) return false;
    return true;
}

/// One name a line; a name with a line end in it is none.
std::set<std::string> read_list(const std::string& path, const FileSystem& files) {
    std::set<std::string> names;
    const auto text = files.read(path);
    if (!text) return names;
    const auto bytes = text->bytes();
    for (std::size_t at = 0; at < bytes.size();) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        if (auto name = std::string(bytes.substr(at, end - at)); is_inside(name)) names.insert(std::move(name));
        at = end + 1;
    }
    return names;
}

std::string list_text(const std::set<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += name + '\n';
    return text;
}

/// What a batch has left, looked at: only whole files are published.
class Collection {
public:
    Collection(const Publication& publication, const FileSystem& files) : publication_(publication), files_(files) {
        const auto text = files.read(manifest_path(publication.out, {}));
        if (text) manifest_ = Manifest::read(text->bytes());
    }

    [[nodiscard]] std::optional<site::Brochure> brochure(const Job& job) const {
        const auto record = manifest_.find(job.name);
        const auto text =
            files_.read(cards_folder(publication_.out) + "/" + job.stem + std::string(ending(Emit::card)));
        if (!record || !text || record->outputs.size() != job.targets.size()) return std::nullopt;
        auto card = site::read_card(text->bytes());
        if (!card) return std::nullopt;
        site::Brochure brochure{job.stem, std::move(*card), {}};
        for (std::size_t i = 0; i < job.targets.size(); ++i) {
            const auto& output = record->outputs[i];
            const auto bytes = files_.read(job.targets[i]);
            if (!bytes || hash128(bytes->bytes()) != output.hash) return std::nullopt;
            brochure.downloads.push_back({fs::path(job.targets[i]).filename().string(),
                                          fs::path(publication_.profiles[i]).stem().string(), output.pages,
                                          bytes->size(), sha256(bytes->bytes())});
        }
        return brochure;
    }

private:
    const Publication& publication_;
    const FileSystem& files_;
    Manifest manifest_;
};

class Publisher {
public:
    Publisher(const Publication& publication, FileSystem& files) : publication_(publication), files_(files) {}

    void collect(const std::vector<Job>& jobs) {
        const Collection collection(publication_, files_);
        for (const auto& job : jobs) {
            auto brochure = collection.brochure(job);
            if (!brochure) {
                done_.left_out.push_back(job.shown);
                continue;
            }
            for (std::size_t i = 0; i < job.targets.size(); ++i)
                source_of_[job.stem + "/" + brochure->downloads[i].file] = job.targets[i];
            if (brochure->card.date.empty() && !publication_.epoch) done_.without_date.push_back(job.shown);
            site_.brochures.push_back(std::move(*brochure));
        }
        site::sort(site_.brochures);
        site_.base = publication_.base;
        site_.epoch = publication_.epoch;
        site_.language = site::language_of(site_.brochures);
        site_.title = publication_.title.empty() ? site::title_of(site_.brochures, site_.language) : publication_.title;
        done_.brochures = site_.brochures.size();
    }

    std::expected<Published, CannotPublish> publish() {
        const auto before = read_list(in_folder(kList), files_);
        plan();
        if (auto checked = check(before); !checked) return std::unexpected(checked.error());
        auto both = before;
        both.insert(planned_.begin(), planned_.end());
        if (auto kept = keep(kList, list_text(both)); !kept) return std::unexpected(kept.error());
        if (auto written = write(); !written) return std::unexpected(written.error());
        auto left = take_away(before);
        if (!left) return std::unexpected(left.error());
        if (auto kept = keep(kList, list_text(planned_)); !kept) return std::unexpected(kept.error());
        return done_;
    }

private:
    [[nodiscard]] std::string in_folder(const std::string& name) const {
        return publication_.to + (name.starts_with('/') ? "" : "/") + name;
    }

    [[nodiscard]] bool has_codes(const site::Brochure& brochure) const {
        return !site_.base.empty() && !site::qr_picture(site::address_of(site_, brochure), site_.language).empty();
    }

    void plan() {
        planned_ = {site::kIndex, site::kStyle, site::kFeed, site::kSums};
        if (!site_.base.empty()) planned_.insert(site::kSitemap);
        for (const auto& brochure : site_.brochures) {
            for (const auto& file : brochure.downloads) planned_.insert(brochure.path + "/" + file.file);
            for (const auto* name : {site::kIndex, site::kCover}) planned_.insert(brochure.path + "/" + name);
            if (has_codes(brochure)) planned_.insert(brochure.path + "/" + site::kQr);
        }
    }

    /// Nothing stands in the way, and nothing in the folder is somebody else's.
    [[nodiscard]] Done check(const std::set<std::string>& before) const {
        for (auto at = planned_.begin(); at != planned_.end(); ++at) {
            const auto below = planned_.lower_bound(*at + "/");
            if (below != planned_.end() && below->starts_with(*at + "/"))
                return std::unexpected(CannotPublish{Why::clash, *at, {}});
            const auto path = in_folder(*at);
            if (!before.contains(*at) && (files_.is_file(path) || files_.is_folder(path)))
                return std::unexpected(CannotPublish{Why::foreign, path, {}});
        }
        return {};
    }

    /// The files first, then the pages that lead to them, then what leads to the pages.
    Done write() {
        std::vector<std::pair<std::string, std::string>> last;
        for (const auto& brochure : site_.brochures)
            if (auto written = write_brochure(brochure); !written) return written;
        last.emplace_back(site::kStyle, site::style_sheet());
        last.emplace_back(site::kIndex, site::index_page(site_));
        last.emplace_back(site::kFeed, site::feed(site_));
        if (!site_.base.empty()) last.emplace_back(site::kSitemap, site::sitemap(site_));
        for (const auto& [name, bytes] : last)
            if (auto written = put(name, bytes); !written) return written;
        return put(site::kSums, site::sums(sum_of_));
    }

    Done write_brochure(const site::Brochure& brochure) {
        const auto folder = brochure.path + "/";
        for (const auto& file : brochure.downloads) {
            const auto& source = source_of_.at(folder + file.file);
            const auto bytes = files_.read(source);
            if (!bytes) return std::unexpected(CannotPublish{Why::unwritable, source, bytes.error()});
            if (auto written = put(folder + file.file, bytes->bytes()); !written) return written;
        }
        if (auto written = put(folder + site::kCover, brochure.card.cover); !written) return written;
        if (has_codes(brochure)) {
            const auto code = site::qr_picture(site::address_of(site_, brochure), site_.language);
            if (auto written = put(folder + site::kQr, code); !written) return written;
        }
        return put(folder + site::kIndex, site::brochure_page(site_, brochure));
    }

    Done put(const std::string& name, std::string_view bytes) {
        sum_of_[name] = sha256(bytes);
        const auto path = in_folder(name);
        if (const auto before = files_.read(path); before && before->bytes() == bytes) {
            ++done_.same;
            return {};
        }
        ++done_.written;
        return write(path, bytes);
    }

    Done keep(const std::string& name, const std::string& text) {
        const auto path = in_folder(name);
        const auto before = files_.read(path);
        return before && before->bytes() == text ? Done{} : write(path, text);
    }

    Done write(const std::string& path, std::string_view bytes) {
        const auto written = files_.write(path, bytes);
        if (!written) return std::unexpected(CannotPublish{Why::unwritable, path, written.error()});
        return {};
    }

    /// What was published and is no more; and the folders that are empty then.
    Done take_away(const std::set<std::string>& before) {
        for (const auto& name : before) {
            const auto path = in_folder(name);
            if (planned_.contains(name) || !files_.is_file(path)) continue;
            if (const auto removed = files_.remove(path); !removed)
                return std::unexpected(CannotPublish{Why::unwritable, path, removed.error()});
            ++done_.removed;
            for (auto folder = fs::path(name).parent_path(); !folder.empty(); folder = folder.parent_path())
                if (!files_.remove(in_folder(folder.string()))) break;
        }
        return {};
    }

    const Publication& publication_;
    FileSystem& files_;
    site::Site site_;
    std::map<std::string, std::string> source_of_;  ///< of downloads: where the file is that is published
    std::set<std::string> planned_;
    std::map<std::string, std::string> sum_of_;
    Published done_;
};

}  // namespace

std::expected<Published, CannotPublish> publish(const std::vector<Job>& jobs, const Publication& publication,
                                                FileSystem& files) {
    const auto path = publication.to + kLock;
    const auto lock = files.lock(path, Lock::alone);
    if (!lock)
        return std::unexpected(
            CannotPublish{lock.error().number == EWOULDBLOCK ? Why::busy : Why::unwritable, path, lock.error()});
    Publisher publisher(publication, files);
    publisher.collect(jobs);
    return publisher.publish();
}

}  // namespace zheye::project
