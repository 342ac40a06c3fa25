// Content hashes: for the PDF's ID and for finding what changed. Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace zheye {

using Hash128 = std::array<std::uint8_t, 16>;
/// XXH3, 128 bits, in canonical byte order: the same on every machine.
[[nodiscard]] Hash128 hash128(std::string_view bytes);

/// A hash of many values: what differs in any of them differs in it. The same on machines of one kind only.
class Fingerprint {
public:
    Fingerprint() {
        constexpr std::size_t kUsual = 512;  // bytes: most need not grow then
        bytes_.reserve(kUsual);
    }
    Fingerprint& add(std::string_view text) {
        add(text.size());
        bytes_ += text;
        return *this;
    }
    template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number> Fingerprint& add(Number value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    Fingerprint& add(const Hash128& hash) {
        bytes_.append(reinterpret_cast<const char*>(hash.data()), hash.size());
        return *this;
    }
    /// Of values that are nothing but these numbers.
    Fingerprint& add(std::span<const double> numbers) {
        bytes_.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
        return *this;
    }
    [[nodiscard]] Hash128 hash() const { return hash128(bytes_); }

private:
    std::string bytes_;
};

}  // namespace zheye
