// Collects what is said about the content; the same thing about the same place is said once.
#include "diag/diagnostic.h"

namespace zheye::diag {

void Diagnostics::add(Diagnostic diagnostic) {
    ++told_;
    const auto& span = diagnostic.span;
    const auto key = (std::uint64_t{span.source} << 32) | span.begin;
    const auto [first, last] = by_place_.equal_range(key);
    for (auto at = first; at != last; ++at) {
        const auto& other = all_[at->second];
        if (other.code == diagnostic.code && other.span == span && other.message.zh == diagnostic.message.zh) return;
    }
    by_place_.emplace(key, all_.size());
    if (diagnostic.severity == Severity::error) ++errors_;
    all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, Span span, Message message, std::vector<Message> hints) {
    add({Severity::error, std::move(code), span, std::move(message), std::move(hints)});
}

void Diagnostics::warning(std::string code, Span span, Message message, std::vector<Message> hints) {
    add({Severity::warning, std::move(code), span, std::move(message), std::move(hints)});
}

}  // namespace zheye::diag
