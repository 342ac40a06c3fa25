// Where a line may end: UAX #14 corrected by the table of classes (B1–B4). Must not know widths.
#include "text/find_breaks.h"

#include "text/boundaries.h"

#include <cassert>
#include <optional>

namespace zheye::text {
namespace {

/// No-break spaces, word joiners; and the soft hyphen, which find_hyphens() sees to.
bool joins(const Cluster& c) {
    return c.cls == CharClass::no_break_space || c.code == 0x2060 || c.code == 0xFEFF || c.code == 0xAD;
}

/// Covered by plain_break(): what nearly every Chinese paragraph is made of. Kana, hangul and rare scripts are not.
bool is_plain(const Cluster& c) {
    switch (c.cls) {
        case CharClass::han:
            return (c.code >= 0x4E00 && c.code <= 0x9FFF) || (c.code >= 0x3400 && c.code <= 0x4DBF) || c.code == U'〇';
        case CharClass::latin:
            return c.code < 0x80;
        case CharClass::digit:
            return c.code < 0x80;
        case CharClass::suffix:
            return c.code == U'%';
        case CharClass::space:
            return c.code == U' ';
        default:
            return is_wide_mark(c.cls);
    }
}

/// UAX #14 for two plain characters of which neither is a wide mark (those the table decides).
bool plain_break(const Cluster& before, const Cluster& next) {
    if (is_space(next.cls)) return false;
    if (is_space(before.cls)) return true;
    return before.cls == CharClass::han || next.cls == CharClass::han;
}

bool is_url_character(const Cluster& c) { return c.code > 0x20 && c.code < 0x7F; }

class BreakFinder {
public:
    BreakFinder(Paragraph::Impl& p, BreakSource source) : p_(p), icu_(wanted(p, source)) {}

    void run() {
        auto& clusters = p_.clusters;
        std::size_t content = 0;  // the last cluster before i that is not a space
        for (std::size_t i = 1; i < clusters.size(); ++i) {
            if (!is_space(clusters[i - 1].cls)) content = i - 1;
            clusters[i].break_before = at(i, content);
        }
        open_urls();
    }

private:
    static std::vector<bool> wanted(const Paragraph::Impl& p, BreakSource source) {
        if (source == BreakSource::automatic && is_covered_by_plain_rules(p)) return {};
        return boundaries(p.text, Boundary::line);
    }

    Break at(std::size_t i, std::size_t content) const {
        const Cluster &before = p_.clusters[i - 1], &next = p_.clusters[i];
        if (before.cls == CharClass::line_break) return Break::mandatory;
        if (next.unit || is_space(next.cls)) return Break::none;
        if (const auto decided = by_rule(p_.clusters[content], before, next)) {
            return *decided ? Break::allowed : Break::none;
        }
        const bool allowed = icu_.empty() ? plain_break(before, next) : icu_[next.begin];
        return allowed ? Break::allowed : Break::none;
    }

    /// What the table says; spaces between two marks do not lift a prohibition (`content` is what stands before them).
    std::optional<bool> by_rule(const Cluster& content, const Cluster& before, const Cluster& next) const {
        const Prohibition level = this->level();
        if (p_.on(Rule::B1) && is_prohibited_at_start(next.cls, level)) return false;
        if (p_.on(Rule::B2) && is_prohibited_at_end(content.cls, level)) return false;
        const bool currency = content.cls == CharClass::prefix && next.cls == CharClass::digit;
        if (currency && !p_.on(Rule::B2)) return true;  // UAX #14 says the same as B2
        if (currency && level != Prohibition::none) return false;
        if (level >= Prohibition::gb && (next.code == U'/' || content.code == U'/')) return false;  // B3, in Latin too
        if (joins(before) || joins(next)) return false;
        if (is_space(before.cls)) return true;
        if (is_wide_mark(before.cls) || is_wide_mark(next.cls)) return next.cls != CharClass::ignorable;
        const bool digits = before.cls == CharClass::digit && next.cls == CharClass::digit;
        if (digits && !p_.on(Rule::B4)) return true;
        return std::nullopt;
    }

    Prohibition level() const {
        return p_.on(Rule::B3) ? p_.style.prohibition : std::min(p_.style.prohibition, Prohibition::basic);
    }

    /// A web or mail address may be parted after / . - _ ? & = @, at a price, without a hyphen.
    void open_urls() {
        auto& clusters = p_.clusters;
        for (std::size_t i = 0; i < clusters.size();) {
            std::size_t end = i;
            while (end < clusters.size() && is_url_character(clusters[end])) ++end;
            if (end - i > 4 && is_url(i, end)) open_url(i, end);
            i = std::max(end, i + 1);
        }
    }

    bool is_url(std::size_t begin, std::size_t end) const {
        const std::string_view word = std::string_view(p_.text).substr(
            p_.clusters[begin].begin, p_.clusters[end - 1].end - p_.clusters[begin].begin);
        return word.find("://") != word.npos || word.find("www.") != word.npos || word.find('@') != word.npos;
    }

    void open_url(std::size_t begin, std::size_t end) {
        constexpr std::u32string_view kParts = U"/.-_?&=@#";
        for (std::size_t i = begin + 1; i < end; ++i) {
            Cluster& c = p_.clusters[i];
            const bool after_part = kParts.find(p_.clusters[i - 1].code) != kParts.npos;
            const bool before_part = kParts.find(c.code) != kParts.npos || c.code == U':' || c.code == U',';
            const bool apart = after_part && !before_part && i - begin > 2 && end - i > 2;
            c.unit = c.unit && !apart;
            c.break_before = apart ? Break::inside_url : Break::none;
        }
    }

    Paragraph::Impl& p_;
    std::vector<bool> icu_;
};

}  // namespace

bool is_covered_by_plain_rules(const Paragraph::Impl& p) { return std::ranges::all_of(p.clusters, is_plain); }

void find_breaks(Paragraph::Impl& p, BreakSource source) { BreakFinder(p, source).run(); }

}  // namespace zheye::text
