// Tables → galleys: one piece a row (a row taller than half a page goes line by line), the head repeated on every
// further fragment.
#include "layout/table_grid.h"

#include <algorithm>
#include <utility>

namespace zheye::layout {

namespace {

using theme::Style;
using Kind = content::TableRow::Kind;

/// A cell's lines with the place of its text; or those of its lines that stand in one of the rows it spans.
struct SetCell {
    std::size_t row = 0, rows = 1;
    std::vector<Frame> lines;
    double x = 0;
    double leading = 0;
};

class TableSetter {
public:
    TableSetter(Typesetter& type, const content::Table& table, const Measure& measure)
        : type_(type),
          table_(table),
          measure_(measure),
          style_(type.theme.table),
          has_groups_(std::ranges::any_of(table.rows, [](const auto& row) { return row.kind == Kind::group; })) {}

    Galley set(NodeId parent, diag::Span span) {
        const NodeId node = type_.node(parent, Role::table, span);
        const NodeId caption = table_.caption.empty() ? 0 : type_.node(node, Role::caption);
        shape_heads(node);
        cells_ = place_cells(type_, table_, node, head_nodes_);
        place_columns(span);
        index_rows();
        set_cells();
        measure_rows();
        const Frame head = head_frame();
        set_repeat(head);
        part_tied_rows();

        Galley galley;
        append_head(galley, caption, head);
        for (std::size_t r = 0; r < table_.rows.size(); ++r) append_row(galley, r);
        append_note(galley, parent);
        keep_if_short(galley);
        return galley;
    }

private:
    void shape_heads(NodeId table) {
        const bool titled = std::ranges::any_of(table_.columns, [](const auto& c) { return !c.title.empty(); });
        if (!titled) return;
        const NodeId row = type_.node(type_.node(table, Role::thead), Role::tr);
        for (const auto& column : table_.columns) {
            const NodeId th = type_.node(row, Role::th);
            type_.structure(th).scope = StructureNode::Scope::column;
            head_nodes_.push_back(th);
            TypeOptions options;
            if (column.align == content::Align::centre) options.align = theme::Align::centre;
            if (column.align == content::Align::right) options.align = theme::Align::right;
            heads_.push_back(type_.shape(column.title, Style::table_head, th, options));
        }
    }

    void place_columns(diag::Span span) {
        const auto plan = plan_columns(type_, table_, cells_, heads_, measure_.width, span);
        double x = 0;
        for (const double width : plan.widths) {
            edges_.push_back(x);
            x += width;
        }
        edges_.push_back(x);
        pad_x_ = plan.pad;
        fits_ = plan.fits;
    }

    [[nodiscard]] std::vector<Frame> lines_of(const ShapedText& text, double width) {
        return fits_ ? type_.lines(text, width) : type_.unchecked_lines(text, width);
    }

    [[nodiscard]] double inner_width(const GridCell& cell) const {
        return edges_[cell.column + cell.columns] - edges_[cell.column] - 2 * pad_x_;
    }

    void index_rows() {
        over_.resize(table_.rows.size());
        for (const auto& cell : cells_)
            for (std::size_t i = 0; i < cell.rows; ++i) over_[cell.row + i].push_back(&cell);
        striped_.assign(table_.rows.size(), false);
        for (std::size_t row = 1; row < table_.rows.size(); ++row)
            striped_[row] = kind(row) == Kind::plain && kind(row - 1) == Kind::plain && !striped_[row - 1];
    }

    /// Lines of every cell; numbers of decimal columns are moved until their points stand under each other (T1).
    void set_cells() {
        std::vector<double> points(table_.columns.size(), 0), offsets(cells_.size(), 0);
        const auto decimal = [&](const GridCell& cell) {
            return cell.columns == 1 && table_.columns[cell.column].align == content::Align::decimal &&
                   !cell.text.empty();
        };
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (!decimal(cells_[i])) continue;
            offsets[i] = cells_[i].text.decimal_offset(inner_width(cells_[i]));
            points[cells_[i].column] = std::max(points[cells_[i].column], offsets[i]);
        }
        set_.resize(table_.rows.size());
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto& cell = cells_[i];
            const double width = inner_width(cell);
            double shift = 0;
            if (decimal(cell) && !type_.off.has(text::Rule::T1))  // the cell's edge comes before the point
                shift = std::clamp(width - cell.text.natural_width(), 0.0, points[cell.column] - offsets[i]);
            set_[cell.row].push_back({cell.row, cell.rows, lines_of(cell.text, width),
                                      edges_[cell.column] + pad_x_ + shift, cell.text.leading});
        }
    }

