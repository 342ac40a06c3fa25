#include "site/server.h"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace zheye::test {

namespace {

std::string decoded(const std::string& address) {
    std::string path;
    for (std::size_t i = 0; i < address.size(); ++i) {
        if (address[i] == '%' && i + 2 < address.size()) {
            path += static_cast<char>(std::stoi(address.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            path += address[i];
        }
    }
    return path;
}

std::string type_of(const std::string& path) {
    static const std::map<std::string, std::string> kTypes{{".html", "text/html"},      {".css", "text/css"},
                                                           {".svg", "image/svg+xml"},   {".pdf", "application/pdf"},
                                                           {".xml", "application/xml"}, {"", "text/plain"}};
    const auto at = kTypes.find(std::filesystem::path(path).extension().string());
    return at == kTypes.end() ? "application/octet-stream" : at->second;
}

void send_all(int connection, std::string_view text) {
    while (!text.empty()) {
        const auto count = send(connection, text.data(), text.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace

Server::Server(std::string folder)
    : folder_(std::move(folder)), socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    REQUIRE(bind(socket_, reinterpret_cast<sockaddr*>(&place), size) == 0);
    REQUIRE(listen(socket_, 16) == 0);
    REQUIRE(getsockname(socket_, reinterpret_cast<sockaddr*>(&place), &size) == 0);
    port_ = ntohs(place.sin_port);
    thread_ = std::thread([this] { serve(); });
}

Server::~Server() {
    shutdown(socket_, SHUT_RDWR);
    thread_.join();
    close(socket_);
}

void Server::serve() const {
    for (;;) {
        const int connection = accept(socket_, nullptr, nullptr);
        if (connection < 0) return;
        answer(connection);
        close(connection);
    }
}

void Server::answer(int connection) const {
    std::string request;
    std::array<char, 4096> bytes{};
    while (request.find("\r\n\r\n") == std::string::npos) {
        const auto count = recv(connection, bytes.data(), bytes.size(), 0);
        if (count <= 0) return;
        request.append(bytes.data(), static_cast<std::size_t>(count));
    }
    const auto begin = request.find(' ') + 1, end = request.find_first_of(" ?", begin);
    auto path = folder_ + decoded(request.substr(begin, end - begin));
    if (path.ends_with('/')) path += "index.html";
    std::ifstream file(path, std::ios::binary);
    const std::string body{std::istreambuf_iterator<char>(file), {}};
    const bool is_there = file.good() || !body.empty();
    send_all(connection, std::string("HTTP/1.1 ") + (is_there ? "200 OK" : "404 Not Found") +
                             "\r\nContent-Type: " + type_of(path) +
                             "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n");
    send_all(connection, body);
}

}  // namespace zheye::test
