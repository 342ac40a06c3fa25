# A preset and its folder → built targets, with as few words as possible. Sourced by the tools beside it.

# configure PRESET FOLDER: fresh when the folder was made for a checkout that lay elsewhere.
configure() {
    local options=() log
    if [ -f "$2/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$2/CMakeCache.txt"; then
        options=(--fresh)
    fi
    # Changes in CMakeLists.txt are ninja's business; only the presets are not.
    if [ ${#options[@]} -eq 0 ] && [ "$2/build.ninja" -nt CMakePresets.json ]; then
        return 0
    fi
    log=$(mktemp)
    if ! cmake --preset "$1" "${options[@]}" >"$log" 2>&1; then
        cat "$log" >&2
        fail "cmake 配置没有成功" "cmake could not configure"
    fi
    rm -f "$log"
}

# build PRESET FOLDER TARGET…: says nothing when there is nothing to do; shows ninja's progress in a terminal.
build() {
    local preset=$1 folder=$2 options=(--quiet) plan
    shift 2
    configure "$preset" "$folder"
    plan=$(ninja -C "$folder" -n "$@") || true
    if ! grep -q 'no work to do' <<<"$plan"; then
        say "正在编译（第一次要几分钟）" "compiling (the first time takes some minutes)"
        [ -t 1 ] && options=()
        ninja -C "$folder" "${options[@]}" "$@" || fail "编译没有成功" "compiling failed"
        return 0
    fi
    # A plan does not see test files that are new.
    plan=$(ninja -C "$folder" "$@") || { echo "$plan" && fail "编译没有成功" "compiling failed"; }
}
