#include "site/card.h"

#include <nlohmann/json.hpp>

namespace zheye::site {

using Json = nlohmann::ordered_json;

std::string to_text(const Card& card) {
    auto contents = Json::array();
    for (const auto& entry : card.contents)
        contents.push_back({{"title", entry.title}, {"page", entry.page}, {"label", entry.label}});
    const Json json{{"title", card.title},     {"subtitle", card.subtitle},
                    {"form", card.form},       {"language", card.language},
                    {"date", card.date},       {"publisher", card.publisher},
                    {"authors", card.authors}, {"contents", std::move(contents)},
                    {"width", card.width},     {"height", card.height},
                    {"cover", card.cover}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Card> read_card(std::string_view text) {
    try {
        const auto json = Json::parse(text);
        Card card;
        json.at("title").get_to(card.title);
        json.at("subtitle").get_to(card.subtitle);
        json.at("form").get_to(card.form);
        json.at("language").get_to(card.language);
        json.at("date").get_to(card.date);
        json.at("publisher").get_to(card.publisher);
        json.at("authors").get_to(card.authors);
        for (const auto& entry : json.at("contents"))
            card.contents.push_back({entry.at("title").get<std::string>(), entry.at("page").get<std::size_t>(),
                                     entry.at("label").get<std::string>()});
        json.at("width").get_to(card.width);
        json.at("height").get_to(card.height);
        json.at("cover").get_to(card.cover);
        return card;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace zheye::site
