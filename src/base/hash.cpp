// Bytes → 128-bit content hash.
#include "base/hash.h"

#include <xxhash.h>

#include <algorithm>
#include <iterator>

namespace zheye {

Hash128 hash128(std::string_view bytes) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    Hash128 hash{};
    std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
    return hash;
}

}  // namespace zheye
