# What the programs and libraries that Sensorium uses are called, whether they are there, and how to get them.
# Sourced by ./sensorium, ./test and ./package; POSIX sh. All messages go to standard error.

# say ENGLISH KOREAN: one line in the user's language.
say() {
    case "${SENSORIUM_SCRIPT_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
        ko*) printf 'sensorium: %s\n' "$2" >&2 ;;
        *) printf 'sensorium: %s\n' "$1" >&2 ;;
    esac
}

# has_library STEM: whether a shared library lies where loaders look.
has_library() {
    for file in /usr/lib/*/"$1".so.* /usr/lib64/"$1".so.* /usr/lib/"$1".so.* /usr/local/lib/"$1".so.* /lib/*/"$1".so.* \
        /usr/local/lib/"$1"*.dylib /opt/homebrew/lib/"$1"*.dylib /opt/homebrew/opt/*/lib/"$1"*.dylib /usr/local/opt/*/lib/"$1"*.dylib; do
        [ -e "$file" ] && return 0
    done
    return 1
}

has_soundfont() {
    [ -n "${SENSORIUM_SOUNDFONT:-}" ] && return 0
    for file in "${SENSORIUM_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/sensorium}"/soundfonts/*.[sS][fF][23] \
        /usr/share/sounds/sf[23]/*.sf[23] /usr/share/soundfonts/*.sf[23] /usr/local/share/soundfonts/*.sf[23] \
        /usr/local/share/fluid-synth/sf2/*.sf2 /opt/homebrew/share/soundfonts/*.sf[23] /opt/homebrew/share/fluid-synth/sf2/*.sf2 \
        "$HOME"/Library/Audio/Sounds/Banks/*.sf[23] "$HOME"/.local/share/soundfonts/*.sf[23]; do
        [ -e "$file" ] && return 0
    done
    return 1
}

has_chromium() {
    [ -n "${SENSORIUM_CHROMIUM:-}" ] && return 0
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    [ -d /Applications/Chromium.app ] || [ -d '/Applications/Google Chrome.app' ]
}

# VLC without its plugins starts and can read nothing.
has_vlc() {
    [ -d /Applications/VLC.app ] && return 0
    command -v vlc >/dev/null 2>&1 || return 1
    for file in /usr/lib/*/vlc/plugins/demux/libplaylist_plugin.so /usr/lib*/vlc/plugins/demux/libplaylist_plugin.so; do
        [ -e "$file" ] && return 0
    done
    return 1
}

# has COMPONENT
has() {
    case "$1" in
        ffmpeg) [ -n "${SENSORIUM_FFMPEG:-}" ] || { command -v ffmpeg && command -v ffprobe; } >/dev/null 2>&1 ;;
        turbojpeg) [ -n "${SENSORIUM_TURBOJPEG:-}" ] || has_library libturbojpeg ;;
        fluidsynth) [ -n "${SENSORIUM_FLUIDSYNTH:-}" ] || has_library libfluidsynth ;;
        soundfont) has_soundfont ;;
        node) { command -v node && command -v npm; } >/dev/null 2>&1 ;;
        chromium) has_chromium ;;
        zip) command -v zip >/dev/null 2>&1 ;;
        mpd) command -v mpd >/dev/null 2>&1 ;;
        supysonic) command -v supysonic-cli >/dev/null 2>&1 ;;
        vlc) has_vlc ;;
        ffplay) command -v ffplay >/dev/null 2>&1 ;;
        musescore) { command -v mscore3 || command -v mscore || command -v musescore || command -v mscore4portable; } >/dev/null 2>&1 || [ -d '/Applications/MuseScore 4.app' ] ;;
    esac
}

# Ubuntu and what is made from it call one package otherwise than Debian does.
is_ubuntu() {
    grep -qs '^ID.*ubuntu' /etc/os-release
}

