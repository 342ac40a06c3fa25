#include "picture/samples.h"

#include <algorithm>
#include <cstring>

namespace zheye::picture {

std::string part_alpha(std::string& samples, std::size_t components) {
    const std::size_t colours = components - 1, pixels = samples.size() / components;
    std::string alpha(pixels, '\0');
    bool opaque = true;
    for (std::size_t i = 0; i < pixels; ++i) {
        std::memmove(&samples[i * colours], &samples[i * components], colours);
        alpha[i] = samples[i * components + colours];
        opaque = opaque && alpha[i] == '\xFF';
    }
    samples.resize(pixels * colours);
    samples.shrink_to_fit();
    return opaque ? std::string{} : alpha;
}

void undo_alpha(std::string& samples, const std::string& alpha, std::size_t components) {
    for (std::size_t i = 0; i < alpha.size(); ++i) {
        const unsigned covered = static_cast<unsigned char>(alpha[i]);
        if (covered == 0 || covered == 255) continue;
        for (std::size_t c = i * components; c < (i + 1) * components; ++c) {
            const unsigned value = (static_cast<unsigned char>(samples[c]) * 255U + covered / 2) / covered;
            samples[c] = static_cast<char>(std::min(value, 255U));
        }
    }
}

}  // namespace zheye::picture
