// The sentences of `zheye batch --explain`.
#include "cli/reasons.h"

namespace zheye::cli {

diag::Message reason(const project::Stale& stale) {
    using Why = project::Stale::Why;
    const auto& path = stale.path;
    switch (stale.why) {
        case Why::forced:
            return {"--force 要求重做", "--force"};
        case Why::never_made:
            return {"还没有做过，或没有记录", "it was not made before, or there is no record of it"};
        case Why::other_program:
            return {"程序或它用的库换了", "the program or a library of it is another"};
        case Why::other_order:
            return {"选项变了", "the options are others"};
        case Why::other_files:
            return {"输出文件的名字变了", "the output files have other names"};
        case Why::lost_output:
            return {"“" + path + "”不见了", "'" + path + "' is gone"};
        case Why::other_output:
            return {"“" + path + "”被改动或损坏了", "'" + path + "' was changed or damaged"};
        case Why::other_text:
            return {"“" + path + "”的内容变了", "what '" + path + "' says has changed"};
        case Why::other_input:
            return {"“" + path + "”变了", "'" + path + "' has changed"};
    }
    return {};
}

}  // namespace zheye::cli
