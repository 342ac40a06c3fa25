// Compares hashes; never looks at a clock. A text that says the same in other words, or facts that nothing prints, make
// no brochure stale: what is said is compared where the bytes differ.
#include "project/stale.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zheye::project {

namespace {

using Why = Stale::Why;

std::string path_of(const Common& common, const OutputFile& output) {
    return output.name.starts_with('/') || common.out.empty() ? output.name : common.out + "/" + output.name;
}

std::optional<Stale> judge_outputs(const Job& job, const Record& record, const Common& common, HashMemo& hashes) {
    std::vector<std::string> paths;
    for (const auto& output : record.outputs) paths.push_back(path_of(common, output));
    if (paths != job.targets) return Stale{Why::other_files, {}};
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (!common.files.is_file(paths[i])) return Stale{Why::lost_output, paths[i]};
        if (hashes.of({Question::Kind::read, paths[i]}) != record.outputs[i].hash)
            return Stale{Why::other_output, paths[i]};
    }
    return std::nullopt;
}

/// The path of the first that is answered otherwise.
std::optional<std::string> first_changed(const std::vector<Told>& told, const Job& job, const Common& common,
                                         HashMemo& hashes) {
    const auto folder = folder_of(job.source);
    for (const auto& one : told) {
        const auto question = question_of(one, folder, common.order.home);
        if (hashes.of(question) != one.answer) return question.path;
    }
    return std::nullopt;
}

/// Whether the text, in bytes that differ, says what it said. If so, the record with the texts as they are now.
std::optional<Record> same_said(const Job& job, const Record& record, const Common& common) {
    const auto folder = folder_of(job.source);
    const Recording recording(common.files, common.shared, folder);
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto said = read_said({job.source, job.read}, recording, sources, diagnostics);
    if (!said || diagnostics.has_errors() || said->identity != record.identity) return std::nullopt;
    Record renewed = record;
    renewed.texts.clear();
    const auto others = std::exchange(renewed.others, {});
    take_answers(recording, common.shared, *said, common.order.home, folder, renewed);
    for (const auto& one : others)
        if (std::ranges::find(renewed.others, one) == renewed.others.end()) renewed.others.push_back(one);
    return renewed;
}

}  // namespace

Hash128 HashMemo::of(const Question& question) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto at = known_.find(question); at != known_.end()) return at->second;
    }
    const auto hash = project::hash(ask(files_, question));
    const std::lock_guard lock(mutex_);
    return known_.emplace(question, hash).first->second;
}

Verdict judge(const Job& job, const std::optional<Record>& record, const Common& common, HashMemo& hashes) {
    const auto stale = [](Why why, std::string path = {}) { return Verdict{Stale{why, std::move(path)}, {}}; };
    if (!record) return stale(Why::never_made);
    if (record->program != common.program) return stale(Why::other_program);
    if (record->order != hash_of(common.order)) return stale(Why::other_order);
    if (auto changed = first_changed(record->others, job, common, hashes)) return stale(Why::other_input, *changed);
    const auto text = first_changed(record->texts, job, common, hashes);
    Verdict verdict;
    if (text) {
        if (!record->holds_source) verdict.record = same_said(job, *record, common);
        if (!verdict.record) return stale(Why::other_text, *text);
    }
    verdict.stale = judge_outputs(job, *record, common, hashes);
    return verdict;
}

}  // namespace zheye::project
