#!/bin/sh
# Sets everything up inside this checkout, then opens the window or runs the tests.
#
#   sh packaging/bootstrap.sh [run [FILE]]      the window with FILE, or the sample resolution; where
#                                               there is no display its structure, problems, Word file
#   sh packaging/bootstrap.sh test [PYTEST ...] all tests and code checks
#   sh packaging/bootstrap.sh setup             nothing but the setting up
#
# --tools after the command also installs LibreOffice, pandoc and poppler, which some tests need.
# What it makes: .venv/ and artefacts/. It installs system libraries only as root or where sudo asks
# for no password; elsewhere it says what is missing. A second start takes about a second.
# DRAFTER_PYTHON=/path/to/python picks the Python; it must be 3.11 or newer.

set -eu
cd "$(dirname "$0")/.."

VENV=.venv
PYTHON=$VENV/bin/python
OLDEST="3.11"
SAMPLE=resources/starter/A_RES_64_177.fr.txt
# What Qt's widgets and its X11 and offscreen platforms load, and a font to draw with.
QT_PACKAGES="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0
    libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0
    libxcb-xkb1 fonts-liberation"
TOOL_PACKAGES="libreoffice-writer-nogui pandoc poppler-utils fonts-liberation"

say() { printf '%s\n' "drafter: $*" >&2; }
die() { say "$@"; exit 1; }

# --- system packages ----------------------------------------------------------------------------

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

# The list of packages is fetched once in a run, and only if something is installed.
apt_install() {
    say "installing $*"
    if [ -z "${lists_are_fresh:-}" ]; then
        as_root apt-get update -q >/dev/null || say "the package lists could not be brought up to date"
        lists_are_fresh=yes
    fi
    told=$(as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "$@" 2>&1) && return
    printf '%s\n' "$told" | grep '^E:' >&2
    return 1
}

# --- Python -------------------------------------------------------------------------------------

is_new_enough() {
    "$1" -c "import sys; sys.exit(sys.version_info < ($(echo $OLDEST | tr . ,)))" 2>/dev/null
}

