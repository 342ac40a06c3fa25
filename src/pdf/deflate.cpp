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

using Compressor = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

void deflate(libdeflate_compressor* compressor, std::string& text) {
    std::string packed(libdeflate_zlib_compress_bound(compressor, text.size()), '\0');
    const auto size = libdeflate_zlib_compress(compressor, text.data(), text.size(), packed.data(), packed.size());
    assert(size > 0);
    packed.resize(size);
    packed.shrink_to_fit();
    text = std::move(packed);
}

}  // namespace

void run_all(std::size_t count, bool parallel, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < count; i = next++) task(i);
    };
    std::vector<std::jthread> threads;
    const std::size_t cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    if (parallel)
        for (std::size_t i = 1; i < std::min(cores, count); ++i) threads.emplace_back(work);
    work();
}

void deflate_all(const std::vector<std::string*>& texts) {
    std::size_t total = 0;
    for (const auto* text : texts) total += text->size();
    // One compressor for a batch of texts: making one costs as much as deflating a page.
    const std::size_t batch = std::max<std::size_t>(1, texts.size() / 16);
    run_all((texts.size() + batch - 1) / batch, total > kWorthAThread, [&](std::size_t index) {
        const Compressor compressor(libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor);
        if (!compressor) std::terminate();  // out of memory, and a thread has nobody to tell
        const auto end = std::min(texts.size(), (index + 1) * batch);
        for (auto i = index * batch; i < end; ++i) deflate(compressor.get(), *texts[i]);
    });
}

}  // namespace zheye::pdf
