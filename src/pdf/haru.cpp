// C++ values → libharu objects → PDF text. libharu's own writer is not used: streams here are deflated already and
// objects are packed by `serialize`. Must not know what the objects are for.
#include "pdf/haru.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <new>

namespace zheye::pdf {

/// What libharu's dictionary does not hold itself.
struct Objects::Tail {
    std::string entries;
    Body body;
};

namespace {

/// libharu's error state is sticky and silent, and some refusals do not even set it.
void check(HPDF_Error error, HPDF_STATUS status) {
    assert(status == HPDF_OK && "libharu refused an object");
    if (status != HPDF_OK && error->error_no == HPDF_NOERROR) error->error_no = status;
}

template <class T>
T* made(T* object) {
    if (!object) throw std::bad_alloc();
    return object;
}

/// libharu writes reals as float with five decimals; three are what a page needs and what a float can hold of it.
double rounded(double value) { return std::round(value * 1000) / 1000; }
bool is_whole(double value) { return value == std::trunc(value) && std::abs(value) < 1e9; }

HPDF_Binary binary(HPDF_MMgr memory, std::string_view bytes) {
    auto* data = reinterpret_cast<HPDF_BYTE*>(const_cast<char*>(bytes.data()));  // copied, not changed
    return made(HPDF_Binary_New(memory, data, static_cast<HPDF_UINT>(bytes.size())));
}

HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) noexcept {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
}

bool is_delimiter(char c) { return c == '<' || c == '>' || c == '[' || c == ']' || c == '/'; }
bool is_blank(char c) { return c == ' ' || c == '\n'; }

/// libharu gives every entry a line and every bracket a blank, which is a tenth of a page's object. All strings here
/// are hexadecimal, so that white space is between tokens and needed only where two would else be one.
void append_dense(std::string& to, std::string_view text) {
    assert(text.find_first_of("(%") == std::string_view::npos);
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_blank(text[at])) continue;
        const auto begin = at;
        while (at + 1 < text.size() && is_blank(text[at + 1])) ++at;
        const bool is_last = at + 1 == text.size(), is_first = begin == 0 && to.empty();
        const char before = begin > 0 ? text[begin - 1] : is_first ? '[' : to.back();
        const bool is_needed = !is_last && !is_delimiter(before) && !is_delimiter(text[at + 1]);
        if (is_needed && at == begin && text[at] == ' ') continue;
        to += text.substr(copied, begin - copied);
        if (is_needed) to += ' ';
        copied = at + 1;
    }
    to += text.substr(copied);
}

}  // namespace

void Ref::append_to(std::string& to) const {
    append_whole(to, number());
    to += " 0 R";
}

Array& Array::number(int value) { return check(array_->error, HPDF_Array_AddNumber(array_, value)), *this; }

Array& Array::real(double value) {
    value = rounded(value);
    if (is_whole(value)) return number(static_cast<int>(value));
    return check(array_->error, HPDF_Array_AddReal(array_, static_cast<float>(value))), *this;
}

Array& Array::name(const char* value) { return check(array_->error, HPDF_Array_AddName(array_, value)), *this; }

Array& Array::ref(Ref object) { return check(array_->error, HPDF_Array_Add(array_, object.object())), *this; }

Array& Array::bytes(std::string_view bytes) {
    return check(array_->error, HPDF_Array_Add(array_, binary(array_->mmgr, bytes))), *this;
}

Dict Array::dict() {
    const auto inner = made(HPDF_Dict_New(array_->mmgr));
    check(array_->error, HPDF_Array_Add(array_, inner));
    return Dict(inner);
}

Dict& Dict::name(const char* key, const char* value) {
    return check(dict_->error, HPDF_Dict_AddName(dict_, key, value)), *this;
}

Dict& Dict::number(const char* key, int value) {
    return check(dict_->error, HPDF_Dict_AddNumber(dict_, key, value)), *this;
}

Dict& Dict::real(const char* key, double value) {
    value = rounded(value);
    if (is_whole(value)) return number(key, static_cast<int>(value));
    return check(dict_->error, HPDF_Dict_AddReal(dict_, key, static_cast<float>(value))), *this;
}