find_python() {
    for candidate in ${DRAFTER_PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null && is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# Debian and Ubuntu keep `ensurepip` in a package of its own, so `venv` alone may fail. What is tried,
# in order: venv, virtualenv, the missing package, and a venv filled by whatever pip there is.
make_venv() {
    base=$(find_python) || {
        if may_install; then apt_install python3 python3-venv || true; fi
        base=$(find_python) || die "no Python $OLDEST or newer found; install one, or set DRAFTER_PYTHON"
    }
    say "making $VENV with $base"
    rm -rf "$VENV"
    "$base" -c "import ensurepip" 2>/dev/null && "$base" -m venv "$VENV" && return
    "$base" -m virtualenv -q "$VENV" 2>/dev/null && return
    version=$("$base" -c "import sys; print('python%d.%d' % sys.version_info[:2])")
    if may_install && apt_install "$version-venv"; then
        "$base" -m venv "$VENV" && return
    fi
    rm -rf "$VENV"
    if "$base" -m venv --without-pip "$VENV" && add_pip "$base"; then return; fi
    rm -rf "$VENV"
    die "this Python cannot make a virtual environment; install $version-venv and start again"
}

# pip into a venv without one: by the system's pip, or by a pip that runs from its own archive.
add_pip() {
    "$1" -m pip --python "$PYTHON" install -q pip 2>/dev/null && return
    for wheel in /usr/share/python-wheels/pip-*.whl; do
        [ -f "$wheel" ] && "$PYTHON" "$wheel/pip" install -q pip && return
    done
    say "fetching pip"
    wheel=$("$PYTHON" - "$VENV" <<'PROGRAM'
import hashlib, json, pathlib, sys, urllib.parse, urllib.request

INDEX = "https://pypi.org/pypi/pip/json"
try:
    with urllib.request.urlopen(INDEX, timeout=60) as answer:
        files = json.load(answer)["urls"]
    wheel = next(file for file in files if file["packagetype"] == "bdist_wheel")
    address = urllib.parse.urljoin(INDEX, wheel["url"])  # relative on some mirrors
    with urllib.request.urlopen(address, timeout=60) as answer:
        content = answer.read()
except OSError as error:
    sys.exit(f"drafter: pip cannot be fetched: {error}")
if hashlib.sha256(content).hexdigest() != wheel["digests"]["sha256"]:
    sys.exit("drafter: what was fetched is not pip")
path = pathlib.Path(sys.argv[1], wheel["filename"])
path.write_bytes(content)
print(path)
PROGRAM
    ) && "$PYTHON" "$wheel/pip" install -q pip
}

# --- what Python needs --------------------------------------------------------------------------

stamp() {
    cksum pyproject.toml packaging/bootstrap.sh
    echo "$1"
}

is_done() { [ -x "$PYTHON" ] && stamp "$1" | cmp -s - "$VENV/done-$1"; }
mark_done() { stamp "$1" >"$VENV/done-$1"; }

pip_install() {
    "$PYTHON" -m pip install -q --disable-pip-version-check "$@" ||
        die "not installed: $*. Can the Python package index be reached? Then start again"
}

install_program() {
    is_done program && return
    "$PYTHON" -c "import pip" 2>/dev/null && is_new_enough "$PYTHON" || make_venv
    say "installing what the program needs (the first time takes some minutes)"
    pip_install --upgrade "pip>=25.1"
    pip_install -e .
    mark_done program
}

install_development() {
    is_done development && return
    say "installing what the tests need"
    pip_install --group dev
    mark_done development
}

# --- what Qt needs ------------------------------------------------------------------------------

missing_libraries() {
    qt=$("$PYTHON" -c "import PySide6; print(PySide6.__path__[0])")
    ldd "$qt"/QtWidgets.abi3.so "$qt"/Qt/plugins/platforms/libqxcb.so \
        "$qt"/Qt/plugins/platforms/libqoffscreen.so 2>/dev/null |
        awk '/not found/ { print $1 }' | sort -u | tr '\n' ' '
}

install_qt_libraries() {
    is_done qt && return
    [ "$(uname -s)" = Linux ] && command -v ldd >/dev/null || return 0
    missing=$(missing_libraries)
    if [ -n "$missing" ] && may_install; then
        # shellcheck disable=SC2086  # a list of words on purpose
        apt_install $QT_PACKAGES || true
        missing=$(missing_libraries)
    fi
    if [ -z "$missing" ]; then
        mark_done qt
        return
    fi
    say "the window will not open: these system libraries are missing: $missing"
    say "on Debian and Ubuntu an administrator installs them with:"
    # shellcheck disable=SC2086
    say "  apt-get install" $QT_PACKAGES
    return 1
}

install_tools() {
    if command -v soffice >/dev/null && command -v pandoc >/dev/null && command -v pdftoppm >/dev/null
    then return; fi
    # shellcheck disable=SC2086
    may_install && apt_install $TOOL_PACKAGES && return
    # shellcheck disable=SC2086
    die "LibreOffice, pandoc and poppler cannot be installed here; needed:" $TOOL_PACKAGES
}

# --- the commands -------------------------------------------------------------------------------

run() {
    file=${1:-$SAMPLE}
    out=artefacts/$(basename "$file" | sed 's/\.[a-z]*$//').docx
    install_program
    # Without Qt's libraries or a display the main job is done without the window.
    if install_qt_libraries && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        exec "$PYTHON" -m drafter "$file"
    fi
    mkdir -p artefacts
    printf '\n== drafter outline %s\n\n' "$file"
    "$PYTHON" -m drafter outline "$file"
    printf '\n== drafter check %s\n\n' "$file"
    "$PYTHON" -m drafter check "$file" || [ $? = 1 ] # 1 says that there are findings
    printf '\n== drafter export %s -o %s\n\n' "$file" "$out"
    "$PYTHON" -m drafter export "$file" -o "$PWD/$out"
}

run_tests() {
    install_program
    install_development
    install_qt_libraries || die "the tests of the window need these libraries"
    status=0
    check ruff check .
    check ruff format --check .
    check pyright
    check lint-imports
    check pytest -n 2 "$@"
    [ $status = 0 ] || die "not everything passed"
    say "everything passed"
}

check() {
    say "$*"
    tool=$1
    shift
    "$VENV/bin/$tool" "$@" || status=1
}

command=${1:-run}
[ $# = 0 ] || shift
if [ "${1:-}" = --tools ]; then
    shift
    install_tools
fi
case $command in
    run) run "$@" ;;
    test) run_tests "$@" ;;
    setup)
        install_program
        install_development
        install_qt_libraries
        ;;
    *) sed -n '2,12s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
