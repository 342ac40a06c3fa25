// YAML → Profile: the base first, then what the file itself says. Every key has one reader in one table.
#include "profile/read.h"

#include "base/length.h"
#include "base/nearest.h"
#include "yaml/read.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace zheye::profile {

namespace {

using Setters = std::map<std::string, std::function<void(const yaml::Node&)>, std::less<>>;

std::vector<std::string> keys(const Setters& setters) {
    std::vector<std::string> names;
    for (const auto& [name, set] : setters) names.push_back(name);
    return names;
}

class Reader {
public:
    Reader(const Request& request, const FileSystem& files, diag::Sources& sources, diag::Diagnostics& diagnostics)
        : request_(request), files_(files), sources_(sources), diagnostics_(diagnostics) {}

    diag::Result<Profile> named(const std::string& name) {
        if (!read_named(name, {}, {}) || diagnostics_.has_errors()) return std::unexpected(diag::Failed{});
        profile_.name = std::filesystem::path(name).stem().string();
        return std::move(profile_);
    }

private:
    /// `chain`: the files that are being read, each based on the next.
    bool read_named(const std::string& name, diag::Span span, const std::vector<std::string>& chain) {
        const auto path = find(name, chain.empty() ? "" : chain.back());
        if (!path) {
            report_unknown(name, span);
            return false;
        }
        if (std::ranges::find(chain, *path) != chain.end()) {
            diagnostics_.error("profile-circle", span,
                               {"用途绕了一圈，又以“" + name + "”为基础",
                                "the profiles are based on each other in a circle, by way of '" + name + "'"});
            return false;
        }
        const auto root = yaml::read(*path, files_, sources_, diagnostics_);
        if (!root) return false;
        auto further = chain;
        further.push_back(*path);
        const auto base = std::ranges::find(root->entries, "base", &yaml::Entry::key);
        if (base != root->entries.end() && !read_named(base->value.text, base->value.span, further)) return false;
        folder_ = std::filesystem::path(*path).parent_path().string();
        apply(*root, "", top());
        return true;
    }

    /// `besides`: a file that may be based on another of its own name.
    [[nodiscard]] std::optional<std::string> find(const std::string& name, const std::string& besides) const {
        if (name.ends_with(".yaml")) return files_.is_file(name) ? std::optional(name) : std::nullopt;
        if (name.empty() || name.find('/') != std::string::npos) return {};
        for (const auto& folder : request_.folders)
            if (auto path = folder + "/" + name + ".yaml"; path != besides && files_.is_file(path)) return path;
        return {};
    }

    void report_unknown(const std::string& name, diag::Span span) {
        std::vector<std::string> all;
        for (const auto& folder : request_.folders)
            for (const auto& file : files_.list(folder))
                if (file.ends_with(".yaml")) all.push_back(file.substr(0, file.size() - 5));
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        std::string zh, en;
        for (const auto& each : all) {
            zh += (zh.empty() ? "" : "、") + each;
            en += (en.empty() ? "" : ", ") + each;
        }
        diagnostics_.error("unknown-profile", span, {"没有这种用途：" + name, "there is no profile '" + name + "'"},
                           {{"有 " + zh + "，也可以写用途文件的路径（.yaml）",
                             "there are " + en + "; the path of a profile file (.yaml) will do, too"}});
    }

    void apply(const yaml::Node& map, const std::string& path, const Setters& setters) {
        if (!map.is_mapping()) {
            wrong(map, path.empty() ? "profile" : path, "一组设置（键: 值）", "a mapping");
            return;
        }
        for (const auto& entry : map.entries) {
            const auto at = setters.find(entry.key);
            const auto full = path.empty() ? entry.key : path + "." + entry.key;
            if (at != setters.end()) {
                spans_[full] = entry.value.span;
                at->second(entry.value);
                continue;
            }
            std::vector<diag::Message> hints;
            if (const auto near = nearest(entry.key, keys(setters)))
                hints.push_back({"是不是“" + *near + "”？", "did you mean '" + *near + "'?"});
            diagnostics_.error("unknown-setting", entry.key_span,
                               {"用途里没有这项设置：" + full, "unknown profile setting '" + full + "'"},
                               std::move(hints));
        }
    }

