// Classified characters → faces and shaping runs. Must not know glyphs or widths.
#include "text/itemise.h"

#include "base/utf8.h"

#include <hb.h>
#include <unicode/uchar.h>

#include <cstdio>

namespace zheye::text {
namespace {

bool is_variation_selector(char32_t code) {
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

bool is_mark(char32_t code) {
    if (code < 0x300) return false;
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

/// Pictures, which no font for Chinese has; © and ™ they do have.
bool is_emoji(char32_t code) {
    return code >= 0x2600 && u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

/// Takes the face of the character before it: marks that combine with it, format characters.
bool follows_base(const Character& c) {
    return c.cls == CharClass::ignorable || c.cls == CharClass::line_break || is_mark(c.code);
}

/// Kana and hangul have shaping rules of their own: a voicing mark, the parts of a syllable.
std::uint32_t wide_script(char32_t code) {
    if ((code >= 0x1100 && code <= 0x11FF) || (code >= 0xA960 && code <= 0xA97C) || (code >= 0xAC00 && code <= 0xD7FB))
        return HB_SCRIPT_HANGUL;
    if (code >= 0x3041 && code <= 0x309F) return HB_SCRIPT_HIRAGANA;
    return code >= 0x30A1 && code <= 0x30FF ? HB_SCRIPT_KATAKANA : HB_SCRIPT_HAN;
}

std::uint32_t script_of(const Character& c, std::uint32_t before) {
    if (c.wide) return wide_script(c.code);
    if (c.code < 0x80) return HB_SCRIPT_LATIN;
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c.code);
    const bool own = script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
    if (own) return script;
    return before == 0 || before == HB_SCRIPT_HAN ? static_cast<std::uint32_t>(HB_SCRIPT_LATIN) : before;
}

bool wants_latin_face(const Character& c) { return !c.wide && c.cls != CharClass::ideographic_space; }

/// The shaper makes any space from U+0020 where a face lacks it.
bool is_made_from_space(CharClass cls) {
    return cls == CharClass::space || cls == CharClass::no_break_space || cls == CharClass::ideographic_space;
}

/// The face of chars[i], which no other character decides: one that also has the marks after it, if there is one.
std::optional<font::FaceId> find_face(const std::vector<Character>& chars, std::size_t i, const Paragraph::Impl& p,
                                      const font::FontBook& book) {
    const Character& c = chars[i];
    const font::ChainId chain = p.runs[c.run].style.chain;
    const bool latin = wants_latin_face(c) && p.on(Rule::M3);
    const char32_t next = i + 1 < chars.size() ? chars[i + 1].code : 0;
    const char32_t selector = is_variation_selector(next) ? next : 0;
    if (next >= 0x300 && selector == 0 && is_mark(next)) {
        std::u32string cluster(1, c.code);
        for (std::size_t m = i + 1; m < chars.size() && is_mark(chars[m].code); ++m) cluster += chars[m].code;
        if (const auto face = book.face_for(chain, cluster, latin)) return face;
    }
    auto face = book.face_for(chain, c.code, selector, latin);
    if (!face && is_made_from_space(c.cls)) face = book.face_for(chain, U' ', 0, latin);
    return face;
}

}  // namespace

diag::Span span_of(const RunInfo& run, std::uint32_t begin, std::uint32_t end) {
    if (!run.byte_for_byte) return run.span;
    return {run.span.source, run.span.begin + (begin - run.begin), run.span.begin + (end - run.begin)};
}

void report_missing(const Character& c, std::uint32_t end, const Paragraph::Impl& p, const font::FontBook& book,
                    diag::Diagnostics& diagnostics) {
    std::string character;
    utf8::append(character, c.code);
    char number[16];
    std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(c.code));
    const RunInfo& run = p.runs[c.run];
    std::vector<diag::Message> hints;
    if (is_emoji(c.code)) {
        hints.push_back(
            {"表情符号要用专门的字体：装软件包 fonts-symbola，照 fonts/README.md 加进 fonts.yaml；也可以换成文字或图片",
             "emoji want a font of their own: install the package fonts-symbola and add it to fonts.yaml as "
             "fonts/README.md says; or use words or a picture"});
    }
    const auto packages = hints.empty() ? book.missing_packages(run.style.chain) : std::vector<std::string>();
    for (const std::string& package : packages) {
        hints.push_back(
            {"安装软件包 " + package + " 也许能补上这个字", "installing the package " + package + " may bring it"});
    }
    if (hints.empty()) {
        hints.push_back({"换一个字，或在 fonts.yaml 里为这个角色添一款有它的字体",
                         "use another character, or add a font that has it to this role in fonts.yaml"});
    }
    diagnostics.error("missing-glyph", span_of(run, c.begin, end),
                      {"所用字体都没有“" + character + "”（" + number + "）",
                       "no font in use has the character \"" + character + "\" (" + number + ")"},
                      std::move(hints));
}

void assign_faces(std::vector<Character>& chars, const Paragraph::Impl& p, const font::FontBook& book,
                  diag::Diagnostics& diagnostics) {
    std::uint32_t script = 0;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        Character& c = chars[i];
        c.script = script = script_of(c, script);
        const font::ChainId chain = p.runs[c.run].style.chain;
        if (follows_base(c)) {
            const bool has_base = i > 0 && !chars[i - 1].missing && chars[i - 1].run == c.run;
            c.face = has_base ? chars[i - 1].face : book.main_face(chain).id;
            if (c.cls == CharClass::ignorable || c.cls == CharClass::line_break) continue;
            c.wide = i > 0 && chars[i - 1].wide;
            if (i > 0) c.script = script = chars[i - 1].script;
            if (has_base) continue;
        }
        const auto face = find_face(chars, i, p, book);
        c.missing = !face;
        if (face) {
            c.face = *face;
            continue;
        }
        const std::uint32_t end = i + 1 < chars.size() ? chars[i + 1].begin : static_cast<std::uint32_t>(p.text.size());
        report_missing(c, end, p, book, diagnostics);
    }
}

std::vector<Item> itemise(const std::vector<Character>& chars, const Paragraph::Impl& p) {
    std::vector<Item> items;
    const auto same = [&](const Character& a, const Character& b) {
        const RunInfo &s = p.runs[a.run], &t = p.runs[b.run];
        const CharStyle &x = s.style, &y = t.style;
        const bool parted =
            a.run != b.run && (s.is_base || t.is_base ||
                               x.language != y.language);  // a base is made of whole clusters; a run has one language
        const bool one_form = a.stand != Stand::form || a.code == b.code;
        return !parted && a.stand == b.stand && a.group == b.group && one_form && s.feature == t.feature &&
               a.face == b.face && a.script == b.script && a.missing == b.missing &&
               (a.cls == CharClass::solidus) == (b.cls == CharClass::solidus) && x.size == y.size && x.rise == y.rise &&
               x.figures == y.figures && (x.tracking == 0) == (y.tracking == 0);
    };
    const auto is_corner = [&](std::size_t i) { return i + 1 < chars.size() && chars[i + 1].code == kCornerSelector; };
    for (std::uint32_t i = 0; i < chars.size(); ++i) {
        const bool format = chars[i].cls == CharClass::ignorable;
        const bool alone = is_corner(i) || (i > 0 && chars[i - 1].code == kCornerSelector);
        const bool joins = i > 0 && ((same(chars[i - 1], chars[i]) && !alone) || (format && !chars[i - 1].missing));
        if (joins && chars[i - 1].cls != CharClass::line_break && chars[i].cls != CharClass::line_break) {
            items.back().end = i + 1;
        } else {
            items.push_back({i, i + 1});
        }
    }
    return items;
}

}  // namespace zheye::text
