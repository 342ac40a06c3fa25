// The order in which a text is read: first what is made of several characters, then the single ones.
#include "content/proofread.h"

#include "base/hash.h"
#include "content/checks.h"
#include "content/lines.h"
#include "content/run_builder.h"

#include <algorithm>

namespace zheye::content {

void check_all(std::vector<Proof>& proofs) {
    std::vector<Pairs> pairs;
    for (auto& proof : proofs) {
        check_ellipses(proof);
        check_dashes(proof);
        check_doubled(proof);
        pairs.push_back(match_pairs(proof));
    }
    check_unpaired(proofs, pairs);
    for (std::size_t i = 0; i < proofs.size(); ++i) {
        check_nesting(proofs[i], pairs[i]);
        check_odd_marks(proofs[i]);
        check_straight_quotes(proofs[i], pairs[i]);
        check_half_width(proofs[i], pairs[i]);
        check_ranges(proofs[i]);
        check_full_width_letters(proofs[i]);
        check_script(proofs[i]);
        check_spaces(proofs[i]);
        check_spaces_beside_marks(proofs[i], pairs[i]);
    }
}

namespace {

/// Of all that a Proof looks at.
Hash128 key_of(std::span<const RichText> paragraphs, const Proofreading& proofreading) {
    Fingerprint print;
    print.add(proofreading.script).add(proofreading.off.size());
    for (const auto& code : proofreading.off) print.add(code);
    for (const auto& text : paragraphs) {
        print.add(text.size());
        for (const auto& run : text) {
            const bool is_traced = run.span.known() && run.span.end - run.span.begin == run.text.size();
            print.add(run.text).add(run.language).add(is_traced).add(run.is_escape);
        }
    }
    return print.hash();
}

void look_for_findings(std::span<const RichText> paragraphs, const Proofreading& proofreading, Memory* memory,
                       diag::Diagnostics& diagnostics) {
    const auto key = memory ? key_of(paragraphs, proofreading) : Hash128{};
    if (memory && memory->sound.find(key)) return;
    diag::Diagnostics said;
    std::vector<Proof> proofs;
    for (const auto& text : paragraphs) proofs.emplace_back(text, proofreading, false, said);
    check_all(proofs);
    if (memory && said.all().empty()) memory->sound.keep(key, true);
    for (const auto& one : said.all()) diagnostics.add(one);
}

}  // namespace

void proofread(std::span<const RichText> paragraphs, const Proofreading& proofreading, Memory* memory,
               diag::Diagnostics& diagnostics) {
    if (proofreading.script == Script::none) return;
    look_for_findings(paragraphs, proofreading, memory, diagnostics);
    for (const auto& text : paragraphs)
        for (const auto& run : text)
            if (!run.note.empty()) proofread(std::span(&run.note, 1), proofreading, memory, diagnostics);
}

void proofread_plain(const yaml::Node& node, const Proofreading& proofreading, diag::Diagnostics& diagnostics) {
    if (proofreading.script == Script::none) return;
    RunBuilder runs(node);
    for (std::size_t at = 0; at < node.text.size();) {
        auto end = at;
        while (end < node.text.size() && !is_line_end(node, end)) ++end;
        const auto line = trimmed(std::string_view(node.text).substr(at, end - at));
        const auto begin = static_cast<std::size_t>(line.data() - node.text.data());
        if (!line.empty()) runs.put_source(begin, begin + line.size(), {});
        runs.end_line(end);
        at = end + 1;
    }
    std::vector<Proof> proofs;
    proofs.emplace_back(runs.take(), proofreading, true, diagnostics);
    check_all(proofs);
}

}  // namespace zheye::content
