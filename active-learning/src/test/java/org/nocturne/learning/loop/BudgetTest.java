package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.Invariant;
import org.nocturne.learning.store.Job;

/** Every job of this night takes 1.5 s; dusk is at 22:00 UTC. */
class BudgetTest {
    private static final Duration RUNNING = Duration.ofMinutes(30);

    @TempDir
    Path dir;

    private Night night;
    private long freeMb = 5000;
    private long folderMb = 10;

    @AfterEach
    void end() {
        night.close();
    }

    private final Meter meter = new Meter() {
        @Override
        public Duration ran(Job job) {
            return RUNNING;
        }

        @Override
        public long folderMb() {
            return folderMb;
        }

        @Override
        public long freeMb() {
            return freeMb;
        }
    };

    private static BudgetPlan until(String time) {
        return new BudgetPlan(
                Optional.of(new Deadline(time)),
                ZoneOffset.UTC,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                1,
                1);
    }

    private static BudgetPlan bounded(double coreHours, int failures, long diskMb, long keepFreeMb, int cores) {
        return new BudgetPlan(
                Optional.empty(),
                ZoneOffset.UTC,
                OptionalDouble.of(coreHours),
                OptionalInt.of(failures),
                OptionalLong.of(diskMb),
                keepFreeMb,
                cores,
                1);
    }

    private Budget begun(BudgetPlan plan) {
        night = Night.begun(dir, Plans.crystal().withBudget(plan));
        return budget();
    }

    private Budget budget() {
        return new Budget(night.plan.budget(), night.store, meter);
    }

    private void grant(Extension more) {
        new Grants(night.plan, night.store).more(more);
    }

    @Test
    void without_bounds_nothing_is_ever_spent() {
        Budget budget = begun(BudgetPlan.none());
        night.failed(Step.MINIMISE, Cause.NOT_FINITE);
        freeMb = 0;
        folderMb = 1_000_000;

        assertThat(budget.spent()).isEmpty();
        assertThat(budget.mayBegin(Step.REPLICA)).isTrue();
    }

    @Test
    void a_time_of_day_is_made_an_instant_once_and_a_later_runner_does_not_take_it_for_the_next_day() {
        begun(until("07:00"));
        Instant seven = Instant.parse("2026-11-22T07:00:00Z");

        night.later(Duration.ofHours(9));
        assertThat(new Grants(night.plan, night.store).once().until()).isEqualTo(seven);
        assertThat(budget().spent()).as("at seven").contains("until: the time is over");

        night.later(Duration.ofMinutes(10));
        assertThat(new Grants(night.plan, night.store).once().until()).isEqualTo(seven);
        assertThat(budget().spent()).isPresent();
    }

    @Test
    void before_the_deadline_only_what_has_typically_been_done_in_time_is_begun() {
        begun(until("22:30"));
        Job slow = night.claim(Step.MINIMISE);
        night.later(Duration.ofMinutes(20)); // it is 22:20, and the step has taken 20 minutes
        night.record(slow, Night.minimum());

        assertThat(budget().mayBegin(Step.MINIMISE)).isFalse();
        assertThat(budget().mayBegin(Step.REPLICA)).as("never done so far").isTrue();
        assertThat(budget().spent()).isEmpty();
    }

    @Test
    void core_hours_are_those_of_ended_attempts_and_of_running_ones_times_their_cores() {
        Budget budget = begun(bounded(5, 100, 100, 0, 4));
        night.minimised();
        double ended = 4 * 1.5 / 3600;
        assertThat(budget.account().coreHours()).isCloseTo(ended, within(1e-9));

        night.claim(Step.REPLICA);
        assertThat(budget.account().coreHours()).isCloseTo(ended + 4 * 0.5, within(1e-9));
        assertThat(budget.spent()).isEmpty();

        night.claim(Step.REPLICA);
        night.claim(Step.REPLICA);
        assertThat(budget.spent()).contains("core-hours: 6.002 of 5.000 are used");
    }

