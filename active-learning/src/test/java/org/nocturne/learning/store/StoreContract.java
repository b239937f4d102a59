package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;

/** What a store promises, whatever database it lies in. */
abstract class StoreContract {
    private static final StoredFile FILE = new StoredFile("frames/x.extxyz", "0".repeat(64));
    private static final Method METHOD = new Method("lammps", "1", "sw", "");
    private static final Effort EFFORT = new Effort(Duration.ofSeconds(3), 1);

    /** A store without any rows. */
    abstract Store store();

    private int count(ToIntFunction<Transaction> query) {
        return store().inTransaction(query::applyAsInt);
    }

    private <R> List<R> list(Function<Transaction, List<R>> query) {
        return store().inTransaction(query);
    }

    private <R> Optional<R> find(Function<Transaction, Optional<R>> query) {
        return store().inTransaction(query);
    }

    private boolean isTrue(Predicate<Transaction> query) {
        return store().inTransaction(query::test);
    }

    private void candidate(int id) {
        store().inTransaction(tx -> {
            tx.candidates().insert(id, 1, Kelvin.of(300), null, 7L, FILE);
            tx.jobs().enqueue(Subject.candidate(id), Step.RELAX);
            return null;
        });
    }

    private Job claim(Step step) {
        return store().inTransaction(tx -> tx.jobs().claim(step, 1, null)).get(0);
    }

