#include "pdf/linearize.h"

#include "base/hash.h"
#include "pdf/file_parts.h"
#include "pdf/hint_tables.h"
#include "pdf/linear_order.h"
#include "pdf/references.h"

#include <cassert>
#include <deque>
#include <span>
#include <utility>

namespace zheye::pdf {

namespace {

/// Texts of objects by their numbers, one behind the other, and what they refer to.
class Texts {
public:
    explicit Texts(const Objects& objects) : places_(objects.count() + 2) {
        constexpr std::size_t kUsual = 160;  // bytes of an object: growing step by step would copy megabytes
        texts_.reserve(kUsual * objects.count());
        for (std::uint32_t number = 1; number <= objects.count(); ++number) {
            objects.print(number, texts_);
            append_references(found_, std::string_view(texts_).substr(places_[number].text));
            places_[number + 1] = {texts_.size(), found_.size()};
        }
        std::string trailer;
        objects.print_trailer(trailer);
        in_trailer_ = references(trailer);
    }
    /// One more than that of the last object.
    [[nodiscard]] std::size_t count() const { return places_.size() - 1; }
    [[nodiscard]] std::string_view text(std::uint32_t number) const {
        const auto begin = places_[number].text;
        return std::string_view(texts_).substr(begin, places_[number + 1].text - begin);
    }
    /// Their places are in `text(number)`.
    [[nodiscard]] std::span<const Reference> found(std::uint32_t number) const {
        const auto begin = places_[number].found;
        return std::span(found_).subspan(begin, places_[number + 1].found - begin);
    }
    [[nodiscard]] const std::vector<Reference>& in_trailer() const { return in_trailer_; }

private:
    struct Place {
        std::size_t text = 0, found = 0;
    };
    std::string texts_;
    std::vector<Reference> found_, in_trailer_;
    std::vector<Place> places_;  ///< where each begins, and the last ends
};

ObjectGraph graph_of(const Texts& texts, Objects& objects, Ref root, const std::vector<Ref>& pages, Ref outlines) {
    ObjectGraph graph;
    graph.root = root.number();
    if (outlines) graph.outlines = outlines.number();
    graph.refers.resize(texts.count());
    graph.is_stream.resize(texts.count());
    for (std::uint32_t number = 1; number < texts.count(); ++number) {
        graph.is_stream[number] = objects.body(number).is_stream;
        const auto found = texts.found(number);
        graph.refers[number].reserve(found.size());
        for (const auto& one : found) graph.refers[number].push_back(one.number);
    }
    for (const auto page : pages) {
        graph.pages.push_back(page.number());
        auto& refers = graph.refers[page.number()];
        const auto parent = texts.text(page.number()).find("/Parent ");
        assert(parent != std::string::npos);
        const auto found = texts.found(page.number());
        for (std::size_t i = 0; i < refers.size(); ++i)
            if (found[i].begin == parent + 8) refers.erase(refers.begin() + static_cast<long>(i));
    }
    for (const auto& one : texts.in_trailer())
        if (one.number != graph.root) graph.beside_root.push_back(one.number);
    return graph;
}

/// The numbers of objects in the new file: behind the first page's section come those of all others, which have the low
/// numbers; within each of the two, what lies in object streams comes last (F.3.4).
struct Numbers {
    std::vector<std::uint32_t> object;  ///< by the old number; 0 for none
    std::vector<std::uint32_t> member;
    std::uint32_t main_table = 0, parameters = 0, first_table = 0, hints = 0, end = 0;
};

class Numbering {
public:
    Numbering(const LinearOrder& order, std::size_t objects) : order_(order) {
        numbers_.object.resize(objects);
        numbers_.member.resize(order.members.size());
    }

    Numbers made() {
        std::vector<std::size_t> later;
        for (const auto& page : order_.other_pages) later.insert(later.end(), page.begin(), page.end());
        later.insert(later.end(), order_.shared.begin(), order_.shared.end());
        later.insert(later.end(), order_.rest.begin(), order_.rest.end());
        number(later);
        numbers_.main_table = next_++;
        number_packed(later);
        numbers_.parameters = next_++;
        numbers_.first_table = next_++;
        number({order_.root});
        numbers_.hints = next_++;
        number(order_.first_page);
        number_packed(order_.first_page);
        numbers_.end = next_;
        return std::move(numbers_);
    }

private:
    void number(const std::vector<std::size_t>& members) {
        for (const auto i : members) {
            numbers_.member[i] = next_++;
            if (!order_.members[i].packed) numbers_.object[order_.members[i].objects.front()] = numbers_.member[i];
        }
    }
    void number_packed(const std::vector<std::size_t>& members) {
        for (const auto i : members)
            if (order_.members[i].packed)
                for (const auto object : order_.members[i].objects) numbers_.object[object] = next_++;
    }

