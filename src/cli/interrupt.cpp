// Signals by a descriptor, read in a thread of its own: no handler, nothing global.
#include "cli/interrupt.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>

namespace zheye::cli {

namespace {

sigset_t wanted() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

constexpr int kOfSignals = 128;  // what shells add to a signal's number

}  // namespace

Interrupt::Interrupt() {
    const auto set = wanted();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    signals_ = signalfd(-1, &set, SFD_CLOEXEC);
    end_ = eventfd(0, EFD_CLOEXEC);
    thread_ = std::thread([this] { watch(); });
}

Interrupt::~Interrupt() {
    const std::uint64_t one = 1;
    if (write(end_, &one, sizeof one) == sizeof one)
        thread_.join();
    else
        thread_.detach();
    close(signals_);
    close(end_);
    const auto set = wanted();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void Interrupt::watch() {
    std::array<pollfd, 2> wait{{{signals_, POLLIN, 0}, {end_, POLLIN, 0}}};
    while (poll(wait.data(), wait.size(), -1) >= 0 && wait[1].revents == 0) {
        signalfd_siginfo info{};
        if (read(signals_, &info, sizeof info) != sizeof info) continue;
        if (flag_) _exit(kOfSignals + static_cast<int>(info.ssi_signo));
        signal_ = static_cast<int>(info.ssi_signo);
        flag_ = true;
    }
}

}  // namespace zheye::cli
