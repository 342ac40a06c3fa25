// A glyph run → its clusters. Must not know fonts or PDF.
#include "pdf/clusters.h"

#include "base/utf8.h"
#include "pdf/syntax.h"

#include <cassert>
#include <utility>

namespace zheye::pdf {

namespace {

/// U+00AD: says where a word might be parted. In the text of a reader, who may search it, words are whole; its glyph,
/// which has no ink and no width, would be taken for a space by some.
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

}  // namespace

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        if (!is_space(code)) return false;
        at += length;
    }
    return !text.empty();
}

void append_clusters(const layout::GlyphRun& run, std::vector<Cluster>& to) {
    const std::string_view text = run.text;
    const auto start = to.size();
    std::size_t claimed = 0;    // bytes up to here belong to a cluster
    std::uint32_t skipped = 0;  // glyphs of soft hyphens since the last cluster
    for (std::uint32_t i = 0; i < run.glyphs.size(); ++i) {
        const auto& glyph = run.glyphs[i];
        assert(glyph.text_begin <= glyph.text_end && glyph.text_end <= text.size());
        const bool further = glyph.text_begin == glyph.text_end;
        if (further && to.size() > start) {
            to.back().count += 1 + std::exchange(skipped, 0);
            continue;
        }
        std::size_t begin = glyph.text_begin;
        if (!further && to.size() == start && is_blank(text.substr(0, begin))) begin = 0;
        if (!further && to.size() > start && begin > claimed && !to.back().text.empty()) {
            const auto from = static_cast<std::size_t>(to.back().text.data() - text.data());
            to.back().text = text.substr(from, begin - from);
        }
        const auto own = text.substr(begin, glyph.text_end - begin);
        const bool is_soft = own == kSoftHyphen;
        if (!further) claimed = glyph.text_end;
        skipped = is_soft && to.size() > start ? skipped + 1 : 0;
        if (skipped == 0) to.push_back({i, 1, is_soft ? std::string_view{} : own});
    }
    if (to.size() == start || to.back().text.empty() || !is_blank(text.substr(claimed))) return;
    const auto from = static_cast<std::size_t>(to.back().text.data() - text.data());
    to.back().text = text.substr(from);
}

}  // namespace zheye::pdf
