// Bytes → deflated bytes, with libdeflate at level 6 (denser than zlib's and three times as fast).
// Must not know what they are.
#include "pdf/deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <memory>
#include <new>
#include <thread>

namespace zheye::pdf {

namespace {

constexpr int kLevel = 6;
/// Below this many bytes a thread costs more than it saves.
constexpr std::size_t kWorthAThread = 96 * 1024;

std::size_t thread_count(std::size_t tasks) {
    return std::min<std::size_t>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U), tasks);
}

using Compressor = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

std::string deflated(libdeflate_compressor* compressor, std::string_view text) {
    std::string packed(libdeflate_zlib_compress_bound(compressor, text.size()), '\0');
    const auto size = libdeflate_zlib_compress(compressor, text.data(), text.size(), packed.data(), packed.size());
    assert(size > 0);
    packed.resize(size);
    packed.shrink_to_fit();
    return packed;
}

void deflate_all(const std::vector<std::string*>& texts) {
    if (texts.empty()) return;
    std::size_t total = 0;
    for (const auto* text : texts) total += text->size();
    const bool parallel = total > kWorthAThread;
    // One compressor a thread: making one costs as much as deflating a page.
    std::atomic<std::size_t> next = 0;
    run_all(parallel ? thread_count(texts.size()) : 1, parallel, [&](std::size_t) {
        const Compressor compressor(libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor);
        if (!compressor) std::terminate();  // out of memory, and a thread has nobody to tell
        for (auto i = next++; i < texts.size(); i = next++) *texts[i] = deflated(compressor.get(), *texts[i]);
    });
}

}  // namespace

void run_all(std::size_t count, bool parallel, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < count; i = next++) task(i);
    };
    std::vector<std::jthread> threads;
    if (parallel)
        for (std::size_t i = 1; i < thread_count(count); ++i) threads.emplace_back(work);
    work();
}

void Deflater::deflate(const std::vector<Wanted>& all) const {
    if (!on_ || all.empty()) return;
    std::vector<Hash128> keys;
    std::vector<std::string*> missing;
    for (const auto& wanted : all) {
        if (known_) {
            const auto key = wanted.key ? *wanted.key : hash128(*wanted.text);
            if (const auto known = known_->find(key)) {
                *wanted.text = *known;
                continue;
            }
            keys.push_back(key);
        }
        missing.push_back(wanted.text);
    }
    deflate_all(missing);
    for (std::size_t i = 0; i < keys.size(); ++i) known_->keep(keys[i], *missing[i]);
}

}  // namespace zheye::pdf
