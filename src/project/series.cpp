// series.yaml, template and table → jobs.
#include "project/series.h"

#include "base/nearest.h"
#include "project/fill.h"
#include "project/questions.h"
#include "project/table.h"
#include "yaml/encoding.h"
#include "yaml/read.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

namespace zheye::project {

namespace {

namespace fs = std::filesystem;

struct Key {
    std::string_view name, zh;
};
constexpr Key kSeries{"series", "系列"}, kTemplate{"template", "模板"}, kTable{"table", "表"}, kRows{"rows", "行"},
    kName{"name", "名字"}, kFile{"file", "文件"};
constexpr std::array kKeys{kTemplate, kTable, kRows, kName, kFile};
constexpr std::size_t kLongestName = 200;  // bytes: file systems take 255, and endings follow

bool is_key(const std::string& text, const Key& key) { return text == key.name || text == key.zh; }

const yaml::Node* find(const yaml::Node& mapping, const Key& key) {
    const auto at = std::ranges::find_if(mapping.entries, [&](const auto& entry) { return is_key(entry.key, key); });
    return at == mapping.entries.end() ? nullptr : &at->value;
}

/// What all jobs of a series share. Immutable once it is read.
struct Series {
    std::string path, template_path;
    std::string name = "place";
    yaml::Node file;  ///< the pattern of the files' names
    yaml::Node tree;  ///< of the template
    Table table;
    diag::Sources sources;  ///< of all of these
    diag::Diagnostics said;
    Answers answers;
};

class SeriesReader {
public:
    SeriesReader(std::string path, const FileSystem& files)
        : seen_(files, files, folder_of(path)), folder_(folder_of(path)) {
        series_.path = std::move(path);
    }

    /// Null, with the reasons in `said`, if it cannot be used.
    bool read() {
        const auto root = yaml::read(series_.path, seen_, series_.sources, series_.said);
        if (!root || !root->is_mapping()) return root ? refuse_root(*root) : false;
        const auto* const own = find(*root, kSeries);
        if (own == nullptr || !own->is_mapping()) return refuse_root(*root);
        check_keys(*root, *own);
        read_name(*own);
        const bool good = read_table(*own);
        if (good) read_file(*own);
        const bool has_template = read_template(*own);
        series_.answers = seen_.answers();
        return good && has_template && !series_.said.has_errors();
    }

    Series take() { return std::move(series_); }

private:
    void error(std::string code, diag::Span at, diag::Message message, std::vector<diag::Message> hints = {}) {
        series_.said.error(std::move(code), at, std::move(message), std::move(hints));
    }

    bool refuse_root(const yaml::Node& root) {
        error(
            "series", root.span,
            {"系列写成 系列: {模板: 文件, 表: 文件}", "a series is written as series: {template: FILE, table: FILE}"});
        return false;
    }

    void check_keys(const yaml::Node& root, const yaml::Node& own) {
        const auto version = std::ranges::find_if(root.entries, [](const auto& entry) {
            return entry.key == "zheye" || entry.key == "版本" || entry.key == "折页";
        });
        if (version == root.entries.end() || version->value.text != "1")
            error("version", version == root.entries.end() ? root.span : version->value.span,
                  {"系列的文件要写“zheye: 1”", "the file of a series says “zheye: 1”"});
        for (const auto& entry : own.entries) {
            if (std::ranges::any_of(kKeys, [&](const Key& key) { return is_key(entry.key, key); })) continue;
            std::vector<std::string> names;
            for (const auto& key : kKeys) names.emplace_back(key.name), names.emplace_back(key.zh);
            std::vector<diag::Message> hints;
            if (const auto near = nearest(entry.key, names))
                hints.push_back({"是不是“" + *near + "”？", "did you mean “" + *near + "”?"});
            error("unknown-key", entry.key_span,
                  {"系列没有“" + entry.key + "”这一项", "a series has no key “" + entry.key + "”"}, std::move(hints));
        }
    }

