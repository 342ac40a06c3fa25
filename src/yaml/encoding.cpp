// Tells UTF-8 from what Windows editors also write: UTF-8 with a mark, UTF-16, GBK.
#include "yaml/encoding.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace zheye::yaml {

namespace {

using diag::Message;
using diag::Span;

/// Larger than any brochure by far; keeps places within 32 bits.
constexpr std::size_t kLargestFile = 64U << 20;

const Message kSaveAsUtf8{"用编辑器的“另存为”，编码选UTF-8", "save the file again with the encoding UTF-8"};

bool is_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    // Without a mark: markup is ASCII, so half of the first bytes are zero.
    const auto head = bytes.substr(0, 64);
    return head.size() >= 4 && static_cast<std::size_t>(std::ranges::count(head, '\0')) * 4 >= head.size();
}

/// The text up to the end of the bad line, with everything broken shown as U+FFFD.
std::string mended(std::string_view bytes, std::size_t bad) {
    const auto head = bytes.substr(0, bytes.find('\n', bad));
    return utf8::from_utf32(utf8::to_utf32(head));
}

std::optional<std::size_t> find_control(std::string_view text) {
    static constexpr std::array<bool, 256> kControl = [] {
        std::array<bool, 256> table{};
        for (int byte = 0; byte < 0x20; ++byte) table[static_cast<std::size_t>(byte)] = true;
        table['\t'] = table['\n'] = table['\r'] = false;
        table[0x7F] = true;
        return table;
    }();
    const auto at = std::ranges::find_if(text, [](char c) { return kControl[static_cast<unsigned char>(c)]; });
    if (at == text.end()) return std::nullopt;
    return static_cast<std::size_t>(at - text.begin());
}

Span span_at(std::uint32_t source, std::size_t at, std::size_t length) {
    return {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
}

void report_not_utf8(const std::string& path, std::string_view bytes, std::size_t bad, diag::Sources& sources,
                     diag::Diagnostics& diagnostics) {
    const auto source = sources.add(path, Blob(mended(bytes, bad)));
    const auto span = span_at(source, bad, 3);  // U+FFFD
    if (utf8::looks_like_gbk(bytes)) {
        diagnostics.error("not-utf8", span, {"文件是GBK编码，需要UTF-8", "the file is in GBK, UTF-8 is needed"},
                          {kSaveAsUtf8});
    } else {
        diagnostics.error("not-utf8", span, {"从这里起不是UTF-8文字", "from here on the file is not UTF-8 text"},
                          {kSaveAsUtf8});
    }
}

}  // namespace

diag::Result<std::uint32_t> add_source(const std::string& path, Blob blob, diag::Sources& sources,
                                       diag::Diagnostics& diagnostics) {
    auto bytes = blob.bytes();
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.size() > kLargestFile) {
        diagnostics.error("file-too-large", span_at(sources.add(path, Blob()), 0, 0),
                          {"文件超过64MB", "the file is larger than 64 MB"});
        return std::unexpected(diag::Failed{});
    }
    if (is_utf16(bytes)) {
        diagnostics.error("not-utf8", span_at(sources.add(path, Blob()), 0, 0),
                          {"文件是UTF-16编码，需要UTF-8", "the file is in UTF-16, UTF-8 is needed"}, {kSaveAsUtf8});
        return std::unexpected(diag::Failed{});
    }
    if (const auto bad = utf8::find_invalid(bytes)) {
        report_not_utf8(path, bytes, *bad, sources, diagnostics);
        return std::unexpected(diag::Failed{});
    }
    const auto source = sources.add(path, Blob(std::make_shared<const Blob>(std::move(blob)), bytes));
    if (const auto control = find_control(bytes)) {
        diagnostics.error("control-character", span_at(source, *control, 1),
                          {"这里有一个看不见的控制字符，不能用在文字里", "an invisible control character stands here"},
                          {{"把它删去", "delete it"}});
        return std::unexpected(diag::Failed{});
    }
    return source;
}

}  // namespace zheye::yaml
