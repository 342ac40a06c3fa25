#include "layout/flow.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace zheye::layout {

namespace {

class Flow {
public:
    Flow(const PageSetup& setup, const FootStyle& foot, double first_top, double least, text::RuleSet off)
        : setup_(setup),
          foot_style_(foot),
          least_(least),
          grid_(off.has(text::Rule::G3) ? 0 : setup.grid),
          balances_(!off.has(text::Rule::G4)) {
        begin_page();
        y_ = first_top;
        fresh_ = first_top == 0;
    }

    Flowed run(std::vector<Section> sections) {
        for (std::size_t i = 0; i < sections.size(); ++i) {
            auto& section = sections[i];
            if (section.new_page && !fresh_) {
                put_floats();
                if (!fresh_ && !(section.may_stay && room() > kMostlyFree * setup_.text.height)) new_page();
            }
            if (section.galley.empty()) continue;
            fill_rest(sections, i);
            if (defer(sections, i)) continue;
            const Section* next = i + 1 < sections.size() && !sections[i + 1].new_page ? &sections[i + 1] : nullptr;
            if (section.across || setup_.columns == 1) {
                if (!fresh_) y_ += rest_above(sections, i);
                place_across(section.galley, next);
            } else {
                place_columns(section.galley);
            }
        }
        put_floats();
        while (!carry_.empty() || !carry_across_.empty()) new_page();
        finish_page();
        if (fresh_ && flowed_.pages.size() > 1 && !has_notes()) flowed_.pages.pop_back();
        return std::move(flowed_);
    }

private:
    using Floats = Section::Floats;
    struct Float {
        Galley galley;
        Floats kind;
    };
    [[nodiscard]] bool waits(Floats kind) const {
        return kind != Floats::unnamed && std::ranges::find(floats_, kind, &Float::kind) != floats_.end();
    }

    void begin_page() {
        flowed_.pages.emplace_back();
        y_ = float_after_ = 0;
        fresh_ = true;
        feet_.assign(static_cast<std::size_t>(setup_.columns), Foot(foot_style_));
        across_foot_ = Foot(foot_style_);
        // What is left of a long note may take most of a column, but leaves room for text to go on.
        const double most = kMostOfColumn * setup_.text.height;
        carry_across_ = across_foot_.take_rest(std::move(carry_across_), most);
        for (auto& foot : feet_) carry_ = foot.take_rest(std::move(carry_), most - across_foot_.height());
    }
    /// `inside`: a block goes on, which nothing that waits may part.
    void new_page(bool inside = false) {
        finish_page();
        begin_page();
        if (!inside) put_what_fits();
    }

    /// Notes stand at the foot of their columns, above those of the whole page.
    void finish_page() {
        auto& page = flowed_.pages.back().frame;
        double bottom = setup_.text.bottom() - across_foot_.height();
        for (std::size_t c = 0; c < feet_.size(); ++c)
            if (!feet_[c].empty())
                page.place({setup_.column_left(static_cast<int>(c)), bottom - feet_[c].height()},
                           feet_[c].frame(setup_.column));
        if (!across_foot_.empty()) page.place({setup_.text.x, bottom}, across_foot_.frame(setup_.text.width));
    }
    [[nodiscard]] bool has_notes() const {
        return !across_foot_.empty() || std::ranges::any_of(feet_, [](const Foot& foot) { return !foot.empty(); });
    }

    /// At the top of a page as many of what was deferred as it holds. The rest waits for the page after, for the text
    /// that goes on below would otherwise leave the page half empty.
    void put_what_fits() {
        auto floats = std::exchange(floats_, {});
        std::size_t i = 0;
        for (; i < floats.size() && (fresh_ || height_of(floats[i].galley) <= room()); ++i) {
            place_across(floats[i].galley, nullptr);
            float_after_ = floats[i].galley.after;
        }
        floats_.insert(floats_.begin(), std::move_iterator(floats.begin() + static_cast<std::ptrdiff_t>(i)),
                       std::move_iterator(floats.end()));
    }

    /// What was deferred stands where the chapter or its part ends.
    void put_floats() {
        const auto floats = std::exchange(floats_, {});
        for (const auto& [galley, kind] : floats) {
            place_across(galley, nullptr);
            float_after_ = galley.after;
        }
    }

