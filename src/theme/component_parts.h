// What the settings of several components have in common: rules, areas of text, marks, distances.
#pragma once

#include "theme/settings.h"
#include "theme/theme.h"

#include <string_view>

namespace zheye::theme {

[[nodiscard]] Rule rule(Settings& owner, std::string_view key);
[[nodiscard]] TextArea area(Settings& owner, std::string_view key);
[[nodiscard]] MarkShape mark_shape(Settings&, std::string_view key);

/// The distances that most components share.
template <class Component>
void around(Settings& s, Component& component) {
    component.before = s.length("before");
    component.after = s.length("after");
}

void read_figure(Settings&, FigureStyle&);
void read_icon(Settings&, IconStyle&);
void read_hub(Settings&, HubStyle&);
void read_flow(Settings&, FlowStyle&);
void read_cards(Settings&, CardsStyle&);
void read_qr(Settings&, QrStyle&);
void read_chart(Settings&, ChartStyle&);

}  // namespace zheye::theme