    @Test
    void an_attempt_that_failed_costs_what_it_took_and_counts_as_a_failure() {
        Budget budget = begun(bounded(5, 2, 100, 0, 1));
        night.failed(Step.MINIMISE, Cause.CANCELLED);
        assertThat(budget.account().failures()).isZero();
        assertThat(budget.account().coreHours()).isGreaterThan(0);

        night.minimised();
        night.failed(Step.REPLICA, Cause.NOT_FINITE);
        assertThat(budget.spent()).isEmpty();
        night.failed(Step.REPLICA, Cause.TIMED_OUT);

        assertThat(budget.spent()).contains("failures: 2 attempts have failed, and 2 are granted");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"KILLED", "NODE_FAILURE", "PREEMPTED", "DISK_FULL"})
    void what_was_interrupted_or_had_no_room_has_not_failed_by_itself(Cause cause) {
        Budget budget = begun(bounded(5, 1, 100, 0, 1));

        night.failed(Step.MINIMISE, cause);

        assertThat(budget.spent()).isEmpty();
    }

    @Test
    void a_folder_that_is_too_large_ends_it() {
        Budget budget = begun(bounded(5, 9, 100, 0, 1));
        folderMb = 99;
        assertThat(budget.spent()).isEmpty();
        folderMb = 100;

        assertThat(budget.spent()).contains("disk-mb: the folder holds 100 MB of 100");
    }

    @Test
    void a_person_grants_more_of_one_thing_and_the_rest_stays() {
        Budget budget = begun(bounded(0.0001, 9, 100, 7, 1));
        night.minimised();
        assertThat(budget.spent()).isPresent();

        grant(new Extension(new Deadline("09:00"), 40.0, null, null, null));

        assertThat(budget.spent()).isEmpty();
        assertThat(budget.account().granted())
                .isEqualTo(new Grant(Instant.parse("2026-11-22T09:00:00Z"), 40.0, 9, 100L, 7));
        assertThat(night.lastEvent().step()).isEqualTo("budget");
        assertThat(night.lastEvent().fields())
                .containsEntry("by", "person")
                .containsEntry("until", "2026-11-22T09:00Z")
                .containsEntry("core-hours", "40.000")
                .containsEntry("failures", "9")
                .containsEntry("disk", "100MB")
                .containsEntry("keep-free", "7MB");
        assertSound();
    }

    @Test
    void who_grants_nothing_leaves_no_trace() {
        begun(until("07:00"));
        int before = night.events().size();

        grant(Extension.none());

        assertThat(night.events()).hasSize(before);
    }

    @Test
    void while_the_disk_has_too_little_room_nothing_begins_and_its_begin_and_end_are_told_once() {
        Budget budget = begun(bounded(5, 9, 100, 1000, 1));
        Room room = new Room(night.plan, night.store, meter);
        assertThat(room.look()).isFalse();
        freeMb = 999;

        assertThat(budget.mayBegin(Step.MINIMISE))
                .as("before anybody has written it down")
                .isFalse();
        assertThat(room.look()).isTrue();
        assertThat(room.look()).isFalse();
        freeMb = 1099;
        assertThat(room.look()).as("it would begin again at once").isFalse();
        assertThat(budget.mayBegin(Step.MINIMISE)).isFalse();
        freeMb = 1100;
        assertThat(room.look()).isTrue();

        assertThat(budget.mayBegin(Step.MINIMISE)).isTrue();
        List<Event> told =
                night.events().stream().filter(e -> e.step().equals("disk")).toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(0).level()).isEqualTo(Event.Level.WARN);
        assertThat(told.get(0).fields())
                .containsEntry("full", "")
                .containsEntry("free", "999MB")
                .containsEntry("wanted", "1000MB");
        assertThat(told.get(1).fields()).containsEntry("room", "").containsEntry("free", "1100MB");
        assertSound();
    }

    @Test
    void after_a_job_without_room_nothing_begins_for_a_minute() {
        begun(BudgetPlan.none());
        night.failed(Step.MINIMISE, Cause.DISK_FULL);
        assertThat(budget().mayBegin(Step.MINIMISE)).isFalse();

        night.later(Duration.ofSeconds(61));

        assertThat(budget().mayBegin(Step.MINIMISE)).isTrue();
        assertThat(night.oldestPending(Step.MINIMISE)).as("it is tried again").isPresent();
    }

    private void assertSound() {
        Map<Invariant, List<String>> broken = night.ask(tx -> tx.invariants().broken());
        assertThat(broken.keySet()).as("what this store breaks").noneMatch(invariant -> List.of(
                        "EFFORT_OF_AN_ENDED_JOB", "GRANTS_IN_ORDER", "PAUSES_IN_ORDER")
                .contains(invariant.name()));
    }
}
