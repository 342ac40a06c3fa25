#include "pdf/linearize.h"

#include "pdf/file_parts.h"
#include "pdf/hint_tables.h"
#include "pdf/linear_order.h"
#include "pdf/references.h"

#include <cassert>
#include <deque>
#include <utility>

namespace zheye::pdf {

namespace {

/// Texts of objects, and what they refer to.
struct Texts {
    std::vector<std::string> text;
    std::vector<std::vector<Reference>> found;
    std::string trailer;
    std::vector<Reference> in_trailer;
};

Texts print_all(const Objects& objects) {
    Texts texts;
    texts.text.resize(objects.count() + 1);
    texts.found.resize(texts.text.size());
    for (std::uint32_t number = 1; number <= objects.count(); ++number) {
        objects.print(number, texts.text[number]);
        texts.found[number] = references(texts.text[number]);
    }
    objects.print_trailer(texts.trailer);
    texts.in_trailer = references(texts.trailer);
    return texts;
}

ObjectGraph graph_of(const Texts& texts, Objects& objects, Ref root, const std::vector<Ref>& pages, Ref outlines) {
    ObjectGraph graph;
    graph.root = root.number();
    if (outlines) graph.outlines = outlines.number();
    graph.refers.resize(texts.text.size());
    graph.is_stream.resize(texts.text.size());
    for (std::uint32_t number = 1; number < texts.text.size(); ++number) {
        graph.is_stream[number] = objects.body(number).is_stream;
        for (const auto& one : texts.found[number]) graph.refers[number].push_back(one.number);
    }
    for (const auto page : pages) {
        graph.pages.push_back(page.number());
        auto& refers = graph.refers[page.number()];
        const auto& text = texts.text[page.number()];
        const auto parent = text.find("/Parent ");
        assert(parent != std::string::npos);
        for (std::size_t i = 0; i < refers.size(); ++i)
            if (texts.found[page.number()][i].begin == parent + 8) refers.erase(refers.begin() + static_cast<long>(i));
    }
    for (const auto& one : texts.in_trailer)
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
          numbers_(Numbering(order, texts.text.size()).made()),
          rows_(numbers_.end) {
        rows_[0] = kNoObject;
    }

    std::string write() {
        deflate_bodies(objects_, deflater_);
        render_members();
        finish_trailer();
        const auto hints = hint_stream();
        // Once for the places of everything, and again with them: nothing changes its length.
        assemble(hints);
        const auto length = out_.size();
        assemble(hints);
        assert(out_.size() == length);
        return std::move(out_);
    }

private:
    void append_text(std::string& to, std::uint32_t object) const {
        append_renumbered(to, texts_.text[object], texts_.found[object], numbers_.object);
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
        std::string all;
        for (const auto& member : members_) all += member;
        name_content(objects_, all);
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

    /// Offsets as if this stream were not there.
    HintTables hint_stream() {
        Hints hints;
        std::size_t at = front({}).size() + members_[order_.root].size();
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
        return hint_tables(hints);
    }

    /// What is known of the whole file.
    struct Places {
        std::size_t file = 0, first_end = 0, hints = 0, hints_bytes = 0, main_table = 0, first_table = 0;
    };

    /// The file up to the catalog: parameters and the first section's cross-references, which are not deflated, so that
    /// their length does not depend on what they say.
    std::string front(const Places& places) {
        std::string out = header(version_);
        rows_[numbers_.parameters] = {1, static_cast<std::uint32_t>(out.size()), 0};
        put_object(out, numbers_.parameters,
                   "<</Linearized 1/L " + roomy(places.file) + "/H[" + roomy(places.hints) + ' ' +
                       roomy(places.hints_bytes) + "]/O " + std::to_string(numbers_.member[order_.first_page.front()]) +
                       "/E " + roomy(places.first_end) + "/N " + std::to_string(order_.other_pages.size() + 1) + "/T " +
                       roomy(places.main_table) + ">>");
        rows_[numbers_.first_table] = {1, static_cast<std::uint32_t>(out.size()), 0};
        const auto rows = std::span(rows_).subspan(numbers_.parameters);
        put_stream(out, numbers_.first_table,
                   trailer_ + "/Type/XRef/W" + std::string(kRowWidths) + "/Size " + std::to_string(rows_.size()) +
                       "/Index[" + std::to_string(numbers_.parameters) + ' ' + std::to_string(rows.size()) + "]/Prev " +
                       roomy(places.main_table) + ">>",
                   row_bytes(rows, false), false);
        return out += "startxref\n0\n%%EOF\n";
    }

    void put_member(std::size_t i) {
        rows_[numbers_.member[i]] = {1, static_cast<std::uint32_t>(out_.size()), 0};
        out_ += members_[i];
    }
    void put_members(const std::vector<std::size_t>& members) {
        for (const auto i : members) put_member(i);
    }

    void assemble(const HintTables& hints) {
        const auto known = places_;
        out_ = front(known);
        places_.first_table = rows_[numbers_.first_table].place;
        put_member(order_.root);
        put_hints(hints);
        put_members(order_.first_page);
        places_.first_end = out_.size();
        for (const auto& page : order_.other_pages) put_members(page);
        put_members(order_.shared);
        put_members(order_.rest);
        put_main_table();
        out_ += "startxref\n" + std::to_string(places_.first_table) + "\n%%EOF\n";
        places_.file = out_.size();
    }

    void put_hints(const HintTables& hints) {
        places_.hints = out_.size();
        rows_[numbers_.hints] = {1, static_cast<std::uint32_t>(out_.size()), 0};
        std::string bytes = hints.bytes;
        deflater_.deflate({{&bytes}});
        std::string dictionary = "<</S " + std::to_string(hints.shared_begin);
        if (hints.outlines_begin > 0) dictionary += "/O " + std::to_string(hints.outlines_begin);
        put_stream(out_, numbers_.hints, dictionary + ">>", bytes, deflater_.is_on());
        places_.hints_bytes = out_.size() - places_.hints;
    }

    void put_main_table() {
        places_.main_table = out_.size();
        rows_[numbers_.main_table] = {1, static_cast<std::uint32_t>(out_.size()), 0};
        std::string bytes = row_bytes(std::span(rows_).first(numbers_.parameters), deflater_.is_on());
        deflater_.deflate({{&bytes}});
        put_stream(out_, numbers_.main_table,
                   trailer_ + "/Type/XRef/W" + std::string(kRowWidths) + "/Size " +
                       std::to_string(numbers_.parameters) + (deflater_.is_on() ? std::string(kRowPredictor) : "") +
                       ">>",
                   bytes, deflater_.is_on());
    }

    Objects& objects_;
    const Texts& texts_;
    const LinearOrder& order_;
    std::string_view version_;
    const Deflater& deflater_;
    Numbers numbers_;
    std::vector<CrossReference> rows_;  ///< by the new number
    std::vector<std::string> members_;
    std::string trailer_;  ///< without its end
    Places places_;
    std::string out_;
};

}  // namespace

std::string linearize(Objects& objects, Ref root, const std::vector<Ref>& pages, Ref outlines, std::string_view version,
                      const Deflater& deflater) {
    if (objects.failed()) return {};
    const auto texts = print_all(objects);
    const auto order = linear_order(graph_of(texts, objects, root, pages, outlines), ObjectStream::kMost);
    auto file = File(objects, texts, order, version, deflater).write();
    if (objects.failed()) file.clear();
    return file;
}

}  // namespace zheye::pdf
