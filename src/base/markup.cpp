#include "base/markup.h"

#include "base/utf8.h"

namespace zheye {

std::string escaped(std::string_view text) {
    std::string safe;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        at += length;
        if (code == '&')
            safe += "&amp;";
        else if (code == '<')
            safe += "&lt;";
        else if (code == '>')
            safe += "&gt;";
        else if (code == '"')
            safe += "&quot;";
        else if (code == '\'')
            safe += "&#39;";
        else if (code >= 0x20 ? code != 0x7F && code != 0xFFFE && code != 0xFFFF : code == '\t' || code == '\n')
            utf8::append(safe, code);
    }
    return safe;
}

}  // namespace zheye
