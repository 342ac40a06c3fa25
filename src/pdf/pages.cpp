#include "pdf/pages.h"

#include "base/hash.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace zheye::pdf {

namespace {

std::string box(const char* name, Size size, double around) {
    std::string text = std::string("/") + name + '[';
    for (const double edge : {-around, -around, size.width + around, size.height + around}) {
        append_number(text, edge);
        text += ' ';
    }
    text.back() = ']';
    return text;
}

/// The origin is the corner of the trimmed page. Without a slug that is all there is to see, and what reaches over its
/// edges is cut off; the other boxes then are the same, as where they are not given (PDF 32000-1, 14.11.2), which only
/// the press wants said.
std::string boxes(const layout::Page& of, bool press) {
    const Size size = of.frame.size;
    std::string text = box("MediaBox", size, of.slug);
    if (of.slug > 0 || press)
        text += box("CropBox", size, of.slug) + box("BleedBox", size, std::min(of.bleed, of.slug)) +
                box("TrimBox", size, 0);
    return text;
}

/// Content streams: what several pages have is one object; what a page has alone is joined, for an object has its cost.
class ContentStreams {
public:
    ContentStreams(Objects& objects, const PageContents& contents) : objects_(objects) {
        for (const auto& content : contents)
            for (const auto& each : content->streams) ++uses_[each.hash];
    }

    void add(Dict page, const std::vector<PageContent::Stream>& streams) {
        std::vector<Ref> refs;
        std::vector<const PageContent::Stream*> own;
        const auto end_own = [&] {
            if (!own.empty()) refs.push_back(embed(std::exchange(own, {})));
        };
        for (const auto& each : streams) {
            const bool shared = uses_[each.hash] > 1;
            if (shared) end_own();
            own.push_back(&each);
            if (shared) end_own();
        }
        end_own();
        if (refs.size() == 1) return static_cast<void>(page.ref("Contents", refs.front()));
        auto list = page.array("Contents");
        for (const auto ref : refs) list.ref(ref);
    }

private:
    Ref embed(const std::vector<const PageContent::Stream*>& parts) {
        Fingerprint print;
        for (const auto* part : parts) print.add(part->hash);
        const auto key = print.hash();
        auto& made = made_[key];
        if (made) return made;
        std::string bytes;
        for (const auto* part : parts) bytes += part->bytes;
        return made = objects_.add_stream(std::move(bytes), true, key).ref();
    }

    Objects& objects_;
    std::map<Hash128, std::size_t> uses_;
    std::map<Hash128, Ref> made_;
};

/// Resource dictionaries: one for all pages that name the same things.
class ResourceDictionaries {
public:
    ResourceDictionaries(Objects& objects, const PageContents& contents, const SharedResources::Refs& refs,
                         const Inks& inks)
        : objects_(objects), refs_(refs), inks_(inks) {
        for (const auto& content : contents) ++uses_[content->resources];
    }

    void add(Dict page, const PageResources& used) {
        if (uses_[used] == 1) return fill_resources(page.dict("Resources"), used, refs_, inks_);
        auto& made = made_[used];
        if (!made) {
            auto resources = objects_.add();
            made = resources.ref();
            fill_resources(resources, used, refs_, inks_);
        }
        page.ref("Resources", made);
    }

private:
    Objects& objects_;
    const SharedResources::Refs& refs_;
    const Inks& inks_;
    std::map<PageResources, std::size_t> uses_;
    std::map<PageResources, Ref> made_;
};

}  // namespace

void embed_pages(Objects& objects, const layout::Pages& document, const PageContents& contents,
                 const std::vector<Ref>& pages, const SharedResources::Refs& refs, const Inks& inks, bool press) {
    ContentStreams streams(objects, contents);
    ResourceDictionaries resources(objects, contents, refs, inks);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Dict page(pages[i].object());
        page.name("Type", "Page");
        objects.entries(pages[i], boxes(document.pages[i], press));
        resources.add(page, contents[i]->resources);
        streams.add(page, contents[i]->streams);
        if (!contents[i]->owners.empty()) page.number("StructParents", static_cast<int>(i));
    }
}

}  // namespace zheye::pdf
