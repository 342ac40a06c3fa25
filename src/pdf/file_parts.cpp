#include "pdf/file_parts.h"

#include "pdf/syntax.h"

#include <array>
#include <cassert>
#include <vector>

namespace zheye::pdf {

std::string header(std::string_view version) { return "%PDF-" + std::string(version) + "\n%\xE2\xE3\xCF\xD3\n"; }

std::string row_bytes(std::span<const CrossReference> rows, bool predicted) {
    constexpr std::size_t kBytes = 7;
    std::string bytes;
    std::array<std::uint8_t, kBytes> above{};
    for (const auto& row : rows) {
        const std::array<std::uint8_t, kBytes> here = {row.type,
                                                       static_cast<std::uint8_t>(row.place >> 24),
                                                       static_cast<std::uint8_t>(row.place >> 16),
                                                       static_cast<std::uint8_t>(row.place >> 8),
                                                       static_cast<std::uint8_t>(row.place),
                                                       static_cast<std::uint8_t>(row.index >> 8),
                                                       static_cast<std::uint8_t>(row.index)};
        if (predicted) bytes += '\2';
        for (std::size_t i = 0; i < kBytes; ++i) bytes += static_cast<char>(predicted ? here[i] - above[i] : here[i]);
        above = here;
    }
    return bytes;
}

std::string& ObjectStream::add(std::uint32_t number) {
    if (count_ > 0) objects_ += '\n';
    append_whole(index_, number);
    index_ += ' ';
    append_whole(index_, objects_.size());
    index_ += ' ';
    ++count_;
    return objects_;
}

std::string ObjectStream::entries() const {
    return "/Type/ObjStm/N " + std::to_string(count_) + "/First " + std::to_string(index_.size());
}

void name_content(Objects& objects, const Hash128& content) {
    const std::string_view id(reinterpret_cast<const char*>(content.data()), content.size());
    objects.trailer().array("ID").bytes(id).bytes(id);
}

void deflate_bodies(Objects& objects, const Deflater& deflater) {
    if (!deflater.is_on()) return;
    std::vector<Deflater::Wanted> wanted;
    for (std::uint32_t number = 1; number <= objects.count(); ++number) {
        auto& body = objects.body(number);
        if (!body.is_stream || !body.deflate || body.own.empty()) continue;
        wanted.push_back({&body.own, body.key});
        body.deflated = true;
    }
    deflater.deflate(wanted);
}

void put_object(std::string& out, std::uint32_t number, std::string_view text) {
    append_number(out, number);
    out += " 0 obj\n";
    out += text;
    out += "\nendobj\n";
}

void put_stream(std::string& out, std::uint32_t number, std::string_view dictionary, std::string_view body,
                bool deflated) {
    assert(dictionary.ends_with(">>"));
    append_number(out, number);
    out += " 0 obj\n";
    out += dictionary.substr(0, dictionary.size() - 2);
    out += "/Length " + std::to_string(body.size());
    if (deflated) out += "/Filter/FlateDecode";
    out += ">>stream\n";
    out += body;
    out += "\nendstream\nendobj\n";
}

}  // namespace zheye::pdf