    void wrong(const yaml::Node& at, const std::string& key, const std::string& zh, const std::string& en) {
        diagnostics_.error(
            "profile-value", at.span,
            {"用途的设置 " + key + " 应是" + zh + (at.is_scalar() ? "，不是“" + at.text + "”" : ""),
             "profile setting '" + key + "' must be " + en + (at.is_scalar() ? ", not '" + at.text + "'" : "")});
    }

    std::function<void(const yaml::Node&)> flag(const std::string& key, bool& value) {
        return [this, key, &value](const yaml::Node& node) {
            if (node.is_scalar() && (node.text == "true" || node.text == "false"))
                value = node.text == "true";
            else
                wrong(node, key, " true 或 false", "true or false");
        };
    }

    std::function<void(const yaml::Node&)> number(const std::string& key, double& value, double low, double high) {
        return [this, key, &value, low, high](const yaml::Node& node) {
            double found = low - 1;
            const auto* end = node.text.data() + node.text.size();
            const auto [at, error] = std::from_chars(node.text.data(), end, found);
            if (error == std::errc{} && at == end && found >= low && found <= high) {
                value = found;
                return;
            }
            const auto limits = std::to_string(static_cast<int>(low)) + "–" + std::to_string(static_cast<int>(high));
            wrong(node, key, " " + limits + " 的数", "a number from " + limits);
        };
    }

    std::function<void(const yaml::Node&)> percent(const std::string& key, double& value, double low, double high) {
        return [this, key, &value, low, high](const yaml::Node& node) {
            double found = value * 100;
            number(key, found, low, high)(node);
            value = found / 100;
        };
    }

    void read_standards(const yaml::Node& node) {
        profile_.accessible = profile_.press = false;
        profile_.archive = Archive::none;
        const std::map<std::string, std::function<void()>, std::less<>> known = {
            {"PDF/UA-1", [&] { profile_.accessible = true; }},
            {"PDF/A-2a", [&] { profile_.archive = Archive::a2a; }},
            {"PDF/A-3a", [&] { profile_.archive = Archive::a3a; }},
            {"PDF/X-4", [&] { profile_.press = true; }}};
        if (!node.is_sequence())
            wrong(node, "standards", "列表：PDF/UA-1、PDF/A-2a、PDF/A-3a、PDF/X-4",
                  "a list of PDF/UA-1, PDF/A-2a, PDF/A-3a, PDF/X-4");
        for (const auto& item : node.items) {
            const auto at = known.find(item.text);
            if (at != known.end())
                at->second();
            else
                wrong(item, "standards", " PDF/UA-1、PDF/A-2a、PDF/A-3a 或 PDF/X-4",
                      "PDF/UA-1, PDF/A-2a, PDF/A-3a or PDF/X-4");
        }
    }

    void read_colours(const yaml::Node& node) {
        if (node.text == "rgb" || node.text == "cmyk")
            profile_.colours = node.text == "rgb" ? Colours::rgb : Colours::cmyk;
        else
            wrong(node, "colours", " rgb 或 cmyk", "rgb or cmyk");
    }

    void read_impose(const yaml::Node& node) {
        if (node.text == "none" || node.text == "saddle" || node.text == "four-up")
            profile_.impose = node.text == "none"     ? Impose::none
                              : node.text == "saddle" ? Impose::saddle
                                                      : Impose::four_up;
        else
            wrong(node, "impose", " none、saddle 或 four-up", "none, saddle or four-up");
    }

    void read_turn(const yaml::Node& node) {
        if (node.text == "short" || node.text == "long")
            profile_.turned_backs = node.text == "long";
        else
            wrong(node, "turn", " short 或 long", "short or long");
    }

    void read_spots(const yaml::Node& node) {
        constexpr std::size_t kLongest = 60;  // bytes of a name
        profile_.spots.clear();
        if (!node.is_mapping())
            return wrong(node, "spots", "专色的名字和颜色：{专色红: \"#b5261e\"}", "names and colours of inks");
        for (const auto& entry : node.entries) {
            const auto colour = entry.value.is_scalar() ? parse_colour(entry.value.text) : std::nullopt;
            if (!colour)
                wrong(entry.value, "spots." + entry.key, " #rrggbb 这样的颜色", "a colour like #rrggbb");
            else if (entry.key.empty() || entry.key.size() > kLongest)
                diagnostics_.error(
                    "profile-value", entry.key_span,
                    {"专色的名字太长，不超过 20 个汉字", "the name of the ink is too long: 60 bytes at most"});
            else
                profile_.spots.push_back({entry.key, *colour});
        }
    }

