// The parts of a file that any order of objects is made of: streams, object streams (PDF 32000-1, 7.5.7), the rows of a
// cross-reference stream (7.5.8). Must not know what the objects are for.
#pragma once

#include "pdf/deflate.h"
#include "pdf/haru.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace zheye::pdf {

/// The first two lines of a file. `version` as in 1.7.
[[nodiscard]] std::string header(std::string_view version);

/// A row of the cross-reference stream: type, then offset (1) or number of the object stream (2), then index in it.
struct CrossReference {
    std::uint8_t type = 0;
    std::uint32_t place = 0;
    std::uint16_t index = 0;
};
/// The row of object 0, which no file has.
inline constexpr CrossReference kNoObject{0, 0, 0xFFFF};
inline constexpr std::string_view kRowWidths = "[1 4 2]";

/// As bytes; `predicted`: each as the difference to the one above (PNG predictor "up"), which deflates to a fraction.
[[nodiscard]] std::string row_bytes(std::span<const CrossReference>, bool predicted);
inline constexpr std::string_view kRowPredictor = "/DecodeParms<</Predictor 12/Columns 7>>";

/// Objects that lie in a stream together.
class ObjectStream {
public:
    /// Readers unpack a whole stream to get one object; deflate wants many together.
    static constexpr int kMost = 4000;
    /// Where the text of this object is to be appended.
    [[nodiscard]] std::string& add(std::uint32_t number);
    [[nodiscard]] int count() const { return count_; }
    /// The entries of its dictionary but for length and filter, and its body.
    [[nodiscard]] std::string entries() const;
    [[nodiscard]] std::string body() const { return index_ + objects_ + '\n'; }

private:
    std::string index_, objects_;
    int count_ = 0;
};

/// The trailer's ID: a name for the content, which is its hash.
void name_content(Objects&, const Hash128& content);

/// All streams that want it, at once.
void deflate_bodies(Objects&, const Deflater&);

/// "12 0 obj … endobj": of a dictionary whose last two characters close it, and of the stream it describes.
void put_object(std::string& out, std::uint32_t number, std::string_view text);
void put_stream(std::string& out, std::uint32_t number, std::string_view dictionary, std::string_view body,
                bool deflated);

}  // namespace zheye::pdf
