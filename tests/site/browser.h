// A real browser without a window, spoken to by its own protocol over two pipes: what a person would see, asked for.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace zheye::test {

using Json = nlohmann::json;

class Browser {
public:
    Browser();
    ~Browser();
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    /// As wide as a window or a phone's screen is, in CSS pixels.
    void set_size(int width, int height, bool is_phone);
    /// Opens an address in the one tab and waits until all of it is there.
    void open(const std::string& address);
    /// Where the tab is, after whatever a click did.
    [[nodiscard]] std::string address();
    /// The value of an expression of JavaScript on the page.
    [[nodiscard]] Json value(const std::string& expression);
    /// Presses a key: "Tab", "Enter".
    void press(const std::string& key);
    /// Waits for the page that a click or a key has begun to open.
    void wait_for_load();
    /// The whole page as it looks.
    void take_picture(const std::string& path);
    /// What the page is to those who do not see it: roles and names in order, those that are ignored left out.
    struct Node {
        std::string role, name;
    };
    [[nodiscard]] std::vector<Node> accessible();
    /// What the console, the page and the network complained of since the last question.
    [[nodiscard]] std::vector<std::string> complaints();

private:
    Json call(const std::string& method, const Json& parameters);
    Json call_browser(const std::string& method, const Json& parameters);
    Json send(Json message);
    Json receive();
    void note(const Json& event);

    pid_t process_ = -1;
    int to_ = -1, from_ = -1;
    int last_ = 0;
    std::string folder_, session_, unread_;
    bool is_loaded_ = false;
    std::vector<std::string> complaints_;
};

}  // namespace zheye::test
