// The outlines of a CID-keyed face, each taken out of it once, and programs put together of them: most glyphs of a
// brochure were in the one before, and reading their outlines again takes far longer than copying them.
#pragma once

#include "font/cff.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

struct hb_face_t;

namespace zheye::font {

struct CidGlyph {
    std::uint32_t source = 0;  ///< id in the face
    std::uint16_t cid = 0;
};

/// Of one face, for all threads.
class Charstrings {
public:
    /// A bare `CFF ` table of .notdef and the glyphs, which are ordered by `source`. Same glyphs, same bytes, whatever
    /// was asked for before. Nothing if the face is broken.
    [[nodiscard]] std::optional<std::string> program(hb_face_t*, std::span<const CidGlyph>);

private:
    struct ByContent {
        bool operator()(const CidParts::FontDict& a, const CidParts::FontDict& b) const {
            return std::tie(a.own, a.private_dict) < std::tie(b.own, b.private_dict);
        }
    };
    struct Charstring {
        std::string bytes;
        const CidParts::FontDict* dict = nullptr;
    };
    bool take_out(hb_face_t*, const std::vector<std::uint32_t>& missing);
    /// What a program consists of. What the pointers lead to stays where it is.
    struct Wanted {
        std::string name, top;
        std::vector<const Charstring*> charstrings;    ///< .notdef first
        std::vector<const CidParts::FontDict*> dicts;  ///< of these, by what they say
    };
    [[nodiscard]] Wanted wanted(std::span<const CidGlyph>);
    [[nodiscard]] static std::string put_together(const Wanted&, std::span<const CidGlyph>);

    std::mutex mutex_;  ///< of all below; nothing is ever taken out of them
    std::unordered_map<std::uint32_t, Charstring> known_;
    std::set<CidParts::FontDict, ByContent> dicts_;
    std::string name_, top_;
};

}  // namespace zheye::font
