package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.ChangedFileException;
import org.nocturne.learning.store.Job;

class TasksTest {
    @TempDir
    Path dir;

    private Night night;

    @BeforeEach
    void begin() {
        night = Night.begun(dir, Plans.crystal());
    }

    @AfterEach
    void end() {
        night.close();
    }

    private Task taskOf(Job job) {
        return new Tasks(night.plan, night.store, night.files).of(job);
    }

    private Job reclaimed(Step step) {
        Job job = night.claim(step);
        Task before = taskOf(job);
        night.reopen();
        assertThat(taskOf(night.ask(tx -> tx.jobs().find(job.id())).orElseThrow()))
                .isEqualTo(before);
        return job;
    }

    @Test
    void every_job_is_the_same_task_after_the_store_was_opened_again() {
        night.record(reclaimed(Step.MINIMISE), Night.minimum());
        night.record(reclaimed(Step.REPLICA), Night.frames(1));
        night.proposed();
        night.record(reclaimed(Step.RELAX), Night.relaxation(2));
        night.record(reclaimed(Step.LABEL), Night.label(2));
    }

    @Test
    void the_start_structure_is_minimised_as_the_plan_says() {
        assertThat(taskOf(night.claim(Step.MINIMISE)))
                .isEqualTo(new Task.MinimiseTask(Night.CRYSTAL, Minimisation.TIGHT));
    }

    private long seedBeyondTheFirstAfter(Cause cause) {
        night.minimised();
        Job first = night.claim(Step.REPLICA);
        Task.ReplicaTask once = (Task.ReplicaTask) taskOf(first);
        night.record(first, night.failure(first, cause));
        night.sampled();
        night.sampled();
        if (cause == Cause.LOST_ATOMS) {
            night.ask(tx -> {
                tx.jobs().enqueue(first.subject(), Step.REPLICA); // as a correction would
                return null;
            });
        }

        Task.ReplicaTask again = (Task.ReplicaTask) taskOf(night.claim(Step.REPLICA));

        assertThat(again.start()).isEqualTo(once.start());
        return again.seed() - once.seed();
    }

    @Test
    void an_attempt_after_a_failure_takes_another_path_from_the_same_start() {
        assertThat(seedBeyondTheFirstAfter(Cause.LOST_ATOMS)).isNotZero();
    }

    @Test
    void an_attempt_after_an_interruption_is_the_same_one_again() {
        assertThat(seedBeyondTheFirstAfter(Cause.KILLED)).isZero();
    }

    @Test
    void a_label_is_asked_for_the_thermal_frame() {
        night.proposed();
        Job relax = night.claim(Step.RELAX);
        night.record(relax, Night.relaxation(3));

        assertThat(taskOf(night.claim(Step.LABEL)).start())
                .isEqualTo(Night.frame(3).structure());
    }

    @Test
    void a_proposal_that_somebody_edited_is_refused() throws Exception {
        night.proposed();
        Job job = night.claim(Step.RELAX);
        Path file = dir.resolve("structures/c0001.proposal.extxyz");
        Files.writeString(file, Files.readString(file).replace("Si", "Ge"));

        assertThatThrownBy(() -> taskOf(job))
                .isInstanceOf(ChangedFileException.class)
                .hasMessageContaining(file.toString());
    }
}
