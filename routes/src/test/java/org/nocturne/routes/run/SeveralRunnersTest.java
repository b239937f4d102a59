package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.PostgresServer;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;

/** One campaign on a real PostgreSQL, by one runner and by two, which are killed; real LAMMPS. */
@Tag("postgres")
@Tag("lammps")
class SeveralRunnersTest {
    private static PostgresServer server;
    private static Map<Integer, Double> energiesOnH2 = Map.of();

    @TempDir
    Path dir;

    @BeforeAll
    static void start(@TempDir Path quiet) throws Exception {
        Assumptions.assumeTrue(
                PostgresServer.installed().isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        server = PostgresServer.start();
        Child alone = Child.run(
                quiet,
                "run",
                SmallCampaign.writeWithOneModel(quiet, "[lmp]", "").toString());
        assertThat(alone.exitCode()).as(alone.output()).isZero();
        energiesOnH2 = energies(new CampaignFolder(quiet.resolve("runs/small")));
        assertThat(energiesOnH2).hasSize(SmallCampaign.CANDIDATES);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() throws Exception {
        try (var connection = DriverManager.getConnection(server.url(), "nocturne", "");
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
    }

    private Path campaign() throws Exception {
        return campaign("lmp");
    }

    private Path campaign(String program) throws Exception {
        String store = "store: {url: '%s', user: nocturne}".formatted(server.url());
        return SmallCampaign.writeWithOneModel(dir, "[" + program + "]", store);
    }

    /** LAMMPS, but it waits for a file before it relaxes a candidate: so a second runner comes in time on any machine. */
    private String patientLammps() throws Exception {
        Path script = Files.writeString(dir.resolve("patient-lmp"), """
                #!/bin/bash
                for f in "$@"; do case "$f" in *in.*) grep -qs langevin "$f" && grep -qs minimize "$f" &&
                    until [ -e %s/go ]; do sleep 0.02; done;; esac; done
                exec lmp "$@"
                """.formatted(dir));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script.toString();
    }

    /** A leader and a helper, and no candidate relaxed before both are there. */
    private Child[] leaderAndHelper() throws Exception {
        Child leader = Child.start(dir, "run", campaign(patientLammps()).toString());
        await(leader, log -> log.contains(" propose "));
        Child helper = Child.start(dir, "join", folder().dir().toString());
        while (StatusReader.read(folder()).runners().size() < 2) {
            assertThat(helper.isAlive()).as(helper.output()).isTrue();
            Thread.sleep(50);
        }
        Files.createFile(dir.resolve("go"));
        return new Child[] {leader, helper};
    }

    private CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("runs/small"));
    }

    private static <T> T ask(CampaignFolder folder, java.util.function.Function<Store, T> question) {
        try (Store store = folder.openStore(folder.configuration().config())) {
            return question.apply(store);
        }
    }

    /** Of the candidates' labels; a candidate with two would not fit in. */
    private static Map<Integer, Double> energies(CampaignFolder folder) {
        List<LabelledFrame> frames =
                ask(folder, store -> store.inTransaction(tx -> tx.frames().of(Role.CANDIDATE)));
        return frames.stream()
                .collect(Collectors.toMap(
                        f -> f.subject().id(),
                        LabelledFrame::energyEv,
                        (a, b) -> {
                            throw new AssertionError("two labels for one candidate");
                        },
                        TreeMap::new));
    }

    private void await(Child runner, Predicate<String> log) throws Exception {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < deadline && runner.isAlive()) {
            if (Files.exists(folder().log()) && log.test(Files.readString(folder().log()))) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the log never said so: " + runner.output());
    }

    private static Predicate<String> labels(long count) {
        return log -> log.lines().filter(l -> l.contains(" label ")).count() >= count;
    }

    /** The jobs that each runner has brought to their end, by the runner's id. */
    private Map<String, Long> jobsByRunner() {
        return ask(
                folder(),
                store -> store.inTransaction(tx -> tx.frames().of(Role.CANDIDATE).stream()
                        .flatMap(f -> tx.jobs().of(f.subject()).stream())
                        .filter(job -> job.state() == Job.State.DONE)
                        .collect(Collectors.groupingBy(job -> String.valueOf(job.runner()), Collectors.counting()))));
    }

    /** As many labels as on H2, and the same: also where a job was lost, whose next attempt is the same one again. */
    private void assertWholeAndEqual() throws Exception {
        Map<Integer, Double> energies = energies(folder());
        assertThat(energies).containsOnlyKeys(energiesOnH2.keySet());
        assertThat(energies).allSatisfy((candidate, energy) -> assertThat(energy)
                .isCloseTo(energiesOnH2.get(candidate), within(1e-9)));
        long events =
                ask(folder(), store -> store.inTransaction(tx -> tx.events().count()));
        assertThat(Files.readAllLines(folder().log())).hasSize((int) events);
        assertThat(folder().report()).isNotEmptyFile();
        int running = ask(folder(), store -> store.inTransaction(tx -> tx.jobs().count(Job.State.RUNNING)));
        assertThat(running).isZero();
    }

    @Test
    @Tag("slow")
    void postgres_and_h2_give_the_same_labels() throws Exception {
        Child alone = Child.run(dir, "run", campaign().toString());

        assertThat(alone.exitCode()).as(alone.output()).isZero();
        assertWholeAndEqual();
    }

    @Test
    void two_runners_share_a_campaign_and_nothing_is_done_twice() throws Exception {
        Child[] both = leaderAndHelper();
        Child leader = both[0];
        Child helper = both[1];
        Status status = StatusReader.read(folder());
        assertThat(status.runnerAlive()).isTrue();
        assertThat(status.runners()).extracting(Status.RunnerLine::leads).containsExactly(true, false);
        CommandRun third = CommandRun.of("resume", folder().dir().toString());
        assertThat(third.code()).as(third.error()).isEqualTo(5);

        assertThat(leader.exitCode()).as(leader.output()).isZero();
        assertThat(helper.exitCode()).as(helper.output()).isZero();
        assertThat(helper.output()).contains("this runner helps it");
        assertThat(jobsByRunner()).hasSize(2);
        assertWholeAndEqual();
    }

    @Test
    @Tag("slow")
    void when_the_leader_is_killed_the_other_leads_to_the_end() throws Exception {
        Child[] both = leaderAndHelper();
        Child leader = both[0];
        Child helper = both[1];
        await(leader, labels(3));
        leader.kill();

        assertThat(helper.exitCode()).as(helper.output()).isZero();
        assertThat(helper.output()).contains("this one leads now");
        assertWholeAndEqual();
    }

    @Test
    @Tag("slow")
    void what_a_killed_helper_was_doing_the_leader_brings_to_its_end() throws Exception {
        Child[] both = leaderAndHelper();
        Child leader = both[0];
        Child helper = both[1];
        await(leader, labels(3));
        helper.kill();

        assertThat(leader.exitCode()).as(leader.output()).isZero();
        assertWholeAndEqual();
    }

    @Test
    @Tag("slow")
    void a_stop_reaches_the_leader_also_where_its_socket_does_not() throws Exception {
        Child[] both = leaderAndHelper();
        Files.delete(folder().dir().resolve("control.sock"));

        CommandRun stop = CommandRun.of("stop", folder().dir().toString());

        assertThat(stop.code()).as(stop.error()).isZero();
        assertThat(both[0].exitCode()).as(both[0].output()).isEqualTo(130);
        assertThat(both[1].exitCode()).as(both[1].output()).isEqualTo(130);
        assertThat(StatusReader.read(folder()).state()).isEqualTo("stopped");
        assertThat(CommandRun.of("stop", folder().dir().toString()).code())
                .as("no runner is at work")
                .isEqualTo(1);

        Child alone = Child.run(dir, "join", folder().dir().toString());
        assertThat(alone.exitCode())
                .as("who joins nobody leads: " + alone.output())
                .isZero();
        assertThat(energies(folder())).hasSize(SmallCampaign.CANDIDATES);
    }

    @Test
    @Tag("slow")
    void another_folder_is_kept_off_the_database() throws Exception {
        Child first = Child.run(dir, "run", campaign().toString());
        assertThat(first.exitCode()).as(first.output()).isZero();

        Child other = Child.run(
                dir,
                "run",
                dir.resolve("small.yaml").toString(),
                "--dir",
                dir.resolve("b").toString());

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.output()).contains("is not the folder that this store was begun in");
    }
}
