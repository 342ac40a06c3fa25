// Objects → the bytes of a PDF file: streams first, everything else packed into object streams (PDF 32000-1,
// 7.5.7), then the cross-reference stream (7.5.8). Must not know what the objects are for.
#include "pdf/serialize.h"

#include "base/hash.h"
#include "pdf/deflate.h"
#include "pdf/syntax.h"

#include <array>
#include <cassert>
#include <cstdint>
#include <deque>
#include <vector>

namespace zheye::pdf {

namespace {

/// Readers unpack a whole object stream to get one object; deflate wants many together.
constexpr int kObjectsPerStream = 200;

/// A row of the cross-reference stream: type, then offset (1) or number of the object stream (2), then index in it.
struct Row {
    std::uint8_t type = 0;
    std::uint32_t place = 0;
    std::uint16_t index = 0;
};
constexpr std::size_t kRowBytes = 7;

struct ObjectStream {
    std::string index, objects, packed;
    int count = 0;
    std::size_t first = 0;
    void add(std::uint32_t number, const Objects& from) {
        append_number(index, number);
        index += ' ';
        append_number(index, static_cast<double>(objects.size()));
        index += ' ';
        from.print(number, objects);
        objects += '\n';
        ++count;
    }
};

class File {
public:
    File(Objects& objects, std::string_view version, bool compress)
        : objects_(objects), version_(version), compress_(compress), rows_(objects.count() + 1) {
        rows_[0].index = 0xFFFF;
    }

    std::string write() {
        if (compress_) deflate_bodies();
        out_ = "%PDF-" + std::string(version_) + "\n%\xE2\xE3\xCF\xD3\n";
        for (std::uint32_t number = 1; number <= objects_.count(); ++number) {
            if (objects_.body(number).is_stream)
                write_stream(number);
            else
                pack(number);
        }
        write_object_streams();
        write_cross_references();
        return std::move(out_);
    }

private:
    void deflate_bodies() {
        std::vector<std::string*> wanted;
        for (std::uint32_t number = 1; number <= objects_.count(); ++number) {
            auto& body = objects_.body(number);
            if (!body.is_stream || !body.deflate || body.own.empty()) continue;
            wanted.push_back(&body.own);
            body.deflated = true;
        }
        deflate_all(wanted);
    }

    void begin(std::uint32_t number) {
        rows_[number] = {1, static_cast<std::uint32_t>(out_.size()), 0};
        append_number(out_, number);
        out_ += " 0 obj\n";
    }

    void put_stream(std::string_view bytes) {
        out_ += "stream\n";
        out_ += bytes;
        out_ += "\nendstream\nendobj\n";
    }

    void write_stream(std::uint32_t number) {
        const auto& body = objects_.body(number);
        begin(number);
        std::string extra = "/Length " + std::to_string(body.bytes().size());
        if (body.deflated) extra += "/Filter/FlateDecode";
        objects_.print(number, out_);
        assert(out_.ends_with(">>"));
        out_.insert(out_.size() - 2, extra);
        put_stream(body.bytes());
    }

    void pack(std::uint32_t number) {
        if (packs_.empty() || packs_.back().count == kObjectsPerStream) packs_.emplace_back();
        // The number of the object stream is known once all objects are counted: they come after the last.
        rows_[number] = {2, objects_.count() + static_cast<std::uint32_t>(packs_.size()),
                         static_cast<std::uint16_t>(packs_.back().count)};
        packs_.back().add(number, objects_);
    }

    void write_object_streams() {
        std::vector<std::string*> wanted;
        for (auto& pack : packs_) {
            pack.first = pack.index.size();
            pack.packed = std::move(pack.index) + pack.objects;
            wanted.push_back(&pack.packed);
        }
        if (compress_) deflate_all(wanted);
        for (const auto& pack : packs_) {
            rows_.emplace_back();
            begin(static_cast<std::uint32_t>(rows_.size() - 1));
            out_ += "<</Type/ObjStm/N " + std::to_string(pack.count) + "/First " + std::to_string(pack.first) +
                    "/Length " + std::to_string(pack.packed.size()) + (compress_ ? "/Filter/FlateDecode" : "") + ">>";
            put_stream(pack.packed);
        }
    }

    /// The rows as bytes, each after the first as the difference to the one above (PNG predictor "up"), which deflates
    /// to a fraction.
    [[nodiscard]] std::string row_bytes() const {
        std::string bytes;
        std::array<std::uint8_t, kRowBytes> above{};
        for (const auto& row : rows_) {
            const std::array<std::uint8_t, kRowBytes> here = {row.type,
                                                              static_cast<std::uint8_t>(row.place >> 24),
                                                              static_cast<std::uint8_t>(row.place >> 16),
                                                              static_cast<std::uint8_t>(row.place >> 8),
                                                              static_cast<std::uint8_t>(row.place),
                                                              static_cast<std::uint8_t>(row.index >> 8),
                                                              static_cast<std::uint8_t>(row.index)};
            if (compress_) bytes += '\2';
            for (std::size_t i = 0; i < kRowBytes; ++i)
                bytes += static_cast<char>(compress_ ? here[i] - above[i] : here[i]);
            above = here;
        }
        return bytes;
    }

    void write_cross_references() {
        const auto hash = hash128(out_);
        const std::string_view id(reinterpret_cast<const char*>(hash.data()), hash.size());
        objects_.trailer().array("ID").bytes(id).bytes(id);

        const auto start = out_.size();
        rows_.emplace_back();
        begin(static_cast<std::uint32_t>(rows_.size() - 1));
        std::string bytes = row_bytes();
        if (compress_) deflate_all({&bytes});
        objects_.print_trailer(out_);
        assert(out_.ends_with(">>"));
        out_.resize(out_.size() - 2);
        out_ += "/Type/XRef/W[1 4 2]/Size " + std::to_string(rows_.size()) + "/Length " + std::to_string(bytes.size());
        if (compress_) out_ += "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>";
        out_ += ">>";
        put_stream(bytes);
        out_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    }

    Objects& objects_;
    std::string_view version_;
    bool compress_;
    std::vector<Row> rows_;
    std::deque<ObjectStream> packs_;
    std::string out_;
};

}  // namespace

std::string serialize(Objects& objects, std::string_view version, bool compress) {
    if (objects.failed()) return {};
    auto file = File(objects, version, compress).write();
    if (objects.failed()) file.clear();
    return file;
}

}  // namespace zheye::pdf
