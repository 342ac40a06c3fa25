// The few words that layout itself puts on a page, by language.
#pragma once

#include <string>
#include <string_view>

namespace zheye::layout {

struct Words {
    std::string contents, continued, picture_to_come, author, publisher, date, number, list_end, note, back;
    std::string address, phone, mail, hours, site, qr;
    std::string after_caption;  ///< of a table that goes on, behind its caption: “　续表”, " (continued)"
    std::string label_end;      ///< between a label and what it stands before
    std::string colon;
    std::string item_gap;                     ///< between the parts of an imprint in one line
    std::string numeral_end;                  ///< between a chapter's numeral and its title
    std::string notes;                        ///< over lines to write on
    std::string compiler, print_run, permit;  ///< of the imprint
    std::string goes_on;                      ///< after a name that is said again where its rows go on
};

/// `language` is a BCP 47 tag; what is neither Chinese, Japanese nor Korean gets English.
[[nodiscard]] Words words_for(std::string_view language);
/// 1 → 壹 (formal), 一 (plain) or 1 (arabic). Past 99, and in languages other than Chinese, always arabic.
[[nodiscard]] std::string numeral(int number, std::string_view kind, std::string_view language);
/// 2019-07-31 → 2019年7月31日, 2019년 7월 31일 or 31 July 2019; parts that are not given are left out.
[[nodiscard]] std::string date_in_words(const std::string& date, std::string_view language);

}  // namespace zheye::layout
