#include "font/charstrings.h"

#include "font/reduce.h"

#include <hb.h>

#include <algorithm>
#include <map>

namespace zheye::font {

namespace {

/// The CIDs one after the other, or in ranges, whichever is shorter; .notdef is not among them (TN 5176, section 13).
std::string charset(std::span<const CidGlyph> glyphs) {
    std::string list(1, 0), ranges(1, 2);
    for (std::size_t i = 0; i < glyphs.size();) {
        std::size_t end = i + 1;
        while (end < glyphs.size() && glyphs[end].cid == glyphs[i].cid + (end - i)) ++end;
        append_cff_number(ranges, glyphs[i].cid, 2);
        append_cff_number(ranges, static_cast<std::uint32_t>(end - i - 1), 2);
        for (; i < end; ++i) append_cff_number(list, glyphs[i].cid, 2);
    }
    return list.size() <= ranges.size() ? list : ranges;
}

/// FDSelect, by the same choice (section 19).
std::string selection(const std::vector<std::uint8_t>& dicts) {
    std::string list(1, 0), ranges;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < dicts.size(); ++i) {
        list += static_cast<char>(dicts[i]);
        if (i > 0 && dicts[i] == dicts[i - 1]) continue;
        append_cff_number(ranges, static_cast<std::uint32_t>(i), 2);
        append_cff_number(ranges, dicts[i], 1);
        ++count;
    }
    std::string head(1, 3);
    append_cff_number(head, count, 2);
    append_cff_number(ranges, static_cast<std::uint32_t>(dicts.size()), 2);
    return list.size() <= head.size() + ranges.size() ? list : head + ranges;
}

using Dicts = std::vector<const CidParts::FontDict*>;

/// Font DICTs and behind them what they lead to, in a table in which they begin at `at`.
std::string font_dicts(const Dicts& dicts, std::size_t at) {
    std::vector<std::string> own;
    std::string privates, index;
    const auto write = [&](std::size_t first_private) {
        own.clear(), privates.clear(), index.clear();
        for (const auto* dict : dicts) {
            own.push_back(dict->own);
            append_cff_operand(own.back(), static_cast<std::uint32_t>(dict->private_dict.size()));
            append_cff_operand(own.back(), static_cast<std::uint32_t>(first_private + privates.size()));
            append_cff_operator(own.back(), cff::kPrivate);
            privates += dict->private_dict;
        }
        append_cff_index(index, {own.begin(), own.end()});
    };
    write(0);  // numbers of five bytes: the index is as long wherever it leads
    write(at + index.size());
    return index + privates;
}

struct Places {
    std::uint32_t charset = 0, selection = 0, charstrings = 0, dicts = 0;
};

std::string front(std::string_view name, std::string_view top, const Places& places) {
    constexpr std::string_view kHeader("\1\0\4\4", 4), kRegistry = "Adobe", kOrdering = "Identity";
    constexpr std::uint32_t kOwnStrings = 391;  // behind those that every table has
    std::string dict;
    for (const std::uint32_t operand : {kOwnStrings, kOwnStrings + 1, 0U}) append_cff_operand(dict, operand);
    append_cff_operator(dict, cff::kRos);
    dict += top;
    for (const auto& [op, place] : {std::pair{cff::kCharset, places.charset},
                                    {cff::kFdSelect, places.selection},
                                    {cff::kCharStrings, places.charstrings},
                                    {cff::kFdArray, places.dicts}}) {
        append_cff_operand(dict, place);
        append_cff_operator(dict, op);
    }
    std::string bytes(kHeader);
    append_cff_index(bytes, {name});
    append_cff_index(bytes, {dict});
    append_cff_index(bytes, {kRegistry, kOrdering});
    append_cff_index(bytes, {});  // no subroutines
    return bytes;
}

}  // namespace

std::optional<std::string> Charstrings::program(hb_face_t* face, std::span<const CidGlyph> glyphs) {
    if (!glyphs.empty() && glyphs.front().source == 0) glyphs = glyphs.subspan(1);
    std::vector<std::uint32_t> missing;
    {
        const std::lock_guard lock(mutex_);
        if (!known_.contains(0)) missing.push_back(0);
        for (const auto& glyph : glyphs)
            if (!known_.contains(glyph.source)) missing.push_back(glyph.source);
    }
    // Two threads may take out the same glyph: it is the same twice.
    if (!missing.empty() && !take_out(face, missing)) return std::nullopt;
    return put_together(wanted(glyphs), glyphs);
}

Charstrings::Wanted Charstrings::wanted(std::span<const CidGlyph> glyphs) {
    const std::lock_guard lock(mutex_);
    Wanted wanted{name_, top_, {&known_.at(0)}, {}};
    for (const auto& glyph : glyphs) wanted.charstrings.push_back(&known_.at(glyph.source));
    for (const auto& dict : dicts_)
        if (std::ranges::find(wanted.charstrings, &dict, &Charstring::dict) != wanted.charstrings.end())
            wanted.dicts.push_back(&dict);
    return wanted;
}

bool Charstrings::take_out(hb_face_t* face, const std::vector<std::uint32_t>& missing) {
    const ReducedFace reduced(face, missing);
    if (!reduced) return false;
    const Table table(reduced.face(), HB_TAG('C', 'F', 'F', ' '));
    const auto parts = cid_parts(table.bytes());
    if (!parts) return false;
    const std::lock_guard lock(mutex_);
    name_ = parts->name;
    top_ = parts->top;
    for (const auto glyph : missing) {
        const auto id = reduced.id_of(glyph);
        const auto bytes = parts->charstrings[id];
        if (!bytes) return false;
        const auto& dict = *dicts_.insert(parts->dicts[parts->dict_of[id]]).first;
        known_.try_emplace(glyph, Charstring{std::string(*bytes), &dict});
    }
    return true;
}

std::string Charstrings::put_together(const Wanted& wanted, std::span<const CidGlyph> glyphs) {
    const auto& [name, top, charstrings, dicts] = wanted;
    std::map<const CidParts::FontDict*, std::uint8_t> number_of;
    for (const auto* dict : dicts) number_of.emplace(dict, static_cast<std::uint8_t>(number_of.size()));
    std::vector<std::uint8_t> dict_of;
    std::vector<std::string_view> outlines;
    for (const auto* charstring : charstrings) {
        dict_of.push_back(number_of.at(charstring->dict));
        outlines.emplace_back(charstring->bytes);
    }
    Places places;
    places.charset = static_cast<std::uint32_t>(front(name, top, places).size());
    auto behind = charset(glyphs);
    places.selection = places.charset + static_cast<std::uint32_t>(behind.size());
    behind += selection(dict_of);
    places.charstrings = places.charset + static_cast<std::uint32_t>(behind.size());
    append_cff_index(behind, outlines);
    places.dicts = places.charset + static_cast<std::uint32_t>(behind.size());
    return front(name, top, places) + behind + font_dicts(dicts, places.dicts);
}

}  // namespace zheye::font
