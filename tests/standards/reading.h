// A PDF file as the standards speak of it: objects, elements of structure, what is drawn where. Written on libqpdf
// alone and from the clauses, so that it shares no mistake with what wrote the file. Must not know zheye's own values.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zheye::standards {

using Object = QPDFObjectHandle;

/// An operator of a content stream, and what holds where it stands.
struct Operation {
    std::string name;
    std::vector<Object> operands;
    int mcid = -1;             ///< of the sequence that tags it
    bool in_artifact = false;  ///< in an Artifact
    std::size_t sequence = 0;  ///< the marked sequence that ActualText stands for; 0: none does
    std::string actual_text;   ///< UTF-8
    int depth = 0;             ///< of marked content
    int states = 0;            ///< of q
    Object font = Object::newNull();
    [[nodiscard]] bool is_marked() const { return mcid >= 0 || in_artifact; }
    [[nodiscard]] bool paints() const;
    [[nodiscard]] bool shows_text() const;
    /// The bytes of the strings that it shows.
    [[nodiscard]] std::string shown() const;
};

/// A page's content, whole.
struct Content {
    std::vector<Operation> operations;
    bool balanced = true;  ///< every sequence and state that begins ends, in this page
};

struct Element {
    Object object = Object::newNull();
    std::string type;  ///< without the slash
    std::optional<std::size_t> parent;
    std::vector<std::size_t> children;
    std::vector<std::pair<std::size_t, int>> content;  ///< page and MCID
    std::vector<Object> annotations;
};

class Reading {
public:
    /// `bytes` as they lie in the file. Throws what libqpdf throws.
    explicit Reading(std::string bytes);

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] QPDF& file() const { return *file_; }
    [[nodiscard]] Object catalog() const { return file_->getRoot(); }
    [[nodiscard]] Object trailer() const { return file_->getTrailer(); }
    [[nodiscard]] Object info() const { return trailer().getKey("/Info"); }
    /// The XMP packet; empty if there is none.
    [[nodiscard]] std::string xmp() const;
    [[nodiscard]] std::vector<Object> pages() const { return file_->getAllPages(); }
    /// Read anew each time, so that what was changed is seen.
    [[nodiscard]] Content content(std::size_t page) const;
    /// In the order of the tree: parents before their children. Empty without a tree.
    [[nodiscard]] std::vector<Element> elements() const;
    /// Every object of the file and every dictionary and array in them.
    [[nodiscard]] std::vector<Object> all() const;
    /// Streams and dictionaries with this /Type, wherever they are.
    [[nodiscard]] std::vector<Object> of_type(const std::string& type) const;
    [[nodiscard]] std::optional<std::size_t> page_number(Object page) const;

private:
    std::string bytes_;
    std::shared_ptr<QPDF> file_;
};

/// What each element's own content says, by its number: ActualText, else what ToUnicode makes of the codes.
[[nodiscard]] std::vector<std::string> texts(const Reading&, const std::vector<Element>&);
/// A ToUnicode CMap: code → UTF-16BE.
[[nodiscard]] std::map<unsigned, std::string> unicode(Object font);
/// Bytes as a number, the first the highest.
[[nodiscard]] unsigned number(const std::string& bytes);

/// The first element of this type; a file without one throws.
[[nodiscard]] Element first(const Reading&, const std::string& type);
/// The text of an XMP property with all tags taken out; empty if it is not there.
[[nodiscard]] std::string property(const std::string& xmp, const std::string& name);
/// A dictionary's or a stream's dictionary's value.
[[nodiscard]] Object value(Object owner, const std::string& key);

/// Replaces text of a stream, uncompressed; throws if it is not there, so that nothing seems spoilt that is not.
void rewrite(Object stream, const std::string& from, const std::string& to);
/// A page's content streams.
[[nodiscard]] std::vector<Object> contents(Object page);
[[nodiscard]] std::string bytes_of(Object stream);
/// Of the first of the page's content streams that has it.
void rewrite_content(const Reading&, std::size_t page, const std::string& from, const std::string& to);

}  // namespace zheye::standards
