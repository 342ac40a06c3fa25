#include "pdf/hint_tables.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace zheye::pdf {

namespace {

/// Bits, the highest first. Each column of a table begins with a byte.
class Bits {
public:
    std::string bytes;

    void put(std::uint32_t value, unsigned width) {
        for (unsigned bit = width; bit-- > 0;) {
            if (free_ == 0) {
                bytes += '\0';
                free_ = 8;
            }
            --free_;
            if (((value >> bit) & 1U) != 0) bytes.back() = static_cast<char>(bytes.back() | (1 << free_));
        }
    }
    void end_column() { free_ = 0; }

private:
    int free_ = 0;
};

/// Numbers as differences to the least, in as many bits as the largest difference needs.
struct Column {
    std::uint32_t least = 0;
    unsigned width = 0;
    std::vector<std::uint32_t> differences;

    explicit Column(std::vector<std::uint32_t> values) : differences(std::move(values)) {
        if (differences.empty()) return;
        least = std::ranges::min(differences);
        for (auto& value : differences) value -= least;
        width = static_cast<unsigned>(std::bit_width(std::ranges::max(differences)));
    }
    void put(Bits& bits) const {
        for (const auto value : differences) bits.put(value, width);
        bits.end_column();
    }
};

Column column(const std::vector<HintedPage>& pages, std::uint32_t HintedPage::*what) {
    std::vector<std::uint32_t> values;
    for (const auto& page : pages) values.push_back(page.*what);
    return Column(std::move(values));
}

/// F.4.1. The content's place and length are given as the page's, as Acrobat does (implementation note 127).
void put_pages(Bits& bits, const Hints& hints) {
    const auto objects = column(hints.pages, &HintedPage::objects), lengths = column(hints.pages, &HintedPage::bytes);
    std::size_t most = 0;
    for (const auto& page : hints.pages) most = std::max(most, page.shared.size());
    const auto count_width = static_cast<unsigned>(std::bit_width(most));
    const auto index_width = static_cast<unsigned>(std::bit_width(hints.shared_bytes.size()));
    constexpr std::uint32_t kDenominator = 4;  // of the places in a page where shared objects are used: not said

    bits.put(objects.least, 32), bits.put(hints.first_page_offset, 32), bits.put(objects.width, 16);
    bits.put(lengths.least, 32), bits.put(lengths.width, 16);
    bits.put(0, 32), bits.put(0, 16), bits.put(lengths.least, 32), bits.put(lengths.width, 16);
    bits.put(count_width, 16), bits.put(index_width, 16), bits.put(0, 16), bits.put(kDenominator, 16);
    objects.put(bits);
    lengths.put(bits);
    for (const auto& page : hints.pages) bits.put(static_cast<std::uint32_t>(page.shared.size()), count_width);
    bits.end_column();
    for (const auto& page : hints.pages)
        for (const auto index : page.shared) bits.put(index, index_width);
    bits.end_column();
    lengths.put(bits);
}

/// F.4.2. Each object is a group of its own, without a signature.
void put_shared(Bits& bits, const Hints& hints) {
    const Column lengths(hints.shared_bytes);
    bits.put(hints.shared.objects > 0 ? hints.shared.first_number : 0, 32);
    bits.put(hints.shared.objects > 0 ? hints.shared.offset : 0, 32);
    bits.put(hints.shared_in_first_page, 32), bits.put(static_cast<std::uint32_t>(hints.shared_bytes.size()), 32);
    bits.put(0, 16), bits.put(lengths.least, 32), bits.put(lengths.width, 16);
    lengths.put(bits);
    for (std::size_t i = 0; i < hints.shared_bytes.size(); ++i) bits.put(0, 1);
    bits.end_column();
}

/// F.4.5.
void put_outlines(Bits& bits, const HintedGroup& outlines) {
    for (const auto value : {outlines.first_number, outlines.offset, outlines.objects, outlines.bytes})
        bits.put(value, 32);
}

}  // namespace

HintTables hint_tables(const Hints& hints) {
    assert(!hints.pages.empty());
    Bits bits;
    HintTables tables;
    put_pages(bits, hints);
    tables.shared_begin = bits.bytes.size();
    put_shared(bits, hints);
    if (hints.outlines.objects > 0) {
        tables.outlines_begin = bits.bytes.size();
        put_outlines(bits, hints.outlines);
    }
    tables.bytes = std::move(bits.bytes);
    return tables;
}

}  // namespace zheye::pdf
