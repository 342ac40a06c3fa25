// A role and a weight → the weight of that role to use.
#include "font/nearest_weight.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace zheye::font {

const RoleWeight& nearest_weight(const Role& role, int weight) {
    assert(!role.weights.empty());
    const auto distance = [&](const RoleWeight& w) { return std::abs(w.weight - weight); };
    const auto nearer = [&](const RoleWeight& a, const RoleWeight& b) {
        if (distance(a) != distance(b)) return distance(a) < distance(b);
        // As far on either side: bold text gets bolder, light text lighter.
        return weight >= 500 ? a.weight > b.weight : a.weight < b.weight;
    };
    return *std::min_element(role.weights.begin(), role.weights.end(), nearer);
}

}  // namespace zheye::font
