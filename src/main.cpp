// The program: hands over what the system gave it and takes back how it ended.
#include "cli/run.h"

int main(int count, char** words) {
    zheye::DiskFileSystem files;
    const auto environment = zheye::cli::Environment::of_process();
    return static_cast<int>(zheye::cli::run({words + (count > 0), words + count}, environment, files));
}