    void read_creep(const yaml::Node& node) {
        constexpr double kMost = 2 * kPointsPerMm;
        const auto length = node.is_scalar() ? parse_length(node.text) : std::nullopt;
        if (length && length->unit == Length::Unit::pt && length->value >= 0 && length->value <= kMost)
            profile_.creep = length->value;
        else
            wrong(node, "creep", " 0–2mm 的长度", "a length from 0 to 2mm");
    }

    void read_intent(const yaml::Node& node) {
        apply(node, "intent",
              {{"icc", [&](const yaml::Node& value) { read_icc(value); }},
               {"condition", [&](const yaml::Node& value) { profile_.condition = value.text; }}});
    }

    /// Where an ICC profile of that name may lie.
    [[nodiscard]] std::vector<std::string> icc_places(const std::string& name) const {
        if (name.starts_with('/')) return {name};
        std::vector<std::string> places = {folder_ + "/" + name};
        for (const auto& folder : request_.icc_folders) places.push_back(folder + "/" + name);
        return places;
    }

    void read_picture_colours(const yaml::Node& node) {
        if (node.text == "keep" || node.text == "convert")
            profile_.pictures.converted = node.text == "convert";
        else
            wrong(node, "pictures.colours", " keep 或 convert", "keep or convert");
    }

    /// Few pictures need it, so whether it can be read is found out by the first that does.
    void read_picture_inks(const yaml::Node& node) {
        const auto places = icc_places(node.text);
        const auto place = std::ranges::find_if(places, [&](const auto& path) { return files_.is_file(path); });
        profile_.pictures.inks = place == places.end() ? node.text : *place;
    }

    void read_icc(const yaml::Node& node) {
        if (node.text == "sRGB") {
            profile_.intent.reset();
            return;
        }
        const auto places = icc_places(node.text);
        const auto place = std::ranges::find_if(places, [&](const auto& path) { return files_.is_file(path); });
        const auto bytes = place == places.end() ? std::nullopt : std::optional(files_.read(*place));
        if (!bytes || !*bytes) {
            std::string zh, en;
            for (const auto& path : places) {
                zh += (zh.empty() ? "" : "、") + path;
                en += (en.empty() ? "" : ", ") + path;
            }
            diagnostics_.error("icc-missing", node.span,
                               {"找不到 ICC 文件“" + node.text + "”", "there is no ICC file '" + node.text + "'"},
                               {{"找过的地方：" + zh, "looked for at " + en}});
            return;
        }
        auto read = icc::read(**bytes);
        if (!read) {
            diagnostics_.error("icc-broken", node.span,
                               {"“" + *place + "”不是屏幕或印刷的 ICC 文件",
                                "'" + *place + "' is no ICC profile of a screen or a press"});
            return;
        }
        profile_.intent = std::make_shared<const icc::Profile>(std::move(*read));
    }

