// Where words may be parted: dictionaries read by libhyphen, once each. Must not know paragraphs.
#include "text/hyphenation.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace zheye::text {
namespace {

constexpr int kLeastBefore = 2, kLeastAfter = 3;  // letters
constexpr std::size_t kLongestWord = 200;         // characters; nobody reads a longer one

struct DictionaryFree {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
using Dictionary = std::shared_ptr<HyphenDict>;

struct ConverterClose {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// en-Latn-US → en_latn_us, as names of dictionaries are compared.
std::string key_of(std::string_view name) {
    std::string key(name);
    for (char& c : key) {
        if (c == '-') c = '_';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return key;
}

Dictionary parse(std::string_view bytes) {
    // The stream is only read from; fmemopen() asks for a pointer to what could be written.
    std::FILE* stream = fmemopen(const_cast<char*>(bytes.data()), bytes.size(), "r");
    if (stream == nullptr) return nullptr;
    Dictionary dictionary(hnj_hyphen_load_file(stream), DictionaryFree{});
    std::fclose(stream);
    return dictionary;
}

/// The word in small letters as the dictionary writes it; none if that has no letters for it.
std::optional<std::string> spelled(const HyphenDict& dictionary, std::u32string_view word) {
    std::u16string wide;
    std::string text;
    for (const char32_t c : word) {
        const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
        if (small > 0xFFFF) return std::nullopt;
        wide += static_cast<char16_t>(small);
        utf8::append(text, small);
    }
    if (dictionary.utf8 != 0) return text;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, ConverterClose> converter(ucnv_open(dictionary.cset, &status));
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string bytes(word.size(), '\0');
    const auto length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                        wide.data(), static_cast<std::int32_t>(wide.size()), &status);
    if (U_FAILURE(status) || static_cast<std::size_t>(length) != word.size()) return std::nullopt;
    return bytes;
}

/// What libhyphen gives back for the spellings that change; it is the caller's to free.
struct Replacements {
    char** text = nullptr;
    int* position = nullptr;
    int* cut = nullptr;
    std::size_t count = 0;
    Replacements() = default;
    Replacements(const Replacements&) = delete;
    Replacements& operator=(const Replacements&) = delete;
    ~Replacements() {
        for (std::size_t i = 0; text != nullptr && i < count; ++i) std::free(text[i]);
        std::free(static_cast<void*>(text));
        std::free(position);
        std::free(cut);
    }
};

std::vector<std::uint32_t> ask(HyphenDict& dictionary, std::u32string_view word) {
    std::vector<std::uint32_t> points;
    const auto bytes = spelled(dictionary, word);
    if (!bytes) return points;
    std::string marks(bytes->size() + 5, '\0');
    Replacements changed;
    changed.count = bytes->size();
    if (hnj_hyphen_hyphenate3(&dictionary, bytes->data(), static_cast<int>(bytes->size()), marks.data(), nullptr,
                              &changed.text, &changed.position, &changed.cut, kLeastBefore, kLeastAfter, 0, 0) != 0)
        return points;
    for (std::uint32_t i = kLeastBefore; i + kLeastAfter <= word.size(); ++i) {
        const bool respelled = changed.text != nullptr && changed.text[i - 1] != nullptr;
        if ((marks[i - 1] & 1) != 0 && !respelled) points.push_back(i);
    }
    return points;
}

/// Languages that have a package hyphen-LANGUAGE in Debian.
constexpr std::string_view kPackaged =
    " af as be bg bn ca cs da de el en-gb en-us es fr gl gu hi hr hu id is it kn lt lv ml mn mr nl no or pa pl pt-br "
    "pt-pt ro ru sk sl sr sv ta te th uk zu ";

}  // namespace

class Dictionaries {
public:
    Dictionary of(std::string_view bytes) {
        const auto key = hash128(bytes);
        const std::lock_guard lock(mutex_);
        const auto [at, is_new] = by_bytes_.try_emplace(key);
        if (is_new) at->second = parse(bytes);
        return at->second;
    }

private:
    std::mutex mutex_;
    std::map<Hash128, Dictionary> by_bytes_;
};

std::shared_ptr<Dictionaries> make_dictionaries() { return std::make_shared<Dictionaries>(); }

struct Hyphenator::Impl {
    const FileSystem& files;
    std::vector<std::string> folders;
    std::shared_ptr<Dictionaries> shared;
    std::mutex mutex;  ///< of what is below
    bool listed = false;
    std::map<std::string, std::string> paths;               ///< by key_of the language
    std::map<std::string, Dictionary> dictionaries;         ///< by path; null: cannot be read
    std::map<std::string, std::string, std::less<>> found;  ///< path by tag; empty: there is none

