// What PDF/UA, PDF/A and PDF/X demand of fonts: programs in the file, widths that agree with them, codes that mean
// something.
#include "standards/clause.h"

#include <qpdf/Buffer.hh>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H

#include <cmath>
#include <set>
#include <stdexcept>

namespace zheye::standards {

namespace {

Object descendant(Object font) {
    auto list = value(font, "/DescendantFonts");
    return list.isArray() && list.getArrayNItems() == 1 ? list.getArrayItem(0) : Object::newNull();
}
Object descriptor(Object font) { return value(descendant(font), "/FontDescriptor"); }
Object program(Object font) {
    for (const char* key : {"/FontFile2", "/FontFile3"})
        if (auto file = value(descriptor(font), key); file.isStream()) return file;
    return Object::newNull();
}

std::vector<Object> fonts(const Reading& reading) {
    std::vector<Object> found;
    for (auto font : reading.of_type("/Font"))
        if (!value(font, "/Subtype").isNameAndEquals("/CIDFontType0") &&
            !value(font, "/Subtype").isNameAndEquals("/CIDFontType2"))
            found.push_back(font);
    return found;
}

Findings each_font(const Reading& reading, const auto& objection) {
    Findings findings;
    for (auto font : fonts(reading))
        if (const std::string said = objection(font); !said.empty()) findings.push_back(place(font) + ": " + said);
    return findings;
}

/// The codes that pages show with each font; two bytes each (Identity-H and Identity-V).
std::map<QPDFObjGen, std::set<unsigned>> used_codes(const Reading& reading) {
    std::map<QPDFObjGen, std::set<unsigned>> used;
    for (std::size_t page = 0; page < reading.pages().size(); ++page)
        for (const auto& operation : reading.content(page).operations) {
            const auto bytes = operation.shown();
            for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
                used[operation.font.getObjGen()].insert(static_cast<unsigned char>(bytes[i]) * 256U +
                                                        static_cast<unsigned char>(bytes[i + 1]));
        }
    return used;
}

/// A font program opened by FreeType, which asks for glyphs by code.
class Program {
public:
    explicit Program(Object font) : cids_(descendant(font)) {
        auto file = program(font);
        if (!file.isStream()) throw std::runtime_error("no font program");
        data_ = file.getStreamData();
        FT_Init_FreeType(&library_);
        if (FT_New_Memory_Face(library_, data_->getBuffer(), static_cast<FT_Long>(data_->getSize()), 0, &face_) != 0)
            throw std::runtime_error("FreeType does not read the font program");
        for (FT_UInt glyph = 0; FT_IS_CID_KEYED(face_) && glyph < static_cast<FT_UInt>(face_->num_glyphs); ++glyph) {
            FT_UInt cid = 0;
            if (FT_Get_CID_From_Glyph_Index(face_, glyph, &cid) == 0) glyphs_[cid] = glyph;
        }
        if (auto map = value(cids_, "/CIDToGIDMap"); map.isStream()) {
            map_ = map.getStreamData();
        }
    }
    ~Program() {
        FT_Done_Face(face_);
        FT_Done_FreeType(library_);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// 0 where the program has none.
    [[nodiscard]] unsigned glyph(unsigned code) const {
        if (map_) {
            const auto* bytes = map_->getBuffer();
            return code * 2 + 1 < map_->getSize() ? bytes[code * 2] * 256U + bytes[code * 2 + 1] : 0;
        }
        if (FT_IS_CID_KEYED(face_)) {
            const auto at = glyphs_.find(code);
            return at == glyphs_.end() ? 0 : at->second;
        }
        return code < static_cast<unsigned>(face_->num_glyphs) ? code : 0;
    }
    /// Thousandths of the size.
    [[nodiscard]] double width(unsigned code) const {
        const auto index = FT_IS_CID_KEYED(face_) ? code : glyph(code);  // FreeType takes a bare CFF's CIDs
        if (FT_Load_Glyph(face_, index, FT_LOAD_NO_SCALE) != 0) return -1;
        return static_cast<double>(face_->glyph->metrics.horiAdvance) * 1000.0 / face_->units_per_EM;
    }

private:
    Object cids_;
    std::shared_ptr<Buffer> data_, map_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
    std::map<unsigned, unsigned> glyphs_;
};

/// What the file says (ISO 32000-1, 9.7.4.3).
double stated_width(Object cid_font, unsigned code) {
    auto list = value(cid_font, "/W");
    auto usual = value(cid_font, "/DW");
    const double other = usual.isNumber() ? usual.getNumericValue() : 1000;
    if (!list.isArray()) return other;
    auto items = list.getArrayAsVector();
    for (std::size_t i = 0; i + 1 < items.size();) {
        const auto from = static_cast<unsigned>(items[i].getIntValueAsInt());
        if (items[i + 1].isArray()) {
            auto widths = items[i + 1].getArrayAsVector();
            if (code >= from && code < from + widths.size()) return widths[code - from].getNumericValue();
            i += 2;
        } else {
            if (code >= from && code <= static_cast<unsigned>(items[i + 1].getIntValueAsInt()))
                return items[i + 2].getNumericValue();
            i += 3;
        }
    }
    return other;
}

Findings are_composite(const Reading& reading) {
    return each_font(reading, [](Object font) -> std::string {
        auto encoding = value(font, "/Encoding");
        if (!value(font, "/Subtype").isNameAndEquals("/Type0")) return "this reader knows composite fonts only";
        if (!encoding.isNameAndEquals("/Identity-H") && !encoding.isNameAndEquals("/Identity-V")) return "Encoding";
        const bool truetype = value(descendant(font), "/Subtype").isNameAndEquals("/CIDFontType2");
        auto map = value(descendant(font), "/CIDToGIDMap");
        return truetype && !map.isStream() && !map.isNameAndEquals("/Identity") ? "no CIDToGIDMap" : "";
    });
}

Findings are_embedded(const Reading& reading) {
    return each_font(reading, [](Object font) { return program(font).isStream() ? "" : "no font program"; });
}

Findings have_no_cid_set(const Reading& reading) {
    return each_font(reading, [](Object font) {
        return value(descriptor(font), "/CIDSet").isNull() ? "" : "a CIDSet, which would have to be complete";
    });
}

/// Every code that is shown, with the program that draws it.
Findings each_code(const Reading& reading, const auto& objection) {
    Findings findings;
    const auto used = used_codes(reading);
    for (auto font : fonts(reading)) {
        const auto codes = used.find(font.getObjGen());
        if (codes == used.end() || !program(font).isStream()) continue;
        const Program face(font);
        for (const auto code : codes->second)
            if (const std::string said = objection(font, face, code); !said.empty())
                findings.push_back(place(font) + ": code " + std::to_string(code) + ": " + said);
    }
    return findings;
}

Findings widths_agree(const Reading& reading) {
    return each_code(reading, [](Object font, const Program& face, unsigned code) -> std::string {
        const double stated = stated_width(descendant(font), code);
        if (std::abs(face.width(code) - stated) <= 1) return "";
        return "width " + std::to_string(face.width(code)) + ", not " + std::to_string(stated);
    });
}

Findings have_glyphs(const Reading& reading) {
    return each_code(reading,
                     [](Object, const Program& face, unsigned code) { return face.glyph(code) == 0 ? ".notdef" : ""; });
}

Findings mean_something(const Reading& reading) {
    Findings findings;
    const auto used = used_codes(reading);
    for (auto font : fonts(reading)) {
        const auto codes = used.find(font.getObjGen());
        if (codes == used.end()) continue;
        const auto texts = unicode(font);
        for (const auto code : codes->second) {
            const auto text = texts.find(code);
            bool good = text != texts.end() && !text->second.empty() && text->second.size() % 2 == 0;
            for (std::size_t i = 0; good && i + 1 < text->second.size(); i += 2) {
                const auto unit = number(text->second.substr(i, 2));
                good = unit != 0 && unit != 0xFEFF && unit != 0xFFFE;
            }
            if (!good) findings.push_back(place(font) + ": code " + std::to_string(code) + " means nothing");
        }
    }
    return findings;
}

Object some_font(const Reading& reading) {
    const auto used = used_codes(reading);
    for (auto font : fonts(reading))
        if (used.contains(font.getObjGen())) return font;
    throw std::runtime_error("no font");
}

}  // namespace

std::vector<Clause> font_clauses(const std::string& standard) {
    return {
        {standard + " fonts are composite, with Identity", are_composite,
         [](const Reading& r) { some_font(r).replaceKey("/Encoding", Object::newName("/GBK-EUC-H")); }},
        {standard + " fonts are embedded", are_embedded,
         [](const Reading& r) { descriptor(some_font(r)).removeKey("/FontFile3"); }},
        {standard + " no CIDSet that might be wrong", have_no_cid_set,
         [](const Reading& r) { descriptor(some_font(r)).replaceKey("/CIDSet", r.file().newStream("x")); }},
        {standard + " widths are the program's", widths_agree,
         [](const Reading& r) {
             descendant(some_font(r)).removeKey("/W");
             descendant(some_font(r)).replaceKey("/DW", Object::newInteger(333));
         }},
        {standard + " no .notdef is shown", have_glyphs,
         [](const Reading& r) { rewrite_content(r, 0, "ET", "<FFF0> Tj ET"); }},
        {standard + " every code means a character", mean_something,
         [](const Reading& r) { some_font(r).removeKey("/ToUnicode"); }},
    };
}

}  // namespace zheye::standards
