package org.nocturne.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks as the engine leaves them: a folder with a {@code .command.run}. */
@Timeout(60)
class PipelineTasksTest {
    @TempDir
    Path dir;

    private PipelineTasks tasks;

    @BeforeEach
    void open() {
        tasks = new PipelineTasks(new TaskLog(dir.resolve("tasks.log"), Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    private PipelineTask task(String name, String script, int cpus, @Nullable Long timeMillis) throws Exception {
        Path work = Files.createDirectories(dir.resolve("work").resolve(name));
        Files.writeString(work.resolve(".command.run"), "cd -- \"$(dirname -- \"$0\")\"\n" + script + "\n");
        return new PipelineTask("nf-" + name, work, "P (" + name + ")", "P", name, 1, cpus, timeMillis, null, null);
    }

    private Standing tell(int slots, PipelineTask... all) {
        return tasks.exchange(new Handover(new LauncherChoice("local", slots), List.of(all), List.of()))
                .get(all[all.length - 1].token());
    }

    private EndedTask awaitEnd() throws Exception {
        Optional<EndedTask> ended = tasks.ended();
        while (ended.isEmpty()) {
            Thread.sleep(5);
            ended = tasks.ended();
        }
        return ended.get();
    }

    private String log() throws Exception {
        return Files.readString(dir.resolve("tasks.log"));
    }

    @Test
    void a_task_waits_runs_and_is_answered_with_its_exit_code() throws Exception {
        PipelineTask task = task("a", "pwd > where; exit 3", 1, null);
        assertThat(tell(1, task).phase()).isEqualTo("waiting");

        tasks.start(tasks.next().orElseThrow());
        EndedTask ended = awaitEnd();

        assertThat(tell(1, task).phase()).isNotEqualTo("ended");
        tasks.answer(ended);
        assertThat(tell(1, task)).isEqualTo(new Standing("ended", 0, 3, null));
        assertThat(task.workDir().resolve("where"))
                .content()
                .isEqualToIgnoringNewLines(task.workDir().toRealPath().toString());
        assertThat(log()).contains("WARN  task     process=P task=\"P (a)\" hash=a try=1 exit=3 took=");
    }

    @Test
    void told_of_the_same_task_again_it_starts_once() throws Exception {
        PipelineTask task = task("a", "echo x >> starts", 1, null);
        tell(2, task);
        tasks.start(tasks.next().orElseThrow());
        tell(2, task);

        assertThat(tasks.next()).isEmpty();
        tasks.answer(awaitEnd());
        tell(2, task);

        assertThat(tasks.next()).isEmpty();
        assertThat(task.workDir().resolve("starts")).hasContent("x");
    }

    @Test
    void tasks_start_while_their_cores_fit_into_the_slots_in_the_order_in_which_they_came() throws Exception {
        PipelineTask two = task("two", "sleep 60", 2, null);
        PipelineTask three = task("three", "true", 3, null);
        PipelineTask one = task("one", "true", 1, null);
        tell(4, two, three, one);

        tasks.start(tasks.next().orElseThrow());

        assertThat(tasks.next()).isEmpty(); // three does not fit, and one does not overtake it for ever
        tasks.exchange(new Handover(new LauncherChoice("local", 4), List.of(two, three, one), List.of(two.token())));
        tasks.answer(awaitEnd());
        assertThat(tasks.next()).contains(three);
        assertThat(tasks.next()).contains(one);
    }

    @Test
    void a_task_that_wants_more_cores_than_there_are_runs_alone() throws Exception {
        PipelineTask wide = task("wide", "true", 8, null);
        tell(2, wide);

        assertThat(tasks.next()).contains(wide);
    }

    @Test
    void a_task_that_passes_its_time_limit_is_told_in_the_words_of_the_engine() throws Exception {
        PipelineTask task = task("slow", "sleep 60", 1, 300L);
        tell(1, task);
        tasks.start(tasks.next().orElseThrow());

        tasks.answer(awaitEnd());

        assertThat(tell(1, task).problem()).isEqualTo("Process exceeded running time limit (0.3 s)");
        assertThat(log()).contains("why=\"Process exceeded running time limit (0.3 s)\"");
    }

    @Test
    void a_task_that_is_to_end_ends_with_all_it_has_started() throws Exception {
        PipelineTask task = task("long", "sleep 61 & echo $! > pid; wait", 1, null);
        tell(1, task);
        tasks.start(tasks.next().orElseThrow());
        Path pid = task.workDir().resolve("pid");
        while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
            Thread.sleep(5);
        }

        tasks.exchange(new Handover(new LauncherChoice("local", 1), List.of(), List.of(task.token())));

        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())) // dead, and perhaps not yet reaped
                .ifPresent(gone -> assertThat(gone.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void a_task_that_cannot_be_started_is_refused_and_no_fault() throws Exception {
        PipelineTask task = task("gone", "true", 1, null);
        Files.writeString(task.workDir().resolve(".nocturne"), "a file where the launcher wants a folder");
        tell(1, task);

        tasks.start(tasks.next().orElseThrow());

        assertThat(tell(1, task).phase()).isEqualTo("ended");
        assertThat(tell(1, task).exitCode()).isEqualTo(Integer.MAX_VALUE);
        assertThat(tell(1, task).problem()).contains(".nocturne");
        assertThat(log()).contains("refused");
    }

    @Test
    void a_job_of_a_cluster_without_a_time_limit_is_refused_with_the_directive_to_set() throws Exception {
        PipelineTask task = task("endless", "true", 1, null);
        tasks.exchange(new Handover(new LauncherChoice("slurm", 1), List.of(task), List.of()));

        tasks.start(tasks.next().orElseThrow());

        assertThat(tell(1, task).problem())
                .contains("process P has no directive time")
                .contains("process.time");
    }
}
