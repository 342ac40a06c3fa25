#include "site/site.h"

#include <algorithm>
#include <functional>

namespace zheye::site {

void sort(std::vector<Brochure>& brochures) {
    std::ranges::stable_sort(brochures, std::greater{}, [](const Brochure& one) { return one.card.date; });
}

Language language_of(const std::vector<Brochure>& brochures) {
    const auto is_english = [](const Brochure& one) { return one.card.language.starts_with("en"); };
    return !brochures.empty() && std::ranges::all_of(brochures, is_english) ? Language::en : Language::zh;
}

std::string title_of(const std::vector<Brochure>& brochures, Language language) {
    const auto& publisher = brochures.empty() ? std::string{} : brochures.front().card.publisher;
    const auto is_same = [&](const Brochure& one) { return one.card.publisher == publisher; };
    if (!publisher.empty() && std::ranges::all_of(brochures, is_same)) return publisher;
    return language == Language::zh ? "宣传册" : "Brochures";
}

}  // namespace zheye::site
