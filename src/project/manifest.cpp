// Lines ↔ records. Fields are parted by tabs; the last is the checksum of those before it.
#include "project/manifest.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

namespace zheye::project {

namespace {

constexpr std::string_view kName = "zheye-manifest", kHead = "zheye-manifest 1";
constexpr std::string_view kKinds = "rfdl";  // by Question::Kind
constexpr std::string_view kPlaces = "bhn";  // by Told::From

std::string hex(const Hash128& hash) {
    std::string text;
    for (const auto byte : hash) text += fmt::format("{:02x}", static_cast<unsigned>(byte));
    return text;
}

std::optional<Hash128> hash_of(std::string_view text) {
    Hash128 hash{};
    if (text.size() != 2 * hash.size()) return std::nullopt;
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const auto* const at = text.data() + 2 * i;
        const auto [end, error] = std::from_chars(at, at + 2, hash[i], 16);
        if (error != std::errc{} || end != at + 2) return std::nullopt;
    }
    return hash;
}

std::optional<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Paths may hold anything; a field holds neither tabs nor line ends.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\')
            safe += "\\\\";
        else if (c == '\t')
            safe += "\\t";
        else if (c == '\n')
            safe += "\\n";
        else
            safe += c;
    }
    return safe;
}

std::string plain(std::string_view field) {
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] != '\\' || i + 1 == field.size()) {
            text += field[i];
            continue;
        }
        const char c = field[++i];
        text += c == 't' ? '\t' : c == 'n' ? '\n' : c;
    }
    return text;
}

std::string checksum(std::string_view line) { return hex(hash128(line)).substr(0, 8); }

std::string line_of(const std::vector<std::string>& fields) {
    std::string line;
    for (const auto& field : fields) line += escaped(field) + '\t';
    return line + checksum(line) + '\n';
}

/// Empty if the line is not what was written.
std::vector<std::string> fields_of(std::string_view line) {
    const auto last = line.rfind('\t');
    if (last == std::string_view::npos || line.substr(last + 1) != checksum(line.substr(0, last + 1))) return {};
    std::vector<std::string> fields;
    for (std::size_t at = 0; at <= last;) {
        const auto end = line.find('\t', at);
        fields.push_back(plain(line.substr(at, end - at)));
        at = end + 1;
    }
    return fields;
}

std::string told_line(const std::string& number, const Told& told) {
    const auto kind = static_cast<std::size_t>(told.question.kind), from = static_cast<std::size_t>(told.from);
    return line_of({"told", number, std::string(1, kKinds[kind]), std::string(1, kPlaces[from]), told.question.path,
                    hex(told.answer)});
}

constexpr std::size_t kToldFields = 6, kMadeFields = 9, kOutputFields = 4;

std::string list_of(const std::vector<const Told*>& told, const std::map<const Told*, std::string>& numbers) {
    std::string list;
    for (const auto* one : told) list += (list.empty() ? "" : " ") + numbers.at(one);
    return list;
}

/// Nothing if one of them is missing.
std::optional<std::vector<const Told*>> told_of(std::string_view list,
                                                const std::map<std::string, const Told*>& by_number) {
    std::vector<const Told*> told;
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find(' ', at), list.size());
        const auto known = by_number.find(std::string(list.substr(at, end - at)));
        if (known == by_number.end()) return std::nullopt;
        told.push_back(known->second);
        at = end + 1;
    }
    return told;
}

std::optional<OutputFile> output_of(const std::vector<std::string>& fields, std::size_t at) {
    const auto hash = hash_of(fields[at + 1]);
    const auto bytes = number_of(fields[at + 2]), pages = number_of(fields[at + 3]);
    if (!hash || !bytes || !pages) return std::nullopt;
    return OutputFile{fields[at], *hash, *bytes, *pages};
}

}  // namespace

void Manifest::take_told(const std::vector<std::string>& fields, std::map<std::string, const Told*>& by_number) {
    if (fields.size() != kToldFields || fields[2].size() != 1 || fields[3].size() != 1) return;
    const auto kind = kKinds.find(fields[2]), from = kPlaces.find(fields[3]);
    const auto answer = hash_of(fields[5]);
    if (kind == std::string_view::npos || from == std::string_view::npos || !answer) return;
    Told told{static_cast<Told::From>(from), {static_cast<Question::Kind>(kind), fields[4]}, *answer};
    by_number[fields[1]] = &*told_.insert(std::move(told)).first;
}

