package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.ShellWords;
import org.nocturne.adapters.launch.WorkFiles;
import org.nocturne.adapters.launch.Wrapper;
import org.nocturne.core.work.Cause;

/** The job: the same script as on this machine, under a header, and the command line that submits it. */
final class SlurmScript {
    /** What Slurm itself has to say of the job. */
    static final String LOG = ".command.log";

    private static final String NAME = "nocturne-";
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Slurm runs a copy of the script that lies elsewhere, but in the work directory; a person runs it where it lies. */
    private static final String ENTER =
            "[ ! -e \"$(dirname -- \"$0\")/.command.sh\" ] || cd -- \"$(dirname -- \"$0\")\" || exit 1";

    /**
     * The first one to make the file is the one run there is; a second job of the same name, or one that was declared lost before it
     * came up, ends here. A link is made by one alone also on a network file system. What Slurm starts again, and what a person
     * repeats by hand, may take the place.
     */
    private static final String BEGIN = """
            printf '%s\\n' "$sign" > ".command.begin.${SLURM_JOB_ID:-$$}" || exit 1
            if [ "${SLURM_JOB_NAME-}" = @NAME@ ] && [ "${SLURM_RESTART_COUNT:-0}" -eq 0 ]; then
                ln ".command.begin.$SLURM_JOB_ID" .command.begin
                taken=$?
                rm -f ".command.begin.$SLURM_JOB_ID"
                [ "$taken" -eq 0 ] || { echo "this run has begun already or was given up; nothing is done" >&2; exit 75; }
            else
                rm -f .exitcode
                mv ".command.begin.${SLURM_JOB_ID:-$$}" .command.begin
            fi""";

    private SlurmScript() {}

    static String jobName(String token) {
        return NAME + token;
    }

    static void write(
            String token, Command command, Path workDir, Duration limit, long mostFileBytes, SlurmSettings settings)
            throws IOException {
        String header = settings.options(limit).stream()
                .map(option -> "#SBATCH " + ShellWords.quote(option) + "\n")
                .collect(Collectors.joining());
        Wrapper.Batch batch =
                new Wrapper.Batch(header, ENTER, "${SLURM_JOB_ID:-$$}", BEGIN.replace("@NAME@", jobName(token)));
        Wrapper.write(token, command, workDir, new Wrapper.Bounds(limit, GRACE, mostFileBytes), batch);
    }

    /** All options stand here too: those of the header give way to variables of a person's environment, these do not. */
    static List<String> submit(String token, Path workDir, Duration limit, SlurmSettings settings) {
        Path dir = workDir.toAbsolutePath();
        String log =
                dir.resolve(LOG).toString().replace("%", "%%"); // Slurm fills in numbers and names behind a single one
        List<String> out = new ArrayList<>(List.of(
                "sbatch",
                "--parsable",
                "--job-name=" + jobName(token),
                "--chdir=" + dir,
                "--output=" + log,
                "--error=" + log,
                "--open-mode=append"));
        out.addAll(settings.options(limit));
        out.add(new WorkFiles(dir).run().toString());
        return out;
    }

    /** Whether a job was, or may have been, submitted from here under this token. */
    static boolean isWritten(String token, Path workDir) throws IOException {
        Path run = new WorkFiles(workDir).run();
        return Files.exists(run)
                && Files.readString(run).lines().anyMatch(("export " + Wrapper.TOKEN_VARIABLE + "=" + token)::equals);
    }

    /** Where memory is watched by polling, only Slurm's own words tell why it killed. */
    static Optional<Cause> causeInLog(Path workDir) throws IOException {
        Path log = workDir.resolve(LOG);
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        return text.contains("exceeded memory limit")
                        || text.contains("Exceeded job memory limit")
                        || text.contains("oom_kill event")
                        || text.contains("oom-kill event")
                ? Optional.of(Cause.OUT_OF_MEMORY)
                : Optional.empty();
    }
}
