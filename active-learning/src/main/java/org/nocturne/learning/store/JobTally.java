package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Attempts.Kind;

/** All attempts, and through them all candidates, counted at one moment. But for the first one after opening, a count costs the same in a small store and in one of a million candidates. */
public final class JobTally {
    /** For which a calculation cannot be blamed. */
    private static final Set<Cause> FROM_OUTSIDE =
            Set.of(Cause.KILLED, Cause.NODE_FAILURE, Cause.PREEMPTED, Cause.DISK_FULL);

    private final Map<Kind, Attempts> attempts;
    private final int candidates;
    private final int held;
    private final long allEndedUpTo;

    /**
     * @param candidates in all, of which {@code held} wait for the end of a quarantine
     * @param allEndedUpTo every job up to this number has ended
     */
    JobTally(Map<Kind, Attempts> attempts, int candidates, int held, long allEndedUpTo) {
        this.attempts = attempts;
        this.candidates = candidates;
        this.held = held;
        this.allEndedUpTo = allEndedUpTo;
    }

    /** Every job up to this number has ended, and no job will get such a number any more. */
    public long allEndedUpTo() {
        return allEndedUpTo;
    }

    /** How many attempts are in each state. */
    public Map<Job.State, Integer> byState() {
        Map<Job.State, Integer> out = new EnumMap<>(Job.State.class);
        for (Job.State state : Job.State.values()) {
            out.put(state, sum(kind -> kind.state() == state).count());
        }
        return out;
    }

    /** How many candidates are in each state, by its word: what the view {@code candidate_state} says of each. */
    public Map<String, Integer> candidatesByState() {
        Map<String, Integer> out = new TreeMap<>();
        out.put("labelled", candidates(Step.LABEL, Job.State.DONE));
        out.put("labelling", candidates(Step.LABEL, Job.State.RUNNING));
        out.put("relaxed", candidates(Step.LABEL, Job.State.PENDING));
        out.put("relaxing", candidates(Step.MINIMISE, Job.State.RUNNING) + candidates(Step.RELAX, Job.State.RUNNING));
        out.put("proposed", candidates(Step.MINIMISE, Job.State.PENDING) + candidates(Step.RELAX, Job.State.PENDING));
        out.put("held", held);
        int others = out.values().stream().mapToInt(n -> n).sum();
        out.put("failed", candidates - others);
        out.values().removeIf(n -> n == 0);
        return out;
    }

    private int candidates(Step step, Job.State state) {
        return sum(kind -> isOfACandidate(kind, step, state)).count();
    }

    private static boolean isOfACandidate(Kind kind, Step step, Job.State state) {
        return kind.subject() == Subject.Kind.CANDIDATE && kind.step() == step && kind.state() == state;
    }

    /** How many candidates have been labelled. */
    public int labelledCandidates() {
        return candidates(Step.LABEL, Job.State.DONE);
    }

    /** How many candidates have been labelled by this method. */
    public int labelledCandidates(String methodId) {
        return sum(kind -> isOfACandidate(kind, Step.LABEL, Job.State.DONE) && methodId.equals(kind.method()))
                .count();
    }

    /** How many attempts failed for each cause. */
    public Map<Cause, Integer> failuresByCause() {
        Map<Cause, Integer> out = new EnumMap<>(Cause.class);
        failed().forEach(e -> out.merge(cause(e), e.getValue().count(), Integer::sum));
        return out;
    }

    /** How often attempts at a step failed for one cause, and when that last happened. */
    public record FailureCount(String step, String cause, int attempts, Instant last) {}

    /** The most frequent first. */
    public List<FailureCount> failureCounts() {
        return by(failed(), e -> Map.entry(e.getKey().step(), cause(e))).entrySet().stream()
                .map(e -> new FailureCount(
                        e.getKey().getKey().word(),
                        e.getKey().getValue().name(),
                        e.getValue().count(),
                        Objects.requireNonNull(e.getValue().last())))
                .sorted(Comparator.comparingInt((FailureCount f) -> -f.attempts())
                        .thenComparing(FailureCount::step)
                        .thenComparing(FailureCount::cause))
                .toList();
    }

    /** Attempts that failed by themselves: neither interrupted from outside nor for want of room on the disk. */
    public int failedByThemselves() {
        return failed().filter(e -> !FROM_OUTSIDE.contains(cause(e)))
                .mapToInt(e -> e.getValue().count())
                .sum();
    }

    /** When an attempt last failed for want of room on the disk. */
    public Optional<Instant> lastWithoutRoom() {
        return failed().filter(e -> cause(e) == Cause.DISK_FULL)
                .map(e -> Objects.requireNonNull(e.getValue().last()))
                .max(Comparator.naturalOrder());
    }

    /** Hours of all ended attempts, each times its cores. */
    public double coreHours() {
        return sum(kind -> true).coreSeconds() / 3600;
    }

    /** Seconds spent by ended attempts at a step. */
    public record StepTime(String step, int jobs, double seconds) {}

    /** By step, of those that were started. */
    public List<StepTime> times() {
        Map<String, Attempts> bySteps =
                by(attempts.entrySet().stream(), e -> e.getKey().step().word());
        return bySteps.entrySet().stream()
                .filter(e -> e.getValue().timed() > 0)
                .map(e -> new StepTime(
                        e.getKey(), e.getValue().timed(), e.getValue().seconds()))
                .sorted(Comparator.comparing(StepTime::step))
                .toList();
    }

    private Stream<Map.Entry<Kind, Attempts>> failed() {
        return attempts.entrySet().stream().filter(e -> e.getKey().state() == Job.State.FAILED);
    }

    private static Cause cause(Map.Entry<Kind, Attempts> failed) {
        @Nullable Cause cause = failed.getKey().cause();
        return Objects.requireNonNull(cause);
    }

    private Attempts sum(Predicate<Kind> which) {
        return attempts.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Attempts.NONE, Attempts::and);
    }

    private static <K> Map<K, Attempts> by(
            Stream<Map.Entry<Kind, Attempts>> attempts, Function<Map.Entry<Kind, Attempts>, K> what) {
        Map<K, Attempts> out = new HashMap<>();
        attempts.forEach(e -> out.merge(what.apply(e), e.getValue(), Attempts::and));
        return out;
    }
}