    void list() {
        if (std::exchange(listed, true)) return;
        constexpr std::string_view kBefore = "hyph_", kAfter = ".dic";
        for (const auto& folder : folders) {
            for (const auto& name : files.list(folder)) {
                if (!name.starts_with(kBefore) || !name.ends_with(kAfter)) continue;
                const auto language = name.substr(kBefore.size(), name.size() - kBefore.size() - kAfter.size());
                paths.emplace(key_of(language), folder + "/" + name);
            }
        }
    }

    /// The nearest: en_US of en-Latn-US, en of en-GB, de_DE of de; else any region's.
    std::string search(std::string_view language) const {
        const std::string whole = key_of(language);
        for (std::string key = whole;; key.resize(key.rfind('_'))) {
            if (const auto at = paths.find(key); at != paths.end()) return at->second;
            if (key.find('_') == key.npos) break;
        }
        const std::string code = whole.substr(0, whole.find('_'));
        if (const auto own = paths.find(code + "_" + code); own != paths.end()) return own->second;
        const auto next = paths.lower_bound(code + "_");
        return next != paths.end() && next->first.starts_with(code + "_") ? next->second : "";
    }

    const std::string& path_of(std::string_view language) {
        const auto known = found.find(language);
        if (known != found.end()) return known->second;
        list();
        return found.emplace(language, search(language)).first->second;
    }

    HyphenDict* dictionary(std::string_view language) {
        const std::lock_guard lock(mutex);
        const std::string& path = path_of(language);
        if (path.empty()) return nullptr;
        const auto [at, is_new] = dictionaries.try_emplace(path);
        if (is_new) {
            const auto blob = files.read(path);
            if (blob && blob->size() > 0) at->second = shared->of(blob->bytes());
        }
        return at->second.get();
    }
};

Hyphenator::Hyphenator(const FileSystem& files, std::vector<std::string> folders, std::shared_ptr<Dictionaries> shared)
    : impl_(new Impl{files, std::move(folders), std::move(shared), {}, false, {}, {}, {}}) {}
Hyphenator::Hyphenator(Hyphenator&&) noexcept = default;
Hyphenator& Hyphenator::operator=(Hyphenator&&) noexcept = default;
Hyphenator::~Hyphenator() = default;

bool Hyphenator::has(std::string_view language) const {
    const std::lock_guard lock(impl_->mutex);
    return !impl_->path_of(language).empty();
}

const void* Hyphenator::dictionary(std::string_view language) const { return impl_->dictionary(language); }

std::vector<std::uint32_t> Hyphenator::points(std::string_view language, std::u32string_view word) const {
    if (word.size() < kLeastBefore + kLeastAfter || word.size() > kLongestWord) return {};
    HyphenDict* dictionary = impl_->dictionary(language);
    return dictionary == nullptr ? std::vector<std::uint32_t>{} : ask(*dictionary, word);
}

std::string Hyphenator::package_of(std::string_view language) {
    std::string tag = key_of(language);
    std::ranges::replace(tag, '_', '-');
    const std::string code = tag.substr(0, tag.find('-'));
    const auto is_packaged = [](const std::string& name) { return kPackaged.contains(" " + name + " "); };
    if (code == "en") return tag.ends_with("-gb") ? "hyphen-en-gb" : "hyphen-en-us";
    if (code == "pt") return tag.ends_with("-br") ? "hyphen-pt-br" : "hyphen-pt-pt";
    if (code == "nb" || code == "nn") return "hyphen-no";
    return is_packaged(code) ? "hyphen-" + code : "";
}

}  // namespace zheye::text
