# Functions that `run` and `test` share. They expect `root`, the folder of the repository, and leave the user's
# working directory alone. Whatever they say goes to standard error.
# shellcheck shell=bash disable=SC2154

# On a terminal, and only there, a line may be written over.
interactive=
if [[ -t 2 && -z ${CI:-} && ${TERM:-dumb} != dumb ]]; then
    interactive=yes
fi

complain() { printf 'burden: %s\n' "$*" >&2; }

# Shows a line that the next one takes the place of; `passing` alone clears it.
passing() {
    if [[ $interactive ]]; then
        # The right margin of the terminal does not wrap while a line passes.
        printf '\r\033[K\033[?7l%s\033[?7h' "$*" >&2
    fi
}

# Says what takes long, once: as a passing line on a terminal, as a plain line elsewhere.
announce() {
    if [[ $interactive ]]; then
        passing "$*"
    else
        printf '%s\n' "$*" >&2
    fi
}

# The folder of what is built. One `run` at a time sets up and builds in it.
prepare_build_folder() {
    if [[ ! -d $root/build/logs ]] && ! mkdir -p "$root/build/logs" 2>/dev/null || [[ ! -w $root/build ]]; then
        complain "cannot write to $root/build"
        return 1
    fi
    # ccache keeps its files in the home folder, which a service or a container may lack.
    if [[ -z ${CCACHE_DIR:-} && (-z ${HOME:-} || ! -w ${HOME:-}) ]]; then
        export CCACHE_DIR="$root/build/ccache"
    fi
}

# Holds the lock of the build folder until `unlock`, waiting for whoever has it.
lock() {
    exec 9>>"$root/build/lock"
    if ! flock -w 1 9; then
        announce "waiting for another build of burden…"
        flock 9
        passing
    fi
}
unlock() { exec 9>&-; }

# The packages of the named sections of cmake/packages.txt, in `packages`.
read_packages() {
    local line section=
    packages=()
    while read -r line; do
        case $line in
            '' | '#'*) ;;
            '['*']') section=${line:1:-1} ;;
            *) [[ " $* " == *" $section "* ]] && packages+=("$line") ;;
        esac
    done <"$root/cmake/packages.txt"
    return 0
}

# Those of `packages` that are not installed, in `missing`.
find_missing() {
    local name status provides
    local -A installed=()
    missing=()
    # What an installed package provides counts: a nodejs from elsewhere brings npm, and stands in the way of
    # Debian's.
    while IFS='|' read -r name status provides; do
        [[ $status == installed ]] || continue
        installed[$name]=yes
        provides=${provides//([^)]*)/}
        for name in ${provides//,/ }; do
            installed[$name]=yes
        done
    done < <(LC_ALL=C dpkg-query -W -f '${Package}|${db:Status-Status}|${Provides}\n' 2>/dev/null)
    for name in "${packages[@]}"; do
        [[ ${installed[$name]:-} ]] || missing+=("$name")
    done
}

# apt-get as root, quietly; what it said is in the log.
apt_get() {
    local as_root=()
    ((EUID == 0)) || as_root=(sudo)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -qq -o DPkg::Lock::Timeout=120 "$@" </dev/null >>"$root/build/logs/packages.log" 2>&1 9>&-
}

# Whether we may install: as root, or by sudo where it asks for nothing or has somebody to ask.
may_install() {
    ((EUID == 0)) && return
    command -v sudo >/dev/null || return
    sudo -n true 2>/dev/null && return
    [[ -t 0 && -t 2 ]] && sudo -v
}

# Lists of packages that apt has fetched are there.
have_package_lists() { compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; }

# Sees to it that the packages of the named sections are installed. dpkg is asked again only when the list of
# packages, or what is installed on this machine, has changed since the answer was yes.
install_packages() {
    local stamp="$root/build/packages-${*: -1}.stamp" key packages missing
    [[ -e /var/lib/dpkg/status ]] || return 0 # another system: CMake says what it does not find
    key=$(stat -c '%i %s %Y' /var/lib/dpkg/status "$root/cmake/packages.txt")
    [[ -e $stamp && $(<"$stamp") == "$key" ]] && return

    read_packages "$@"
    find_missing
    if ((${#missing[@]})); then
        if ! may_install; then
            complain "packages are missing; install them with"
            printf '  sudo apt-get update && sudo apt-get install -y --no-install-recommends %s\n' \
                "${missing[*]}" >&2
            return 1
        fi
        announce "installing ${missing[*]}…"
        : >"$root/build/logs/packages.log"
        if ! { have_package_lists && apt_get install -y --no-install-recommends "${missing[@]}"; } &&
            ! { apt_get update && apt_get install -y --no-install-recommends "${missing[@]}"; }; then
            passing
            tail -n 30 "$root/build/logs/packages.log" >&2
            complain "apt-get could not install ${missing[*]}"
            return 1
        fi
        passing
        key=$(stat -c '%i %s %Y' /var/lib/dpkg/status "$root/cmake/packages.txt")
    fi
    printf '%s\n' "$key" >"$stamp"
}

# Configures a preset where that was never done here, or before the presets were changed. A build folder that was
# moved or copied along with the repository names other places, and is configured from fresh; so is one whose cache
# is in the way.
configure() {
    local preset=$1 folder="$root/build/$1"
    [[ -e $folder/build.ninja && $folder/place -nt $root/CMakePresets.json && $(<"$folder/place") == "$root" ]] &&
        return
    announce "configuring $preset…"
    if ! { grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" 2>/dev/null &&
        cmake_preset "$preset"; } && ! cmake_preset "$preset" --fresh; then
        passing
        cat "$root/build/logs/configure-$preset.log" >&2
        complain "cmake could not configure the preset $preset"
        return 1
    fi
    passing
    printf '%s\n' "$root" >"$folder/place"
}
cmake_preset() { (cd "$root" && cmake --preset "$@" >"$root/build/logs/configure-$1.log" 2>&1 9>&-); }

# Shows how far ninja is, and keeps what else it says in `build_output`.
#   follow_ninja WHAT
follow_ninja() {
    local line announced=
    build_output=()
    while IFS= read -r line; do
        case $line in
            '#'[0-9]*' of '*'# '*)
                if [[ $interactive ]]; then
                    line=${line#\#}
                    passing "$1 ${line%%#*}"
                elif [[ ! $announced ]]; then
                    announce "$1"
                    announced=yes
                fi
                ;;
            'ninja: no work to do.' | 'ninja: Entering directory '* | 'ninja: build stopped: '*) ;;
            *) build_output+=("$line") ;;
        esac
    done
    [[ $interactive ]] && passing
}

# Builds targets of a preset: in silence where there is nothing to build, else with one line of `what`; a compiler's
# messages are shown in full.
#   build PRESET WHAT TARGET...
build() {
    local preset=$1 what=$2 build_output status
    shift 2
    # Not through a pipe: a subshell would keep what the compiler said to itself.
    exec 8< <(
        NINJA_STATUS='#%f of %t# ' ninja -C "$root/build/$preset" "$@" 2>&1 9>&-
        printf '%d\n' "$?"
    )
    follow_ninja "$what" <&8
    exec 8<&-
    status=${build_output[-1]}
    unset 'build_output[-1]'
    if ((status != 0)); then
        printf '%s\n' "${build_output[@]}" >&2
        complain "the build failed"
        return 1
    fi
}
