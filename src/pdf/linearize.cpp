#include "pdf/linearize.h"

#define POINTERHOLDER_TRANSITION 4  // its headers ask for a word on their old pointers
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace zheye::pdf {

std::string linearized(const std::string& file) {
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("zheye", file.data(), file.size());
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setLinearization(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDecodeLevel(qpdf_dl_none);
        writer.setCompressStreams(true);
        writer.setDeterministicID(true);
        writer.write();
        const std::unique_ptr<Buffer> buffer(writer.getBuffer());
        return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace zheye::pdf
