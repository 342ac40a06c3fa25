#!/usr/bin/env bash
# tools/check must be able to fail: a small checkout that keeps the rules passes, and each rule broken in it is caught.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
cd "$box" || exit 1

mkdir -p tools src/base src/text src/layout src/pdf content/a
cp "$here/tools/check" "$here/tools/packages.bash" "$here/tools/packages" tools/
cp "$here/.clang-format" .
printf '#pragma once\n' >src/base/geometry.h
printf '#pragma once\n' >src/layout/frame.h
printf '#pragma once\n' >src/layout/flow.h
printf '#include "base/geometry.h"\n#include <hb.h>\n' >src/text/shape.cpp
printf '#include "layout/frame.h"\n#include <hpdf.h>\n' >src/pdf/write.cpp
printf '\x89PNG\0\0' >content/a/flag.png
git init -q . && git add -A

passed=0 failed=0
# catches NAME EXPECTED: what was planted since the last call is complained about, in these words; then it is undone.
catches() {
    git add -A
    local said
    if said=$(tools/check 2>&1); then
        printf 'FAIL %s: not caught\n' "$1"
        failed=$((failed + 1))
    elif ! grep -qF "$2" <<<"$said"; then
        printf 'FAIL %s: “%s” is not in:\n%s\n' "$1" "$2" "$said"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
    git rm -rqf --cached . && git clean -dfqx && git read-tree "$tree" && git checkout-index -af
}

tree=$(git write-tree)
if said=$(tools/check 2>&1); then
    passed=$((passed + 1))
else
    printf 'FAIL the clean checkout is not accepted:\n%s\n' "$said"
    failed=$((failed + 1))
fi

printf '#include "layout/frame.h"\n' >src/text/up.cpp
catches 'an include upwards' 'src/text/up.cpp:1: text 不得包含 · may not include layout/frame.h'

printf '\n#include "layout/flow.h"\n' >src/pdf/inside.cpp
catches 'an output that looks into layout' 'src/pdf/inside.cpp:2: pdf 不得包含 · may not include layout/flow.h'

mkdir src/utils && printf '#pragma once\n' >src/utils/a.h
catches 'a room that is not in the table' 'unknown room: utils'

printf '#include "geometry.h"\n' >src/base/short.cpp
catches 'an include without its room' 'src/base/short.cpp:1'

printf '#include <hpdf.h>\n' >src/layout/draw.cpp
catches 'a third-party library outside its room' 'src/layout/draw.cpp:1: 这个第三方库只归 pdf'

printf '#include <hb.h>\n' >src/text/glyphs.h
printf '#include "text/glyphs.h"\n' >src/layout/lines.cpp
catches 'a third-party library in a public header' 'src/text/glyphs.h:1: 公开的头文件'

for i in $(seq 451); do echo "int a$i;"; done >src/base/long.cpp
catches 'a file too long' 'src/base/long.cpp: 451'

mkdir output && printf 'x\n' >output/a.txt
catches 'a generated file' 'output/a.txt: 生成的文件'

printf 'a\0b' >src/base/data.bin
catches 'a binary file' 'src/base/data.bin: 二进制文件'

printf 'const char* kHere = "/ho%s/someone/zheye";\n' me >src/base/path.cpp
catches 'a path of one machine' 'src/base/path.cpp:1: 本机的路径'

printf '#!/usr/bin/env bash\nif true\n' >tools/broken && chmod +x tools/broken
catches 'a script with a syntax error' 'tools/broken: 语法错误'

printf 'int   a ;\n' >src/base/format.cpp
catches 'a file out of format' 'src/base/format.cpp:1: 请运行'

printf '%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
