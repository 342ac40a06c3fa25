// libharu's object layer (dictionaries, arrays, cross-reference entries) behind RAII: values here own nothing,
// `Objects` owns everything. The only header that sees hpdf*.h. Must not know pages, fonts or what an object is for.
#pragma once

#include "base/file_system.h"
#include "base/hash.h"

#include <hpdf_objects.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace zheye::pdf {

/// An indirect object, to be pointed at from others: "12 0 R".
class Ref {
public:
    Ref() = default;
    explicit Ref(HPDF_Dict object) : object_(object) {}
    [[nodiscard]] std::uint32_t number() const { return object_->header.obj_id & 0x00FFFFFF; }
    [[nodiscard]] std::string text() const { return std::to_string(number()) + " 0 R"; }
    void append_to(std::string& to) const;  ///< text()
    [[nodiscard]] HPDF_Dict object() const { return object_; }
    [[nodiscard]] explicit operator bool() const { return object_ != nullptr; }

private:
    HPDF_Dict object_ = nullptr;
};

class Dict;

class Array {
public:
    explicit Array(HPDF_Array array) : array_(array) {}
    Array& number(int value);
    Array& real(double value);  ///< three decimals; at most 32,767
    Array& name(const char* value);
    Array& ref(Ref);
    Array& bytes(std::string_view);  ///< as a hexadecimal string
    Dict dict();

private:
    HPDF_Array array_;
};

/// Keys are given once, and a value at most once per key.
class Dict {
public:
    explicit Dict(HPDF_Dict dict) : dict_(dict) {}
    Dict& name(const char* key, const char* value);
    Dict& name(const char* key, const std::string& value) { return name(key, value.c_str()); }
    Dict& number(const char* key, int value);
    Dict& real(const char* key, double value);
    Dict& boolean(const char* key, bool value);
    Dict& ref(const char* key, Ref);
    Dict& text(const char* key, std::string_view utf8);    ///< a text string (PDF 32000-1, 7.9.2.2)
    Dict& bytes(const char* key, std::string_view bytes);  ///< a byte string, written hexadecimal
    Dict dict(const char* key);
    Array array(const char* key);
    [[nodiscard]] Ref ref() const { return Ref(dict_); }

private:
    HPDF_Dict dict_;
};

/// The body of a stream object.
struct Body {
    std::string own;
    Blob shared;             ///< instead of `own`, for bytes that are embedded as they are
    bool deflate = true;     ///< wanted
    bool deflated = false;   ///< done
    bool is_stream = false;  ///< else the object is a plain dictionary
    std::optional<Hash128> key{};
    [[nodiscard]] std::string_view bytes() const { return own.empty() ? shared.bytes() : std::string_view(own); }
};

/// All indirect objects of one document, in the order of their numbers (from 1).
class Objects {
public:
    Objects();
    ~Objects();
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;

    [[nodiscard]] Dict add();
    /// `key`: a hash of all that the body is made of, which is known without looking through it.
    [[nodiscard]] Dict add_stream(std::string body, bool deflate = true, std::optional<Hash128> key = {});
    [[nodiscard]] Dict add_stream(Blob body);
    /// Further entries of an indirect dictionary as PDF text: for what is many or deep (structure elements, number
    /// trees, width tables), where an object for every value would cost more than the value.
    void entries(Ref, std::string text);
    [[nodiscard]] Dict trailer() { return Dict(xref_->trailer); }

    [[nodiscard]] std::uint32_t count() const { return xref_->entries->count - 1; }
    /// The object `number` as PDF text, without its stream.
    void print(std::uint32_t number, std::string& to) const;
    void print_trailer(std::string& to) const;
    [[nodiscard]] Body& body(std::uint32_t number);
    /// Whether libharu refused anything so far; a document that failed must not be saved.
    [[nodiscard]] bool failed() const { return error_.error_no != HPDF_NOERROR; }

private:
    friend class Dict;
    struct Tail;
    [[nodiscard]] Tail& tail(Ref) const;
    void print_value(void* object, std::string& to) const;

    mutable HPDF_Error_Rec error_{};
    HPDF_MMgr memory_ = nullptr;
    HPDF_Xref xref_ = nullptr;
    std::deque<Tail> tails_;
};

}  // namespace zheye::pdf
