// How the typesetter comes by pictures and icons: each file is read once.
#include "base/hash.h"
#include "layout/tone.h"
#include "layout/typesetter.h"
#include "picture/svg.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zheye::layout {

namespace {

void report_no_tone(const content::Picture& picture, diag::Diagnostics& diagnostics) {
    diagnostics.warning("tone-place", picture.span,
                        {"只有画（SVG）能换成主题的颜色，这张图片保持原样",
                         "only drawings (SVG) can take the theme's colours; this picture stays as it is"});
}

Hash128 print_of(const Blob& file, const std::vector<Colour>& tones) {
    Fingerprint print;
    for (const auto& tone : tones) print.add(tone.r).add(tone.g).add(tone.b);
    return print.add(file.bytes()).hash();
}

}  // namespace

std::optional<ImageId> Typesetter::image(const content::Picture& wanted) {
    const std::pair key{wanted.path, wanted.toned};
    auto known = images_.find(key);
    if (known == images_.end()) {
        auto picture = read_picture(wanted);
        if (!picture) return {};
        known = images_.emplace(key, static_cast<ImageId>(pages_.images.size())).first;
        pages_.images.push_back(std::make_shared<const picture::Picture>(std::move(*picture)));
    }
    if (recording_) record_picture(wanted, known->second);
    return known->second;
}

void Typesetter::record_picture(const content::Picture& wanted, ImageId id) {
    auto& pictures = recording_->pictures;
    if (std::ranges::find(pictures, id, &Record::AskedPicture::id) == pictures.end())
        pictures.push_back({wanted, id, pages_.images[id]});
}

std::shared_ptr<const picture::Drawing> Typesetter::read_drawing(const Blob& file, const std::string& path,
                                                                 bool is_toned) {
    const auto key = print_of(file, is_toned ? theme.figure.tones : std::vector<Colour>());
    if (memory)
        if (auto known = memory->drawings.find(key)) return known;
    const auto said = diagnostics.told();
    auto drawing = picture::read_svg(file, path, sources, diagnostics);
    if (!drawing) return {};
    if (is_toned) *drawing = toned(std::move(*drawing), theme.figure.tones);
    drawing->print = key;
    auto read = std::make_shared<const picture::Drawing>(std::move(*drawing));
    if (memory && diagnostics.told() == said) memory->drawings.keep(key, read);
    return read;
}

diag::Result<picture::Picture> Typesetter::read_picture(const content::Picture& wanted) {
    const auto file = files.read(wanted.path);
    if (!file) {
        diagnostics.error("unreadable-picture", wanted.span,
                          {"图片读不出来：" + wanted.path + "（" + file.error().message + "）",
                           "cannot read picture " + wanted.path + " (" + file.error().message + ")"});
        return std::unexpected(diag::Failed{});
    }
    if (!picture::is_svg(*file)) {
        if (wanted.toned) report_no_tone(wanted, diagnostics);
        return picture::read(*file, wanted.path, wanted.span, diagnostics);
    }
    auto drawing = read_drawing(*file, wanted.path, wanted.toned);
    if (!drawing) return std::unexpected(diag::Failed{});
    picture::Picture picture;
    picture.coding = picture::Coding::shapes;
    picture.width = static_cast<int>(std::lround(drawing->size.width));
    picture.height = static_cast<int>(std::lround(drawing->size.height));
    picture.drawing = std::move(drawing);
    return picture;
}

std::shared_ptr<const picture::Drawing> Typesetter::icon(const std::string& name) {
    auto drawing = read_icon(name);
    if (recording_) recording_->icons.emplace(name, drawing);
    return drawing;
}

std::shared_ptr<const picture::Drawing> Typesetter::read_icon(const std::string& name) {
    const auto [known, fresh] = icons_.try_emplace(name);
    if (!fresh) return known->second;
    const auto path = name.ends_with(".svg") ? name : theme.icons + "/" + name + ".svg";
    const auto file = files.read(path);
    if (!file) {
        diagnostics.error("unreadable-icon", {},
                          {"图标读不出来：" + path + "（" + file.error().message + "）",
                           "cannot read icon " + path + " (" + file.error().message + ")"});
        return {};
    }
    return known->second = read_drawing(*file, path, false);
}

}  // namespace zheye::layout
