# The table tools/packages → everything in it is installed, or the reader knows what is missing. Sourced by the tools
# beside it; knows apt and pkg-config, nothing of how zheye is built. No <(…): a bare root may have no /dev/fd.

# say 中文 English: one line in both languages, for a person.
say() { printf '%s\n%s\n' "· $1" "  $2"; }
fail() {
    printf '%s\n%s\n' "错误：$1" "error: $2" >&2
    exit 1
}

is_debian_12() {
    [ -r /etc/os-release ] && command -v apt-get dpkg-query >/dev/null &&
        (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-}" = 12 ])
}

# rows KIND…: the table's rows of these kinds.
rows() {
    local kind package found_by
    grep -v '^#' "$root/tools/packages" | while read -r kind package found_by; do
        case " $* " in *" $kind "*) printf '%s %s\n' "$package" "$found_by" ;; esac
    done
}

# missing_packages KIND…: Debian packages that dpkg does not know as installed. Works without the network.
missing_packages() {
    local wanted installed
    wanted=$(rows "$@" | cut -d' ' -f1)
    # shellcheck disable=SC2086 # one word per package
    installed=$(dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' $wanted 2>/dev/null |
        sed -n 's/^installed \([^:]*\).*/\1/p') || true
    grep -vxF "${installed:-none}" <<<"$wanted" || true
}

found() {
    case $1 in
    cmd) command -v "$2" >/dev/null ;;
    pc) pkg-config --exists "$2 >= $3" 2>/dev/null ;;
    file) [ -e "$2" ] ;;
    header) printf '#include <%s>\n' "$2" | "${CXX:-c++}" -x c++ -E - >/dev/null 2>&1 ;;
    # Without fontconfig's list nobody knows; the program itself says which font it does not find.
    font) shift && { ! command -v fc-list >/dev/null || [ -n "$(fc-list "$*")" ]; } ;;
    esac
}

# missing_by_search KIND…: `package (how it is looked for)` for everything that is not found, on any system.
missing_by_search() {
    local package found_by
    rows "$@" | while read -r package found_by; do
        # shellcheck disable=SC2086 # the words of the table
        found $found_by </dev/null || printf '    %-22s %s\n' "$package" "($found_by)"
    done
}

apt_install() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            fail "需要管理员权限。请以 root 身份运行：apt-get install $*" "root is needed; run as root: apt-get install $*"
        as_root=(sudo)
    fi
    say "正在安装：$*" "installing: $*"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y -o Dpkg::Use-Pty=0)
    local log
    log=$(mktemp)
    if ! "${apt[@]}" update >"$log" 2>&1 </dev/null ||
        ! "${apt[@]}" install --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        fail "安装没有成功（全部输出在 $log）" "installing failed (all output is in $log)"
    fi
    rm -f "$log"
}

# need KIND…: installs what is missing on Debian 12; elsewhere names what is missing and stops.
need() {
    local missing
    if is_debian_12; then
        missing=$(missing_packages "$@")
        # shellcheck disable=SC2086 # one word per package
        [ -z "$missing" ] || apt_install $missing
        return 0
    fi
    missing=$(missing_by_search "$@")
    [ -z "$missing" ] && return 0
    say "这不是 Debian 12，请自行安装下列软件（左边是 Debian 的包名，括号里是查找的内容和最低版本），然后再来一次：" \
        "This is not Debian 12. Please install these (Debian's package; what was looked for, with the lowest version) and try again:"
    printf '%s\n' "$missing"
    exit 1
}

