#include "layout/words.h"

#include "text/language.h"

#include <array>
#include <cstdlib>

namespace zheye::layout {

namespace {

constexpr std::array<std::string_view, 11> kFormal = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"};
constexpr std::array<std::string_view, 11> kFormalTraditional = {"零", "壹", "貳", "參", "肆", "伍",
                                                                 "陸", "柒", "捌", "玖", "拾"};
constexpr std::array<std::string_view, 11> kPlain = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::array<std::string_view, 13> kMonths = {"",        "January",  "February", "March",  "April",
                                                      "May",     "June",     "July",     "August", "September",
                                                      "October", "November", "December"};

bool is_chinese(std::string_view language) { return language.starts_with("zh") && text::is_han_language(language); }

std::string han_number(int n, const std::array<std::string_view, 11>& digits) {
    std::string text;
    if (n >= 20) text += digits[static_cast<std::size_t>(n / 10)];
    if (n >= 10) text += digits[10];
    if (n % 10 != 0) text += digits[static_cast<std::size_t>(n % 10)];
    return text;
}

}  // namespace

Words words_for(std::string_view language) {
    if (text::is_traditional_chinese(language))
        return {"目錄",     "續表", "圖片待供", "編寫", "出版",     "日期", "編號",     "、",     "腳註",
                "回到正文", "地址", "電話",     "郵箱", "時間",     "網址", "QR碼",     "　續表", "　",
                "：",       "　　", "　",       "筆記", "編印單位", "印數", "准印證號", "（續）"};
    if (is_chinese(language))
        return {"目录",     "续表", "图片待供", "编写", "出版",     "日期", "编号",     "、",     "脚注",
                "回到正文", "地址", "电话",     "邮箱", "时间",     "网址", "二维码",   "　续表", "　",
                "：",       "　　", "　",       "笔记", "编印单位", "印数", "准印证号", "（续）"};
    if (text::is_japanese(language))
        return {"目次",       "続き", "写真準備中", "執筆",   "発行", "発行日",   "番号",         "、",      "脚注",
                "本文へ戻る", "住所", "電話",       "メール", "時間", "サイト",   "QRコード",     "　続き",  "　",
                "：",         "　　", "　",         "メモ",   "編集", "発行部数", "印刷許可番号", "（続き）"};
    if (text::is_korean(language))
        return {"차례",           "이어짐",   "사진 준비 중", "글",   "펴낸 곳", "펴낸 날", "번호",    ", ",
                "각주",           "본문으로", "주소",         "전화", "이메일",  "시간",    "누리집",  "QR 코드",
                " (이어짐)",      ": ",       ": ",           "; ",   ". ",      "메모",    "엮은 곳", "발행 부수",
                "인쇄 허가 번호", " (이어짐)"};
    return {"Contents", "continued",   "Picture to come",  "Text",       "Published by", "Date", "No.",
            ", ",       "Note",        "Back to the text", "Address",    "Telephone",    "Mail", "Hours",
            "Site",     "QR code",     " (continued)",     ": ",         ": ",           "; ",   ". ",
            "Notes",    "Compiled by", "Print run",        "Permit No.", " (continued)"};
}

std::string numeral(int number, std::string_view kind, std::string_view language) {
    if (kind == "none") return {};
    if (kind == "arabic" || !is_chinese(language) || number < 1 || number > 99) return std::to_string(number);
    if (kind != "formal") return han_number(number, kPlain);
    return han_number(number, text::is_traditional_chinese(language) ? kFormalTraditional : kFormal);
}

std::string date_in_words(const std::string& date, std::string_view language) {
    if (date.size() < 4) return date;
    const std::string year = date.substr(0, 4);
    const int month = date.size() >= 7 ? std::atoi(date.c_str() + 5) : 0;
    const int day = date.size() >= 10 ? std::atoi(date.c_str() + 8) : 0;
    if (text::is_korean(language))
        return year + "년" + (month ? " " + std::to_string(month) + "월" : "") +
               (day ? " " + std::to_string(day) + "일" : "");
    if (is_chinese(language) || text::is_japanese(language))
        return year + "年" + (month ? std::to_string(month) + "月" : "") + (day ? std::to_string(day) + "日" : "");
    std::string text = day ? std::to_string(day) + " " : "";
    if (month >= 1 && month <= 12) text += std::string(kMonths[static_cast<std::size_t>(month)]) + " ";
    return text + year;
}

}  // namespace zheye::layout
