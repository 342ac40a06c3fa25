// What brochures share beyond files: themes, profiles, faces and dictionaries, each made once of the same files. Must
// not know how any of it is made.
#pragma once

#include "font/font_book.h"
#include "profile/profile.h"
#include "project/questions.h"
#include "text/hyphenation.h"
#include "theme/theme.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace zheye::project {

/// Values by what was asked for. One is given out as long as the files that it was made of say the same; asking them
/// again makes whoever records his questions record these as well. Safe to share between threads.
template <class Value>
class Kept {
public:
    using Pointer = std::shared_ptr<const Value>;
    struct Made {
        Pointer value;  ///< null if it cannot be had
        bool is_for_all =
            false;  ///< nothing was said in making it, so nothing is left unsaid when it is given out again
    };
    using Make = std::function<Made(const FileSystem&)>;

    [[nodiscard]] Pointer get(const std::string& key, const FileSystem& files, const Make& make) {
        if (auto value = find(key, files)) return value;
        const Recording recording(files, files, "");
        auto made = make(recording);
        if (made.value && made.is_for_all) keep(key, {made.value, recording.answers()});
        return made.value;
    }

private:
    static constexpr std::size_t kMost = 64;  ///< so that memory does not grow with the brochures
    struct Entry {
        Pointer value;
        Answers answers;
    };

    [[nodiscard]] Pointer find(const std::string& key, const FileSystem& files) {
        std::shared_ptr<const Entry> entry;
        {
            const std::lock_guard lock(mutex_);
            const auto at = entries_.find(key);
            if (at == entries_.end()) return {};
            entry = at->second;
        }
        for (const auto& [question, answer] : entry->answers)
            if (!same(ask(files, question), answer)) return {};
        return entry->value;
    }

    void keep(const std::string& key, Entry entry) {
        const std::lock_guard lock(mutex_);
        if (entries_.size() >= kMost && !entries_.contains(key)) entries_.clear();
        entries_.insert_or_assign(key, std::make_shared<const Entry>(std::move(entry)));
    }

    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const Entry>> entries_;
};

struct Shelf {
    Kept<theme::Theme> themes;
    Kept<profile::Profile> profiles;
    Kept<font::FontBook> fonts;
    std::shared_ptr<text::Dictionaries> dictionaries = text::make_dictionaries();
};

}  // namespace zheye::project