    /// Blocks across in a row, before columns: what they leave of a whole number of grid lines, shared above and below.
    [[nodiscard]] double rest_above(const std::vector<Section>& sections, std::size_t i) const {
        if (grid_ <= 0 || sections[i].galley.empty() || setup_.columns == 1) return 0;
        const auto& last = sections[i].galley.pieces.back();
        double y = y_;
        for (; i < sections.size() && !sections[i].new_page; ++i) {
            const auto& galley = sections[i].galley;
            if (galley.empty()) continue;
            y += galley.pieces.front().space_before;
            if (!sections[i].across) {
                const double rest = std::ceil(y / grid_ - 0.001) * grid_ - y;
                return y + rest < setup_.text.height ? rest * share_above(last) : 0;
            }
            const auto height = rigid_height(galley);
            if (!height) return 0;
            y += *height;
        }
        return 0;
    }

    /// What can grow at the end of a galley takes what is left of the page. It is left as it is where that is too
    /// little, or so much that something else may stand below it.
    void fill_rest(std::vector<Section>& sections, std::size_t i) {
        auto& galley = sections[i].galley;
        const auto* const next = i + 1 < sections.size() ? &sections[i + 1] : nullptr;
        const auto stretch = galley.pieces.back().stretch;
        if (!stretch) return;
        const auto more = [&] {
            const double free = rest_for(galley) - galley.pieces.back().frame.size.height;
            return next && (!next->new_page || (next->may_stay && free > kMostlyFree * setup_.text.height &&
                                                free > height_to_begin(sections, i + 1)));
        };
        if (!more() && rest_for(galley) < stretch->least && !fresh_) new_page();
        const double rest = rest_for(galley);
        if (rest < stretch->least || (more() && rest > kMostFilled * setup_.text.height)) return;
        auto& last = galley.pieces.back();
        auto grown = stretch->make(std::min(rest, stretch->most), rest <= stretch->most && !has_notes());
        last.frame = std::move(grown.frame);
        last.at_top = std::move(grown.at_top);
        last.to_page_end = grown.to_page_end;
    }
    /// What section `i` and those that its end is kept with need on one page.
    [[nodiscard]] double height_to_begin(const std::vector<Section>& sections, std::size_t i) const {
        double height = 0;
        for (const auto first = i; i < sections.size() && (i == first || !sections[i].new_page); ++i) {
            const auto& galley = sections[i].galley;
            if (galley.empty()) continue;
            const bool is_kept = (sections[i].across || setup_.columns == 1) && galley.pieces.back().keep_next;
            if (!is_kept) return height + (height > 0 ? needed_by(sections[i]) : start_height(galley, across_foot_));
            height += height_of(galley);
        }
        return height;
    }
    /// pt from where the last piece of a galley across would begin to the end of the page.
    [[nodiscard]] double rest_for(const Galley& galley) const {
        const auto &first = galley.pieces.front(), &last = galley.pieces.back();
        const bool alone = galley.pieces.size() == 1;
        const double before = fresh_ ? 0 : std::max(first.space_before, float_after_);
        const double others = height_of(galley) - first.space_before - last.frame.size.height;
        return room() - before - others + (fresh_ && alone && last.at_top ? last.reach : 0);
    }

    /// Whether section `i` is done with for now: a float that does not fit here waits for the next page; columns that a
    /// waiting float would part from the columns after it are joined with those.
    bool defer(std::vector<Section>& sections, std::size_t i) {
        auto& section = sections[i];
        const auto has_more = [&](std::size_t at) { return at < sections.size() && !sections[at].new_page; };
        if (section.floats != Floats::no) {
            const double height = height_of(section.galley);
            if (height <= room() && !waits(section.floats)) return false;
            if (!fresh_ && height <= setup_.text.height && has_more(i + 1)) {
                floats_.push_back({std::move(section.galley), section.floats});
                return true;
            }
            put_floats();
            return false;
        }
        if (section.across || setup_.columns == 1 || !has_more(i + 2) || sections[i + 1].floats == Floats::no ||
            sections[i + 2].across || sections[i + 2].floats != Floats::no)
            return false;
        const auto parts = balance(section.galley, 0, column_rooms(section.galley.pieces.front().space_before));
        if (!parts) return false;
        double height = section.galley.pieces.front().space_before;
        for (const auto& part : *parts)
            height = std::max(height, section.galley.pieces.front().space_before + part.height);
        if (height + height_of(sections[i + 1].galley) <= room() - setup_.grid) return false;
        floats_.push_back({std::move(sections[i + 1].galley), sections[i + 1].floats});
        section.galley.append(std::move(sections[i + 2].galley), 0);
        sections[i + 1].galley = {};
        sections[i + 2].galley = std::move(section.galley);
        return true;
    }