    /// The text behind a key; nothing, reported, if it is not there.
    std::optional<std::string> text(const yaml::Node& own, const Key& key) {
        const auto* const node = find(own, key);
        if (node != nullptr && node->is_scalar() && !node->text.empty()) return node->text;
        error("missing-key", node != nullptr ? node->span : own.span,
              {"系列要写“" + std::string(key.zh) + "”", "a series needs “" + std::string(key.name) + "”"});
        return std::nullopt;
    }

    void read_name(const yaml::Node& own) {
        const auto* const node = find(own, kName);
        if (node == nullptr) return;
        series_.name = node->text;
        if (series_.name.empty() || series_.name.find_first_of(" .{}|*[]\\\n") != std::string::npos)
            error("series", node->span,
                  {"名字里不能有空格和 . { } [ ] | * \\", "a name cannot hold spaces or . { } [ ] | * \\"});
    }

    std::optional<std::string> existing(const yaml::Node& own, const Key& key) {
        const auto name = text(own, key);
        if (!name) return std::nullopt;
        const auto path = (fs::path(folder_) / *name).lexically_normal().string();
        if (seen_.is_file(path)) return path;
        std::vector<diag::Message> hints;
        const auto there = seen_.list(folder_of(path));
        if (const auto near = nearest(fs::path(path).filename().string(), there))
            hints.push_back({"是不是“" + *near + "”？", "did you mean “" + *near + "”?"});
        error("series-file", find(own, key)->span, {"没有“" + *name + "”这个文件", "there is no file “" + *name + "”"},
              std::move(hints));
        return std::nullopt;
    }

    bool read_table(const yaml::Node& own) {
        if (const auto* const rows = find(own, kRows)) return take(read_rows(*rows, series_.said));
        const auto path = existing(own, kTable);
        if (!path) return false;
        if (path->ends_with(".yaml") || path->ends_with(".yml")) {
            const auto list = yaml::read(*path, seen_, series_.sources, series_.said);
            return list && take(read_rows(*list, series_.said));
        }
        auto bytes = seen_.read(*path);
        if (!bytes) {
            error("cannot-read", find(own, kTable)->span,
                  {"读不了“" + *path + "”：" + bytes.error().message,
                   "cannot read “" + *path + "”: " + bytes.error().message});
            return false;
        }
        const auto source = yaml::add_source(*path, std::move(*bytes), series_.sources, series_.said);
        return source && take(read_csv(*source, series_.sources, series_.said));
    }

    bool take(diag::Result<Table> table) {
        if (table) series_.table = std::move(*table);
        return table.has_value();
    }

    /// Without a pattern the files are named after the first column.
    void read_file(const yaml::Node& own) {
        if (const auto* const node = find(own, kFile)) {
            series_.file = *node;
            return;
        }
        series_.file.kind = yaml::Node::Kind::scalar;
        series_.file.text = "{" + series_.name + "." + series_.table.columns.front() + "}";
        series_.file.span = own.span;
    }

    bool read_template(const yaml::Node& own) {
        const auto path = existing(own, kTemplate);
        if (!path) return false;
        series_.template_path = *path;
        auto tree = yaml::read(*path, seen_, series_.sources, series_.said);
        if (tree) series_.tree = std::move(*tree);
        return tree.has_value();
    }