    private String stateOf(int candidate) {
        String state =
                find(tx -> tx.candidates().standing(candidate)).orElseThrow().state();
        assertThat(store().<Map<String, Integer>>inTransaction(tx -> tx.tally().candidatesByState()))
                .as("of the one candidate that there is")
                .isEqualTo(Map.of(state, 1));
        return state;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void countsWhatChangesItAndNotWhatReadsIt() {
        long before = store().changes();
        candidate(1);
        assertThat(store().changes()).isEqualTo(before + 1);
        claim(Step.RELAX);
        assertThat(store().changes()).isEqualTo(before + 2);
        assertThat(count(tx -> tx.candidates().count())).isEqualTo(1);
        assertThat(isTrue(tx -> tx.jobs().anyOpen(Subject.Kind.CANDIDATE))).isTrue();
        assertThat(store().changes()).isEqualTo(before + 2);
    }

    @Test
    void what_must_hold_can_be_asked_and_holds_of_an_empty_store() {
        assertThat(store().<Map<Invariant, List<String>>>inTransaction(
                                tx -> tx.invariants().broken()))
                .isEmpty();
        assertThat(list(tx -> tx.invariants().files())).isEmpty();
    }

    @Test
    void a_candidate_walks_from_proposed_to_labelled() {
        candidate(1);
        assertThat(stateOf(1)).isEqualTo("proposed");

        Job relax = claim(Step.RELAX);
        assertThat(stateOf(1)).isEqualTo("relaxing");
        assertThat(relax.claimedToken()).hasSize(36);
        assertThat(relax.claimedWorkDir()).startsWith("work/");

        store().inTransaction(tx -> {
            tx.jobs().end(relax, Job.State.DONE, null, null, METHOD, EFFORT);
            tx.candidates().relaxed(1, -4300.5, FILE, -4336.6);
            tx.frames().insert(relax.subject(), 0, Role.CANDIDATE, Kelvin.of(300), FILE);
            tx.jobs().enqueue(relax.subject(), Step.LABEL);
            return null;
        });
        assertThat(stateOf(1)).isEqualTo("relaxed");

        Job label = claim(Step.LABEL);
        assertThat(stateOf(1)).isEqualTo("labelling");
        store().inTransaction(tx -> {
            tx.jobs().end(label, Job.State.DONE, null, null, METHOD, EFFORT);
            tx.frames().label(tx.frames().idOf(label.subject(), 0), METHOD, label.id(), -4302.25, 1.5);
            return null;
        });
        assertThat(stateOf(1)).isEqualTo("labelled");
        assertThat(list(tx -> tx.frames().of(Role.CANDIDATE)))
                .singleElement()
                .satisfies(frame -> assertThat(frame.energyEv()).isEqualTo(-4302.25));
        assertThat(count(tx ->
                        tx.candidates().find(1).orElseThrow().proposalEnergyEv().intValue()))
                .isEqualTo(-4300);
    }

    @Test
    void a_failure_is_kept_with_its_cause_and_a_retry_is_a_new_attempt() {
        candidate(1);
        Job first = claim(Step.RELAX);
        store().inTransaction(
                        tx -> tx.jobs().end(first, Job.State.FAILED, Cause.NOT_FINITE, "NaN in step 12", null, EFFORT));
        assertThat(stateOf(1)).isEqualTo("failed");

        store().inTransaction(tx -> {
            tx.jobs().enqueue(Subject.candidate(1), Step.RELAX);
            return null;
        });
        assertThat(stateOf(1)).isEqualTo("proposed");
        assertThat(claim(Step.RELAX).attempt()).isEqualTo(2);
        assertThat(list(tx -> tx.jobs().failed())).singleElement().satisfies(job -> assertThat(job.cause())
                .isEqualTo(Cause.NOT_FINITE));
    }

    @Test
    void an_attempt_keeps_its_corrections() {
        Correction first = new Correction(
                Map.of("diemix", 0.3, "smearing", "mv"), Map.of("nstep", 4.0), true, 2, 3, 4, 5, List.of("scratch"));
        Corrections both =
                Corrections.NONE.and(first).and(new Correction(Map.of(), Map.of("nstep", 0.5), false, 1, 1, 1, 1));
        candidate(1);
        store().inTransaction(tx -> {
            tx.jobs().enqueue(Subject.candidate(1), Step.RELAX, both);
            return null;
        });

        List<Job> attempts = list(tx -> tx.jobs().of(Subject.candidate(1)));
        assertThat(attempts).extracting(Job::corrections).containsExactly(Corrections.NONE, both);
        assertThat(list(tx -> tx.jobs().corrected())).containsExactly(attempts.get(1));
    }

    @Test
    void a_job_ends_only_once() {
        candidate(1);
        Job job = claim(Step.RELAX);

        assertThat(isTrue(tx -> tx.jobs().end(job, Job.State.DONE, null, null, METHOD, EFFORT)))
                .isTrue();
        assertThat(isTrue(tx -> tx.jobs().end(job, Job.State.FAILED, Cause.KILLED, "late", null, EFFORT)))
                .isFalse();
    }

    @Test
    void a_frame_has_one_label_of_each_method() {
        candidate(1);
        Job job = claim(Step.RELAX);
        long frame = store().inTransaction(tx -> {
            tx.jobs().end(job, Job.State.DONE, null, null, METHOD, EFFORT);
            long id = tx.frames().insert(job.subject(), 0, Role.CANDIDATE, Kelvin.of(300), FILE);
            tx.frames().label(id, METHOD, job.id(), -1, 0);
            return id;
        });

        assertThatThrownBy(() -> store().inTransaction(tx -> {
                    tx.frames().label(frame, METHOD, job.id(), -1, 0);
                    return null;
                }))
                .hasMessageContaining("label");
        assertThat(count(tx -> tx.frames().labels())).isEqualTo(1);
    }

    @Test
    void a_transaction_that_throws_leaves_nothing() {
        assertThatThrownBy(() -> store().inTransaction(tx -> {
                    tx.events().append(Event.Level.INFO, "run", Map.of("a", "b"));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(count(tx -> (int) tx.events().count())).isZero();
    }

    @Test
    void events_come_back_in_order_with_their_fields() {
        store().inTransaction(tx -> {
            tx.events().append(Event.Level.INFO, "propose", new java.util.LinkedHashMap<>(Map.of("cand", "c0001")));
            tx.events().append(Event.Level.WARN, "relax", Map.of("cause", "NOT_FINITE"));
            return null;
        });

        List<Event> events = store().inTransaction(tx -> tx.events().after(1, 10));

        assertThat(events).singleElement().satisfies(e -> {
            assertThat(e.level()).isEqualTo(Event.Level.WARN);
            assertThat(e.fields()).containsEntry("cause", "NOT_FINITE");
        });
    }

    @Test
    void events_are_read_from_a_number_on_and_backwards() {
        store().inTransaction(tx -> {
            for (String step : List.of("propose", "relax", "label")) {
                tx.events().append(Event.Level.INFO, step, Map.of());
            }
            return null;
        });

        List<EventTable.Numbered> all = list(tx -> tx.events().since(0, 10));
        long second = all.get(1).id();

        assertThat(all).extracting(n -> n.event().step()).containsExactly("propose", "relax", "label");
        assertThat(list(tx -> tx.events().since(second, 10))).containsExactly(all.get(2));
        assertThat(list(tx -> tx.events().before(all.get(2).id(), 1))).containsExactly(all.get(1));
        assertThat(store().<Long>inTransaction(tx -> tx.events().newest()))
                .isEqualTo(all.get(2).id());
    }

    @Test
    void candidates_are_read_a_page_at_a_time_with_their_state() {
        List.of(1, 2, 3).forEach(this::candidate);
        claim(Step.RELAX);

        assertThat(list(tx -> tx.candidates().page("", 3, 10)))
                .extracting(CandidateTable.Standing::state)
                .containsExactly("proposed", "relaxing");
        assertThat(list(tx -> tx.candidates().page("proposed", Integer.MAX_VALUE, 1)))
                .singleElement()
                .satisfies(it -> assertThat(it.candidate().id()).isEqualTo(3));
        assertThat(find(tx -> tx.candidates().standing(1)).orElseThrow().state())
                .isEqualTo("relaxing");
        assertThat(store().<Map<Integer, String>>inTransaction(
                                tx -> tx.candidates().states()))
                .containsExactly(Map.entry(1, "relaxing"), Map.entry(2, "proposed"), Map.entry(3, "proposed"));
    }

    @Test
    void patterns_and_frames_of_one_candidate_are_found_among_others() {
        List.of(1, 2).forEach(this::candidate);
        for (int id : List.of(1, 2)) {
            Job job = claim(Step.RELAX);
            store().inTransaction(tx -> {
                tx.jobs().end(job, Job.State.DONE, null, null, METHOD, EFFORT);
                long frame = tx.frames().insert(job.subject(), 0, Role.CANDIDATE, Kelvin.of(300), FILE);
                tx.frames().label(frame, METHOD, job.id(), -4300.0 - id, 1.5);
                tx.patterns().insert(frame, new double[] {id, 0.5});
                return null;
            });
        }

        FrameTable.LabelledFrame second =
                list(tx -> tx.frames().of(Subject.candidate(2))).get(0);

        assertThat(second.energyEv()).isEqualTo(-4302);
        assertThat(find(tx -> tx.patterns().of(second.id())).orElseThrow()).containsExactly(2, 0.5);
        assertThat(list(tx -> tx.patterns().newest(1))).singleElement().isEqualTo(new double[] {2, 0.5});
        assertThat(count(tx -> tx.patterns().count())).isEqualTo(2);
    }

    @Test
    void what_has_become_of_jobs_is_counted_by_step_and_cause() {
        List.of(1, 2, 3, 4).forEach(this::candidate);
        for (Cause cause : List.of(Cause.NOT_FINITE, Cause.NOT_FINITE, Cause.TIMED_OUT)) {
            Job job = claim(Step.RELAX);
            store().inTransaction(tx -> tx.jobs().end(job, Job.State.FAILED, cause, "so", null, EFFORT));
        }
        Job done = claim(Step.RELAX);
        store().inTransaction(tx -> tx.jobs().end(done, Job.State.DONE, null, null, METHOD, EFFORT));

        assertThat(list(tx -> tx.tally().failureCounts()))
                .extracting(f -> f.step() + " " + f.cause() + " " + f.attempts())
                .containsExactly("relax NOT_FINITE 2", "relax TIMED_OUT 1");
        assertThat(list(tx -> tx.history().failed(Step.RELAX, Cause.NOT_FINITE, Long.MAX_VALUE, 1)))
                .singleElement()
                .satisfies(job -> assertThat(job.subject()).isEqualTo(Subject.candidate(2)));
        assertThat(list(tx -> tx.history().doneSince(tx.now().minusSeconds(3600))))
                .singleElement()
                .satisfies(it -> assertThat(it.jobs()).isEqualTo(1));
        assertThat(list(tx -> tx.history().doneSince(tx.now().plusSeconds(3600))))
                .isEmpty();
    }

    @Test
    void the_champion_is_the_version_of_the_newest_term() {
        store().inTransaction(tx -> {
            for (int v = 1; v <= 3; v++) {
                tx.models()
                        .insert(new ModelTable.Model(
                                v,
                                "models/v000" + v,
                                "a",
                                "b",
                                10,
                                "labels",
                                0.1,
                                null,
                                v == 3 ? "kept" : "promoted",
                                "",
                                tx.now()));
            }
            return null;
        });
        assertThat(count(tx -> tx.models().champion().orElseThrow().version())).isEqualTo(2);

        store().inTransaction(tx -> {
            tx.models().install(1, ModelTable.Began.PERSON, "the waves of v2 are too soft");
            return null;
        });
        assertThat(count(tx -> tx.models().champion().orElseThrow().version())).isEqualTo(1);
        List<ModelTable.Term> terms = store().inTransaction(tx -> tx.models().terms());
        assertThat(terms)
                .extracting(ModelTable.Term::version, ModelTable.Term::beganBy, ModelTable.Term::reason)
                .containsExactly(
                        tuple(1, ModelTable.Began.RETRAINING, ""),
                        tuple(2, ModelTable.Began.RETRAINING, ""),
                        tuple(1, ModelTable.Began.PERSON, "the waves of v2 are too soft"));
        assertThat(count(tx -> tx.models().nextVersion())).isEqualTo(4);
    }

    private void signIn(String id) {
        store().inTransaction(tx -> {
            tx.runners().insert(id, "host", 17, 4711, 2);
            return null;
        });
    }

    private boolean leads(String id, @Nullable String insteadOf) {
        return store().inTransaction(tx -> tx.runners().lead(id, insteadOf));
    }

    @Test
    void of_two_runners_that_want_the_lead_one_gets_it() {
        store().inTransaction(tx -> {
            tx.campaign().insert("night", "", "", "folder", tx.now());
            return null;
        });
        signIn("a");
        signIn("b");

        assertThat(leads("a", null)).isTrue();
        assertThat(leads("b", null)).as("it looked before the other took it").isFalse();
        assertThat(list(tx -> tx.runners().all()))
                .extracting(RunnerTable.Runner::id, RunnerTable.Runner::leads)
                .containsExactlyInAnyOrder(tuple("a", true), tuple("b", false));

        assertThat(leads("b", "a")).as("it found the first one dead").isTrue();
    }

    @Test
    void a_runner_that_was_found_dead_gives_no_sign_of_life_any_more() {
        signIn("a");
        assertThat(store().<Boolean>inTransaction(tx -> tx.runners().seen("a"))).isTrue();
        assertThat(list(tx -> tx.runners().all())).singleElement().satisfies(a -> assertThat(a.silent())
                .isLessThan(Duration.ofSeconds(10)));

        store().inTransaction(tx -> {
            tx.runners().ended("a");
            return null;
        });

        assertThat(store().<Boolean>inTransaction(tx -> tx.runners().seen("a"))).isFalse();
        assertThat(list(tx -> tx.runners().all())).isEmpty();
    }

    @Test
    void a_job_whose_runner_has_ended_is_taken_over_by_one() {
        signIn("a");
        signIn("b");
        signIn("c");
        candidate(1);
        Job job =
                store().inTransaction(tx -> tx.jobs().claim(Step.RELAX, 1, "a")).get(0);
        assertThat(list(tx -> tx.jobs().running("a"))).containsExactly(job);
        assertThat(list(tx -> tx.jobs().orphans())).isEmpty();

        store().inTransaction(tx -> {
            tx.runners().ended("a");
            return null;
        });
        Job orphan = list(tx -> tx.jobs().orphans()).get(0);

        assertThat(store().<Boolean>inTransaction(tx -> tx.jobs().adopt(orphan, "b")))
                .isTrue();
        assertThat(store().<Boolean>inTransaction(tx -> tx.jobs().adopt(orphan, "c")))
                .isFalse();
        assertThat(list(tx -> tx.jobs().running("b")))
                .extracting(Job::id, Job::token)
                .containsExactly(tuple(job.id(), job.token()));
    }

    private List<Job> pending(Step step) {
        return list(tx -> tx.jobs().pending(step, 100));
    }

    @Test
    void jobs_that_share_a_run_have_its_token_and_their_places_in_it() {
        signIn("a");
        candidate(1);
        candidate(2);
        candidate(3);
        List<Job> chosen =
                List.of(pending(Step.RELAX).get(2), pending(Step.RELAX).get(0));

        List<Job> run = list(tx -> tx.sharedRuns().claim(chosen, "a", Optional.empty()));

        assertThat(run).extracting(job -> job.subject().id()).containsExactly(3, 1);
        assertThat(run).extracting(Job::place).containsExactly(0, 1);
        assertThat(run).extracting(Job::token).containsOnly(run.get(0).claimedToken());
        assertThat(run).extracting(Job::workDir).containsOnly(run.get(0).claimedWorkDir());
        assertThat(list(tx -> tx.sharedRuns().of(run.get(1)))).isEqualTo(run);
        assertThat(list(tx -> tx.jobs().running("a"))).hasSize(2).allMatch(Job::sharesItsRun);
        assertThat(pending(Step.RELAX)).singleElement().satisfies(alone -> assertThat(alone.subject())
                .isEqualTo(Subject.candidate(2)));
        assertThat(list(tx -> tx.sharedRuns().claim(chosen, "b", Optional.empty())))
                .as("another runner was faster")
                .isEmpty();
    }

    @Test
    void what_waits_is_counted_with_its_times() {
        assertThat(store().inTransaction(tx -> tx.jobs().waiting(Step.RELAX)).jobs())
                .isZero();
        candidate(1);
        candidate(2);

        JobTable.Waiting waiting = store().inTransaction(tx -> tx.jobs().waiting(Step.RELAX));

        assertThat(waiting.jobs()).isEqualTo(2);
        assertThat(waiting.oldest()).isBeforeOrEqualTo(waiting.newest()).isAfter(Instant.EPOCH);
    }

    @Test
    void only_what_its_surroundings_have_ended_is_an_interrupted_run() {
        signIn("a");
        candidate(1);
        candidate(2);
        List<Job> run = list(tx -> tx.sharedRuns().claim(tx.jobs().pending(Step.RELAX, 2), "a", Optional.empty()));
        Effort effort = new Effort(Duration.ofSeconds(1), 1);
        store().inTransaction(tx -> {
            tx.jobs().end(run.get(0), Job.State.FAILED, Cause.KILLED, "", null, effort);
            tx.jobs().end(run.get(1), Job.State.FAILED, Cause.BAD_EXIT, "", null, effort);
            run.forEach(job -> tx.jobs().enqueue(job.subject(), Step.RELAX));
            return null;
        });
        List<Job> again = pending(Step.RELAX);

        Optional<List<Job>> killed = store().inTransaction(tx -> tx.sharedRuns().interruptedBefore(again.get(0)));
        Optional<List<Job>> failed = store().inTransaction(tx -> tx.sharedRuns().interruptedBefore(again.get(1)));

        assertThat(killed.orElseThrow())
                .extracting(Job::id)
                .isEqualTo(run.stream().map(Job::id).toList());
        assertThat(failed).isEmpty();
        assertThat(store().<Optional<List<Job>>>inTransaction(
                                tx -> tx.sharedRuns().interruptedBefore(run.get(0))))
                .as("a first attempt")
                .isEmpty();
    }

    /** The route log counts lines: the k-th line is the k-th event. */
    @Test
    void no_event_becomes_visible_before_an_earlier_one() throws Exception {
        store().inTransaction(tx -> {
            tx.campaign().insert("night", "", "", "folder", tx.now());
            return null;
        });
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> store().inTransaction(tx -> {
            tx.events().append(Event.Level.INFO, "first", Map.of());
            appended.countDown();
            return awaited(go);
        }));
        appended.await();
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> store().inTransaction(tx -> {
            tx.events().append(Event.Level.INFO, "second", Map.of());
            return null;
        }));
        Thread.sleep(200); // time enough for the second to overtake, if it could

        List<Event> seen = list(tx -> tx.events().after(0, 10));
        go.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);

        assertThat(seen).isEmpty();
        assertThat(list(tx -> tx.events().after(0, 10)).stream().map(Event::step))
                .containsExactly("first", "second");
    }

    @Test
    void no_job_gets_a_lower_number_than_one_that_can_be_seen() throws Exception {
        store().inTransaction(tx -> {
            tx.campaign().insert("night", "", "", "folder", tx.now());
            return null;
        });
        CountDownLatch queued = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> store().inTransaction(tx -> {
            tx.jobs().enqueue(Subject.candidate(1), Step.RELAX);
            queued.countDown();
            return awaited(go);
        }));
        queued.await();
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> candidate(2));
        Thread.sleep(200); // time enough for the second to overtake, if it could