    [[nodiscard]] double height_of(const Galley& galley) const {
        if (galley.empty()) return 0;
        double notes = 0;
        for (const auto& piece : galley.pieces)
            for (const auto& note : piece.notes) notes += note.height();
        Room endless;
        endless.height = endless.whole = 1e9;
        endless.grid = grid_;
        return galley.pieces.front().space_before + fill(galley, 0, endless).height + across_foot_.height(notes) -
               across_foot_.height();
    }

    /// pt between what stands on the page and its notes.
    [[nodiscard]] double room() const { return across_room().height - across_foot_.height(); }

    [[nodiscard]] Room room_above(double notes, const Foot& foot) const {
        Room room;
        room.height = room.whole = setup_.text.height - y_ - notes;
        room.grid = grid_;
        room.phase = grid_ > 0 ? y_ - std::floor(y_ / grid_ + 0.001) * grid_ : 0;
        room.foot = &foot;
        return room;
    }
    [[nodiscard]] Room across_room() const {
        double feet = 0;
        for (const auto& foot : feet_) feet = std::max(feet, foot.height());
        auto room = room_above(feet, across_foot_);
        room.parts_notes = true;
        room.closed = !carry_across_.empty();
        return room;
    }
    [[nodiscard]] Room column_room(std::size_t c, double before = 0) const {
        auto room = room_above(across_foot_.height() + before, feet_[c]);
        room.phase = 0;
        room.closed = !carry_.empty();
        return room;
    }
    [[nodiscard]] std::vector<Room> column_rooms(double before = 0) const {
        std::vector<Room> rooms;
        for (std::size_t c = 0; c < feet_.size(); ++c) rooms.push_back(column_room(c, before));
        return rooms;
    }

    static void take_notes(Foot& foot, std::vector<Footnote>& carry, const Galley& galley, const Fill& part,
                           double room) {
        std::vector<Footnote> notes;
        for (std::size_t i = part.begin; i < part.end; ++i)
            notes.insert(notes.end(), galley.pieces[i].notes.begin(), galley.pieces[i].notes.end());
        if (notes.empty()) return;
        auto rest = foot.take(std::move(notes), room - part.height);
        std::ranges::move(rest, std::back_inserter(carry));
    }

    /// The space that the first piece wants, kept where something stands above it.
    void space_above(const Piece& piece) {
        if (fresh_) return;
        y_ += std::max(piece.space_before, std::exchange(float_after_, 0));
        if (piece.on_grid) snap();
    }
    void snap() {
        if (grid_ > 0) y_ = std::ceil(y_ / grid_ - 0.001) * grid_;
    }

    void draw(const Galley& galley, const Fill& part, const Room& room, double x, bool top) {
        std::vector<PlacedMark> marks;
        Frame frame = compose(galley, part, room, top, marks);
        auto& page = flowed_.pages.back();
        if (const auto& first = galley.pieces[part.begin]; top && first.at_top) {
            page.bare_top = true;
            page.below_picture = setup_.text.y + y_ + first.frame.size.height - first.reach;
        }
        page.bare_foot = page.bare_foot || galley.pieces[part.end - 1].to_page_end;
        page.frame.place({x, setup_.text.y + y_}, std::move(frame));
        for (auto& placed : marks)
            flowed_.marks.push_back({std::move(placed.mark), flowed_.pages.size() - 1, setup_.text.y + y_ + placed.y});
    }

