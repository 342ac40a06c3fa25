// Diagnostics → JSON for editors and CI. The names of the fields are a promise to those who read them.
#include "diag/render.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace zheye::diag {

namespace {

using Json = nlohmann::ordered_json;

std::string_view name(Severity severity) {
    if (severity == Severity::error) return "error";
    return severity == Severity::warning ? "warning" : "note";
}

Json both(const Message& message) { return {{"zh", message.zh}, {"en", message.en}}; }

void add_place(Json& json, Span span, const Sources& sources) {
    const auto begin = sources.place(span);
    const auto end = sources.place({span.source, std::max(span.begin, span.end), span.end});
    json["file"] = begin.path;
    json["line"] = begin.line;
    json["column"] = begin.column;
    json["end_line"] = end.line;
    json["end_column"] = end.column;
}

Json to_json(const Diagnostic& diagnostic, const Sources& sources) {
    Json json{{"severity", name(diagnostic.severity)}, {"code", diagnostic.code}};
    if (diagnostic.span.known()) add_place(json, diagnostic.span, sources);
    json["message"] = both(diagnostic.message);
    json["hints"] = Json::array();
    for (const auto& hint : diagnostic.hints) json["hints"].push_back(both(hint));
    if (diagnostic.edits.empty()) return json;
    json["edits"] = Json::array();
    for (const auto& edit : diagnostic.edits) {
        Json one;
        add_place(one, edit.span, sources);
        one["replacement"] = edit.replacement;
        json["edits"].push_back(std::move(one));
    }
    return json;
}

}  // namespace

std::string render_json(const Diagnostics& diagnostics, const Sources& sources) {
    auto list = Json::array();
    for (const auto& diagnostic : diagnostics.all()) list.push_back(to_json(diagnostic, sources));
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace zheye::diag
