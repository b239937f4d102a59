# shellcheck shell=bash
# Which Java and which Maven; sourced by nocturne.

readonly OLDEST_JAVA=17
readonly OLDEST_MAVEN=3.8.7
readonly main_class=org.nocturne.routes.cli.NocturneCli
java="" # set by need_java
java_major=0

# The release file tells the version without starting a JVM.
java_major_of() {
    local release version
    release="$(dirname -- "$(dirname -- "$(readlink -f -- "$1")")")/release"
    version="$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$release" 2>/dev/null || true)"
    if [[ -z "$version" ]]; then
        version="$("$1" -version 2>&1 | sed -n 's/^[a-z]* version "\([^"]*\)".*/\1/p')"
    fi
    version="${version#1.}" # 1.8 is Java 8
    version="${version%%[!0-9]*}"
    echo "${version:-0}"
}

need_java() {
    if [[ -n "${JAVA_HOME-}" ]]; then
        java="$JAVA_HOME/bin/java"
        [[ -x "$java" ]] || stop "$MISSING_PROGRAM" "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it; wanted is a JDK $OLDEST_JAVA or newer"
    else
        java="$(command -v java || true)"
        [[ -n "$java" ]] || stop "$MISSING_PROGRAM" "no java on the PATH and JAVA_HOME is not set; wanted is a JDK $OLDEST_JAVA or newer: sudo apt-get install openjdk-17-jdk-headless"
    fi
    java_major="$(java_major_of "$java")"
    ((java_major >= OLDEST_JAVA)) || stop "$MISSING_PROGRAM" "$java is Java $java_major; wanted is a JDK $OLDEST_JAVA or newer (set JAVA_HOME)"
}

# Maven builds with the Java that will run what it built.
need_jdk() {
    local jdk found
    jdk="$(dirname -- "$(dirname -- "$(readlink -f -- "$java")")")"
    [[ -x "$jdk/bin/javac" ]] || stop "$MISSING_PROGRAM" "$jdk has no javac: it is a JRE, and building needs a JDK $OLDEST_JAVA or newer: sudo apt-get install openjdk-17-jdk-headless"
    export JAVA_HOME="$jdk"
    command -v mvn >/dev/null || stop "$MISSING_PROGRAM" "no mvn on the PATH; wanted is Maven $OLDEST_MAVEN or newer: sudo apt-get install maven"
    found="$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
    [[ "$(printf '%s\n' "$OLDEST_MAVEN" "${found:-0}" | sort -V | head -n 1)" == "$OLDEST_MAVEN" ]] ||
        stop "$MISSING_PROGRAM" "$(command -v mvn) is Maven ${found:-of an unknown version}; wanted is $OLDEST_MAVEN or newer"
}

# shellcheck disable=SC2154 # home is set by nocturne
maven() { (cd -- "$home" && mvn -B "$@" </dev/null); }

# Commands that are over before a better compiler would pay, or that wait most of the time.
is_brief() {
    asks_for_help "$@" && return
    case "${1-}" in
        '' | -V | --version | help | adapter | add-temperature | check | clean | completion | doctor | init | log | man | nextflow | notify | plan | schema | status | stop | watch) return 0 ;;
        *) return 1 ;;
    esac
}

# Classes as one Java has read and checked them when it built; any other silently goes without.
archive_name() { echo "classes-$java_major.jsa"; }

# Becomes Java. The user's JAVA_OPTS come last and win.
run_java() {
    enter_app # sets app
    local flags=(-Xmx2g -Djava.awt.headless=true "-Dnocturne.home=$home" "-Dnocturne.training=$app/training" "-Dnocturne.nextflow=$app/nextflow") own=()
    if ((java_major >= 24)); then # silences warnings about native libraries (ONNX Runtime) and sun.misc.Unsafe
        flags+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    fi
    if is_brief "$@"; then
        flags+=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)
    else
        flags+=(-XX:+UseParallelGC)
    fi
    if [[ -f "$app/$(archive_name)" ]]; then
        flags+=("-XX:SharedArchiveFile=$app/$(archive_name)")
    fi
    read -r -a own <<<"${JAVA_OPTS-}"
    # shellcheck disable=SC2154
    exec "$java" "${flags[@]}" ${own[@]+"${own[@]}"} -cp "$app/*" "$main_class" "$@"
}