    const LinearOrder& order_;
    Numbers numbers_;
    std::uint32_t next_ = 1;
};

/// A number that is known later has its room now.
std::string roomy(std::size_t value) {
    constexpr std::size_t kDigits = 10;
    auto text = std::to_string(value);
    return text.append(kDigits - text.size(), ' ');
}

class File {
public:
    File(Objects& objects, const Texts& texts, const LinearOrder& order, std::string_view version,
         const Deflater& deflater)
        : objects_(objects),
          texts_(texts),
          order_(order),
          version_(version),
          deflater_(deflater),
          numbers_(Numbering(order, texts.count()).made()),
          rows_(numbers_.end) {
        rows_[0] = kNoObject;
    }

    std::string write() {
        deflate_bodies(objects_, deflater_);
        render_members();
        finish_trailer();
        make_hint_stream();
        place_all();
        return assembled();
    }

private:
    void append_text(std::string& to, std::uint32_t object) const {
        append_renumbered(to, texts_.text(object), texts_.found(object), numbers_.object);
    }
    [[nodiscard]] std::string text(std::uint32_t object) const {
        std::string text;
        append_text(text, object);
        return text;
    }

    /// The bytes of every member, "obj" to "endobj".
    void render_members() {
        std::deque<ObjectStream> packs;
        std::vector<std::string> bodies(order_.members.size());
        std::vector<Deflater::Wanted> wanted;
        for (std::size_t i = 0; i < order_.members.size(); ++i) {
            packs.emplace_back();
            if (!order_.members[i].packed) continue;
            for (const auto object : order_.members[i].objects) {
                rows_[numbers_.object[object]] = {2, numbers_.member[i],
                                                  static_cast<std::uint16_t>(packs.back().count())};
                append_text(packs.back().add(numbers_.object[object]), object);
            }
            bodies[i] = packs.back().body();
            wanted.push_back({&bodies[i]});
        }
        deflater_.deflate(wanted);
        members_.resize(order_.members.size());
        for (std::size_t i = 0; i < members_.size(); ++i) {
            const auto object = order_.members[i].objects.front();
            const auto& body = objects_.body(object);
            if (order_.members[i].packed)
                put_stream(members_[i], numbers_.member[i], "<<" + packs[i].entries() + ">>", bodies[i],
                           deflater_.is_on());
            else if (body.is_stream)
                put_stream(members_[i], numbers_.member[i], text(object), body.bytes(), body.deflated);
            else
                put_object(members_[i], numbers_.member[i], text(object));
        }
    }

    /// The ID in the trailer is a name for the content.
    void finish_trailer() {
        Fingerprint content;
        for (const auto& member : members_) content.add(member);
        name_content(objects_, content.hash());
        objects_.print_trailer(trailer_);
        const auto trailer = std::exchange(trailer_, {});
        append_renumbered(trailer_, trailer, references(trailer), numbers_.object);
        assert(trailer_.ends_with(">>"));
        trailer_.resize(trailer_.size() - 2);
    }

    [[nodiscard]] std::uint32_t bytes_of(const std::vector<std::size_t>& members) const {
        std::size_t bytes = 0;
        for (const auto i : members) bytes += members_[i].size();
        return static_cast<std::uint32_t>(bytes);
    }

    /// Of a run of members that begins at `offset`.
    [[nodiscard]] HintedGroup group(const std::vector<std::size_t>& members, std::size_t offset) const {
        if (members.empty()) return {};
        return {numbers_.member[members.front()], static_cast<std::uint32_t>(offset),
                static_cast<std::uint32_t>(members.size()), bytes_of(members)};
    }

    /// Offsets in it are as if it were not there.
    void make_hint_stream() {
        Hints hints;
        std::size_t at = front().size() + members_[order_.root].size();
        hints.first_page_offset = static_cast<std::uint32_t>(at);
        const auto page = [&](const std::vector<std::size_t>& members, const std::vector<std::size_t>& uses) {
            hints.pages.push_back({static_cast<std::uint32_t>(members.size()), bytes_of(members), {}});
            for (const auto use : uses) hints.pages.back().shared.push_back(static_cast<std::uint32_t>(use));
            at += bytes_of(members);
        };
        page(order_.first_page, {});
        for (std::size_t i = 0; i < order_.other_pages.size(); ++i) page(order_.other_pages[i], order_.uses[i]);
        hints.shared_in_first_page = static_cast<std::uint32_t>(order_.first_page.size());
        for (const auto i : order_.first_page)
            hints.shared_bytes.push_back(static_cast<std::uint32_t>(members_[i].size()));
        for (const auto i : order_.shared) hints.shared_bytes.push_back(static_cast<std::uint32_t>(members_[i].size()));
        hints.shared = group(order_.shared, at);
        at += bytes_of(order_.shared);
        const auto begin = order_.rest.begin();
        hints.outlines = group({begin, begin + static_cast<long>(order_.outlines_count)}, at);
        auto tables = hint_tables(hints);
        deflater_.deflate({{&tables.bytes}});
        std::string dictionary = "<</S " + std::to_string(tables.shared_begin);
        if (tables.outlines_begin > 0) dictionary += "/O " + std::to_string(tables.outlines_begin);
        put_stream(hints_, numbers_.hints, dictionary + ">>", tables.bytes, deflater_.is_on());
    }