void Manifest::take_record(const std::vector<std::string>& fields,
                           const std::map<std::string, const Told*>& by_number) {
    if (fields.size() < kMadeFields || (fields.size() - kMadeFields) % kOutputFields != 0) return;
    records_.erase(fields[1]);  // what is written later is true, or nothing is known
    Stored stored;
    auto& record = stored.record;
    record.name = fields[1];
    Hash128* const hashes[] = {&record.program, &record.order, &record.identity};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto hash = hash_of(fields[2 + i]);
        if (!hash) return;
        *hashes[i] = *hash;
    }
    record.holds_source = fields[5] == "source";
    const auto warnings = number_of(fields[6]);
    auto texts = told_of(fields[7], by_number), others = told_of(fields[8], by_number);
    if (!warnings || !texts || !others) return;
    record.warnings = *warnings;
    stored.texts = std::move(*texts);
    stored.others = std::move(*others);
    for (auto at = kMadeFields; at < fields.size(); at += kOutputFields) {
        auto output = output_of(fields, at);
        if (!output) return;
        record.outputs.push_back(std::move(*output));
    }
    records_.emplace(record.name, std::move(stored));
}

Manifest Manifest::read(std::string_view text) {
    Manifest manifest;
    manifest.numbers_.prefix = checksum(text) + '-';
    std::map<std::string, const Told*> by_number;
    bool is_known = false;  // the version of what follows
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto fields = fields_of(text.substr(at, end - at));
        at = end + 1;
        if (fields.empty()) continue;
        if (fields[0].starts_with(kName)) {
            is_known = fields[0] == kHead;
            by_number.clear();
        } else if (is_known && fields[0] == "told") {
            manifest.take_told(fields, by_number);
        } else if (is_known && fields[0] == "made") {
            manifest.take_record(fields, by_number);
        }
    }
    return manifest;
}

Record Manifest::whole(const Stored& stored) {
    Record record = stored.record;
    for (const auto* told : stored.texts) record.texts.push_back(*told);
    for (const auto* told : stored.others) record.others.push_back(*told);
    return record;
}

std::optional<Record> Manifest::find(const std::string& name) const {
    const auto at = records_.find(name);
    if (at == records_.end()) return std::nullopt;
    return whole(at->second);
}

std::vector<Record> Manifest::all() const {
    std::vector<Record> records;
    for (const auto& [name, stored] : records_) records.push_back(whole(stored));
    return records;
}

const Manifest::Stored& Manifest::store(const Record& record) {
    Stored stored;
    for (const auto& told : record.texts) stored.texts.push_back(&*told_.insert(told).first);
    for (const auto& told : record.others) stored.others.push_back(&*told_.insert(told).first);
    stored.record = record;
    stored.record.texts.clear();
    stored.record.others.clear();
    return records_.insert_or_assign(record.name, std::move(stored)).first->second;
}

std::string Manifest::lines_of(const Stored& stored, Numbers& numbers) {
    std::string lines;
    // Numbers hold from one head to the next. The line before may have been cut off.
    if (numbers.of.empty()) lines = '\n' + line_of({std::string(kHead)});
    for (const auto* list : {&stored.texts, &stored.others}) {
        for (const auto* told : *list) {
            const auto [at, is_new] = numbers.of.emplace(told, numbers.prefix + std::to_string(numbers.of.size()));
            if (is_new) lines += told_line(at->second, *told);
        }
    }
    const auto& record = stored.record;
    std::vector<std::string> fields{"made",
                                    record.name,
                                    hex(record.program),
                                    hex(record.order),
                                    hex(record.identity),
                                    record.holds_source ? "source" : "",
                                    std::to_string(record.warnings),
                                    list_of(stored.texts, numbers.of),
                                    list_of(stored.others, numbers.of)};
    for (const auto& output : record.outputs)
        for (auto field : {output.name, hex(output.hash), std::to_string(output.bytes), std::to_string(output.pages)})
            fields.push_back(std::move(field));
    return lines + line_of(fields);
}

std::string Manifest::put(const Record& record) { return lines_of(store(record), numbers_); }

void Manifest::merge(const Manifest& other) {
    for (const auto& record : other.all()) static_cast<void>(store(record));
}

std::string Manifest::text() const {
    std::string text;
    Numbers numbers{"a", {}};
    for (const auto& [name, stored] : records_) text += lines_of(stored, numbers);
    return text;
}

}  // namespace zheye::project
