# shellcheck shell=bash
# Building what has changed; sourced by nocturne.
#
# Java never runs from the folders that Maven writes: each build is copied to target/app/N and run from there, so that a
# build beside a campaign cannot pull the classes from under its night. A running JVM holds a shared lock on its N (the
# descriptor is inherited through exec); copies that nobody holds are removed by the next build.

# shellcheck disable=SC2154 # home is set by nocturne
readonly apps="$home/target/app"
readonly nextflow=adapters/nextflow-executor/target/nextflow
app="" # set by enter_app

# Not those of a profile, which come after.
modules() { sed -n '\:</modules>:q; s:.*<module>\(.*\)</module>.*:\1:p' "$home/pom.xml"; }

# The newest copy, if there is one and no source is newer; a folder's own time tells of files that went away.
up_to_date() {
    local sources=(pom.xml .mvn) module
    [[ -f "$apps/current/.built" ]] || return 1
    for module in $(modules); do
        sources+=("$module/pom.xml" "$module/src/main")
    done
    [[ -z "$(cd -- "$home" && find "${sources[@]}" -newer "$apps/current/.built" -print -quit)" ]]
}

# One build at a time; Maven and what it starts do not inherit the lock.
with_build_lock() {
    mkdir -p -- "$home/target"
    exec 9>>"$home/target/.build.lock"
    if ! flock -n 9; then
        say "waiting for another build in $home"
        flock 9
    fi
    "$@" 9>&-
    exec 9>&-
}

build() { with_build_lock build_locked; }

build_locked() {
    if up_to_date; then # somebody else has just built it
        return
    fi
    local started
    started="$(mktemp -- "$home/target/.built.XXXXXX")" # as old as the sources that are about to be read
    if [[ -d "$apps/current" ]]; then
        say "building what has changed ..."
    else
        say "building for the first time (downloads libraries; a few minutes) ..."
    fi
    # The classes of an earlier pin must not lie beside those of the present one.
    rm -rf -- "$home/routes/target/lib" "$home/routes/target/training" "$home/${nextflow:?}" "$home"/routes/target/nocturne-routes-*.jar
    # Layout is a matter for the tests.
    if ! maven -q -DskipTests -Dspotless.check.skip=true package >&2; then
        rm -f -- "$started"
        stop 1 "the build failed; what Maven said is above"
    fi
    publish "$started"
}

# Without it all goes as well, and begins some tenths of a second later.
# A list and a dump of it, not an archive of what a run leaves: that one has no place for classes as old as those of picocli.
archive_classes() {
    local list="$1/classes.list"
    # shellcheck disable=SC2154 # java is set by need_java
    if ! "$java" -XX:DumpLoadedClassList="$list" -Dnocturne.home="$home" -cp "$1/*" "$main_class" \
        check "$home/configs/silicon-builtin.yaml" >/dev/null 2>&1 8>&- 9>&- ||
        ! "$java" -Xshare:dump -XX:SharedClassListFile="$list" -XX:SharedArchiveFile="$1/$(archive_name)" \
            -cp "$1/*" >/dev/null 2>&1 8>&- 9>&-; then
        rm -f -- "$1/$(archive_name)"
    fi
    rm -f -- "$list"
}

publish() {
    local next old
    mkdir -p -- "$apps"
    next="$(mktemp -d -- "$apps/XXXXXX")"
    cp -- "$home"/routes/target/nocturne-routes-*.jar "$home"/routes/target/lib/*.jar "$next/"
    # libtorch, 110 MB for the JVM that trains: a second name for the same file where the disk allows it.
    cp -rl -- "$home/routes/target/training" "$next/training" 2>/dev/null || cp -rT -- "$home/routes/target/training" "$next/training"
    cp -rT -- "$home/$nextflow" "$next/nextflow" # for the JVM that runs Nextflow
    archive_classes "$(readlink -f -- "$next")"
    mv -- "$1" "$next/.built"
    chmod -R a+rX -- "$next"
    ln -sfn -- "$(basename -- "$next")" "$apps/.current"
    mv -fT -- "$apps/.current" "$apps/current"
    for old in "$apps"/*/; do
        old="${old%/}"
        if [[ ! -L "$old" && ! "$old" -ef "$next" ]]; then
            # shellcheck disable=SC2094 # the lock is on the folder itself
            (flock -n 8 && rm -rf -- "$old") 8<"$old" || true
        fi
    done
}

# Sets app to an up-to-date copy and holds it until this process ends.
enter_app() {
    if ! up_to_date; then
        if [[ -w "$home" ]]; then
            need_jdk
            build
        elif [[ -d "$apps/current" ]]; then
            say "the sources are newer than the build, but $home cannot be written; running what was built"
        else
            stop 1 "nothing has been built, and $home cannot be written; its owner has to run $home/nocturne --version once"
        fi
    fi
    while true; do
        app="$(readlink -f -- "$apps/current")"
        exec 8<"$app"
        flock -s 8
        if [[ -f "$app/.built" ]]; then
            return
        fi
    done # removed between the two lines above: take the newer one
}
