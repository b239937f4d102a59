package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.TrainingData;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;

/** Whole campaigns with real LAMMPS, a real H2 store and real routes, in JVMs that are really killed. */
@Tag("lammps")
class CampaignTest {
    @TempDir
    Path dir;

    private Path folder() {
        return dir.resolve("runs/small");
    }

    private void assertComplete() throws Exception {
        try (Store store = Store.open(Store.urlInside(folder()), "sa", "", Clock.systemUTC())) {
            int labels = store.inTransaction(tx -> tx.frames().labels());
            assertThat(labels).isEqualTo(SmallCampaign.LABELS);
            List<LabelledFrame> candidates =
                    store.inTransaction(tx -> tx.frames().of(Role.CANDIDATE));
            Set<Integer> subjects =
                    candidates.stream().map(f -> f.subject().id()).collect(Collectors.toSet());
            assertThat(subjects).hasSize(SmallCampaign.CANDIDATES);
            List<Model> models = store.inTransaction(tx -> tx.models().all());
            assertThat(models.size()).isGreaterThanOrEqualTo(2);
            assertThat(models).allSatisfy(m -> assertThat(m.verdict()).isIn("promoted", "kept"));
            long events = store.inTransaction(tx -> tx.events().count());
            assertThat(Files.readAllLines(folder().resolve("route.log"))).hasSize((int) events);
        }
        CommandRun verified = CommandRun.of("verify", folder().toString());
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("store  holds what must hold", "files", "as recorded");
        assertThat(folder().resolve("report.html")).isNotEmptyFile();
        assertThat(folder().toFile().list())
                .as("the LAMMPS of the corrections has been ended")
                .noneMatch(name -> name.startsWith("forces"));
    }

