// The DevTools protocol: JSON messages, each ended by a NUL, the browser reading descriptor 3 and writing 4.
#include "site/browser.h"

#include <catch2/catch.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace zheye::test {

namespace {

namespace fs = std::filesystem;

constexpr int kPatience = 60'000;  // ms for one answer: machines that run tests may be busy

[[noreturn]] void become_browser(int reads, int writes, const std::string& folder) {
    // Copies out of the way first, for either may already be 3 or 4.
    const int in = fcntl(reads, F_DUPFD, 10), out = fcntl(writes, F_DUPFD, 10);
    dup2(in, 3);
    dup2(out, 4);
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nowhere, stream);
    const std::string data = "--user-data-dir=" + folder;
    // A sandbox cannot be had as root; all pages are ours.
    execlp("chromium", "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
           "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
           "--remote-debugging-pipe", data.c_str(), "about:blank", nullptr);
    _exit(127);
}

std::string decoded(const std::string& base64) {
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : base64) {
        constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        const auto digit = kDigits.find(c);
        if (digit == std::string_view::npos) break;
        bits = bits << 6 | static_cast<unsigned>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> count & 0xFF);
    }
    return bytes;
}

}  // namespace

Browser::Browser() {
    std::string pattern = (fs::temp_directory_path() / "zheye-browser-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::array<int, 2> down{}, up{};
    REQUIRE(pipe2(down.data(), O_CLOEXEC) == 0);
    REQUIRE(pipe2(up.data(), O_CLOEXEC) == 0);
    process_ = fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
        setpgid(0, 0);
        become_browser(down[0], up[1], folder_);
    }
    close(down[0]);
    close(up[1]);
    to_ = down[1];
    from_ = up[0];
    const auto tab = call_browser("Target.createTarget", {{"url", "about:blank"}});
    const auto attached = call_browser("Target.attachToTarget", {{"targetId", tab.at("targetId")}, {"flatten", true}});
    session_ = attached.at("sessionId");
    for (const auto* domain : {"Page", "Runtime", "Log", "Network", "Accessibility"})
        call(std::string(domain) + ".enable", Json::object());
}

Browser::~Browser() {
    close(to_);
    close(from_);
    if (process_ > 0) {
        kill(-process_, SIGKILL);  // it has many processes, all in the group that it leads
        waitpid(process_, nullptr, 0);
    }
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

Json Browser::receive() {
    for (;;) {
        if (const auto end = unread_.find('\0'); end != std::string::npos) {
            auto message = Json::parse(unread_.substr(0, end));
            unread_.erase(0, end + 1);
            return message;
        }
        pollfd waiting{from_, POLLIN, 0};
        std::array<char, 65536> bytes{};
        if (poll(&waiting, 1, kPatience) <= 0) FAIL("the browser does not answer");
        const auto count = read(from_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) FAIL("the browser has gone");
        unread_.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

void Browser::note(const Json& event) {
    const auto method = event.value("method", "");
    const auto& parameters = event.contains("params") ? event["params"] : Json::object();
    if (method == "Page.loadEventFired") is_loaded_ = true;
    if (method == "Log.entryAdded" && parameters["entry"]["level"] != "verbose")
        complaints_.push_back(parameters["entry"].value("text", "") + " " + parameters["entry"].value("url", ""));
    if (method == "Runtime.exceptionThrown" || method == "Runtime.consoleAPICalled")
        complaints_.push_back(parameters.dump());
    if (method == "Network.loadingFailed" && !parameters.value("canceled", false))
        complaints_.push_back(parameters.value("errorText", ""));
    if (method == "Network.responseReceived") {
        const auto& response = parameters["response"];
        if (response.value("status", 200) >= 400) complaints_.push_back(response.dump());
    }
}

Json Browser::send(Json message) {
    const int id = ++last_;
    message["id"] = id;
    const auto text = message.dump();
    std::string_view left(text.c_str(), text.size() + 1);  // with the NUL
    while (!left.empty()) {
        const auto count = write(to_, left.data(), left.size());
        if (count <= 0) FAIL("the browser has gone; is the package chromium installed?");
        left.remove_prefix(static_cast<std::size_t>(count));
    }
    for (;;) {
        const auto answer = receive();
        if (answer.value("id", 0) != id) {
            note(answer);
            continue;
        }
        if (answer.contains("error")) FAIL(text << ": " << answer["error"].dump());
        return answer.value("result", Json::object());
    }
}

Json Browser::call_browser(const std::string& method, const Json& parameters) {
    return send({{"method", method}, {"params", parameters}});
}
Json Browser::call(const std::string& method, const Json& parameters) {
    return send({{"method", method}, {"params", parameters}, {"sessionId", session_}});
}

void Browser::set_size(int width, int height, bool is_phone) {
    call("Emulation.setDeviceMetricsOverride",
         {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", is_phone}});
}

void Browser::wait_for_load() {
    while (!is_loaded_) note(receive());
}

void Browser::open(const std::string& address) {
    is_loaded_ = false;
    const auto gone = call("Page.navigate", {{"url", address}});
    INFO(address);
    REQUIRE(gone.value("errorText", "") == "");
    wait_for_load();
    is_loaded_ = false;
}

std::string Browser::address() { return value("location.href"); }

Json Browser::value(const std::string& expression) {
    const auto answer =
        call("Runtime.evaluate", {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
    if (answer.contains("exceptionDetails")) FAIL(answer["exceptionDetails"].dump());
    return answer["result"].value("value", Json());
}

void Browser::press(const std::string& key) {
    Json parameters{{"type", "keyDown"}, {"key", key}, {"code", key}, {"windowsVirtualKeyCode", key == "Tab" ? 9 : 13}};
    if (key == "Enter") parameters["text"] = "\r";
    call("Input.dispatchKeyEvent", parameters);
    parameters["type"] = "keyUp";
    parameters.erase("text");
    call("Input.dispatchKeyEvent", parameters);
}

void Browser::take_picture(const std::string& path) {
    const auto picture = call("Page.captureScreenshot", {{"format", "png"}, {"captureBeyondViewport", true}});
    std::ofstream(path, std::ios::binary) << decoded(picture.at("data"));
}

std::vector<Browser::Node> Browser::accessible() {
    std::vector<Node> nodes;
    const auto tree = call("Accessibility.getFullAXTree", Json::object());
    for (const auto& node : tree.at("nodes")) {
        if (node.value("ignored", false)) continue;
        const auto text = [&](const char* key) {
            return node.contains(key) && node[key].contains("value") && node[key]["value"].is_string()
                       ? node[key]["value"].get<std::string>()
                       : std::string{};
        };
        nodes.push_back({text("role"), text("name")});
    }
    return nodes;
}

std::vector<std::string> Browser::complaints() { return std::exchange(complaints_, {}); }

}  // namespace zheye::test
