#include "layout/chart_spread.h"

#include <algorithm>

namespace zheye::layout {

namespace {

/// Neighbours that touch: moved as one, to where their wishes meet in the middle.
struct Cluster {
    std::size_t first = 0;
    double length = 0, wished = 0;  ///< sum of where its beginning would be by each of its members
    double count = 0;
    [[nodiscard]] double begin(double low, double high) const {
        return std::max(low, std::min(wished / count, high - length));
    }
};

}  // namespace

std::vector<double> spread(const std::vector<Wish>& wishes, double begin, double end) {
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        Cluster last{i, wishes[i].length, wishes[i].middle - wishes[i].length / 2, 1};
        while (!clusters.empty() &&
               clusters.back().begin(begin, end) + clusters.back().length > last.begin(begin, end) + 1e-9) {
            const auto before = clusters.back();
            clusters.pop_back();
            last = {before.first, before.length + last.length, before.wished + last.wished - last.count * before.length,
                    before.count + last.count};
        }
        clusters.push_back(last);
    }
    std::vector<double> places;
    for (const auto& cluster : clusters) {
        double at = cluster.begin(begin, end);
        const auto stop = &cluster == &clusters.back() ? wishes.size() : (&cluster + 1)->first;
        for (std::size_t i = cluster.first; i < stop; ++i) places.push_back(at), at += wishes[i].length;
    }
    return places;
}

}  // namespace zheye::layout
