#include "layout/flow.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zheye::layout {

namespace {

class Flow {
public:
    Flow(const PageSetup& setup, double first_top, double least) : setup_(setup), least_(least) {
        flowed_.pages.emplace_back();
        y_ = first_top;
        fresh_ = first_top == 0;
    }

    Flowed run(std::vector<Section> sections) {
        for (std::size_t i = 0; i < sections.size(); ++i) {
            auto& section = sections[i];
            if (section.new_page && !fresh_) {
                put_floats();
                if (!fresh_) new_page();
            }
            if (section.galley.empty() || defer(sections, i)) continue;
            const Section* next = i + 1 < sections.size() && !sections[i + 1].new_page ? &sections[i + 1] : nullptr;
            if (section.across || setup_.columns == 1)
                place_across(section.galley, next);
            else
                place_columns(section.galley);
        }
        put_floats();
        if (fresh_ && flowed_.pages.size() > 1) flowed_.pages.pop_back();
        return std::move(flowed_);
    }

private:
    void new_page() {
        flowed_.pages.emplace_back();
        y_ = float_after_ = 0;
        fresh_ = true;
        put_floats();
    }

    /// What was deferred stands at the top of the next page, or where the chapter ends.
    void put_floats() {
        const auto floats = std::exchange(floats_, {});
        for (const auto& galley : floats) {
            place_across(galley, nullptr);
            float_after_ = galley.after;
        }
    }

    /// Whether section `i` is done with for now: a float that does not fit here waits for the next page; columns that a
    /// waiting float would part from the columns after it are joined with those.
    bool defer(std::vector<Section>& sections, std::size_t i) {
        auto& section = sections[i];
        const auto has_more = [&](std::size_t at) { return at < sections.size() && !sections[at].new_page; };
        if (section.floats) {
            if (fresh_ || !has_more(i + 1) || height_of(section.galley) <= room()) return false;
            floats_.push_back(std::move(section.galley));
            return true;
        }
        if (section.across || setup_.columns == 1 || !has_more(i + 2) || !sections[i + 1].floats ||
            sections[i + 2].across || sections[i + 2].floats)
            return false;
        const auto parts = balance(section.galley, 0, setup_.columns,
                                   room() - section.galley.pieces.front().space_before, setup_.grid);
        if (!parts) return false;
        double height = section.galley.pieces.front().space_before;
        for (const auto& part : *parts)
            height = std::max(height, section.galley.pieces.front().space_before + part.height);
        if (height + height_of(sections[i + 1].galley) <= room() - setup_.grid) return false;
        floats_.push_back(std::move(sections[i + 1].galley));
        section.galley.append(std::move(sections[i + 2].galley), 0);
        sections[i + 1].galley = {};
        sections[i + 2].galley = std::move(section.galley);
        return true;
    }

    [[nodiscard]] double height_of(const Galley& galley) const {
        return galley.empty() ? 0 : galley.pieces.front().space_before + fill(galley, 0, 1e9, setup_.grid, true).height;
    }

    [[nodiscard]] double room() const { return setup_.text.height - y_; }

    /// The space that the first piece wants, kept where something stands above it.
    void space_above(const Piece& piece) {
        if (fresh_) return;
        y_ += std::max(piece.space_before, std::exchange(float_after_, 0));
        if (piece.on_grid) snap();
    }
    void snap() { y_ = std::ceil(y_ / setup_.grid - 0.001) * setup_.grid; }

    void draw(const Galley& galley, const Fill& part, double x, bool top) {
        std::vector<PlacedMark> marks;
        Frame frame = compose(galley, part, setup_.grid, top, marks);
        auto& page = flowed_.pages.back();
        if (top && galley.pieces[part.begin].at_top) page.bare_top = true;
        page.frame.place({x, setup_.text.y + y_}, std::move(frame));
        for (auto& placed : marks)
            flowed_.marks.push_back({std::move(placed.mark), flowed_.pages.size() - 1, setup_.text.y + y_ + placed.y});
    }

