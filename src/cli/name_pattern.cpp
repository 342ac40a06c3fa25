#include "cli/name_pattern.h"

#include "base/nearest.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace zheye::cli {

namespace {

struct Placeholder {
    std::string_view name, zh;
};
enum Which : std::size_t { kText, kName, kTitle, kForm, kProfile, kDate, kNumber, kLanguage };
constexpr std::array kPlaceholders = {Placeholder{"name", "名称"},    Placeholder{"title", "标题"},
                                      Placeholder{"form", "形式"},    Placeholder{"profile", "用途"},
                                      Placeholder{"date", "日期"},    Placeholder{"number", "编号"},
                                      Placeholder{"language", "语言"}};

constexpr std::size_t kLongest = 255;  // bytes of a name, on all file systems of today

/// What Windows and others do not have in a name, and what is as good.
constexpr std::array kOtherwise = {std::pair{'/', "／"}, std::pair{'\\', "＼"}, std::pair{':', "："},
                                   std::pair{'*', "＊"}, std::pair{'?', "？"},  std::pair{'"', "”"},
                                   std::pair{'<', "＜"}, std::pair{'>', "＞"},  std::pair{'|', "｜"}};

std::string as_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const auto other = std::ranges::find(kOtherwise, c, &std::pair<char, const char*>::first);
        if (other != kOtherwise.end())
            name += other->second;
        else
            name += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return name.starts_with('.') ? "_" + name : name;
}

std::vector<diag::Message> hint(const std::string& word) {
    std::vector<std::string> known;
    std::string zh, en;
    for (const auto& [name, chinese] : kPlaceholders) {
        known.emplace_back(name);
        known.emplace_back(chinese);
        zh += (zh.empty() ? "{" : "、{") + std::string(chinese) + "}";
        en += (en.empty() ? "{" : ", {") + std::string(name) + "}";
    }
    if (const auto near = nearest(word, known)) return {{"是不是 {" + *near + "}？", "did you mean {" + *near + "}?"}};
    return {{"可以用：" + zh, "there are: " + en}};
}

}  // namespace

bool is_pattern(std::string_view path) { return path.find('{') != std::string_view::npos; }

diag::Result<NamePattern> NamePattern::read(const std::string& text, diag::Sources& sources,
                                            diag::Diagnostics& diagnostics) {
    if (utf8::find_invalid(text)) {
        diagnostics.error("name-pattern", {}, {"-o 不是 UTF-8 的文字", "-o is not text in UTF-8"});
        return std::unexpected(diag::Failed{});
    }
    NamePattern pattern;
    const auto source = sources.add("-o", Blob(text));
    const auto span = [&](std::size_t begin, std::size_t end) {
        return diag::Span{source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    };
    pattern.span_ = span(0, text.size());
    bool good = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto open = std::min(text.find('{', at), text.size());
        if (open > at) pattern.parts_.push_back({text.substr(at, open - at)});
        if (open == text.size()) break;
        const auto close = text.find('}', open);
        if (close == std::string::npos) {
            diagnostics.error("name-pattern", span(open, open + 1), {"“{”后面缺“}”", "this '{' has no '}'"});
            return std::unexpected(diag::Failed{});
        }
        const auto word = text.substr(open + 1, close - open - 1);
        const auto found =
            std::ranges::find_if(kPlaceholders, [&](const auto& each) { return word == each.name || word == each.zh; });
        const auto which = static_cast<std::size_t>(found - kPlaceholders.begin()) + 1;
        if (found == kPlaceholders.end()) {
            diagnostics.error("name-pattern", span(open, close + 1),
                              {"文件名里没有“{" + word + "}”", "a file name has no '{" + word + "}'"}, hint(word));
            good = false;
        } else {
            pattern.parts_.push_back({word, which, word == found->zh, span(open, close + 1)});
            pattern.names_profile_ |= which == kProfile;
        }
        at = close + 1;
    }
    if (!good) return std::unexpected(diag::Failed{});
    return pattern;
}

std::string NamePattern::value(const Part& part, const Output& output, const project::Imprint& imprint) const {
    switch (part.which) {
        case kName:
            return output.name;
        case kTitle:
            return imprint.title;
        case kForm:
            return part.in_chinese ? imprint.form_zh : imprint.form;
        case kProfile:
            return output.profile;
        case kDate:
            return imprint.date;
        case kNumber:
            return imprint.number;
        default:
            return imprint.language;
    }
}

diag::Result<std::string> NamePattern::fill(const Output& output, const project::Imprint& imprint,
                                            diag::Diagnostics& diagnostics) const {
    std::string path;
    for (const auto& part : parts_) {
        const auto filled = part.which == kText ? part.text : as_name(value(part, output, imprint));
        if (filled.empty()) {
            diagnostics.error("file-name", part.span,
                              {"文件名里要的{" + part.text + "}，内容里没有写",
                               "the content says no {" + part.text + "}, which the name of the file asks for"});
            return std::unexpected(diag::Failed{});
        }
        path += filled;
    }
    if (path.ends_with('/')) path += output.name;
    std::filesystem::path whole(path);
    auto ending = whole.extension().string();
    // A stop in a title or a date is none of an ending.
    if (ending != ".pdf" && ending != ".dump" && ending != ".svg") ending.clear();
    auto stem = whole.filename().string();
    stem.resize(stem.size() - ending.size());
    const auto name = stem + (names_profile_ ? "" : output.kind) + (ending.empty() ? output.ending : ending);
    if (name.size() > kLongest) {
        diagnostics.error("file-name", span_, {"文件名太长：" + name, "the name of the file is too long: " + name});
        return std::unexpected(diag::Failed{});
    }
    return (whole.parent_path() / name).string();
}

}  // namespace zheye::cli
