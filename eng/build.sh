# Builds the command line into .build/, one build at a time however many start at once.
# Sourced by ./sensorium when something has changed; POSIX sh; needs components.sh and $root.

take_lock() {
    mkdir -p "$root/.build"
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$root/.build/lock"
        flock 9
        return
    fi

    # No flock (macOS): a folder is a lock too. One whose owner is gone is moved aside, which only one process can do.
    while ! mkdir "$root/.build/lock.d" 2>/dev/null; do
        owner=$(cat "$root/.build/lock.d/owner" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            mv "$root/.build/lock.d" "$root/.build/lock.stale.$$" 2>/dev/null && rm -rf "$root/.build/lock.stale.$$"
        else
            sleep 0.2
        fi
    done
    echo $$ >"$root/.build/lock.d/owner"
    trap 'rm -rf "$root/.build/lock.d"' EXIT
    trap 'exit 130' INT TERM HUP
}

release_lock() {
    if command -v flock >/dev/null 2>&1; then
        exec 9>&-
    else
        rm -rf "$root/.build/lock.d"
        trap - EXIT INT TERM HUP
    fi
}

# publish FOLDER ARGUMENT...: builds into a folder; fd 9 (the lock) is closed so that no build server keeps it.
publish() {
    folder=$1
    shift
    dotnet publish "$root/src/Sensorium.Cli/Sensorium.Cli.csproj" -c Release --artifacts-path "$root/.build/work" -o "$folder" \
        -v quiet -nologo -nodeReuse:false -p:GenerateDocumentationFile=false -p:RunAnalyzers=false "$@" 9>&-
}

# build_command_line: leaves a whole build behind .build/current, or says why not and fails.
build_command_line() {
    require_dotnet || return 2
    require node || return 2
    take_lock
    if is_current; then
        release_lock
        return 0
    fi

    say 'building (once after each change) ...' '빌드하는 중입니다(바뀐 뒤 처음 한 번) ...'
    began="$root/.build/began.$$"
    : >"$began"
    fresh="build-$(date +%s)-$$"
    log="$root/.build/build.log"
    # Code compiled ahead of time starts faster, but its compiler is a package that not every feed has.
    if dotnet restore "$root/src/Sensorium.Cli/Sensorium.Cli.csproj" --artifacts-path "$root/.build/work" -r "$(runtime_id)" \
        -p:PublishReadyToRun=true -v quiet -nologo >"$log" 2>&1 9>&-; then
        publish "$root/.build/$fresh" --no-restore -r "$(runtime_id)" --self-contained false -p:PublishReadyToRun=true >"$log" 2>&1
    else
        publish "$root/.build/$fresh" >"$log" 2>&1
    fi
    if [ $? -ne 0 ]; then
        rm -rf "${root:?}/.build/$fresh" "$began"
        say 'the build failed:' '빌드에 실패했습니다:'
        grep -E 'error|오류' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
        release_lock
        return 1
    fi

    command -v dotnet >"$root/.build/$fresh/dotnet-path"
    ln -s "$fresh" "$root/.build/current.$$"
    # A link cannot be renamed over a link to a folder everywhere, and a reader must never miss it for long.
    mv -fT "$root/.build/current.$$" "$root/.build/current" 2>/dev/null ||
        { rm -f "$root/.build/current" && mv -f "$root/.build/current.$$" "$root/.build/current"; }
    : >"$root/.build/ended"
    # File systems stamp by a clock that ticks every few milliseconds: a change in the tick of "ended" would not look newer.
    sleep 0.1
    mv -f "$began" "$root/.build/began"
    remove_old_builds "$fresh"
    release_lock
}

# A run that is under way still reads its build, so only builds of an hour ago go.
remove_old_builds() {
    find "$root/.build" -maxdepth 1 -name 'build-*' -type d ! -name "$1" -mmin +60 -exec rm -rf {} + 2>/dev/null
    return 0
}