    Setters top() {
        return {{"base", [](const yaml::Node&) {}},
                {"standards", [&](const yaml::Node& node) { read_standards(node); }},
                {"colours", [&](const yaml::Node& node) { read_colours(node); }},
                {"intent", [&](const yaml::Node& node) { read_intent(node); }},
                {"ink-limit", percent("ink-limit", profile_.inks.total, 100, 400)},
                {"least-tint", percent("least-tint", profile_.inks.least_tint, 0, 20)},
                {"black-text",
                 [&](const yaml::Node& node) {
                     apply(node, "black-text",
                           {{"lightness", number("black-text.lightness", profile_.black_text.lightness, 0, 100)},
                            {"chroma", number("black-text.chroma", profile_.black_text.chroma, 0, 100)}});
                 }},
                {"spots", [&](const yaml::Node& node) { read_spots(node); }},
                {"pictures",
                 [&](const yaml::Node& node) {
                     apply(node, "pictures",
                           {{"good", number("pictures.good", profile_.pictures.good, 0, 2400)},
                            {"least", number("pictures.least", profile_.pictures.least, 0, 2400)},
                            {"most", number("pictures.most", profile_.pictures.most, 0, 2400)},
                            {"colours", [&](const yaml::Node& value) { read_picture_colours(value); }},
                            {"inks", [&](const yaml::Node& value) { read_picture_inks(value); }}});
                 }},
                {"links", flag("links", profile_.links)},
                {"sheets", flag("sheets", profile_.sheets)},
                {"linearized", flag("linearized", profile_.linearized)},
                {"colour-bar", flag("colour-bar", profile_.colour_bar)},
                {"information", flag("information", profile_.information)},
                {"source", flag("source", profile_.source)},
                {"impose", [&](const yaml::Node& node) { read_impose(node); }},
                {"creep", [&](const yaml::Node& node) { read_creep(node); }},
                {"turn", [&](const yaml::Node& node) { read_turn(node); }}};
    }

public:
    /// What cannot be together.
    void check(const Profile& profile) {
        const auto space = profile.intent ? profile.intent->space : icc::Space::rgb;
        const bool fits = profile.colours == Colours::rgb ? space == icc::Space::rgb : space == icc::Space::cmyk;
        if (!fits)
            diagnostics_.error("profile-intent", given("intent.icc", "colours"),
                               {"intent 的 ICC 文件和 colours 不是同一种颜色",
                                "the ICC profile of the intent is not of the kind that 'colours' says"});
        if (!profile.spots.empty() && profile.colours == Colours::rgb)
            diagnostics_.error("profile-clash", given("spots"),
                               {"专色只有印刷的文件里有：请写 colours: cmyk",
                                "inks of their own are for the press: say colours: cmyk"});
        if (profile.source && profile.archive != Archive::a3a)
            diagnostics_.error("profile-clash", given("source", "standards"),
                               {"只有 PDF/A-3a 里可以放 YAML 原稿：请写 standards: [PDF/A-3a]",
                                "the YAML may lie in a PDF/A-3a only: say standards: [PDF/A-3a]"});
        const auto& pictures = profile.pictures;
        if (pictures.most > 0 && pictures.most < std::max(pictures.good, pictures.least))
            diagnostics_.error(
                "profile-clash", given("pictures.most", "pictures.good", "pictures.least"),
                {"pictures 里 most 不能小于 good 和 least：缩小的图片自己就太粗了",
                 "in 'pictures', most may not be under good and least: what is sampled down would be too coarse"});
        if (profile.press && profile.links)
            diagnostics_.error("profile-clash", given("links", "standards"),
                               {"PDF/X-4 的页面里不能有链接：请写 links: false",
                                "PDF/X-4 has no links on its pages: say links: false"});
        if (profile.press && (profile.archive != Archive::none || profile.accessible))
            diagnostics_.error(
                "profile-clash", given("standards"),
                {"PDF/X-4 和 PDF/A、PDF/UA 请各做一个文件", "make one file for PDF/X-4 and one for PDF/A and PDF/UA"});
    }

private:
    /// The place of the last of these settings in the file that was asked for, or else in what that is based on.
    [[nodiscard]] diag::Span given(auto... names) const {
        diag::Span found;
        for (const std::string_view name : {std::string_view(names)...}) {
            const auto at = spans_.find(name);
            if (at == spans_.end()) continue;
            const auto& span = at->second;  // a file is read after those that are based on it
            if (!found.known() || span.source < found.source ||
                (span.source == found.source && span.begin > found.begin))
                found = span;
        }
        return found;
    }

    const Request& request_;
    const FileSystem& files_;
    diag::Sources& sources_;
    diag::Diagnostics& diagnostics_;
    Profile profile_;
    std::string folder_;                                    ///< of the file that is read
    std::map<std::string, diag::Span, std::less<>> spans_;  ///< where a setting was given last, as pictures.most
};

}  // namespace

diag::Result<Profile> read(const std::string& name, const Request& request, const FileSystem& files,
                           diag::Sources& sources, diag::Diagnostics& diagnostics) {
    Reader reader(request, files, sources, diagnostics);
    auto profile = reader.named(name);
    if (profile) reader.check(*profile);
    if (!profile || diagnostics.has_errors()) return std::unexpected(diag::Failed{});
    return profile;
}

}  // namespace zheye::profile
