#!/usr/bin/env bash
# Brings what a step needs: says first what is missing, then installs what it knows how to install.
# Usage: scripts/need.sh demo|pdf|run|test
set -euo pipefail
cd "$(dirname "$0")/.."
step=${1:?usage: scripts/need.sh demo|pdf|run|test}
# Whether the page and the window are built, or the core and the command line alone.
[[ $step == demo || $step == pdf ]] && window=no || window=yes

say() { printf '\n>> %s\n' "$*" >&2; }
stop() { printf '\n!! %s\n' "$@" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
# at_least 1.89 1.95.0: whether the second is the first or later.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

rust=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
node=$(sed -n 's/.*"node": ">=\([0-9.]*\)".*/\1/p' package.json)

if [ "$window" = yes ]; then
  how="Get it from https://nodejs.org/ (or your system's packages, nvm, fnm or volta), then run this again."
  have node || stop "Node.js $node or later is needed to build the page, and is not installed." "$how"
  now=$(node --version | tr -d v)
  at_least "$node" "$now" || stop "Node.js $node or later is needed; this is $now." "$how"
  have npm || stop "npm is needed beside Node.js, and is not installed." "$how"
fi

how="Get it with rustup, https://rustup.rs/ (rustup update, where it is installed already), then run this again."
have cargo || stop "Rust $rust or later is needed, and is not installed." "$how"
now=$(cargo --version | cut -d ' ' -f 2)
at_least "$rust" "$now" || stop "Rust $rust or later is needed; this is $now." "$how"

# What must be there, as "how to tell : Debian package". SQLCipher's OpenSSL is built with a C compiler, make and perl.
wanted=(cc:build-essential make:build-essential perl:perl)
[ "$window" = no ] || wanted+=(pkg-config:pkg-config lib:libwebkit2gtk-4.1-dev xdg-open:xdg-utils)
[ "$step" = test ] && wanted+=(
  Xvfb:xvfb xvfb-run:xvfb xauth:xauth WebKitWebDriver:webkit2gtk-driver dbus-run-session:dbus "${CHROMIUM:-chromium}:chromium"
  pdftotext:poppler-utils qpdf:qpdf strace:strace unshare:util-linux git:git gnome-keyring-daemon:gnome-keyring a11y:at-spi2-core
  font:fonts-noto-core font:fonts-droid-fallback
)
[ "$step" = pdf ] && wanted+=(qpdf:qpdf java:default-jdk-headless javac:default-jdk-headless jaxb:libjaxb-java python3:python3 pip:python3-pip)
missing=()
for item in "${wanted[@]}"; do
  tell=${item%%:*} package=${item#*:}
  case $tell in
    lib) have pkg-config && pkg-config --exists webkit2gtk-4.1 && continue ;;
    jaxb) [ -f /usr/share/java/jaxb-api.jar ] && continue ;;
    # The bus of screen readers, which a session's bus starts.
    a11y) [ -f /usr/share/dbus-1/services/org.a11y.Bus.service ] && continue ;;
    pip) python3 -m pip --version >/dev/null 2>&1 && continue ;;
    # Fonts for names in other scripts: only Debian's packages are known; elsewhere the tests use what is there.
    font) have dpkg && ! dpkg -s "$package" >/dev/null 2>&1 || continue ;;
    *) have "$tell" && continue ;;
  esac
  [[ " ${missing[*]} " == *" $package "* ]] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  if ! have apt-get; then
    stop "These are missing (Debian's names): ${missing[*]}" \
      "This script installs only with apt. On other systems the packages are called:
     Fedora   webkit2gtk4.1-devel gcc make perl pkgconf xdg-utils; for tests also xorg-x11-server-Xvfb
              webkit2gtk-driver dbus-daemon chromium poppler-utils google-noto-sans-fonts
     Arch     webkit2gtk-4.1 base-devel perl xdg-utils; for tests also xorg-server-xvfb dbus chromium poppler noto-fonts
     macOS    Xcode's command line tools (xcode-select --install); the window tests run on Linux only" \
      "README.md names the plain cargo and npm commands."
  fi
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    have sudo || stop "These packages are missing: ${missing[*]}" "Install them as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing with apt: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get update -q && apt-get install -q -y --no-install-recommends "$@"' sh "${missing[@]}" >&2 ||
    stop "apt could not install: ${missing[*]}"
fi

if [ "$step" = test ] && ! tauri-driver --help >/dev/null 2>&1; then
  say "Installing tauri-driver, which drives the window in tests, into ${CARGO_HOME:-$HOME/.cargo}/bin"
  cargo install tauri-driver@2.1.0 --locked
fi

# The page's packages, as the lock file has them; only when that has changed.
if [ "$window" = yes ] && ! cmp -s package-lock.json node_modules/.lock-as-installed; then
  say "Installing the page's packages with npm"
  npm ci --no-fund --no-audit
  cp package-lock.json node_modules/.lock-as-installed
fi
