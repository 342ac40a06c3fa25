// INDEXes and DICTs, of which a `CFF ` table consists (Adobe TN 5176, sections 4 and 5), read and written. What is read
// is checked against its end; must not know what the numbers mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::font {

/// `size` bytes, big-endian.
[[nodiscard]] std::optional<std::uint32_t> cff_number(std::string_view bytes, std::size_t at, unsigned size);
void append_cff_number(std::string& to, std::uint32_t, unsigned size);

/// Views into the table.
class CffIndex {
public:
    [[nodiscard]] static std::optional<CffIndex> read(std::string_view cff, std::size_t at);
    [[nodiscard]] std::size_t size() const { return count_; }
    /// Nothing beyond the last, and where its offsets lead elsewhere.
    [[nodiscard]] std::optional<std::string_view> operator[](std::size_t) const;
    /// The byte of the table behind it.
    [[nodiscard]] std::size_t end() const { return end_; }

private:
    std::string_view offsets_, data_;
    std::size_t count_ = 0, end_ = 0;
    unsigned offset_size_ = 1;
};
void append_cff_index(std::string& to, const std::vector<std::string_view>& objects);

struct CffEntry {
    unsigned op = 0;                                       ///< 0x0C00 more if it is escaped
    std::vector<std::optional<std::uint32_t>> operands{};  ///< of whole numbers that are not negative, their values
    std::string_view bytes{};                              ///< all of it
};
/// Until its end, or what cannot be read.
[[nodiscard]] std::vector<CffEntry> read_cff_dict(std::string_view);

/// An operand of five bytes, whatever its value: places of what follows can be written before they are known.
void append_cff_operand(std::string& to, std::uint32_t);
void append_cff_operator(std::string& to, unsigned op);

namespace cff {
inline constexpr unsigned kCharset = 15, kCharStrings = 17, kPrivate = 18, kSubrs = 19, kFontBBox = 5;
inline constexpr unsigned kFontMatrix = 0x0C07, kRos = 0x0C1E, kCidCount = 0x0C22, kFdArray = 0x0C24,
                          kFdSelect = 0x0C25;
}  // namespace cff

}  // namespace zheye::font
