// Objects → the bytes of a PDF file: streams first, everything else packed into object streams, then the
// cross-reference stream. Must not know what the objects are for.
#include "pdf/serialize.h"

#include "base/hash.h"
#include "pdf/file_parts.h"

#include <cassert>
#include <cstdint>
#include <deque>
#include <vector>

namespace zheye::pdf {

namespace {

class File {
public:
    File(Objects& objects, std::string_view version, const Deflater& deflater)
        : objects_(objects), version_(version), deflater_(deflater), rows_(objects.count() + 1) {
        rows_[0] = kNoObject;
    }

    std::string write() {
        deflate_bodies(objects_, deflater_);
        out_ = header(version_);
        for (std::uint32_t number = 1; number <= objects_.count(); ++number) {
            std::string text;
            objects_.print(number, text);
            if (objects_.body(number).is_stream)
                write_stream(number, text);
            else
                pack(number, text);
        }
        write_object_streams();
        write_cross_references();
        return std::move(out_);
    }

private:
    void begin(std::uint32_t number) { rows_[number] = {1, static_cast<std::uint32_t>(out_.size()), 0}; }

    void write_stream(std::uint32_t number, const std::string& text) {
        const auto& body = objects_.body(number);
        begin(number);
        put_stream(out_, number, text, body.bytes(), body.deflated);
    }

    void pack(std::uint32_t number, const std::string& text) {
        if (packs_.empty() || packs_.back().count() == ObjectStream::kMost) packs_.emplace_back();
        // The number of the object stream is known once all objects are counted: they come after the last.
        rows_[number] = {2, objects_.count() + static_cast<std::uint32_t>(packs_.size()),
                         static_cast<std::uint16_t>(packs_.back().count())};
        packs_.back().add(number) += text;
    }

    void write_object_streams() {
        std::vector<std::string> bodies;
        for (const auto& pack : packs_) bodies.push_back(pack.body());
        std::vector<Deflater::Wanted> wanted;
        for (auto& body : bodies) wanted.push_back({&body});
        deflater_.deflate(wanted);
        for (std::size_t i = 0; i < packs_.size(); ++i) {
            rows_.emplace_back();
            const auto number = static_cast<std::uint32_t>(rows_.size() - 1);
            begin(number);
            put_stream(out_, number, "<<" + packs_[i].entries() + ">>", bodies[i], deflater_.is_on());
        }
    }

    void write_cross_references() {
        name_content(objects_, hash128(out_));
        const auto start = out_.size();
        rows_.emplace_back();
        const auto number = static_cast<std::uint32_t>(rows_.size() - 1);
        begin(number);
        std::string bytes = row_bytes(rows_, deflater_.is_on());
        deflater_.deflate({{&bytes}});
        std::string dictionary;
        objects_.print_trailer(dictionary);
        assert(dictionary.ends_with(">>"));
        dictionary.resize(dictionary.size() - 2);
        dictionary += "/Type/XRef/W" + std::string(kRowWidths) + "/Size " + std::to_string(rows_.size());
        if (deflater_.is_on()) dictionary += kRowPredictor;
        put_stream(out_, number, dictionary + ">>", bytes, deflater_.is_on());
        out_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    }

    Objects& objects_;
    std::string_view version_;
    const Deflater& deflater_;
    std::vector<CrossReference> rows_;
    std::deque<ObjectStream> packs_;
    std::string out_;
};

}  // namespace

std::string serialize(Objects& objects, std::string_view version, const Deflater& deflater) {
    if (objects.failed()) return {};
    auto file = File(objects, version, deflater).write();
    if (objects.failed()) file.clear();
    return file;
}

}  // namespace zheye::pdf