# package MANAGER COMPONENT: the packages that hold it; nothing where there are none.
package() {
    case "$1:$2" in
        apt:ffmpeg | pacman:ffmpeg | brew:ffmpeg) echo ffmpeg ;;
        dnf:ffmpeg) echo ffmpeg-free ;;
        winget:ffmpeg) echo Gyan.FFmpeg ;;
        apt:turbojpeg) if is_ubuntu; then echo libturbojpeg; else echo libturbojpeg0; fi ;;
        dnf:turbojpeg) echo turbojpeg ;;
        pacman:turbojpeg) echo libjpeg-turbo ;;
        brew:turbojpeg) echo jpeg-turbo ;;
        winget:turbojpeg) echo libjpeg-turbo.libjpeg-turbo.VC ;;
        apt:fluidsynth) echo libfluidsynth3 ;;
        dnf:fluidsynth) echo fluidsynth-libs ;;
        pacman:fluidsynth) echo fluidsynth ;;
        brew:fluidsynth) echo fluid-synth ;;
        winget:fluidsynth) echo FluidSynth.FluidSynth ;;
        apt:soundfont | dnf:soundfont) echo fluid-soundfont-gm ;;
        pacman:soundfont) echo soundfont-fluid ;;
        # Debian's own nodejs comes without npm, other builds of it with npm and against the package of that name.
        apt:node) if command -v node >/dev/null 2>&1; then echo npm; else echo nodejs npm; fi ;;
        dnf:node | pacman:node) echo nodejs npm ;;
        brew:node) echo node ;;
        winget:node) echo OpenJS.NodeJS.LTS ;;
        apt:chromium | dnf:chromium | pacman:chromium) echo chromium ;;
        brew:chromium) echo --cask chromium ;;
        winget:chromium) echo Hibbiki.Chromium ;;
        *:zip) echo zip ;;
        *:mpd) if [ "$1" != winget ]; then echo mpd; fi ;;
        apt:supysonic) echo supysonic ;;
        apt:vlc) echo vlc-bin vlc-plugin-base ;;
        dnf:vlc | pacman:vlc) echo vlc ;;
        brew:vlc) echo --cask vlc ;;
        winget:vlc) echo VideoLAN.VLC ;;
        apt:ffplay | pacman:ffplay | brew:ffplay) echo ffmpeg ;;
        dnf:ffplay) echo ffmpeg-free ;;
        winget:ffplay) echo Gyan.FFmpeg ;;
        apt:musescore) echo musescore3 ;;
        dnf:musescore | pacman:musescore) echo musescore ;;
        brew:musescore) echo --cask musescore ;;
        winget:musescore) echo Musescore.Musescore ;;
    esac
}

# packages MANAGER COMPONENT...: the packages of all of them on one line.
packages() {
    manager=$1
    shift
    list=
    for component in "$@"; do
        found=$(package "$manager" "$component")
        [ -n "$found" ] && list="$list $found"
    done
    echo "${list# }"
}

# install_with MANAGER PACKAGES: quietly; the log is shown only by whoever wants it.
install_with() {
    elevate=
    [ "$(id -u)" = 0 ] || elevate='sudo -n'
    # Unquoted on purpose: both lists hold several words.
    case "$1" in
        apt)
            apt="$elevate env DEBIAN_FRONTEND=noninteractive apt-get -y -q"
            $apt install --no-install-recommends $2 || { $apt update && $apt install --no-install-recommends $2; }
            ;;
        dnf) $elevate dnf install -y -q $2 ;;
        pacman) $elevate pacman -S --noconfirm --needed $2 || { $elevate pacman -Sy --noconfirm && $elevate pacman -S --noconfirm --needed $2; } ;;
        brew) HOMEBREW_NO_AUTO_UPDATE=1 brew install -q $2 ;;
    esac
}

# usable_manager: the package manager that may be used without asking; nothing where there is none.
usable_manager() {
    [ -z "${SENSORIUM_NO_INSTALL:-}" ] || return 0
    may_install=
    { [ "$(id -u)" = 0 ] || { command -v sudo && sudo -n true; }; } >/dev/null 2>&1 && may_install=yes
    if [ -n "$may_install" ] && command -v apt-get >/dev/null 2>&1; then echo apt
    elif [ -n "$may_install" ] && command -v dnf >/dev/null 2>&1; then echo dnf
    elif [ -n "$may_install" ] && command -v pacman >/dev/null 2>&1; then echo pacman
    elif command -v brew >/dev/null 2>&1; then echo brew
    fi
}

