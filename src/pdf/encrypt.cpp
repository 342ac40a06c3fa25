#include "pdf/encrypt.h"

#define POINTERHOLDER_TRANSITION 4  // its headers ask for a word on their old pointers
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace zheye::pdf {

std::string encrypted(const std::string& file, const std::string& password, bool linearized) {
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("zheye", file.data(), file.size());
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setLinearization(linearized);
        writer.setObjectStreamMode(qpdf_o_preserve);
        writer.setDecodeLevel(qpdf_dl_none);
        writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
        writer.write();
        const std::unique_ptr<Buffer> buffer(writer.getBuffer());
        return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace zheye::pdf
