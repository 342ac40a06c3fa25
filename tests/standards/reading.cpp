#include "standards/reading.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <stdexcept>

namespace zheye::standards {

namespace {

constexpr std::array kTextOperators = {"Tj", "TJ", "'", "\""};
constexpr std::array kPaintOperators = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "EI"};

bool among(const auto& names, const std::string& name) { return std::ranges::find(names, name) != names.end(); }

/// Operators in their order → Operations with what holds at each.
class Collector : public Object::ParserCallbacks {
public:
    explicit Collector(Object resources) : resources_(std::move(resources)) {}

    void handleObject(Object object, std::size_t, std::size_t) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const auto name = object.getOperatorValue();
        if (name == "EMC" && !marks_.empty()) marks_.pop_back();
        if (name == "Q" && !fonts_.empty()) {
            font_ = fonts_.back();
            fonts_.pop_back();
        }
        if (name == "Tf" && !operands_.empty()) font_ = named("/Font", operands_.front());
        content.operations.push_back(here(name));
        if (name == "BDC" || name == "BMC") begin_mark();
        if (name == "q") fonts_.push_back(font_);
        operands_.clear();
    }
    void handleEOF() override {
        if (!marks_.empty() || !fonts_.empty()) content.balanced = false;
    }

    Content content;

private:
    struct Mark {
        int mcid = -1;
        bool artifact = false;
        std::size_t sequence = 0;
        std::string actual_text;
    };

    Object named(const std::string& kind, Object name) {
        auto list = resources_.getKey(kind);
        return list.isDictionary() && name.isName() ? list.getKey(name.getName()) : Object::newNull();
    }

    void begin_mark() {
        Mark mark;
        mark.artifact = !operands_.empty() && operands_[0].isNameAndEquals("/Artifact");
        if (operands_.size() > 1) {
            auto properties = operands_[1].isName() ? named("/Properties", operands_[1]) : operands_[1];
            if (properties.isDictionary()) {
                if (properties.hasKey("/MCID")) mark.mcid = properties.getKey("/MCID").getIntValueAsInt();
                if (properties.hasKey("/ActualText")) {
                    mark.sequence = ++sequences_;
                    mark.actual_text = properties.getKey("/ActualText").getUTF8Value();
                }
            }
        }
        marks_.push_back(mark);
    }

    Operation here(const std::string& name) {
        Operation at;
        at.name = name;
        at.operands = operands_;
        at.font = font_;
        at.depth = static_cast<int>(marks_.size());
        at.states = static_cast<int>(fonts_.size());
        for (const auto& mark : marks_) {
            if (mark.mcid >= 0) at.mcid = mark.mcid;
            at.in_artifact = at.in_artifact || mark.artifact;
            if (mark.sequence > 0) at.sequence = mark.sequence, at.actual_text = mark.actual_text;
        }
        return at;
    }

    Object resources_;
    Object font_ = Object::newNull();
    std::vector<Object> operands_, fonts_;
    std::vector<Mark> marks_;
    std::size_t sequences_ = 0;
};

/// The elements below one kid of an element, or what the kid says is content.
class TreeReader {
public:
    explicit TreeReader(const Reading& reading) : reading_(reading) {}

    std::vector<Element> read() {
        auto root = reading_.catalog().getKey("/StructTreeRoot");
        if (root.isDictionary()) take_kids(root.getKey("/K"), std::nullopt);
        return std::move(elements_);
    }

private:
    void take_kids(Object kids, std::optional<std::size_t> parent) {
        if (kids.isArray())
            for (auto kid : kids.getArrayAsVector()) take(kid, parent);
        else if (!kids.isNull())
            take(kids, parent);
    }

    void take(Object kid, std::optional<std::size_t> parent) {
        if (kid.isInteger() && parent) {
            add_content(*parent, elements_[*parent].object.getKey("/Pg"), kid.getIntValueAsInt());
        } else if (kid.isDictionary() && kid.getKey("/Type").isNameAndEquals("/MCR") && parent) {
            auto page = kid.hasKey("/Pg") ? kid.getKey("/Pg") : elements_[*parent].object.getKey("/Pg");
            add_content(*parent, page, kid.getKey("/MCID").getIntValueAsInt());
        } else if (kid.isDictionary() && kid.getKey("/Type").isNameAndEquals("/OBJR") && parent) {
            elements_[*parent].annotations.push_back(kid.getKey("/Obj"));
        } else if (kid.isDictionary() && seen_.insert(kid.getObjGen()).second) {
            take_element(kid, parent);
        }
    }

    void add_content(std::size_t element, Object page, int mcid) {
        constexpr std::size_t kNoPage = 1'000'000;
        elements_[element].content.emplace_back(reading_.page_number(page).value_or(kNoPage), mcid);
    }