        List<Job> seen = list(tx -> tx.jobs().all());
        go.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);

        assertThat(seen).isEmpty();
        assertThat(list(tx -> tx.jobs().all()).stream().map(Job::subject))
                .containsExactly(Subject.candidate(1), Subject.candidate(2));
    }

    @Test
    void a_specimen_has_one_label_of_each_code_beside_those_of_frames() {
        candidate(1);
        Specimen specimen = new Specimen(1, Specimen.Origin.ENVIRONMENT, 1, Kelvin.of(300), 1, 17, 5, FILE);
        store().inTransaction(tx -> {
            tx.specimens().insert(specimen);
            tx.specimens().roundIsDone(1);
            tx.jobs().enqueue(specimen.subject(), Step.LABEL);
            return null;
        });
        Job own = claim(Step.LABEL);
        Method dear = new Method("dear", "2", "pbe", "");
        assertThat(specimenStates()).isEqualTo(Map.of("open", 1));
        store().inTransaction(tx -> {
            tx.jobs().end(own, Job.State.DONE, null, null, METHOD, EFFORT);
            tx.specimens().label(1, SpecimenTable.By.OWN, METHOD, own.id(), -3.5, FILE);
            tx.jobs().enqueue(specimen.subject(), Step.AUDIT);
            return null;
        });
        Job second = claim(Step.AUDIT);
        store().inTransaction(tx -> {
            tx.jobs().end(second, Job.State.DONE, null, null, dear, EFFORT);
            tx.specimens().label(1, SpecimenTable.By.SECOND, dear, second.id(), -7.25, FILE);
            return null;
        });

        assertThat(list(tx -> tx.specimens().all())).containsExactly(specimen);
        assertThat(list(tx -> tx.specimens().labels()))
                .extracting(SpecimenTable.SpecimenLabel::method, SpecimenTable.SpecimenLabel::energyEv)
                .containsExactly(tuple(METHOD, -3.5), tuple(dear, -7.25));
        assertThat(specimenStates()).isEqualTo(Map.of("compared", 1));
        assertThat(count(tx -> tx.specimens().lastRound())).isEqualTo(1);
        assertThat(count(tx -> tx.frames().labels())).isZero();
    }

    @Test
    void a_frame_that_becomes_a_specimen_brings_its_label() {
        candidate(1);
        Job relax = claim(Step.RELAX);
        store().inTransaction(tx -> {
            tx.jobs().end(relax, Job.State.DONE, null, null, METHOD, EFFORT);
            long frame = tx.frames().insert(relax.subject(), 0, Role.CANDIDATE, Kelvin.of(300), FILE);
            tx.frames().label(frame, METHOD, relax.id(), -4302.25, 1.5);
            tx.specimens().insert(new Specimen(1, Specimen.Origin.FRAME, 1, Kelvin.of(300), 1, null, 1000, FILE));
            tx.specimens().labelledAs(1, frame, METHOD.id());
            return null;
        });

        assertThat(list(tx -> tx.specimens().labels()))
                .containsExactly(new SpecimenTable.SpecimenLabel(1, SpecimenTable.By.OWN, METHOD, -4302.25, FILE));
    }

    private Map<String, Integer> specimenStates() {
        return store().inTransaction(tx -> tx.specimens().countByState());
    }

    @Test
    void a_specimen_whose_code_gave_up_has_failed() {
        store().inTransaction(tx -> {
            tx.specimens().insert(new Specimen(1, Specimen.Origin.CELL, 1, Kelvin.of(300), null, null, 8, FILE));
            tx.jobs().insertFailed(Subject.specimen(1), Step.REPLICA, Cause.NOT_FINITE, "NaN");
            return null;
        });

        assertThat(specimenStates()).isEqualTo(Map.of("failed", 1));
        assertThat(list(tx -> tx.specimens().all())).singleElement().satisfies(cell -> assertThat(cell.candidate())
                .isNull());
    }

    @Test
    void each_channel_has_its_own_place_in_the_events() {
        store().inTransaction(tx -> {
            tx.notices().told("mail", 3);
            tx.notices().told("mail", 7);
            tx.notices().told("webhook", 2);
            return null;
        });

        assertThat(list(tx -> List.of(
                        tx.notices().told("mail"),
                        tx.notices().told("webhook"),
                        tx.notices().told("new"))))
                .containsExactly(7L, 2L, 0L);
    }

    @Test
    void the_latest_event_of_a_step_tells_when_it_was() {
        assertThat(store().<java.util.Optional<java.time.Instant>>inTransaction(
                                tx -> tx.events().latest("digest")))
                .isEmpty();

        store().inTransaction(tx -> {
            tx.events().append(Event.Level.INFO, "digest", Map.of("campaign", "night"));
            return null;
        });

        assertThat(store().<java.util.Optional<java.time.Instant>>inTransaction(
                                tx -> tx.events().latest("digest")))
                .isPresent();
    }

    @Test
    void the_newest_budget_holds_and_what_it_leaves_open_is_no_bound() {
        assertThat(find(tx -> tx.budgets().present())).isEmpty();
        Grant bounded = new Grant(Instant.parse("2026-11-29T06:00:00Z"), 40.5, 50, 2_000_000L, 1024);
        Grant open = new Grant(null, null, null, null, 0);

        assertThat(count(tx -> tx.budgets().grant(open, "campaign"))).isEqualTo(1);
        assertThat(find(tx -> tx.budgets().present())).contains(open);
        assertThat(count(tx -> tx.budgets().grant(bounded, "person"))).isEqualTo(2);

        assertThat(find(tx -> tx.budgets().present())).contains(bounded);
    }

    @Test
    void temperatures_come_back_as_they_were_added_and_each_once() {
        Kelvin odd = Kelvin.of(87.30000000000001);
        store().inTransaction(tx -> {
            tx.temperatures().add(Kelvin.of(450));
            tx.temperatures().add(odd);
            return null;
        });

        assertThat(store().<List<Kelvin>>inTransaction(tx -> tx.temperatures().added()))
                .containsExactlyInAnyOrder(Kelvin.of(450), odd);
        assertThatThrownBy(() -> store().inTransaction(tx -> {
                    tx.temperatures().add(odd);
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_attempts_took_adds_up_to_core_hours_whatever_became_of_them() {
        candidate(1);
        Job first = claim(Step.RELAX);
        Effort hour = new Effort(Duration.ofHours(1), 2);
        assertThat(isTrue(tx -> tx.jobs().end(first, Job.State.FAILED, Cause.NOT_FINITE, "", null, hour)))
                .isTrue();
        assertThat(isTrue(tx -> tx.jobs().end(first, Job.State.FAILED, Cause.NOT_FINITE, "", null, hour)))
                .as("twice")
                .isFalse();

        double hours = store().inTransaction(tx -> tx.tally().coreHours());
        assertThat(hours).isEqualTo(2);
        assertThat(count(tx -> tx.tally().failedByThemselves())).isEqualTo(1);
        assertThat(find(tx -> tx.tally().lastWithoutRoom())).isEmpty();
        assertThat(find(tx -> tx.jobs().typicalTime(Step.RELAX)))
                .as("none was done")
                .isEmpty();
    }

    @Test
    void a_pause_is_open_until_it_ends() {
        store().inTransaction(tx -> {
            tx.pauses().begin(3, 1024);
            return null;
        });
        assertThat(find(tx -> tx.pauses().open())).isPresent();

        store().inTransaction(tx -> {
            tx.pauses().end();
            tx.pauses().begin(4, 1024);
            tx.pauses().end();
            return null;
        });

        assertThat(find(tx -> tx.pauses().open())).isEmpty();
        assertThat(count(tx -> tx.pauses().count())).isEqualTo(2);
    }
}
