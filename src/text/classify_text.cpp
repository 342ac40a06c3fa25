// Text → classified characters: what each one is in the place where it stands. Must not know fonts.
#include "text/itemise.h"

#include "base/utf8.h"
#include "text/language.h"

namespace zheye::text {
namespace {

std::vector<Character> decode(const Paragraph::Impl& p) {
    std::vector<Character> chars;
    chars.reserve(p.text.size() / 2);
    for (std::size_t r = 0; r < p.runs.size(); ++r) {
        for (std::size_t at = p.runs[r].begin; at < p.runs[r].end;) {
            const auto [code, length] = utf8::decode(p.text, at);
            Character c;
            c.code = code;
            c.begin = static_cast<std::uint32_t>(at);
            c.run = static_cast<std::uint16_t>(r);
            c.cls = classify(code);
            chars.push_back(c);
            at += length;
        }
    }
    return chars;
}

/// B4: point and comma between digits are part of the number.
void join_numbers(std::vector<Character>& chars) {
    for (std::size_t i = 1; i + 1 < chars.size(); ++i) {
        const bool separator = chars[i].code == U'.' || chars[i].code == U',';
        if (separator && chars[i - 1].cls == CharClass::digit && chars[i + 1].cls == CharClass::digit) {
            chars[i].cls = CharClass::digit;
        }
    }
}

enum class Strength : std::uint8_t { weak, han, latin };

Ambiguity ambiguity(const Character& c) {
    const MarkEntry* mark = find_mark(c.code);
    return mark == nullptr ? Ambiguity::none : mark->ambiguity;
}

Strength strength(const Character& c) {
    if (c.cls == CharClass::latin) return Strength::latin;
    if (c.cls == CharClass::han || c.cls == CharClass::symbol) return Strength::han;
    return is_wide_mark(c.cls) && ambiguity(c) == Ambiguity::none ? Strength::han : Strength::weak;
}

/// Decides the form of every ambiguous character as Chinese and Japanese have it (P3).
class ContextResolver {
public:
    explicit ContextResolver(const std::vector<Character>& chars)
        : chars_(chars), before_(chars.size()), after_(chars.size()), latin_(chars.size()) {
        Strength last = Strength::weak;
        for (std::size_t i = 0; i < chars.size(); ++i) {
            before_[i] = last;
            if (const Strength s = strength(chars[i]); s != Strength::weak) last = s;
        }
        last = Strength::weak;
        for (std::size_t i = chars.size(); i-- > 0;) {
            after_[i] = last;
            if (const Strength s = strength(chars[i]); s != Strength::weak) last = s;
        }
    }

    /// For each character: whether it is an ambiguous one in its Latin form.
    std::vector<bool> resolve() {
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            switch (ambiguity(chars_[i])) {
                case Ambiguity::none:
                    break;
                case Ambiguity::strong:
                    latin_[i] = is_latin(before_[i], after_[i]);
                    break;
                case Ambiguity::near:
                    latin_[i] = !(near_han(i, -1) || near_han(i, +1));
                    break;
                case Ambiguity::between:
                    latin_[i] = !(near_han(i, -1) && near_han(i, +1));
                    break;
            }
        }
        agree(U'“', U'”');
        agree(U'‘', U'’');
        return latin_;
    }

private:
    /// Han on either side wins; without any strong character the language of the paragraph does.
    static bool is_latin(Strength before, Strength after) {
        if (before == Strength::han || after == Strength::han) return false;
        return before == Strength::latin || after == Strength::latin;
    }
    bool near_han(std::size_t i, int step) const {
        const std::size_t at = i + static_cast<std::size_t>(step);
        return at < chars_.size() && strength(chars_[at]) == Strength::han;
    }
    bool is_apostrophe(std::size_t i) const {
        return i > 0 && i + 1 < chars_.size() && chars_[i - 1].cls == CharClass::latin &&
               chars_[i + 1].cls == CharClass::latin;
    }
    /// A pair of quotation marks is Chinese if one of the two is.
    void agree(char32_t opening, char32_t closing) {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            if (chars_[i].code == opening) open.push_back(i);
            if (chars_[i].code != closing || open.empty() || is_apostrophe(i)) continue;
            const bool latin = latin_[open.back()] && latin_[i];
            latin_[open.back()] = latin_[i] = latin;
            open.pop_back();
        }
    }

    const std::vector<Character>& chars_;
    std::vector<Strength> before_, after_;
    std::vector<bool> latin_;
};

void resolve_context(std::vector<Character>& chars, const Paragraph::Impl& p) {
    const bool ambiguous =
        std::ranges::any_of(chars, [](const Character& c) { return ambiguity(c) != Ambiguity::none; });
    if (!ambiguous) return;
    std::vector<bool> by_context;  // of every run
    for (const RunInfo& run : p.runs) {
        by_context.push_back(p.on(Rule::P3) && is_han_language(run.style.language));
    }
    const std::vector<bool> latin = ContextResolver(chars).resolve();
    for (std::size_t i = 0; i < chars.size(); ++i) {
        if (ambiguity(chars[i]) == Ambiguity::none) continue;
        if (latin[i] || !by_context[chars[i].run]) chars[i].cls = narrow_form(chars[i].code);
    }
}

/// A dash alone is a connector (一字线, GB/T 15834 4.13); two together are the dash.
void tell_connectors_from_dashes(std::vector<Character>& chars) {
    for (std::size_t i = 0; i < chars.size(); ++i) {
        if (chars[i].code != U'—' || chars[i].cls != CharClass::dash) continue;
        const bool after_dash = i > 0 && chars[i - 1].code == U'—';
        const bool before_dash = i + 1 < chars.size() && chars[i + 1].code == U'—';
        if (!after_dash && !before_dash) chars[i].cls = CharClass::connector;
    }
}

}  // namespace

std::vector<Character> classify_text(const Paragraph::Impl& p) {
    std::vector<Character> chars = decode(p);
    join_numbers(chars);
    resolve_context(chars, p);
    tell_connectors_from_dashes(chars);
    for (Character& c : chars) c.wide = is_wide(c.code, c.cls);
    return chars;
}

}  // namespace zheye::text
