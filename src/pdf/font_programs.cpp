#include "pdf/font_programs.h"

#include "pdf/deflate.h"

#include <string>
#include <utility>

namespace zheye::pdf {

namespace {

std::string cid_to_gid(const std::vector<font::CodedGlyph>& glyphs, const std::vector<std::uint16_t>& gids) {
    std::string map(glyphs.empty() ? 0 : 2 * (glyphs.back().code + 1U), '\0');
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        map[2U * glyphs[i].code] = static_cast<char>(gids[i] >> 8);
        map[2U * glyphs[i].code + 1] = static_cast<char>(gids[i]);
    }
    return map;
}

std::shared_ptr<const FontProgram> program_of(const FontPrograms::Wanted& wanted, bool deflate,
                                              diag::Diagnostics& diagnostics) {
    auto subset = font::subset(*wanted.face, *wanted.glyphs, diagnostics);
    if (!subset) return nullptr;
    const auto length = subset->program.size();
    std::string map;
    if (wanted.face->outlines == font::Outlines::truetype) map = cid_to_gid(*wanted.glyphs, subset->gids);
    Deflater(deflate).deflate({{&subset->program}, {&map}});
    return std::make_shared<const FontProgram>(
        FontProgram{Blob(std::move(subset->program)), Blob(std::move(map)), deflate, length});
}

}  // namespace

FontPrograms::FontPrograms(std::vector<Wanted> wanted, bool deflate, Memo<FontProgram>* known)
    : programs_(wanted.size()), known_(known) {
    std::vector<Missing> missing;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i].key = Fingerprint().add(wanted[i].key).add(deflate).hash();
        if (known_) programs_[i] = known_->find(wanted[i].key);
        if (!programs_[i]) missing.push_back({i, std::move(wanted[i])});
    }
    if (missing.empty()) return;
    auto make = [missing = std::move(missing), deflate]() mutable {
        run_all(missing.size(), missing.size() > 1,
                [&](std::size_t i) { missing[i].program = program_of(missing[i].wanted, deflate, missing[i].said); });
        return std::move(missing);
    };
    // Where the system gives no more threads they are made when they are taken.
    coming_ = std::async(std::launch::async | std::launch::deferred, std::move(make));
}

diag::Result<std::vector<std::shared_ptr<const FontProgram>>> FontPrograms::take(diag::Diagnostics& diagnostics) {
    bool good = true;
    for (auto& made : coming_.valid() ? coming_.get() : std::vector<Missing>()) {
        for (const auto& one : made.said.all()) diagnostics.add(one);
        programs_[made.index] = made.program;
        if (!made.program)
            good = false;
        else if (known_)
            known_->keep(made.wanted.key, std::move(made.program));
    }
    if (!good) return std::unexpected(diag::Failed{});
    return std::move(programs_);
}

}  // namespace zheye::pdf
