// Outcomes → JSON.
#include "project/report.h"

#include "diag/render.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace zheye::project {

namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Outcome::End end) {
    if (end == Outcome::End::built) return "built";
    return end == Outcome::End::fresh ? "fresh" : "failed";
}

double in_milliseconds(double seconds) { return std::round(seconds * 1e6) / 1e3; }

std::string hex(const Hash128& hash) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const auto byte : hash) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

Json outputs_of(const Outcome& outcome) {
    auto list = Json::array();
    for (const auto& output : outcome.outputs)
        list.push_back(
            {{"file", output.name}, {"pages", output.pages}, {"bytes", output.bytes}, {"xxh128", hex(output.hash)}});
    return list;
}

}  // namespace

std::string_view name_of(Stale::Why why) {
    using Why = Stale::Why;
    switch (why) {
        case Why::forced:
            return "forced";
        case Why::never_made:
            return "never-made";
        case Why::other_program:
            return "other-program";
        case Why::other_order:
            return "other-options";
        case Why::other_files:
            return "other-names";
        case Why::lost_output:
            return "lost-output";
        case Why::other_output:
            return "other-output";
        case Why::other_text:
            return "other-text";
        case Why::other_input:
            return "other-input";
    }
    return "";
}

void Report::add(const Outcome& outcome) {
    Json json{{"source", outcome.job->shown}, {"state", name_of(outcome.end)}};
    if (outcome.why) {
        json["because"] = name_of(outcome.why->why);
        if (!outcome.why->path.empty()) json["path"] = outcome.why->path;
    }
    json["milliseconds"] = in_milliseconds(outcome.seconds);
    json["warnings"] = outcome.warnings;
    json["outputs"] = outputs_of(outcome);
    if (!outcome.diagnostics.all().empty())
        json["diagnostics"] = Json::parse(diag::render_json(outcome.diagnostics, outcome.sources));
    entries_[outcome.job->name] = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    for (const auto& output : outcome.outputs) {
        pages_ += output.pages;
        bytes_ += output.bytes;
    }
    warnings_ += outcome.warnings;
}

std::string Report::json(const Summary& summary, double seconds) const {
    const Json head{{"built", summary.built},   {"fresh", summary.fresh},
                    {"failed", summary.failed}, {"left", summary.left},
                    {"pages", pages_},          {"bytes", bytes_},
                    {"warnings", warnings_},    {"milliseconds", in_milliseconds(seconds)}};
    auto text = head.dump();
    text.back() = ',';
    text += "\n\"brochures\":{";
    bool is_first = true;
    for (const auto& [name, entry] : entries_) {
        text += is_first ? "\n" : ",\n";
        text += Json(name).dump(-1, ' ', false, Json::error_handler_t::replace) + ":" + entry;
        is_first = false;
    }
    return text + "\n}}\n";
}

}  // namespace zheye::project