    private void await(Child runner, Predicate<String> log) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < deadline && runner.isAlive()) {
            Path file = folder().resolve("route.log");
            if (Files.exists(file) && log.test(Files.readString(file))) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the log never said so: " + runner.output());
    }

    private static long labelled(String log) {
        return log.lines().filter(l -> l.contains(" label ")).count();
    }

    @Test
    void a_campaign_runs_to_its_report_and_can_be_asked_meanwhile() throws Exception {
        Child runner = Child.start(dir, "run", SmallCampaign.write(dir).toString());
        await(runner, log -> log.contains(" replica "));
        // asked from inside this JVM: on a busy machine another would start when the campaign is over
        Status status = StatusReader.read(new CampaignFolder(folder()));
        assertThat(status.runnerAlive()).isTrue();
        assertThat(status.state()).isEqualTo("running");
        assertThat(CommandRun.of("report", folder().toString()).code()).isZero();
        assertThat(folder().resolve("report.html")).isNotEmptyFile();
        assertThat(runner.isAlive())
                .as("the report was written by the living runner")
                .isTrue();
        await(runner, log -> log.contains(" promote "));
        assertThat(CommandRun.of("model", "list", folder().toString()).output()).contains("* v1", "the first version");
        assertThat(CommandRun.of("model", "promote", folder().toString(), "1", "--why", "so")
                        .error())
                .contains("v1 is in office already");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("control.sock"))))
                .isEqualTo("rw-------");

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        assertThat(Child.run(dir, "status", folder().toString(), "--json").output())
                .contains("\"runnerAlive\" : false")
                .contains("\"state\" : \"finished\"");
        assertComplete();
        assertEnergiesAreThoseOfAnotherRun();
        assertOfficeIsGivenAndTakenBack();
        assertAChangedFileIsFound();
    }

    private void assertAChangedFileIsFound() throws Exception {
        Path frame = folder().resolve("frames/c0001.labelled.extxyz");
        Files.writeString(frame, Files.readString(frame).substring(1));

        CommandRun verified = CommandRun.of("verify", folder().toString(), "--json");

        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.output()).contains("c0001.labelled.extxyz: has changed since it was recorded");
    }

    private void assertOfficeIsGivenAndTakenBack() {
        String runs = folder().toString();
        ModelVersions before = ModelOrder.list().carryOut(new CampaignFolder(folder()));
        int other = before.versions().stream()
                .map(ModelVersions.Version::version)
                .filter(v -> !v.equals(before.inOffice()))
                .findFirst()
                .orElseThrow();

        CommandRun promoted =
                CommandRun.of("model", "promote", runs, String.valueOf(other), "--force", "--why", "a \"test\"");
        assertThat(promoted.output()).as(promoted.error()).contains("* v" + other);
        assertThat(CommandRun.of("model", "show", runs).output())
                .contains("version     v" + other, "by person: a \"test\"", "SHA-256 as stated");
        assertThat(CommandRun.of("model", "rollback", runs, "--why", "done").output())
                .contains("* v" + before.inOffice());
        assertThat(CommandRun.of("model", "show", runs, "99").error()).contains("has no v99; it has [v1");
        assertThat(ModelOrder.list().carryOut(new CampaignFolder(folder())).terms())
                .extracting(ModelVersions.Office::beganBy)
                .endsWith("person", "rollback");
    }

    /** Every label of a candidate: its work directory holds input and log, and a run of its own gives the stored energy. */
    private void assertEnergiesAreThoseOfAnotherRun() throws Exception {
        CampaignFolder campaign = new CampaignFolder(folder());
        Code code = Inputs.open(campaign.configuration()).code();
        RunToEnd again = new RunToEnd(new LocalLauncher());
        try (Store store = campaign.openStore(campaign.configuration().config())) {
            TrainingData data = new TrainingData(store, new CampaignFiles(folder()));
            List<LabelledFrame> candidates =
                    store.inTransaction(tx -> tx.frames().of(Role.CANDIDATE));
            for (LabelledFrame frame : candidates) {
                for (Job job : store.inTransaction(tx -> tx.jobs().of(frame.subject()))) {
                    Path work = folder().resolve(job.claimedWorkDir());
                    assertThat(work.resolve("in.lammps")).isNotEmptyFile();
                    assertThat(work.resolve("log.lammps")).isNotEmptyFile();
                    assertThat(work.resolve("final.dump")).isNotEmptyFile();
                }
                Structure structure = data.read(frame).structure();
                Outcome outcome = again.run(
                        code,
                        new Task.LabelTask(structure),
                        "again-" + frame.id(),
                        dir.resolve("again/" + frame.id()),
                        Duration.ofMinutes(1));
                double energy = outcome.fold(
                        done -> ((Result.Labelled) done.result()).label().energyEv(), failed -> Double.NaN);
                assertThat(energy).isCloseTo(frame.energyEv(), within(1e-6 * structure.size()));
            }
        }
    }

    @Test
    @Tag("slow")
    void after_kill_9_resume_gives_as_many_labels_as_an_undisturbed_run_and_none_twice() throws Exception {
        Child first = Child.start(dir, "run", SmallCampaign.write(dir).toString());
        await(first, log -> log.contains(" replica "));
        first.kill();

        Child second = Child.start(dir, "resume", folder().toString());
        await(second, log -> labelled(log) >= 3);
        second.kill();

        Child third = Child.run(dir, "resume", folder().toString());
        assertThat(third.exitCode()).as(third.output()).isZero();
        assertComplete();
    }

    @Test
    void sigterm_ends_the_children_and_resume_goes_on() throws Exception {
        Path file = SmallCampaign.write(dir);
        Files.writeString(file, "notify: {command: [./tell]}\n", StandardOpenOption.APPEND);
        Path tell = Files.writeString(dir.resolve("tell"), "#!/bin/sh\ncat >> told.json; echo >> told.json\n");
        Files.setPosixFilePermissions(tell, PosixFilePermissions.fromString("rwxr-xr-x"));
        Child first = Child.start(dir, "run", file.toString());
        await(first, log -> labelled(log) >= 1);
        first.terminate();
        assertThat(first.exitCode()).as(first.output()).isEqualTo(130);
        assertThat(childrenOf(folder()).stream().map(p -> cwd(p) + " " + p.info()))
                .as("processes left behind")
                .isEmpty();
        assertThat(Child.run(dir, "status", folder().toString()).output()).contains("stopped");

        Child second = Child.run(dir, "resume", folder().toString());
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertComplete();
        assertThat(titles(folder().resolve("told.json")))
                .startsWith("small: begun")
                .contains("small: round 1 undecided", "small: model v1 promoted")
                .anyMatch(title -> title.startsWith("small: round 2 "))
                .endsWith("small: finished")
                .containsOnlyOnce("small: begun", "small: stopped", "small: finished");
        assertThat(Files.readString(folder().resolve("heartbeat.json")))
                .contains("\"state\":\"finished\"", "\"done\":12", "\"planned\":12");
    }

    /** Of what people were told, in its order. */
    private static List<String> titles(Path told) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> out = new ArrayList<>();
        for (String line : Files.readAllLines(told)) {
            out.add(json.readTree(line).path("title").asText());
        }
        return out;
    }

    /** A stand-in that is LAMMPS until it is asked to relax, and then fails as a broken installation does. */
    @Test
    void a_campaign_in_which_every_candidate_fails_stops_and_says_why() throws Exception {
        Path script = Files.writeString(dir.resolve("broken-lmp"), """
                #!/bin/bash
                for f in "$@"; do case "$f" in *in.*) grep -qs langevin "$f" && grep -qs minimize "$f" && { echo "no licence"; exit 7; };; esac; done
                exec lmp "$@"
                """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

        Child runner = Child.run(
                dir, "run", SmallCampaign.write(dir, "[" + script + "]").toString());

        assertThat(runner.exitCode()).as(runner.output()).isEqualTo(4);
        assertThat(runner.output()).contains("candidates failed").contains("BAD_EXIT");
        assertThat(Child.run(dir, "status", folder().toString()).output())
                .contains("failed")
                .contains("BAD_EXIT");
    }

    @Test
    void bad_input_is_one_line_and_touches_nothing() throws Exception {
        Path file = SmallCampaign.write(dir);
        Files.delete(dir.resolve("target.xye"));

        Child runner = Child.run(dir, "run", file.toString());

        assertThat(runner.exitCode()).isEqualTo(2);
        assertThat(runner.output().lines()).singleElement().satisfies(l -> assertThat(l)
                .contains("target.xye"));
        assertThat(dir.resolve("runs")).doesNotExist();
    }

    @Test
    void a_missing_program_is_named() throws Exception {
        Child runner = Child.run(
                dir, "run", SmallCampaign.write(dir, "[lmp-of-nowhere]").toString());

        assertThat(runner.exitCode()).isEqualTo(2);
        assertThat(runner.output()).contains("lmp-of-nowhere");
        assertThat(dir.resolve("runs")).doesNotExist();
    }

    private static List<ProcessHandle> childrenOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(folder.toString())
                        || p.info().command().orElse("").endsWith("/lmp") && cwd(p).startsWith(folder.toString()))
                .filter(p -> p.pid() != ProcessHandle.current().pid())
                .toList();
    }

    private static String cwd(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .toString();
        } catch (java.io.IOException e) {
            return ""; // it has ended meanwhile
        }
    }
}
