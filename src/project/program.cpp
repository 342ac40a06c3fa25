// Loaded objects → hash. The linker leaves a hash of each in it (the note NT_GNU_BUILD_ID); none is read from the disk
// for it.
#include "project/program.h"

#include "base/file_system.h"

#include <link.h>

#include <cstring>
#include <string>
#include <string_view>

namespace zheye::project {

namespace {

constexpr std::size_t aligned(std::size_t size) { return (size + 3) & ~std::size_t{3}; }

/// The description of the note, if it is among those of this segment.
std::string_view build_id_in(std::string_view notes) {
    constexpr std::string_view kOwner{"GNU\0", 4};
    for (std::size_t at = 0; at + sizeof(ElfW(Nhdr)) <= notes.size();) {
        ElfW(Nhdr) head{};
        std::memcpy(&head, notes.data() + at, sizeof head);
        const auto name = at + sizeof head, description = name + aligned(head.n_namesz);
        if (description + head.n_descsz > notes.size()) break;
        if (head.n_type == NT_GNU_BUILD_ID && notes.substr(name, head.n_namesz) == kOwner)
            return notes.substr(description, head.n_descsz);
        at = description + aligned(head.n_descsz);
    }
    return {};
}

/// The kernel's own library changes with the machine and makes no pages.
bool is_of_the_kernel(std::string_view name) {
    return name.starts_with("linux-vdso") || name.starts_with("linux-gate");
}

int add_object(dl_phdr_info* object, std::size_t /*size*/, void* all) {
    const std::string_view name = object->dlpi_name == nullptr ? "" : object->dlpi_name;
    if (is_of_the_kernel(name)) return 0;
    auto& text = *static_cast<std::string*>(all);
    std::string_view id;
    for (int i = 0; i < object->dlpi_phnum && id.empty(); ++i) {
        const auto& segment = object->dlpi_phdr[i];
        if (segment.p_type != PT_NOTE) continue;
        // NOLINTNEXTLINE: where the loader put the segment
        id = build_id_in({reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr), segment.p_memsz});
    }
    if (!id.empty()) {
        text += id;
        return 0;
    }
    const auto file = DiskFileSystem().read(name.empty() ? "/proc/self/exe" : std::string(name));
    if (file)
        for (const auto byte : hash128(file->bytes())) text += static_cast<char>(byte);
    return 0;
}

}  // namespace

Hash128 program_identity() {
    std::string all;
    dl_iterate_phdr(add_object, &all);
    return hash128(all);
}

}  // namespace zheye::project