    [[nodiscard]] double cell_height(const SetCell& cell) const {
        return static_cast<double>(cell.lines.size()) * cell.leading + 2 * style_.pad_y;
    }

    /// A cell over several rows stands in their middle, or it would be read as belonging to the first alone.
    [[nodiscard]] double spare_above(const SetCell& cell) const {
        return cell.rows == 1 ? 0 : (height_of(cell.row, cell.rows) - cell_height(cell)) / 2;
    }

    [[nodiscard]] double height_of(std::size_t row, std::size_t rows) const {
        double sum = 0;
        for (std::size_t i = 0; i < rows; ++i) sum += heights_[row + i];
        return sum;
    }

    /// A row as high as the cells that stand in it alone.
    [[nodiscard]] double own_height(std::size_t row) const {
        double height = type_.theme.style(Style::table_cell).leading + 2 * style_.pad_y;
        for (const auto& cell : set_[row])
            if (cell.rows == 1) height = std::max(height, cell_height(cell));
        return height;
    }

    void measure_rows() {
        untied_.assign(table_.rows.size(), false);
        for (std::size_t row = 0; row < table_.rows.size(); ++row) heights_.push_back(own_height(row));
        for (const auto& row : set_)
            for (const auto& cell : row)
                heights_[cell.row + cell.rows - 1] += std::max(0.0, cell_height(cell) - height_of(cell.row, cell.rows));
    }

    /// Rows that a cell ties together and no page can hold are parted all the same (T3): the lines of such cells are
    /// shared out among their rows.
    void part_tied_rows() {
        double head = repeat_ ? repeat_->size.height : 0;
        if (repeat_ && has_groups_) head += type_.theme.style(Style::table_group).leading + 2 * style_.pad_y;
        const double room = measure_.text_height - head - (measure_.inside ? 2 * type_.theme.box.pad : 0);
        for (std::size_t begin = 0; begin < table_.rows.size();) {
            std::size_t end = begin + 1;
            while (end < table_.rows.size() && tied_to_next(end - 1)) ++end;
            if (end - begin > 1 && height_of(begin, end - begin) > room && !type_.off.has(text::Rule::T3))
                untie(begin, end);
            begin = end;
        }
    }

    void untie(std::size_t begin, std::size_t end) {
        for (std::size_t first = begin; first < end; ++first) {
            for (auto& cell : std::exchange(set_[first], {})) {
                if (cell.rows == 1) {
                    set_[first].push_back(std::move(cell));
                    continue;
                }
                std::size_t next = 0;
                for (std::size_t row = first; row < first + cell.rows; ++row) {
                    const bool last = row + 1 == first + cell.rows;
                    const auto holds =
                        static_cast<std::size_t>((own_height(row) - 2 * style_.pad_y) / cell.leading + 0.001);
                    const std::size_t stop = last ? cell.lines.size() : std::min(cell.lines.size(), next + holds);
                    SetCell part{row, 1, {}, cell.x, cell.leading};
                    for (; next < stop; ++next) part.lines.push_back(std::move(cell.lines[next]));
                    set_[row].push_back(std::move(part));
                }
            }
        }
        for (std::size_t row = begin; row < end; ++row) {
            heights_[row] = own_height(row);
            untied_[row] = true;
        }
    }

