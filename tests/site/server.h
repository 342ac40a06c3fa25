// A folder on an address of this machine, as a web server shows it: files and the index.html of folders, nothing else.
#pragma once

#include <string>
#include <thread>

namespace zheye::test {

class Server {
public:
    explicit Server(std::string folder);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    /// With a slash at its end.
    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }

private:
    void serve() const;
    void answer(int connection) const;
    std::string folder_;
    int socket_ = -1, port_ = 0;
    std::thread thread_;
};

}  // namespace zheye::test
