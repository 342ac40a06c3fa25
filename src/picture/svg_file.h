// The XML of an SVG file, where its parts stand, and what is said about them. The one way to pugixml.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"

#include <pugixml.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace zheye::picture {

class SvgFile {
public:
    SvgFile(const Blob& bytes, const std::string& path, diag::Sources&, diag::Diagnostics&);

    /// The root, or nothing, which was told: the file is no XML, or no SVG.
    [[nodiscard]] pugi::xml_node parse();
    /// The element of that id; null if there is none.
    [[nodiscard]] pugi::xml_node find(std::string_view id) const;

    [[nodiscard]] diag::Span span(const pugi::xml_node&) const;
    [[nodiscard]] diag::Span span(const pugi::xml_node&, const pugi::xml_attribute&) const;
    void error(const char* code, diag::Span, const diag::Message&, std::vector<diag::Message> hints = {});
    /// Of each kind once in a file, at the first place.
    void error_once(const std::string& kind, diag::Span, const diag::Message&, std::vector<diag::Message> hints = {});
    void warn_once(const std::string& kind, diag::Span, const diag::Message&, std::vector<diag::Message> hints = {});
    [[nodiscard]] bool failed() const { return failed_; }

private:
    [[nodiscard]] diag::Span at(std::size_t offset, std::size_t length) const;
    void collect_ids(const pugi::xml_node& root);

    Blob bytes_;
    bool readable_;  ///< as UTF-8; asked once, for places are asked for at every attribute
    diag::Diagnostics& diagnostics_;
    std::uint32_t source_ = diag::Span::kNowhere;
    pugi::xml_document document_;
    std::map<std::string, pugi::xml_node, std::less<>> ids_;
    std::set<std::string> told_;
    bool failed_ = false;
};

/// The name without the prefix of a namespace that is SVG's; empty for elements of others (Inkscape's, Adobe's).
[[nodiscard]] std::string_view svg_name(const pugi::xml_node&);

}  // namespace zheye::picture