    /// What is known of the whole file.
    struct Places {
        std::size_t file = 0, first_end = 0, hints = 0, main_table = 0, first_table = 0;
    };

    /// The file up to the catalog: parameters and the first section's cross-references, which are not deflated, so that
    /// their length does not depend on what they say.
    std::string front() {
        std::string out = header(version_);
        rows_[numbers_.parameters] = {1, static_cast<std::uint32_t>(out.size()), 0};
        put_object(out, numbers_.parameters,
                   "<</Linearized 1/L " + roomy(places_.file) + "/H[" + roomy(places_.hints) + ' ' +
                       roomy(hints_.size()) + "]/O " + std::to_string(numbers_.member[order_.first_page.front()]) +
                       "/E " + roomy(places_.first_end) + "/N " + std::to_string(order_.other_pages.size() + 1) +
                       "/T " + roomy(places_.main_table) + ">>");
        rows_[numbers_.first_table] = {1, static_cast<std::uint32_t>(out.size()), 0};
        const auto rows = std::span(rows_).subspan(numbers_.parameters);
        put_stream(out, numbers_.first_table,
                   trailer_ + "/Type/XRef/W" + std::string(kRowWidths) + "/Size " + std::to_string(rows_.size()) +
                       "/Index[" + std::to_string(numbers_.parameters) + ' ' + std::to_string(rows.size()) + "]/Prev " +
                       roomy(places_.main_table) + ">>",
                   row_bytes(rows, false), false);
        return out += "startxref\n0\n%%EOF\n";
    }

    /// The members behind the hints, as they follow each other.
    [[nodiscard]] std::vector<std::size_t> behind_first_page() const {
        std::vector<std::size_t> members;
        const auto append = [&](const auto& more) { members.insert(members.end(), more.begin(), more.end()); };
        for (const auto& page : order_.other_pages) append(page);
        append(order_.shared);
        append(order_.rest);
        return members;
    }

    /// Says where everything goes; the main table alone has a length that depends on it, and comes last.
    void place_all() {
        std::size_t at = front().size();
        const auto place = [&](std::uint32_t number, std::size_t bytes) {
            rows_[number] = {1, static_cast<std::uint32_t>(at), 0};
            return std::exchange(at, at + bytes);
        };
        const auto place_members = [&](const std::vector<std::size_t>& members) {
            for (const auto i : members) place(numbers_.member[i], members_[i].size());
        };
        places_.first_table = rows_[numbers_.first_table].place;
        place_members({order_.root});
        places_.hints = place(numbers_.hints, hints_.size());
        place_members(order_.first_page);
        places_.first_end = at;
        place_members(behind_first_page());
        places_.main_table = place(numbers_.main_table, 0);
        make_main_table();
        end_ = "startxref\n" + std::to_string(places_.first_table) + "\n%%EOF\n";
        places_.file = at + main_table_.size() + end_.size();
    }

    void make_main_table() {
        std::string bytes = row_bytes(std::span(rows_).first(numbers_.parameters), deflater_.is_on());
        deflater_.deflate({{&bytes}});
        put_stream(main_table_, numbers_.main_table,
                   trailer_ + "/Type/XRef/W" + std::string(kRowWidths) + "/Size " +
                       std::to_string(numbers_.parameters) + (deflater_.is_on() ? std::string(kRowPredictor) : "") +
                       ">>",
                   bytes, deflater_.is_on());
    }

    std::string assembled() {
        std::string out;
        out.reserve(places_.file);
        out += front();
        out += members_[order_.root];
        out += hints_;
        for (const auto i : order_.first_page) out += members_[i];
        for (const auto i : behind_first_page()) out += members_[i];
        out += main_table_;
        out += end_;
        assert(out.size() == places_.file);
        return out;
    }

    Objects& objects_;
    const Texts& texts_;
    const LinearOrder& order_;
    std::string_view version_;
    const Deflater& deflater_;
    Numbers numbers_;
    std::vector<CrossReference> rows_;  ///< by the new number
    std::vector<std::string> members_;
    std::string trailer_;             ///< without its end
    std::string hints_, main_table_;  ///< whole objects
    std::string end_;
    Places places_;
};

}  // namespace

std::string linearize(Objects& objects, Ref root, const std::vector<Ref>& pages, Ref outlines, std::string_view version,
                      const Deflater& deflater) {
    if (objects.failed()) return {};
    const Texts texts(objects);
    const auto order = linear_order(graph_of(texts, objects, root, pages, outlines), ObjectStream::kMost);
    auto file = File(objects, texts, order, version, deflater).write();
    if (objects.failed()) file.clear();
    return file;
}

}  // namespace zheye::pdf