# print_lines COMPONENT...: the exact line for each package manager.
print_lines() {
    # winget takes one package at a time in older versions; several names work from 1.6 on.
    printf '  apt     sudo apt-get install %s\n' "$(packages apt "$@")" >&2
    printf '  dnf     sudo dnf install %s\n' "$(packages dnf "$@")" >&2
    printf '  pacman  sudo pacman -S %s\n' "$(packages pacman "$@")" >&2
    printf '  brew    brew install %s\n' "$(packages brew "$@")" >&2
    printf '  winget  winget install %s\n' "$(packages winget "$@")" >&2
    case " $* " in
        *' soundfont '*)
            say 'brew and winget have no SoundFont: get FluidR3_GM.sf2 and give it with --soundfont FILE, or set SENSORIUM_SOUNDFONT to it.' \
                'brew와 winget에는 사운드폰트가 없습니다. FluidR3_GM.sf2를 구해 --soundfont FILE로 주거나 SENSORIUM_SOUNDFONT에 경로를 지정하십시오.'
            ;;
    esac
}

# missing_of COMPONENT...: those that are not there.
missing_of() {
    list=
    for component in "$@"; do
        has "$component" || list="$list $component"
    done
    echo "${list# }"
}

# install_missing COMPONENT...: installs what is missing where that is allowed; sets $missing to what is missing still.
install_missing() {
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    manager=$(usable_manager)
    wanted=
    [ -z "$manager" ] || wanted=$(packages "$manager" $missing)
    if [ -n "$wanted" ]; then
        say "installing $wanted with $manager (once)." "$manager(으)로 $wanted 설치하는 중입니다(처음 한 번)."
        log=$(mktemp "${TMPDIR:-/tmp}/sensorium-install.XXXXXX")
        install_with "$manager" "$wanted" >"$log" 2>&1 </dev/null || tail -n 5 "$log" >&2
        rm -f "$log"
        missing=$(missing_of "$@")
    fi
}

# offer COMPONENT...: the same for what tests can do without; those that miss it are skipped and say so.
offer() {
    install_missing "$@"
    [ -z "$missing" ] || say "tests without $missing are skipped." "$missing 없이는 일부 시험을 건너뜁니다."
}

# require COMPONENT...: installs what is missing where that is allowed, else prints how to get it and fails.
require() {
    install_missing "$@"
    [ -n "$missing" ] || return 0
    say "missing: $missing. Install with one of:" "없는 구성 요소: $missing. 다음 가운데 하나로 설치하십시오:"
    print_lines $missing
    return 2
}

# require_dotnet: the one thing that is only asked for.
require_dotnet() {
    if ! command -v dotnet >/dev/null 2>&1 && [ -x "$HOME/.dotnet/dotnet" ]; then
        PATH="$HOME/.dotnet:$PATH"
        export PATH
    fi
    command -v dotnet >/dev/null 2>&1 && dotnet --list-sdks 2>/dev/null | grep -q '^1[0-9]\.' && return 0
    say '.NET 10 SDK is needed. Get it from https://dot.net/download or with one of:' \
        '.NET 10 SDK가 필요합니다. https://dot.net/download 에서 받거나 다음 가운데 하나로 설치하십시오:'
    printf '  %s\n' 'apt     sudo apt-get install dotnet-sdk-10.0' 'dnf     sudo dnf install dotnet-sdk-10.0' \
        'pacman  sudo pacman -S dotnet-sdk' 'brew    brew install dotnet' 'winget  winget install Microsoft.DotNet.SDK.10' >&2
    return 2
}

# runtime_id: this machine as .NET calls it.
runtime_id() {
    case "$(uname -m)" in
        arm64 | aarch64) machine=arm64 ;;
        *) machine=x64 ;;
    esac
    case "$(uname -s)" in
        Darwin) echo "osx-$machine" ;;
        *) if [ -e "/lib/ld-musl-$(uname -m).so.1" ]; then echo "linux-musl-$machine"; else echo "linux-$machine"; fi ;;
    esac
}
