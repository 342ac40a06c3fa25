#include "picture/sampling.h"

#include "picture/stored.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace zheye::picture {

namespace {

using Row = std::vector<float>;

/// How much light an 8-bit sample stands for, and back (IEC 61966-2-1).
class Light {
public:
    explicit Light(bool linear) {
        for (std::size_t i = 0; i < to_light_.size(); ++i) {
            const double c = static_cast<double>(i) / 255;
            to_light_[i] = static_cast<float>(linear         ? c
                                              : c <= 0.04045 ? c / 12.92
                                                             : std::pow((c + 0.055) / 1.055, 2.4));
        }
    }
    [[nodiscard]] float of(char sample) const { return to_light_[static_cast<unsigned char>(sample)]; }
    /// The sample whose light is the nearest.
    [[nodiscard]] char sample(float light) const {
        const auto above = std::ranges::lower_bound(to_light_, light);
        if (above == to_light_.end()) return static_cast<char>(255);
        const auto at = above - to_light_.begin();
        if (at == 0) return 0;
        const bool down = light - *(above - 1) < *above - light;
        return static_cast<char>(static_cast<unsigned char>(down ? at - 1 : at));
    }

private:
    std::array<float, 256> to_light_{};
};

/// Which old pixels a new one takes its mean of, along one axis.
struct Span {
    std::size_t first = 0;
    std::vector<float> weights;  ///< their sum is 1
};

std::vector<Span> spans(int from, int to) {
    std::vector<Span> all(static_cast<std::size_t>(to));
    const double step = static_cast<double>(from) / to;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double begin = static_cast<double>(i) * step, end = std::min<double>(begin + step, from);
        all[i].first = static_cast<std::size_t>(begin);
        for (double at = std::floor(begin); at < end - 1e-9; ++at)
            all[i].weights.push_back(static_cast<float>((std::min(at + 1, end) - std::max(at, begin)) / (end - begin)));
    }
    return all;
}

/// Colours are weighted with their opacity: what cannot be seen has no part in the mean.
class Sampler {
public:
    Sampler(std::string_view samples, std::string_view alpha, int width, int height, int components)
        : samples_(samples),
          alpha_(alpha),
          width_(static_cast<std::size_t>(width)),
          height_(height),
          components_(static_cast<std::size_t>(components)),
          light_(components == 4) {}

    /// Samples, and alpha where there was some.
    std::pair<std::string, std::string> to(int width, int height) {
        across_ = spans(static_cast<int>(width_), width);
        std::pair<std::string, std::string> result;
        for (const auto& rows : spans(height_, height)) {
            Row sum(across_.size() * channels(), 0);
            for (std::size_t i = 0; i < rows.weights.size(); ++i) add(narrowed(rows.first + i), rows.weights[i], sum);
            append(sum, result);
        }
        return result;
    }

private:
    /// Colours times opacity, and the opacity.
    [[nodiscard]] std::size_t channels() const { return components_ + 1; }

    static void add(const Row& row, float weight, Row& sum) {
        for (std::size_t i = 0; i < row.size(); ++i) sum[i] += weight * row[i];
    }

    /// One old row, as wide as the new ones.
    [[nodiscard]] const Row& narrowed(std::size_t y) {
        if (y == kept_ && !row_.empty()) return row_;  // two new rows share an old one
        kept_ = y;
        row_.assign(across_.size() * channels(), 0);
        for (std::size_t x = 0; x < across_.size(); ++x)
            for (std::size_t i = 0; i < across_[x].weights.size(); ++i) {
                const auto at = y * width_ + across_[x].first + i;
                const float opaque = alpha_.empty() ? 1 : static_cast<unsigned char>(alpha_[at]) / 255.0F;
                const float weight = across_[x].weights[i] * opaque;
                for (std::size_t c = 0; c < components_; ++c)
                    row_[x * channels() + c] += weight * light_.of(samples_[at * components_ + c]);
                row_[x * channels() + components_] += weight;
            }
        return row_;
    }

    void append(const Row& sum, std::pair<std::string, std::string>& to) const {
        for (std::size_t x = 0; x < across_.size(); ++x) {
            const float opaque = sum[x * channels() + components_];
            for (std::size_t c = 0; c < components_; ++c)
                to.first += light_.sample(opaque > 0 ? sum[x * channels() + c] / opaque : 0);
            if (!alpha_.empty()) to.second += static_cast<char>(std::lround(opaque * 255));
        }
    }

    std::string_view samples_, alpha_;
    std::size_t width_;
    int height_;
    std::size_t components_;
    Light light_;
    std::vector<Span> across_;
    Row row_;
    std::size_t kept_ = 0;
};

}  // namespace

Picture sampled(const Picture& whole, int width, int height) {
    if (width < 1 || height < 1 || width > whole.width || height > whole.height) return whole;
    const auto samples = samples_of(whole);
    if (!samples) return whole;
    Picture smaller = whole;
    smaller.width = width;
    smaller.height = height;
    Sampler sampler(samples->bytes(), whole.alpha, whole.stored_width(), whole.stored_height(), whole.components);
    auto [colours, alpha] = sampler.to(smaller.stored_width(), smaller.stored_height());
    smaller.alpha = std::move(alpha);
    if (whole.dpi > 0) smaller.dpi = whole.dpi * width / whole.width;
    store(smaller, std::move(colours), kScreenQuality);
    return smaller;
}

}  // namespace zheye::picture
