// LittleCMS handles that close themselves. Inside this room only.
#pragma once

#include <lcms2.h>

#include <memory>

namespace zheye::icc {

struct CloseContext {
    void operator()(cmsContext context) const { cmsDeleteContext(context); }
};
struct CloseProfile {
    void operator()(cmsHPROFILE profile) const { cmsCloseProfile(profile); }
};
struct CloseTransform {
    void operator()(cmsHTRANSFORM transform) const { cmsDeleteTransform(transform); }
};
using Context = std::unique_ptr<_cmsContext_struct, CloseContext>;
using OpenProfile = std::unique_ptr<void, CloseProfile>;
using Transform = std::unique_ptr<void, CloseTransform>;

/// A context of its own keeps threads and their errors apart.
inline Context new_context() { return Context(cmsCreateContext(nullptr, nullptr)); }

}  // namespace zheye::icc