    [[nodiscard]] Frame head_frame() {
        Frame frame;
        frame.size.width = measure_.width;
        if (heads_.empty()) return frame;
        std::vector<Frame> blocks;
        double height = 0;
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            blocks.push_back(stacked(lines_of(heads_[i], edges_[i + 1] - edges_[i] - 2 * pad_x_)));
            height = std::max(height, blocks.back().size.height);
        }
        frame.size.height = height + 2 * style_.pad_y;
        if (style_.head_ground) draw_area(frame, {0, 0, measure_.width, frame.size.height}, *style_.head_ground);
        draw_rule(frame, style_.top, {0, 0}, {measure_.width, 0});
        draw_rule(frame, style_.head_line, {0, frame.size.height}, {measure_.width, frame.size.height});
        for (std::size_t i = 0; i < blocks.size(); ++i)  // short titles stand at the foot of the head
            frame.place({edges_[i] + pad_x_, frame.size.height - style_.pad_y - blocks[i].size.height},
                        Frame(blocks[i]));
        return frame;
    }

    /// What stands above the rows where a column begins with one of them: the caption as “续表”, and the head (T2).
    void set_repeat(const Frame& head) {
        if (type_.off.has(text::Rule::T2)) return;
        auto title = content::without_notes(table_.caption);
        for (auto& run : title) run.link.clear();
        const auto mark = plain(title.empty() ? type_.words.continued : type_.words.after_caption);
        title.insert(title.end(), mark.begin(), mark.end());
        Frame note = type_.block(title, Style::caption, kArtifact, measure_.width);
        repeat_ = std::make_shared<const Frame>(
            stacked({std::move(note), spacer(style_.caption_gap), type_.as_artifact(head)}));
    }

    /// Caption, then the head.
    void append_head(Galley& galley, NodeId caption, const Frame& head) {
        Group group;
        group.at_end = true;
        group.ground = [bottom = style_.bottom](Size size, bool, bool) {
            Frame frame;
            draw_rule(frame, bottom, {0, size.height}, {size.width, size.height});
            return frame;
        };
        galley.groups.push_back(std::move(group));
        Frame whole = head;
        if (caption != 0)
            whole = stacked({type_.block(table_.caption, Style::caption, caption, measure_.width),
                             spacer(style_.caption_gap), head});
        whole.size.width = measure_.width;
        if (whole.size.height <= 0) return;
        append(galley, std::move(whole), BreakBefore::allowed);
        keep_ = true;
    }

    void append(Galley& galley, Frame frame, BreakBefore before) {
        auto piece = piece_of(std::move(frame));
        piece.group = 0;
        piece.break_before = before;
        if (!galley.pieces.empty()) piece.repeat = group_repeat_ ? group_repeat_ : repeat_;
        galley.pieces.push_back(std::move(piece));
    }

    [[nodiscard]] Frame spacer(double height) const { return {{measure_.width, height}, {}}; }
    /// Whether a cell from above reaches over the lower edge of the row.
    [[nodiscard]] bool tied_to_next(std::size_t row) const {
        return !untied_[row] &&
               std::ranges::any_of(over_[row], [&](const GridCell* c) { return row + 1 < c->row + c->rows; });
    }

    void draw_row_line(Frame& frame, std::size_t row, double y) const {
        for (std::size_t c = 0; c + 1 < edges_.size(); ++c) {
            const bool covered = std::ranges::any_of(over_[row], [&](const GridCell* g) {
                return g->column <= c && c < g->column + g->columns && row + 1 < g->row + g->rows;
            });
            if (!covered) draw_rule(frame, style_.line, {edges_[c], y}, {edges_[c + 1], y});
        }
    }

    [[nodiscard]] Kind kind(std::size_t row) const { return table_.rows[row].kind; }
    /// What divides the row from those around it.
    void draw_ground(Frame& frame, std::size_t row) const {
        const Rect area{0, 0, measure_.width, heights_[row]};
        if (kind(row) == Kind::group && style_.group_ground) draw_area(frame, area, *style_.group_ground);
        if (kind(row) == Kind::total && style_.total_ground) draw_area(frame, area, *style_.total_ground);
        if (kind(row) == Kind::plain && style_.stripe) draw_stripe(frame, row);
        if (kind(row) == Kind::total) draw_rule(frame, style_.total_line, {0, 0}, {measure_.width, 0});
        draw_line_below(frame, row, heights_[row]);
    }

    void draw_line_below(Frame& frame, std::size_t row, double y) const {
        if (kind(row) == Kind::group)
            draw_rule(frame, style_.group_line, {0, y}, {measure_.width, y});
        else if (row + 1 < table_.rows.size() && kind(row + 1) != Kind::total)
            draw_row_line(frame, row, y);
    }

    /// A cell over several rows has the ground of its first, for its text is drawn with that.
    void draw_stripe(Frame& frame, std::size_t row) const {
        if (!striped_[row]) return;
        for (const GridCell* cell : over_[row]) {
            const bool apart = untied_[row];  // its rows are
            if (!apart && cell->row != row) continue;
            const double left = edges_[cell->column], right = edges_[cell->column + cell->columns];
            draw_area(frame, {left, 0, right - left, apart ? heights_[row] : height_of(row, cell->rows)},
                      *style_.stripe);
        }
    }

    void append_row(Galley& galley, std::size_t row) {
        const bool last = row + 1 == table_.rows.size();
        const bool after_tied = row > 0 && tied_to_next(row - 1) && !type_.off.has(text::Rule::T2);
        const bool second_last = last && row > 1;  // a fragment of one row is as lonely as a line
        const bool ends_or_heads = kind(row) == Kind::total || (row > 0 && kind(row - 1) == Kind::group);
        const auto before = after_tied || keep_ || row == 1 || second_last || ends_or_heads ? BreakBefore::forbidden
                                                                                            : BreakBefore::allowed;
        keep_ = false;
        if (kind(row) == Kind::group) group_repeat_.reset();
        const double limit = measure_.text_height / 2;
        if (heights_[row] > limit && !tied_to_next(row) && !after_tied && !type_.off.has(text::Rule::T3))
            return append_lines_of_row(galley, row, before);
        Frame frame;
        frame.size = {measure_.width, heights_[row]};
        draw_ground(frame, row);
        for (auto& cell : set_[row]) {
            double y = style_.pad_y + spare_above(cell);
            for (auto& line : cell.lines) {
                frame.place({cell.x, y}, std::move(line));
                y += cell.leading;
            }
        }
        append(galley, std::move(frame), before);
        if (kind(row) == Kind::group) repeat_group(row);
    }

    /// Where a group's rows go on in the next column, its name is said again below the head of the table.
    void repeat_group(std::size_t row) {
        if (!repeat_) return;
        auto name = content::without_notes(table_.rows[row].cells.front().text);
        for (auto& run : name) run.link.clear();
        const auto mark = plain(type_.words.goes_on);
        name.insert(name.end(), mark.begin(), mark.end());
        Frame text = type_.block(name, Style::table_group, kArtifact, measure_.width - 2 * pad_x_);
        Frame frame;
        frame.size = {measure_.width, text.size.height + 2 * style_.pad_y};
        if (style_.group_ground) draw_area(frame, {0, 0, measure_.width, frame.size.height}, *style_.group_ground);
        draw_rule(frame, style_.group_line, {0, frame.size.height}, {measure_.width, frame.size.height});
        frame.place({pad_x_, style_.pad_y}, std::move(text));
        group_repeat_ = std::make_shared<const Frame>(stacked({Frame(*repeat_), std::move(frame)}));
    }

    /// T3: a tall row is parted between its lines.
    void append_lines_of_row(Galley& galley, std::size_t row, BreakBefore before) {
        std::size_t count = 0;
        for (const auto& cell : set_[row]) count = std::max(count, cell.lines.size());
        const double leading = type_.theme.style(Style::table_cell).leading;
        for (std::size_t n = 0; n < count; ++n) {
            const double top = n == 0 ? style_.pad_y : 0, foot = n + 1 == count ? style_.pad_y : 0;
            Frame frame;
            frame.size = {measure_.width, top + leading + foot};
            for (auto& cell : set_[row])
                if (n < cell.lines.size()) frame.place({cell.x, top}, std::move(cell.lines[n]));
            if (n + 1 == count) draw_line_below(frame, row, frame.size.height);
            const bool kept = n == 1 || (n > 0 && n + 1 == count);
            append(galley, std::move(frame), n == 0 ? before : kept ? BreakBefore::forbidden : BreakBefore::allowed);
        }
    }

    /// A table is read as a whole: a short one is not parted.
    void keep_if_short(Galley& galley) const {
        double height = 0;
        for (const auto& piece : galley.pieces) height += piece.space_before + piece.frame.size.height;
        if (height > style_.keep * measure_.text_height) return;
        for (std::size_t i = 1; i < galley.pieces.size(); ++i) galley.pieces[i].break_before = BreakBefore::forbidden;
    }

    void append_note(Galley& galley, NodeId parent) {
        if (table_.note.empty()) return;
        Galley note;
        const auto shaped = type_.shape(table_.note, Style::table_note, type_.node(parent, Role::p));
        append_lines(note, type_.lines(shaped, measure_.width), 0, measure_.width, false);
        note.pieces.front().break_before = BreakBefore::forbidden;
        galley.append(std::move(note), style_.caption_gap);
    }

    Typesetter& type_;
    const content::Table& table_;
    const Measure& measure_;
    const theme::TableStyle& style_;
    std::vector<ShapedText> heads_;
    std::vector<NodeId> head_nodes_;
    std::vector<GridCell> cells_;
    std::vector<std::vector<const GridCell*>> over_;  ///< by row: the cells that stand in it
    std::vector<std::vector<SetCell>> set_;           ///< by their first row
    std::vector<double> edges_, heights_;
    std::shared_ptr<const Frame> repeat_;
    std::shared_ptr<const Frame> group_repeat_;  ///< the same with the name of the group
    double pad_x_ = 0;                           ///< pt
    bool fits_ = true, has_groups_ = false;
    std::vector<bool> striped_;  ///< stripes begin anew in each group
    std::vector<bool> untied_;   ///< rows whose ties to the next are given up
    bool keep_ = false;
};

}  // namespace

Galley set_table(Typesetter& type, const content::Table& block, const Measure& measure, NodeId parent,
                 diag::Span span) {
    return TableSetter(type, block, measure).set(parent, span);
}

}  // namespace zheye::layout
