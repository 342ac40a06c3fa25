#include "site/words.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace zheye::site {

namespace {

constexpr Words kZh{.lang = "zh-Hans",
                    .skip = "跳到正文",
                    .back = "全部画册",
                    .place = "位置",
                    .groups = "分组",
                    .download = "下载",
                    .open = "在浏览器里打开",
                    .files = "下载",
                    .contents = "目录",
                    .form = "形式",
                    .date = "日期",
                    .publisher = "出版",
                    .authors = "编者",
                    .checksum = "校验码",
                    .qr = "用手机扫一扫，打开本页",
                    .qr_alt = "本页网址的二维码",
                    .feed = "订阅更新",
                    .sums = "全部校验码",
                    .list_mark = "、"};
constexpr Words kEn{.lang = "en",
                    .skip = "Skip to the content",
                    .back = "All brochures",
                    .place = "Place",
                    .groups = "Groups",
                    .download = "Download",
                    .open = "Open in the browser",
                    .files = "Downloads",
                    .contents = "Contents",
                    .form = "Form",
                    .date = "Date",
                    .publisher = "Publisher",
                    .authors = "Editors",
                    .checksum = "Checksum",
                    .qr = "Scan to open this page on a phone",
                    .qr_alt = "QR code of this page's address",
                    .feed = "Feed",
                    .sums = "All checksums",
                    .list_mark = ", "};

struct Kind {
    std::string_view name, zh, en;
};
constexpr std::array kKinds{Kind{"screen", "屏幕阅读版", "For the screen"}, Kind{"print", "印刷版", "For the press"},
                            Kind{"booklet", "拼版（对折装订）", "Imposed, to be folded and stitched"},
                            Kind{"archive", "存档版", "For the archive"}};

constexpr std::array kForms{Kind{"booklet", "册子", "Booklet"}, Kind{"bifold", "对折页", "Folded once"},
                            Kind{"trifold", "三折页", "Folded twice"}, Kind{"poster", "海报", "Poster"}};

struct Date {
    int year = 0, month = 0, day = 0;  ///< 0: not given
};

std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + count, value);
    if (error != std::errc{} || end != text.data() + count) return std::nullopt;
    text.remove_prefix(count);
    return value;
}

std::optional<Date> parsed(std::string_view text) {
    Date date;
    const auto year = take_digits(text, 4);
    if (!year) return std::nullopt;
    date.year = *year;
    for (int* part : {&date.month, &date.day}) {
        if (text.empty()) return date;
        if (text.front() != '-') return std::nullopt;
        text.remove_prefix(1);
        const auto value = take_digits(text, 2);
        if (!value) return std::nullopt;
        *part = *value;
    }
    return text.empty() ? std::optional(date) : std::nullopt;
}

std::string english_month(int month) {
    constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
    return std::string(kMonths[static_cast<std::size_t>(std::clamp(month, 1, 12)) - 1]);
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~' || c == '/';
}

}  // namespace

const Words& words(Language language) { return language == Language::zh ? kZh : kEn; }

std::string in_address(std::string_view path) {
    std::string address;
    for (const char c : path)
        address += is_plain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return address;
}

std::string readable(std::string_view address) {
    std::string text;
    for (std::size_t at = 0; at < address.size(); ++at) {
        unsigned byte = 0;
        const char* const digits = address.data() + at + 1;
        const bool is_byte = address[at] == '%' && at + 2 < address.size() &&
                             std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2 && byte >= 0x80;
        text += is_byte ? static_cast<char>(byte) : address[at];
        if (is_byte) at += 2;
    }
    return text;
}

std::string way_up(std::string_view path) {
    std::string way;
    for (auto left = std::ranges::count(path, '/') + 1; left > 0; --left) way += "../";
    return way;
}

std::string size_words(std::size_t bytes) {
    constexpr double kKilo = 1024;
    const double kib = static_cast<double>(bytes) / kKilo;
    return kib < kKilo ? fmt::format("{:.0f} KB", std::max(kib, 1.0)) : fmt::format("{:.1f} MB", kib / kKilo);
}

std::string date_words(std::string_view text, Language language) {
    const auto date = parsed(text);
    if (!date) return std::string(text);
    if (language == Language::zh) {
        auto said = fmt::format("{}年", date->year);
        if (date->month > 0) said += fmt::format("{}月", date->month);
        if (date->day > 0) said += fmt::format("{}日", date->day);
        return said;
    }
    auto said = std::to_string(date->year);
    if (date->month > 0) said = english_month(date->month) + " " + said;
    if (date->day > 0) said = std::to_string(date->day) + " " + said;
    return said;
}

std::string moment(std::string_view text) {
    const auto date = parsed(text).value_or(Date{});
    return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", date.year, std::max(date.month, 1), std::max(date.day, 1));
}

std::string date_of(std::int64_t epoch) {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(epoch)));
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string date_of(const Brochure& brochure, const Site& site) {
    if (!brochure.card.date.empty()) return brochure.card.date;
    return site.epoch ? date_of(*site.epoch) : std::string{};
}

std::string pages_words(std::size_t pages, Language language) {
    if (language == Language::zh) return fmt::format("{} 页", pages);
    return fmt::format("{} page{}", pages, pages == 1 ? "" : "s");
}

std::string_view form_words(std::string_view form, Language language) {
    const auto known = std::ranges::find(kForms, form, &Kind::name);
    if (known == kForms.end()) return {};
    return language == Language::zh ? known->zh : known->en;
}

std::string kind_words(std::string_view profile, Language language) {
    const auto kind = std::ranges::find(kKinds, profile, &Kind::name);
    if (kind == kKinds.end()) return std::string(profile);
    return std::string(language == Language::zh ? kind->zh : kind->en);
}

}  // namespace zheye::site
