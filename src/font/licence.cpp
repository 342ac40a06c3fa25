#include "font/licence.h"

#include "font/face_file.h"

#include <hb.h>

namespace zheye::font {

bool may_be_embedded(const Face& face) {
    constexpr unsigned kAt = 8;  // of fsType in the table
    constexpr unsigned kUse = 0xF, kRestricted = 0x2, kNoSubset = 0x100, kOnlyBitmaps = 0x200;
    const HbBlob table(hb_face_reference_table(face.hb_face, HB_TAG('O', 'S', '/', '2')));
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(table.get(), &size);
    if (size < kAt + 2) return true;
    const unsigned bits =
        static_cast<unsigned>(static_cast<unsigned char>(bytes[kAt])) << 8 | static_cast<unsigned char>(bytes[kAt + 1]);
    // Where several are set the least strict holds; restricted it is only where nothing else is said.
    return (bits & kUse) != kRestricted && (bits & (kNoSubset | kOnlyBitmaps)) == 0;
}

}  // namespace zheye::font