Dict& Dict::boolean(const char* key, bool value) {
    return check(dict_->error, HPDF_Dict_AddBoolean(dict_, key, value ? HPDF_TRUE : HPDF_FALSE)), *this;
}

Dict& Dict::ref(const char* key, Ref object) {
    return check(dict_->error, HPDF_Dict_Add(dict_, key, object.object())), *this;
}

Dict& Dict::text(const char* key, std::string_view utf8) { return bytes(key, text_bytes(utf8)); }

Dict& Dict::bytes(const char* key, std::string_view bytes) {
    if (bytes.size() > HPDF_LIMIT_MAX_STRING_LEN && dict_->attr) {  // more than libharu holds in a string
        auto& entries = static_cast<Objects::Tail*>(dict_->attr)->entries;
        entries += std::string("/") + key + '<';
        append_hex(entries, bytes);
        entries += '>';
        return *this;
    }
    return check(dict_->error, HPDF_Dict_Add(dict_, key, binary(dict_->mmgr, bytes))), *this;
}

Dict Dict::dict(const char* key) {
    const auto inner = made(HPDF_Dict_New(dict_->mmgr));
    check(dict_->error, HPDF_Dict_Add(dict_, key, inner));
    return Dict(inner);
}

Array Dict::array(const char* key) {
    const auto inner = made(HPDF_Array_New(dict_->mmgr));
    check(dict_->error, HPDF_Dict_Add(dict_, key, inner));
    return Array(inner);
}

Objects::Objects() {
    HPDF_Error_Init(&error_, nullptr);
    memory_ = made(HPDF_MMgr_New(&error_, 0, nullptr, nullptr));
    xref_ = HPDF_Xref_New(memory_, 0);
    if (!xref_) {
        HPDF_MMgr_Free(memory_);
        throw std::bad_alloc();
    }
}

Objects::~Objects() {
    HPDF_Xref_Free(xref_);
    HPDF_MMgr_Free(memory_);
}

Dict Objects::add() {
    const auto dict = made(HPDF_Dict_New(memory_));
    check(&error_, HPDF_Xref_Add(xref_, dict));
    dict->attr = &tails_.emplace_back();
    dict->write_fn = [](HPDF_Dict self, HPDF_Stream stream) -> HPDF_STATUS {
        const auto& text = static_cast<const Tail*>(self->attr)->entries;
        if (text.empty()) return HPDF_OK;
        return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                                 static_cast<HPDF_UINT>(text.size()));
    };
    return Dict(dict);
}

Dict Objects::add_stream(std::string body, bool deflate, std::optional<Hash128> key) {
    Dict dict = add();
    tail(dict.ref()).body = {std::move(body), {}, deflate, false, true, key};
    return dict;
}

Dict Objects::add_stream(Blob body) {
    Dict dict = add();
    tail(dict.ref()).body = {{}, std::move(body), false, false, true, {}};
    return dict;
}

Objects::Tail& Objects::tail(Ref object) const { return *static_cast<Tail*>(object.object()->attr); }

void Objects::entries(Ref object, std::string text) { tail(object).entries += text; }

Body& Objects::body(std::uint32_t number) {
    return tail(Ref(static_cast<HPDF_Dict>(HPDF_Xref_GetEntry(xref_, number)->obj))).body;
}

void Objects::print(std::uint32_t number, std::string& to) const {
    const auto dict = static_cast<HPDF_Dict>(HPDF_Xref_GetEntry(xref_, number)->obj);
    if (dict->list->count > 0) return print_value(dict, to);
    // Elements and trees, which are most of a file, are text already.
    to += "<<";
    append_dense(to, tail(Ref(dict)).entries);
    to += ">>";
}

void Objects::print_trailer(std::string& to) const { print_value(xref_->trailer, to); }

void Objects::print_value(void* object, std::string& to) const {
    std::string text;
    HPDF_Stream_Rec stream{};
    stream.sig_bytes = HPDF_STREAM_SIG_BYTES;
    stream.type = HPDF_STREAM_CALLBACK;
    stream.mmgr = memory_;
    stream.error = &error_;
    stream.write_fn = append_to_string;
    stream.attr = &text;
    check(&error_, HPDF_Obj_WriteValue(object, &stream, nullptr));
    append_dense(to, text);
}

}  // namespace zheye::pdf
