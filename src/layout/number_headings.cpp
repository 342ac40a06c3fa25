#include "layout/number_headings.h"

#include "layout/words.h"

namespace zheye::layout {

namespace {

using Numbering = theme::HeadingStyle::Numbering;

std::string number(int n, Numbering kind) {
    switch (kind) {
        case Numbering::none:
            return {};
        case Numbering::han:
            return numeral(n, "plain", "zh-Hans") + "、";
        case Numbering::bracketed_han:
            return "（" + numeral(n, "plain", "zh-Hans") + "）";
        case Numbering::arabic:
            return std::to_string(n) + ".";
        case Numbering::bracketed_arabic:
            return "（" + std::to_string(n) + "）";
    }
    return {};
}

class Counter {
public:
    explicit Counter(const theme::Theme& theme) : theme_(theme) {}

    void number_all(content::Blocks& blocks) {
        for (auto& block : blocks) {
            if (auto* across = std::get_if<content::Across>(&block.value)) number_all(across->content);
            if (auto* heading = std::get_if<content::Heading>(&block.value)) number_one(*heading);
        }
    }

private:
    void number_one(content::Heading& heading) {
        const bool main = heading.level == 1;
        int& count = main ? headings_ : subheadings_;
        ++count;
        if (main) subheadings_ = 0;
        const auto text = number(count, main ? theme_.heading.numbering : theme_.subheading.numbering);
        if (text.empty() || content::plain_text(heading.text).starts_with(text)) return;
        content::TextRun run;
        run.text = text;
        if (!heading.text.empty()) run.span = heading.text.front().span;
        heading.text.insert(heading.text.begin(), std::move(run));
    }

    const theme::Theme& theme_;
    int headings_ = 0, subheadings_ = 0;
};

}  // namespace

content::Document with_numbered_headings(content::Document document, const theme::Theme& theme) {
    for (auto& chapter : document.chapters) Counter(theme).number_all(chapter.content);
    return document;
}

}  // namespace zheye::layout
