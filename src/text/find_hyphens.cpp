// Where a word may be parted with a hyphen, and what that hyphen is. Must not know lines.
#include "text/find_hyphens.h"

#include "base/utf8.h"
#include "text/language.h"

#include <hb.h>
#include <unicode/uchar.h>

namespace zheye::text {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

bool is_letter(const Cluster& c) { return c.cls == CharClass::latin; }
bool is_upper(char32_t code) { return u_isupper(static_cast<UChar32>(code)); }

/// All capitals, and capitals inside: an acronym or a name that its owner writes so.
bool has_inner_capitals(std::u32string_view word) { return std::any_of(word.begin() + 1, word.end(), is_upper); }

class HyphenFinder {
public:
    HyphenFinder(Paragraph::Impl& p, const font::FontBook& book, const Hyphenator* hyphenator)
        : p_(p), book_(book), hyphenator_(hyphenator) {}

    void run() {
        const auto count = p_.clusters.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (!is_letter(p_.clusters[i])) continue;
            std::size_t end = i;
            bool soft = false;
            for (; end < count && (is_letter(p_.clusters[end]) || p_.clusters[end].code == kSoftHyphen); ++end)
                soft = soft || p_.clusters[end].code == kSoftHyphen;
            if (soft)
                open_soft(i, end);
            else if (hyphenator_ != nullptr && p_.on(Rule::B4) && is_plain_word(i, end))
                open_by_patterns(i, end);
            i = end;
        }
    }

private:
    /// What the writer marked; patterns have nothing to add there.
    void open_soft(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin + 1; i + 1 < end; ++i)
            if (p_.clusters[i].code == kSoftHyphen && is_letter(p_.clusters[i + 1])) open(i + 1);
    }

    void open_by_patterns(std::size_t begin, std::size_t end) {
        std::u32string word;
        std::vector<std::size_t> at;  // the cluster that begins with each character
        for (std::size_t i = begin; i < end; ++i) {
            const Cluster& c = p_.clusters[i];
            word += utf8::to_utf32(std::string_view(p_.text).substr(c.begin, c.end - c.begin));
            at.push_back(i);
            at.resize(word.size(), begin);
        }
        if (has_inner_capitals(word)) return;
        for (const auto point : hyphenator_->points(p_.runs[p_.clusters[begin].run].style.language, word))
            if (at[point] != begin) open(at[point]);
    }

    void open(std::size_t i) {
        Cluster& c = p_.clusters[i];
        c.hyphen = hyphen_after(p_.clusters[i - 1]);
        if (c.hyphen == 0) return;
        c.unit = false;
        c.break_before = Break::hyphen;
    }

    /// In a language that patterns serve, and no part of an address, a number or a compound with hyphens of its own.
    bool is_plain_word(std::size_t begin, std::size_t end) const {
        const std::string& language = p_.runs[p_.clusters[begin].run].style.language;
        if (is_han_language(language) || is_korean(language)) return false;
        for (std::size_t i = begin; i < end; ++i) {
            const Cluster& c = p_.clusters[i];
            if (c.run != p_.clusters[begin].run && p_.runs[c.run].style.language != language) return false;
            if (i > begin && c.break_before != Break::none) return false;
        }
        if (begin > 0 && (binds(p_.clusters[begin - 1]) || p_.clusters[begin - 1].cls == CharClass::narrow_stop))
            return false;
        if (end == p_.clusters.size()) return true;
        const bool dotted = end + 1 < p_.clusters.size() && p_.clusters[end].cls == CharClass::narrow_stop &&
                            (is_letter(p_.clusters[end + 1]) || binds(p_.clusters[end + 1]));
        return !dotted && !binds(p_.clusters[end]);
    }

    static bool binds(const Cluster& c) {
        const bool quote = c.code == U'"' || c.code == U'\'';
        return c.cls == CharClass::digit || c.cls == CharClass::solidus ||
               (c.cls == CharClass::narrow_symbol && !quote);
    }

    /// The hyphen in the look of the cluster before it, as an index into Impl::hyphens; 0 if its face has none.
    std::uint16_t hyphen_after(const Cluster& c) {
        const font::Face& face = book_.face(c.face);
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(face.hb_font, U'-', &glyph) &&
            !hb_font_get_nominal_glyph(face.hb_font, 0x2010, &glyph))
            return 0;
        const double scale = c.size / face.metrics.units_per_em;
        const Hyphen hyphen{glyph, hb_font_get_glyph_h_advance(face.hb_font, glyph) * scale};
        if (p_.hyphens.empty()) p_.hyphens.push_back({});
        for (std::size_t i = 1; i < p_.hyphens.size(); ++i)
            if (p_.hyphens[i] == hyphen) return static_cast<std::uint16_t>(i);
        p_.hyphens.push_back(hyphen);
        return static_cast<std::uint16_t>(p_.hyphens.size() - 1);
    }

    Paragraph::Impl& p_;
    const font::FontBook& book_;
    const Hyphenator* hyphenator_;
};

}  // namespace

void find_hyphens(Paragraph::Impl& p, const font::FontBook& book, const Hyphenator* hyphenator) {
    HyphenFinder(p, book, hyphenator).run();
}

}  // namespace zheye::text
