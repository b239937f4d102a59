package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two scripts beside every run: {@code .command.sh} is the exact command, to be repeated by hand; {@code .command.run} wraps
 * it with the time limit and leaves the exit code behind, so that both hold when the runner is dead.
 */
public final class Wrapper {
    static final String SCRIPT = ".command.sh";
    static final String RUN = ".command.run";
    static final String BEGIN = ".command.begin";
    static final String OUT = ".command.out";
    static final String ERR = ".command.err";
    static final String EXIT_CODE = ".exitcode";
    static final String ENDED = ".command.ended";
    static final String TOOK = ".command.took";
    static final String ROOM = ".command.room";
    static final int ROOM_BYTES = 4096;
    /** Of the environment of every process of a run. */
    public static final String TOKEN_VARIABLE = "NOCTURNE_TOKEN";

    private static final String RUN_TEMPLATE = """
            #!/bin/bash
            @HEADER@# Written by Nocturne: runs .command.sh under its time limit and leaves the exit code in .exitcode.
            @ENTER@
            export NOCTURNE_TOKEN=@TOKEN@
            read -r stat < /proc/$$/stat
            set -- ${stat##*) }
            printf -v sign '%s %s %s %s' "@ID@" "${20}" @TOKEN@ @LIMIT@
            @BEGIN@
            # The blocks of exit code and time are taken now, so that a disk filled by the run cannot swallow them.
            printf '%-8s\\n' '' > .exitcode.tmp
            printf '%-16s\\n' '' > .command.took
            # Since the machine came up: the clock on the wall may be set meanwhile.
            read -r begun idle < /proc/uptime
            (
                @FILES@exec timeout --kill-after=@GRACE@ @LIMIT@ bash .command.sh > .command.out 2> .command.err < /dev/null
            )
            code=$?
            read -r ended idle < /proc/uptime
            took=$((10#${ended/./} - 10#${begun/./}))
            if [ "$code" -eq 124 ] || [ "$code" -eq 137 ]; then
                # What left the process group must not live on beyond the limit.
                for process in /proc/[0-9]*; do
                    if [ "$process" != "/proc/$$" ] && grep -qzx NOCTURNE_TOKEN=@TOKEN@ "$process/environ" 2> /dev/null; then
                        kill -KILL "${process#/proc/}" 2> /dev/null
                    fi
                done
            fi
            # Whether there was room in the end: a block that is given back, or whatever went into it.
            printf '%4096s' '' 2> /dev/null > .command.room && rm -f .command.room
            printf '%d.%02d\\n' "$((took / 100))" "$((took % 100))" 1<> .command.took
            # An exit code stands for outputs that are on the disk, and is there itself, also after a loss of power.
            printf '%-8s\\n' "$code" 1<> .exitcode.tmp && { find . -type f -exec sync {} + 2> /dev/null; mv .exitcode.tmp .exitcode; }
            exit "$code"
            """;
    private static final String ENTER = "cd -- \"$(dirname -- \"$0\")\" || exit 1";
    /** One write: who reads meanwhile finds nothing yet, or the whole of it. */
    private static final String BEGIN_HERE = "printf '%s\\n' \"$sign\" > .command.begin || exit 1";

    private Wrapper() {}

    /**
     * How a batch system runs the script.
     *
     * @param header lines for the batch system, each ending with a line break
     * @param enter how the script comes into its work directory
     * @param id a word of the shell: the job's own number
     * @param begin writes the line {@code $sign} into {@code .command.begin}
     */
    public record Batch(String header, String enter, String id, String begin) {}

    static void write(String token, Command command, Path workDir, Bounds bounds) throws IOException {
        write(token, command, workDir, bounds, new Batch("", ENTER, "$$", BEGIN_HERE));
    }

    /**
     * What a run may use.
     *
     * @param time on the wall
     * @param grace between SIGTERM and SIGKILL when it is over
     * @param fileBytes the most that one of its files may hold; 0 for no limit
     */
    public record Bounds(Duration time, Duration grace, long fileBytes) {}

    /** Writes both scripts. */
    public static void write(String token, Command command, Path workDir, Bounds bounds, Batch batch)
            throws IOException {
        StringBuilder script = new StringBuilder("#!/bin/bash\ncd -- \"$(dirname -- \"$0\")\" || exit 1\n");
        for (Map.Entry<String, String> entry : new TreeMap<>(command.environment()).entrySet()) {
            script.append("export ")
                    .append(entry.getKey())
                    .append('=')
                    .append(ShellWords.quote(entry.getValue()))
                    .append('\n');
        }
        script.append("exec -- ").append(ShellWords.quote(command.arguments())).append('\n');
        WorkFiles files = new WorkFiles(workDir);
        files.write(SCRIPT, script.toString());
        files.write(
                RUN,
                RUN_TEMPLATE
                        .replace("@HEADER@", batch.header())
                        .replace("@ENTER@", batch.enter())
                        .replace("@ID@", batch.id())
                        .replace("@BEGIN@", batch.begin())
                        .replace("@TOKEN@", token)
                        .replace("@FILES@", fileLimit(bounds.fileBytes()))
                        .replace("@LIMIT@", seconds(bounds.time()))
                        .replace("@GRACE@", seconds(bounds.grace())));
    }

    /** Where the system allows less already, that holds. */
    private static String fileLimit(long bytes) {
        return bytes == 0 ? "" : "ulimit -f " + Math.max(1, bytes / 1024) + " 2> /dev/null\n    ";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