    void take_element(Object object, std::optional<std::size_t> parent) {
        const auto id = elements_.size();
        Element element;
        element.object = object;
        element.parent = parent;
        auto type = value(object, "/S");
        element.type = type.isName() ? type.getName().substr(1) : "";
        elements_.push_back(std::move(element));
        if (parent) elements_[*parent].children.push_back(id);
        take_kids(value(object, "/K"), id);
    }

    const Reading& reading_;
    std::vector<Element> elements_;
    std::set<QPDFObjGen> seen_;
};

}  // namespace

bool Operation::shows_text() const { return among(kTextOperators, name); }
bool Operation::paints() const { return shows_text() || among(kPaintOperators, name); }

std::string Operation::shown() const {
    std::string text;
    if (!shows_text() || operands.empty()) return text;
    auto last = operands.back();
    if (last.isString()) text = last.getStringValue();
    if (last.isArray())
        for (auto part : last.getArrayAsVector())
            if (part.isString()) text += part.getStringValue();
    return text;
}

Reading::Reading(std::string bytes) : bytes_(std::move(bytes)), file_(QPDF::create()) {
    file_->setSuppressWarnings(true);
    file_->processMemoryFile("file", bytes_.data(), bytes_.size());
}

std::string Reading::xmp() const {
    auto metadata = catalog().getKey("/Metadata");
    if (!metadata.isStream()) return {};
    const auto data = metadata.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

Content Reading::content(std::size_t page) const {
    auto object = pages().at(page);
    Collector collector(QPDFPageObjectHelper(object).getAttribute("/Resources", false));
    object.parsePageContents(&collector);
    return std::move(collector.content);
}

std::vector<Element> Reading::elements() const { return TreeReader(*this).read(); }

std::vector<Object> Reading::all() const {
    std::vector<Object> found;
    const std::function<void(Object)> take = [&](Object object) {
        if (object.isIndirect() && object.isNull()) return;
        found.push_back(object);
        auto dictionary = object.isStream() ? object.getDict() : object;
        if (dictionary.isDictionary())
            for (auto& [key, held] : dictionary.getDictAsMap())
                if (!held.isIndirect()) take(held);
        if (object.isArray())
            for (auto& held : object.getArrayAsVector())
                if (!held.isIndirect()) take(held);
    };
    for (auto object : file_->getAllObjects()) take(object);
    return found;
}

std::vector<Object> Reading::of_type(const std::string& type) const {
    std::vector<Object> found;
    for (auto object : all())
        if (value(object, "/Type").isNameAndEquals(type)) found.push_back(object);
    return found;
}

std::optional<std::size_t> Reading::page_number(Object page) const {
    const auto& list = pages();
    const auto at = std::ranges::find_if(list, [&](Object one) { return one.getObjGen() == page.getObjGen(); });
    if (at == list.end()) return std::nullopt;
    return static_cast<std::size_t>(at - list.begin());
}

Element first(const Reading& reading, const std::string& type) {
    for (auto& element : reading.elements())
        if (element.type == type) return element;
    throw std::runtime_error("no element " + type);
}

std::string property(const std::string& xmp, const std::string& name) {
    const auto open = xmp.find("<" + name + ">"), close = xmp.find("</" + name + ">");
    if (open == std::string::npos || close == std::string::npos) return {};
    std::string text;
    bool in_tag = false;
    for (const char c : xmp.substr(open + name.size() + 2, close - open - name.size() - 2)) {
        if (c == '<') in_tag = true;
        if (!in_tag && c != '\n') text += c;
        if (c == '>') in_tag = false;
    }
    return text;
}

Object value(Object owner, const std::string& key) {
    if (owner.isStream()) return owner.getDict().getKey(key);
    return owner.isDictionary() ? Object(owner).getKey(key) : Object::newNull();
}

std::vector<Object> contents(Object page) {
    auto contents = page.getKey("/Contents");
    return contents.isArray() ? contents.getArrayAsVector() : std::vector<Object>{contents};
}

std::string bytes_of(Object stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

void rewrite(Object stream, const std::string& from, const std::string& to) {
    auto text = bytes_of(stream);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to spoil: " + from);
    stream.replaceStreamData(text.replace(at, from.size(), to), Object::newNull(), Object::newNull());
}

void rewrite_content(const Reading& reading, std::size_t page, const std::string& from, const std::string& to) {
    for (auto stream : contents(reading.pages().at(page)))
        if (bytes_of(stream).find(from) != std::string::npos) return rewrite(stream, from, to);
    throw std::runtime_error("nothing to spoil: " + from);
}

}  // namespace zheye::standards
