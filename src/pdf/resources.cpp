// Opacities and gradients → shared resource objects (PDF 32000-1, 8.4.5, 8.7.4.5.3). Must not know pages' items.
#include "pdf/resources.h"

#include "pdf/syntax.h"

#include <algorithm>

namespace zheye::pdf {

namespace {

void append_segment(std::string& to, const Inks& inks, Use use, Colour from, Colour until) {
    to += "<</FunctionType 2/Domain[0 1]/N 1/C0[" + inks.paint(from, use).operands + "]/C1[" +
          inks.paint(until, use).operands + "]>>";
}

/// Stops from 0 to 1 without segments of no length (a hard edge is two stops at one place).
std::vector<layout::GradientStop> complete(std::vector<layout::GradientStop> stops) {
    if (stops.empty()) stops.push_back({});
    for (auto& stop : stops) stop.at = std::clamp(stop.at, 0.0, 1.0);
    if (stops.front().at > 0) stops.insert(stops.begin(), {0, stops.front().colour});
    if (stops.back().at < 1) stops.push_back({1, stops.back().colour});
    if (stops.size() == 1) stops.push_back({1, stops.front().colour});
    return stops;
}

std::string function(const Inks& inks, const std::vector<layout::GradientStop>& stops) {
    const bool is_black =
        std::ranges::all_of(stops, [&](const auto& stop) { return inks.is_plain_black(stop.colour); });
    const auto use = is_black ? Use::graphic : Use::blend;
    std::string functions, bounds, encode;
    int count = 0;
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        if (stops[i + 1].at - stops[i].at < 1e-6) continue;
        if (count++ > 0) {
            append_number(bounds, stops[i].at, 6);
            bounds += ' ';
        }
        append_segment(functions, inks, use, stops[i].colour, stops[i + 1].colour);
        encode += "0 1 ";
    }
    if (count <= 1) return functions;
    return "<</FunctionType 3/Domain[0 1]/Functions[" + functions + "]/Bounds[" + bounds + "]/Encode[" + encode + "]>>";
}

void add_names(Dict dict, char letter, const std::set<std::size_t>& used, const std::vector<Ref>& refs) {
    for (const auto number : used) dict.ref((letter + std::to_string(number)).c_str(), refs[number]);
}

void add_named(Dict resources, const char* category, char letter, const std::set<std::size_t>& used,
               const std::vector<Ref>& refs) {
    if (!used.empty()) add_names(resources.dict(category), letter, used, refs);
}

void add_separation(Dict spaces, const std::string& key, const std::string& ink, const icc::Cmyk& instead) {
    auto tint = spaces.array(key.c_str()).name("Separation").name(ink.c_str()).name("DeviceCMYK").dict();
    tint.number("FunctionType", 2).number("N", 1);
    tint.array("Domain").number(0).number(1);
    tint.array("C0").number(0).number(0).number(0).number(0);
    auto full = tint.array("C1");
    for (const double share : instead) full.real(share);
}

template <class What>
void note_asked(std::vector<std::pair<What, std::size_t>>& asked, const What& what, std::size_t number) {
    if (std::ranges::find(asked, number, [](const auto& one) { return one.second; }) == asked.end())
        asked.emplace_back(what, number);
}

}  // namespace

std::size_t SharedResources::graphics_state(const GraphicsState& state) {
    const auto number = states_.try_emplace(state, states_.size()).first->second;
    note_asked(asked_.states, state, number);
    return number;
}

std::size_t SharedResources::shading_of(const std::string& text) {
    const auto number = shadings_.try_emplace(text, shadings_.size()).first->second;
    note_asked(asked_.shadings, text, number);
    return number;
}

bool SharedResources::repeat(const SharedNames& names) {
    const bool same_states =
        std::ranges::all_of(names.states, [&](const auto& one) { return graphics_state(one.first) == one.second; });
    const bool same_shadings =
        std::ranges::all_of(names.shadings, [&](const auto& one) { return shading_of(one.first) == one.second; });
    return same_states && same_shadings;
}

std::size_t SharedResources::shading(const layout::LinearGradient& gradient) {
    std::string text = std::string("/ShadingType 2/ColorSpace/") + inks_.space() + "/Extend[true true]/Coords[";
    for (const double value : {gradient.from.x, gradient.from.y, gradient.to.x, gradient.to.y}) {
        append_number(text, value);
        text += ' ';
    }
    text += "]/Function" + function(inks_, complete(gradient.stops));
    return shading_of(text);
}

void SharedResources::embed(Objects& objects, Refs& refs) const {
    refs.states.resize(states_.size());
    for (const auto& [wanted, number] : states_) {
        auto state = objects.add();
        state.real("ca", wanted.opacity / 1000.0).real("CA", wanted.opacity / 1000.0);
        if (inks_.is_cmyk())
            state.boolean("OP", wanted.overprints).boolean("op", wanted.overprints).number("OPM", wanted.overprints);
        refs.states[number] = state.ref();
    }
    refs.shadings.resize(shadings_.size());
    for (const auto& [text, number] : shadings_) {
        refs.shadings[number] = objects.add().ref();
        objects.entries(refs.shadings[number], text);
    }
}

void fill_resources(Dict resources, const PageResources& used, const SharedResources::Refs& refs, const Inks& inks) {
    if (!used.fonts.empty() || !used.vertical_fonts.empty()) {
        auto fonts = resources.dict("Font");
        add_names(fonts, 'F', used.fonts, refs.fonts);
        add_names(fonts, 'V', used.vertical_fonts, refs.vertical_fonts);
    }
    add_named(resources, "XObject", 'I', used.images, refs.images);
    add_named(resources, "ExtGState", 'G', used.states, refs.states);
    add_named(resources, "Shading", 'S', used.shadings, refs.shadings);
    if (used.spots.empty() && !used.all_plates) return;
    auto spaces = resources.dict("ColorSpace");
    for (const auto spot : used.spots)
        add_separation(spaces, "P" + std::to_string(spot), inks.spots()[spot].name, inks.spots()[spot].instead);
    if (used.all_plates) add_separation(spaces, "All", "All", {1, 1, 1, 1});
}

}  // namespace zheye::pdf
