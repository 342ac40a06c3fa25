// The codes of content streams → the text that a reader of the file gets.
#include "standards/reading.h"

#include <set>

namespace zheye::standards {

namespace {

/// The sections of a ToUnicode CMap: code → UTF-16BE.
class Mapping : public Object::ParserCallbacks {
public:
    std::map<unsigned, std::string> texts;

    void handleObject(Object object, std::size_t, std::size_t) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const auto name = object.getOperatorValue();
        if (name == "endbfchar")
            for (std::size_t i = 0; i + 1 < operands_.size(); i += 2)
                texts[number(operands_[i].getStringValue())] = operands_[i + 1].getStringValue();
        if (name == "endbfrange")
            for (std::size_t i = 0; i + 2 < operands_.size(); i += 3) add_range(i);
        operands_.clear();
    }
    void handleEOF() override {}

private:
    void add_range(std::size_t i) {
        auto from = number(operands_[i].getStringValue()), to = number(operands_[i + 1].getStringValue());
        for (unsigned code = from; code <= to; ++code) {
            if (operands_[i + 2].isArray()) {
                texts[code] = operands_[i + 2].getArrayItem(static_cast<int>(code - from)).getStringValue();
                continue;
            }
            auto text = operands_[i + 2].getStringValue();
            text.back() = static_cast<char>(static_cast<unsigned char>(text.back()) + (code - from));
            texts[code] = text;
        }
    }
    std::vector<Object> operands_;
};

}  // namespace

unsigned number(const std::string& bytes) {
    unsigned all = 0;
    for (const char c : bytes) all = all * 256 + static_cast<unsigned char>(c);
    return all;
}

std::map<unsigned, std::string> unicode(Object font) {
    auto stream = value(font, "/ToUnicode");
    Mapping mapping;
    if (stream.isStream()) Object::parseContentStream(stream, &mapping);
    return mapping.texts;
}

std::vector<std::string> texts(const Reading& reading, const std::vector<Element>& elements) {
    std::map<QPDFObjGen, std::map<unsigned, std::string>> maps;
    std::map<std::pair<std::size_t, int>, std::string> said;
    for (std::size_t page = 0; page < reading.pages().size(); ++page) {
        std::set<std::size_t> replaced;
        for (const auto& operation : reading.content(page).operations) {
            auto& text = said[{page, operation.mcid}];
            if (operation.sequence > 0) {
                if (operation.paints() && replaced.insert(operation.sequence).second) text += operation.actual_text;
                continue;
            }
            const auto codes = operation.shown();
            if (codes.empty()) continue;
            auto [map, fresh] = maps.try_emplace(operation.font.getObjGen());
            if (fresh) map->second = unicode(operation.font);
            for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
                text += Object::newString("\xFE\xFF" + map->second[number(codes.substr(i, 2))]).getUTF8Value();
        }
    }
    std::vector<std::string> texts;
    for (const auto& element : elements) {
        texts.emplace_back();
        for (const auto& content : element.content) texts.back() += said[content];
    }
    return texts;
}

}  // namespace zheye::standards