    Recording seen_;
    std::string folder_;
    Series series_;
};

/// Adds what the series was read from to the sources of one brochure; by how much the numbers are higher there.
std::uint32_t add_sources(const std::shared_ptr<const Series>& series, diag::Sources& sources) {
    const auto before = static_cast<std::uint32_t>(sources.count());
    for (std::uint32_t i = 0; i < series->sources.count(); ++i)
        sources.add(series->sources.path(i), Blob(series, series->sources.text(i)));
    return before;
}

diag::Result<yaml::Node> read_filled(const std::shared_ptr<const Series>& series, std::size_t row,
                                     const FileSystem& files, diag::Sources& sources, diag::Diagnostics& diagnostics) {
    for (const auto& [question, answer] : series->answers) static_cast<void>(ask(files, question));
    const auto moved = add_sources(series, sources);
    auto tree = series->tree;
    fill(tree, {series->table, series->table.rows[row], series->name, moved}, diagnostics);
    return tree;
}

void report_name(const yaml::Node& node, diag::Diagnostics& diagnostics) {
    diagnostics.error(
        "file-name", node.place(0, node.text.size()),
        {"“" + node.text + "”不能做文件名", "“" + node.text + "” cannot be the name of a file"},
        {{"文件名不能空着，不能太长，也不能有 / 和换行", "it cannot be empty, long, or hold / or line ends"}});
}

/// Of one row; empty, reported, if it can be none.
std::string file_name(const Series& series, std::size_t row, diag::Diagnostics& diagnostics) {
    yaml::Node node = series.file;
    fill(node, {series.table, series.table.rows[row], series.name, 0}, diagnostics);
    if (diagnostics.has_errors()) return {};
    auto name = node.text;
    if (name.ends_with(".pdf")) name.resize(name.size() - 4);
    const bool is_odd =
        std::ranges::any_of(name, [](char c) { return c == '/' || (static_cast<unsigned char>(c) < 0x20); });
    if (!name.empty() && !is_odd && !name.starts_with('.') && name.size() <= kLongestName) return name;
    report_name(node, diagnostics);
    return {};
}

class Naming {
public:
    explicit Naming(std::shared_ptr<const Series> series) : series_(std::move(series)) {}

    Job job(std::size_t row) {
        diag::Diagnostics said;
        auto name = file_name(*series_, row, said);
        const auto& table = series_->table;
        if (!name.empty()) {
            const auto [first, is_new] = rows_.emplace(name, row);
            if (!is_new) {
                const auto line = std::to_string(series_->sources.place(table.rows[first->second].span).line);
                said.error("file-name", table.rows[row].span,
                           {"这一行和第 " + line + " 行的文件名都是“" + name + "”",
                            "this row and that of line " + line + " have the same file name, “" + name + "”"});
            }
        }
        Job job;
        job.source = series_->template_path;
        const auto place = series_->sources.place(table.rows[row].span);
        job.shown = place.path + ":" + std::to_string(place.line);
        job.name = said.has_errors() ? "?" + std::to_string(row + 1) : name;
        if (said.has_errors()) job.complaint = std::make_shared<Complaint>(Complaint{said, series_->sources});
        job.read = [series = series_, row](const FileSystem& files, diag::Sources& sources,
                                           diag::Diagnostics& diagnostics) {
            return read_filled(series, row, files, sources, diagnostics);
        };
        return job;
    }

private:
    std::shared_ptr<const Series> series_;
    std::map<std::string, std::size_t> rows_;  ///< by file name
};

}  // namespace

bool is_series(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        for (const auto key : {kSeries.name, kSeries.zh})
            if (line.starts_with(key) && line.find_first_not_of(' ', key.size()) != std::string_view::npos &&
                line[line.find_first_not_of(' ', key.size())] == ':')
                return true;
        at = end + 1;
    }
    return false;
}

SeriesJobs read_series(const std::string& path, const FileSystem& files) {
    SeriesReader reader(path, files);
    const bool good = reader.read();
    auto series = std::make_shared<Series>(reader.take());
    SeriesJobs result{series->template_path, {}};
    std::vector<std::string> asked;
    for (const auto& [question, answer] : series->answers) asked.push_back(question.path);
    if (!good) {
        Job job;
        job.source = job.shown = path;
        job.asked = std::move(asked);
        job.complaint = std::make_shared<Complaint>(Complaint{series->said, series->sources});
        result.jobs.push_back(std::move(job));
        return result;
    }
    Naming naming(series);
    for (std::size_t row = 0; row < series->table.rows.size(); ++row) {
        result.jobs.push_back(naming.job(row));
        result.jobs.back().asked = asked;
    }
    return result;
}

}  // namespace zheye::project