    void place_across(const Galley& galley, const Section* next) {
        std::size_t at = 0;
        while (at < galley.pieces.size()) {
            const double before = y_;
            space_above(galley.pieces[at]);
            auto place = across_room();
            place.force = fresh_ && !place.closed;
            Fill part = fill(galley, at, place);
            const bool whole = part.end == galley.pieces.size();
            if (whole && next && galley.pieces.back().keep_next && !fresh_or_all_kept(galley, at) &&
                part.height + needed_by(*next) > room())
                part = fill_until(galley, at, without_kept_end(galley, at), place);
            if (part.end == part.begin) {
                y_ = before;
                new_page();
                continue;
            }
            take_notes(across_foot_, carry_across_, galley, part, place.whole);
            draw(galley, part, place, setup_.text.x, fresh_);
            y_ += part.height - (fresh_ && galley.pieces[at].at_top ? galley.pieces[at].reach : 0);
            fresh_ = false;
            at = part.end;
            if (at < galley.pieces.size()) new_page(galley.pieces[at].inside);
        }
    }

    /// What a heading must find below itself: the start of what follows, on the grid, and where that is columns no less
    /// than is worth beginning them in.
    [[nodiscard]] double needed_by(const Section& next) const {
        const double start = start_height(next.galley, across_foot_) + setup_.grid;
        return next.across ? start : std::max(start, least_ + setup_.grid);
    }

    /// On a fresh page a heading alone must be placed all the same.
    [[nodiscard]] bool fresh_or_all_kept(const Galley& galley, std::size_t at) const {
        return fresh_ && without_kept_end(galley, at) == at;
    }

    void place_columns(const Galley& galley) {
        std::size_t at = 0;
        while (at < galley.pieces.size()) {
            const double before = y_;
            space_above(galley.pieces[at]);
            snap();
            const std::size_t begin = at;
            const auto parts = balances_ ? balance(galley, at, column_rooms()) : std::nullopt;
            if (!fresh_ && room() < least_ && !parts) {  // what ends here may take less
                new_page();
                continue;
            }
            double height = 0;
            for (std::size_t c = 0; c < feet_.size(); ++c) {
                const Fill part = parts ? (*parts)[c] : fill_column(galley, at, c);
                if (part.end == part.begin && c == 0) break;
                height = std::max(height, place_column(galley, part, c));
                at = part.end;
            }
            if (at == begin) y_ = before;
            y_ += height;
            fresh_ = fresh_ && at == begin;
            if (at < galley.pieces.size()) new_page(galley.pieces[at].inside);
        }
    }

    [[nodiscard]] Fill fill_column(const Galley& galley, std::size_t at, std::size_t c) {
        if (c > 0) carry_ = feet_[c].take_rest(std::move(carry_), kMostOfColumn * column_room(c).whole);
        auto room = column_room(c);
        room.parts_notes = true;
        room.force = fresh_ && c == 0 && !room.closed;
        return fill(galley, at, room);
    }

    double place_column(const Galley& galley, const Fill& part, std::size_t c) {
        if (part.end == part.begin) return 0;
        const auto room = column_room(c);
        take_notes(feet_[c], carry_, galley, part, room.whole);
        draw(galley, part, room, setup_.column_left(static_cast<int>(c)), fresh_ && c == 0);
        return part.height;
    }

    /// Of a column that the rest of a note may take.
    static constexpr double kMostOfColumn = 2.0 / 3;
    /// Of the text area: with so much left a section goes on on the page.
    static constexpr double kMostlyFree = 0.5;
    /// Of the text area that a picture may fill where more follows.
    static constexpr double kMostFilled = 0.7;

    const PageSetup& setup_;
    const FootStyle& foot_style_;
    double least_;
    double grid_;  ///< pt, 0: none is kept
    bool balances_;
    Flowed flowed_;
    std::vector<Float> floats_;
    std::vector<Foot> feet_;  ///< of the columns of this page
    Foot across_foot_{foot_style_};
    std::vector<Footnote> carry_, carry_across_;  ///< rests of notes that go on in the next column, on the next page
    double y_ = 0;
    double float_after_ = 0;  ///< space that a float at the top of the page wants below itself
    bool fresh_ = true;
};

}  // namespace

Flowed flow(std::vector<Section> sections, const PageSetup& setup, const FootStyle& foot, double first_top,
            double least, text::RuleSet off) {
    return Flow(setup, foot, first_top, least, off).run(std::move(sections));
}

}  // namespace zheye::layout
