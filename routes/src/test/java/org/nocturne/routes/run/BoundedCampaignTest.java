package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

/** Whole campaigns that end by their budget, or because everything fails; real LAMMPS behind scripts that misbehave. */
@Tag("lammps")
class BoundedCampaignTest {
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    @TempDir
    Path dir;

    private final Instant begun = Instant.now();

    private Path folder() {
        return dir.resolve("runs/small");
    }

    /** LAMMPS that does something else where the condition holds of its input, {@code $f}. */
    private String lammps(String condition, String instead) throws IOException {
        Path script = Files.writeString(dir.resolve("odd-lmp"), """
                #!/bin/bash
                for f in "$@"; do case "$f" in *in.*) if %s; then %s; fi;; esac; done
                exec lmp "$@"
                """.formatted(condition, instead));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return "[" + script + "]";
    }

    private Path campaign(String lammps, String more) throws IOException {
        Path file = SmallCampaign.write(dir, lammps);
        String text = Files.readString(file)
                .replace("code:\n", "code:\n  time-limit-minutes: 0.05\n  cores: 2\n"); // three seconds
        return Files.writeString(file, text + more + "\n");
    }

    private Child fails(String condition, String instead) throws Exception {
        Child runner =
                Child.run(dir, "run", campaign(lammps(condition, instead), "").toString());
        assertThat(runner.exitCode()).as(runner.output()).isEqualTo(4);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(AT_MOST);
        assertThat(folder().resolve("report.html")).isNotEmptyFile();
        assertSound();
        return runner;
    }

    private void assertSound() {
        CommandRun verified = CommandRun.of("verify", folder().toString());
        assertThat(verified.code()).as(verified.output()).isZero();
    }

    private String log() throws IOException {
        return Files.readString(folder().resolve("route.log"));
    }

    @Test
    void a_campaign_whose_every_job_fails_at_once_ends_with_the_cause() throws Exception {
        Child runner = fails("true", "echo no licence >&2; exit 7");

        assertThat(runner.output())
                .contains("run      campaign=small failed why=\"the start structure")
                .contains("BAD_EXIT");
    }

    @Test
    @Tag("slow")
    void a_campaign_whose_every_job_hangs_ends_by_the_time_limits_of_its_start_structure() throws Exception {
        Child runner = fails("true", "sleep 1000");

        assertThat(runner.output()).contains("failed why=\"the start structure").contains("TIMED_OUT");
    }

    @Test
    @Tag("slow")
    void a_campaign_whose_replicas_fail_ends_with_the_cause() throws Exception {
        Child runner = fails("grep -qs langevin \"$f\" && ! grep -qs minimize \"$f\"", "exit 7");

        assertThat(runner.output())
                .contains("no replica gave a frame to learn from")
                .contains("BAD_EXIT");
    }

    @Test
    @Tag("slow")
    void a_campaign_whose_candidates_fail_ends_with_the_cause() throws Exception {
        Child runner = fails("grep -qs langevin \"$f\" && grep -qs minimize \"$f\"", "exit 7");

        assertThat(runner.output()).contains("candidates failed; last: ").contains("BAD_EXIT");
    }

    /** Six failures of candidates would end it too, and the first that succeeds would prevent that for good. */
    @Test
    @Tag("slow")
    void a_campaign_that_has_failed_often_enough_ends_by_its_budget_and_goes_on_with_more() throws Exception {
        String broken = "[ ! -e %s/go ] && grep -qs langevin \"$f\" && grep -qs minimize \"$f\"".formatted(dir);
        Path file = campaign(lammps(broken, "exit 7"), "budget: {failures: 3}");

        Child runner = Child.run(dir, "run", file.toString());

        assertThat(runner.exitCode()).as(runner.output()).isEqualTo(6);
        assertThat(log())
                .contains(
                        "run      campaign=small spent why=\"failures: ", " attempts have failed, and 3 are granted\"");
        Status status = StatusReader.read(new CampaignFolder(folder()));
        assertThat(status.state()).isEqualTo("spent");
        assertThat(status.budget().failuresUsed()).isBetween(3, 5);
        assertThat(status.budget().spent()).startsWith("failures");
        assertSound();
        Files.createFile(dir.resolve("go"));
        Child more = Child.run(dir, "resume", folder().toString(), "--failures", "9");
        assertThat(more.exitCode()).as(more.output()).isZero();
        assertThat(log()).contains("budget   campaign=small by=person failures=9");
        assertSound();
    }

    @Test
    @Tag("slow")
    void core_hours_are_counted_with_their_cores_and_end_a_campaign() throws Exception {
        Path file = campaign("[lmp]", "budget: {core-hours: 0.003}"); // ten core seconds, five of each job's

        Child runner = Child.run(dir, "run", file.toString());

        assertThat(runner.exitCode()).as(runner.output()).isEqualTo(6);
        BudgetStatus spent = StatusReader.read(new CampaignFolder(folder())).budget();
        assertThat(spent.coreHoursUsed()).isBetween(0.003, 0.02);
        Child again = Child.run(dir, "resume", folder().toString());
        assertThat(again.exitCode()).as(again.output()).isEqualTo(6);
        assertThat(StatusReader.read(new CampaignFolder(folder())).budget().coreHoursUsed())
                .as("nothing more has been begun, and nothing is forgotten")
                .isEqualTo(spent.coreHoursUsed());
        Child more = Child.run(dir, "resume", folder().toString(), "--core-hours", "1");
        assertThat(more.exitCode()).as(more.output()).isZero();
        assertSound();
    }

    /** Jobs that do not listen to SIGTERM are at work when the time is over. */
    @Test
    @Tag("slow")
    void at_the_deadline_what_runs_is_ended_and_the_report_is_there_within_30_seconds() throws Exception {
        String busy = "[ ! -e %s/go ] && grep -qs langevin \"$f\" && grep -qs minimize \"$f\"".formatted(dir);
        LocalDateTime until = LocalDateTime.now().plusSeconds(50).truncatedTo(ChronoUnit.SECONDS);
        Path file = SmallCampaign.write(dir, lammps(busy, "trap '' TERM; while :; do sleep 1; done"));
        Files.writeString(file, Files.readString(file) + "budget: {until: '" + until + "'}\n");

        Child runner = Child.run(dir, "run", file.toString());

        assertThat(runner.exitCode()).as(runner.output()).isEqualTo(6);
        Instant over = until.atZone(java.time.ZoneId.systemDefault()).toInstant();
        assertThat(log()).contains("campaign=small spent why=\"until: the time is over\"");
        assertThat(log()).as("candidates were at work").contains("cause=CANCELLED");
        assertThat(Files.getLastModifiedTime(folder().resolve("report.html")).toInstant())
                .isBetween(over, over.plusSeconds(30));
        assertThat(atWork()).isEmpty();
        assertSound();

        Files.createFile(dir.resolve("go"));
        Child late = Child.run(dir, "resume", folder().toString());
        assertThat(late.exitCode()).as("it does not wait for another day").isEqualTo(6);
        Child more = Child.run(
                dir,
                "resume",
                folder().toString(),
                "--until",
                LocalDateTime.now().plusHours(1).toString());
        assertThat(more.exitCode()).as(more.output()).isZero();
        assertThat(StatusReader.read(new CampaignFolder(folder())).labels()).isEqualTo(SmallCampaign.LABELS);
        assertSound();
    }

    private List<String> atWork() {
        return ProcessHandle.allProcesses()
                .map(process -> cwd(process.pid()))
                .filter(cwd -> cwd.startsWith(folder().toString()))
                .toList();
    }

    private static String cwd(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).toString();
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }
}
