package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Invariant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.PipelineTable.Sum;

/** Tasks of a pipeline in the store and the events of the campaign that runs it. */
class PipelineIntakeTest {
    private static final String GOOD =
            "08:42:39.663 INFO  task     process=RELAX task=\"RELAX (s00001)\" hash=4c/031243 try=2 ok took=0.5s cpus=4\n";
    private static final String BAD =
            "08:42:38.360 WARN  task     process=RELAX task=\"RELAX (s00001)\" hash=7f/f4d9b6 try=1 exit=3 took=0.25s cpus=4\n";

    @TempDir
    Path dir;

    private final AtomicLong nanos = new AtomicLong();
    private ShellNight night;
    private Job job;
    private Path log;

    @BeforeEach
    void a_job_that_runs() throws IOException {
        night = new ShellNight(dir, "true", 1);
        job = night.runner().claim(Step.MINIMISE, 1).orElseThrow();
        log = Files.createDirectories(dir.resolve(job.claimedWorkDir())).resolve(".nocturne.log");
    }

    @AfterEach
    void close() {
        night.close();
    }

    private PipelineIntake intake() {
        return new PipelineIntake(night.store, dir, nanos::get);
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<Event> events() {
        return night.store.inTransaction(tx -> tx.events().after(0, 100)).stream()
                .filter(event -> event.step().equals("task"))
                .toList();
    }

    @Test
    void each_line_becomes_one_row_and_one_event() throws IOException {
        write(BAD + GOOD);

        intake().end(job);

        assertThat(events())
                .extracting(Event::level, event -> event.fields().get("hash"))
                .containsExactly(tuple(Event.Level.WARN, "7f/f4d9b6"), tuple(Event.Level.INFO, "4c/031243"));
        assertThat(EventLine.text(events().get(1)))
                .endsWith("campaign=shell of=minimise dir=" + job.claimedWorkDir()
                        + " process=RELAX task=\"RELAX (s00001)\" hash=4c/031243 try=2 ok took=0.5s cpus=4");
        assertThat(night.store.<List<Sum>>inTransaction(tx -> tx.pipelines().sums()))
                .containsExactly(new Sum("RELAX", 1, 1, 3.0));
        assertThat(night.budget().account().coreHours()).isCloseTo(3.0 / 3600, within(1e-12));
    }

    @Test
    void nothing_is_taken_twice_also_not_by_another_runner() throws IOException {
        write(BAD);
        intake().end(job);
        write(GOOD.substring(0, 40)); // it is being written
        intake().end(job);
        assertThat(events()).hasSize(1);

        write(GOOD.substring(40));
        intake().end(job);
        intake().end(job);

        assertThat(events()).hasSize(2);
        assertThat(night.store.<Map<Invariant, List<String>>>inTransaction(
                        tx -> tx.invariants().broken()))
                .doesNotContainKey(Invariant.EVENT_OF_A_TASK);
    }

    @Test
    void a_job_that_runs_is_looked_at_once_a_second() throws IOException {
        PipelineIntake intake = intake();
        intake.look(job);
        write(GOOD);
        intake.look(job);
        assertThat(events()).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        intake.look(job);

        assertThat(events()).hasSize(1);
    }

    @Test
    void lines_that_are_none_of_ours_are_passed_over() throws IOException {
        write("rubbish\n{\"step\": \"task\"}\n" + GOOD.replace("try=2", "try=many") + GOOD.replace("0.5s", "NaNs")
                + GOOD);

        intake().end(job);

        assertThat(events()).hasSize(1);
    }
}