    /// A heading at the end of a galley goes with what follows: the place to stop so that it is not left behind.
    [[nodiscard]] static std::size_t without_kept_end(const Galley& galley, std::size_t begin) {
        std::size_t end = galley.pieces.size();
        while (end > begin && galley.pieces[end - 1].keep_next) --end;
        return end;
    }

    void place_across(const Galley& galley, const Section* next) {
        std::size_t at = 0;
        while (at < galley.pieces.size()) {
            const double before = y_;
            space_above(galley.pieces[at]);
            Fill part = fill(galley, at, room(), setup_.grid, fresh_);
            const bool whole = part.end == galley.pieces.size();
            if (whole && next && galley.pieces.back().keep_next && !fresh_or_all_kept(galley, at) &&
                part.height + needed_by(*next) > room())
                part = fill_until(galley, at, without_kept_end(galley, at));
            if (part.end == part.begin) {
                y_ = before;
                new_page();
                continue;
            }
            draw(galley, part, setup_.text.x, fresh_);
            y_ += part.height - (fresh_ && galley.pieces[at].at_top ? galley.pieces[at].reach : 0);
            fresh_ = false;
            at = part.end;
            if (at < galley.pieces.size()) new_page();
        }
    }

    /// What a heading must find below itself: the start of what follows, on the grid, and where that is columns no less
    /// than is worth beginning them in.
    [[nodiscard]] double needed_by(const Section& next) const {
        const double start = start_height(next.galley, setup_.grid) + setup_.grid;
        return next.across ? start : std::max(start, least_ + setup_.grid);
    }

    /// On a fresh page a heading alone must be placed all the same.
    [[nodiscard]] bool fresh_or_all_kept(const Galley& galley, std::size_t at) const {
        return fresh_ && without_kept_end(galley, at) == at;
    }

    [[nodiscard]] Fill fill_until(const Galley& galley, std::size_t begin, std::size_t end) const {
        Galley head;
        head.pieces.assign(galley.pieces.begin(), galley.pieces.begin() + static_cast<std::ptrdiff_t>(end));
        head.groups = galley.groups;
        return fill(head, begin, room(), setup_.grid, fresh_);
    }

    void place_columns(const Galley& galley) {
        std::size_t at = 0;
        while (at < galley.pieces.size()) {
            const double before = y_;
            space_above(galley.pieces[at]);
            snap();
            if (!fresh_ && room() < least_) {
                new_page();
                continue;
            }
            auto parts = balance(galley, at, setup_.columns, room(), setup_.grid);
            const bool rest = !parts;
            if (rest) parts = full_columns(galley, at);
            if (parts->front().end == parts->front().begin) {
                y_ = before;
                new_page();
                continue;
            }
            double height = 0;
            for (std::size_t c = 0; c < parts->size(); ++c) {
                const auto& part = (*parts)[c];
                if (part.end == part.begin) continue;
                draw(galley, part, setup_.column_left(static_cast<int>(c)), fresh_ && c == 0);
                height = std::max(height, part.height);
                at = part.end;
            }
            y_ += height;
            fresh_ = false;
            if (at < galley.pieces.size()) new_page();
        }
    }

    [[nodiscard]] std::vector<Fill> full_columns(const Galley& galley, std::size_t at) const {
        std::vector<Fill> parts;
        for (int c = 0; c < setup_.columns; ++c) {
            parts.push_back(fill(galley, at, room(), setup_.grid, fresh_ && c == 0));
            at = parts.back().end;
        }
        return parts;
    }

    const PageSetup& setup_;
    double least_;
    Flowed flowed_;
    std::vector<Galley> floats_;
    double y_ = 0;
    double float_after_ = 0;  ///< space that a float at the top of the page wants below itself
    bool fresh_ = true;
};

}  // namespace

Flowed flow(std::vector<Section> sections, const PageSetup& setup, double first_top, double least) {
    return Flow(setup, first_top, least).run(std::move(sections));
}

}  // namespace zheye::layout
