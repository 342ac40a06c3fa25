// Job → files and record.
#include "project/build.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace zheye::project {

namespace {

bool is_under(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string name_in(const std::string& out, const std::string& target) {
    return is_under(target, out) ? target.substr(out.size() + 1) : target;
}

/// Asked of files only: a device would be read without end.
bool holds(const FileSystem& files, const std::string& path, std::string_view bytes) {
    if (!files.is_file(path)) return false;
    const auto before = files.read(path);
    return before && before->bytes() == bytes;
}

/// False if a file could not be written; the others are written all the same.
bool write_all(const Job& job, const Common& common, const Product& product, Built& built) {
    bool good = true;
    for (std::size_t i = 0; i < job.targets.size(); ++i) {
        const auto& output = product.outputs[i];
        built.record->outputs.push_back(
            {name_in(common.out, job.targets[i]), hash128(output.bytes), output.bytes.size(), output.pages});
        if (holds(common.files, job.targets[i], output.bytes)) continue;
        const auto written = common.files.write(job.targets[i], output.bytes);
        if (written) continue;
        good = false;
        built.system_error = written.error().number;
        report_unwritable(job.targets[i], written.error(), built.diagnostics);
    }
    return good;
}

void build_checked(const Job& job, const Common& common, Built& built) {
    const auto folder = folder_of(job.source);
    const Recording recording(common.files, common.shared, folder);
    const auto memory = common.memories ? common.memories->of(job.name) : nullptr;
    const auto product = make(
        {job.source, job.read}, common.order, recording, common.shelf, built.sources, built.diagnostics, [](Stage) {},
        memory.get());
    for (const auto& [question, answer] : recording.answers()) built.asked.push_back(question.path);
    if (!product) {
        built.fault = product.error();
        return;
    }
    built.pages = product->pages;
    Record record;
    record.name = job.name;
    record.program = common.program;
    record.order = hash_of(common.order);
    record.identity = product->said.identity;
    record.holds_source = product->holds_source;
    record.warnings = built.diagnostics.all().size();
    take_answers(recording, common.shared, product->said, common.order.home, folder, record);
    built.record = std::move(record);
    if (write_all(job, common, *product, built)) return;
    built.record.reset();
    built.fault = Fault::system;
}

void report_internal(const char* what, Built& built) {
    built.record.reset();
    built.fault = Fault::system;
    built.diagnostics.error("internal", {}, {std::string("程序出错：") + what, std::string("internal error: ") + what});
}

}  // namespace

void report_unwritable(const std::string& target, const IoError& error, diag::Diagnostics& diagnostics) {
    diagnostics.error("cannot-write", {},
                      {"不能写入“" + target + "”：" + error.message, "cannot write '" + target + "': " + error.message},
                      {{"请检查磁盘空间、权限和路径，或用 -o 换一个地方",
                        "check space, permissions and the path, or choose another place with -o"}});
}

Hash128 hash_of(const Order& order) {
    std::string text = order.theme + '\n' + (order.epoch ? std::to_string(*order.epoch) : "-") + '\n';
    text += std::to_string(static_cast<int>(order.emit)) + (order.sheets ? " sheets" : " pages");
    for (const auto& profile : order.profiles) text += '\n' + profile;
    return hash128(text);
}

Told told_of(const Question& question, Hash128 answer, const std::string& folder, const std::string& home) {
    Told told{Told::From::nowhere, question, answer};
    if (is_under(question.path, home)) {
        told.from = Told::From::home;
        told.question.path = question.path.substr(home.size() + 1);
    } else if (folder == "." ? !question.path.starts_with('/') : is_under(question.path, folder)) {
        told.from = Told::From::brochure;
        if (folder != ".") told.question.path = question.path.substr(folder.size() + 1);
    }
    return told;
}

Question question_of(const Told& told, const std::string& folder, const std::string& home) {
    auto question = told.question;
    if (told.from == Told::From::home) question.path = home + "/" + question.path;
    if (told.from == Told::From::brochure && folder != ".") question.path = folder + "/" + question.path;
    return question;
}

void take_answers(const Recording& recording, const Snapshot& shared, const Said& said, const std::string& home,
                  const std::string& folder, Record& record) {
    for (const auto& [question, answer] : recording.answers()) {
        const auto hash = recording.is_own(question.path) ? project::hash(answer) : shared.hash(question);
        const bool is_text =
            question.kind == Question::Kind::read && std::ranges::find(said.texts, question.path) != said.texts.end();
        auto told = told_of(question, hash, folder, home);
        (is_text ? record.texts : record.others).push_back(std::move(told));
    }
}

Built build(const Job& job, const Common& common) noexcept {
    Built built;
    try {
        build_checked(job, common, built);
    } catch (const std::exception& error) {
        report_internal(error.what(), built);
    } catch (...) {
        report_internal("?", built);
    }
    return built;
}

}  // namespace zheye::project
