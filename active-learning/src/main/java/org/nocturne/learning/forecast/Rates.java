package org.nocturne.learning.forecast;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Step;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.RunLength;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.SubjectTable.Replica;

/**
 * What the steps of a campaign took: medians over its jobs that were done, as its store has them, so with all that lies between the
 * end of a calculation and its row.
 *
 * @param minimise seconds of the start structure
 * @param label seconds of one
 * @param relax seconds of one
 * @param mdStep seconds of one step of molecular dynamics
 * @param audit seconds of a label by the second code; 0 where there is none
 * @param propose seconds of one proposal, with its correction
 * @param retrain seconds of one version
 * @param assess seconds of one round
 * @param candidateBytes that a candidate leaves on the disk
 * @param frameBytes that a frame of a replica leaves on the disk
 * @param failed share of the attempts that failed
 */
public record Rates(
        double minimise,
        double label,
        double relax,
        double mdStep,
        double audit,
        double propose,
        double retrain,
        double assess,
        double candidateBytes,
        double frameBytes,
        double failed) {

    /**
     * Of a campaign that has brought at least one candidate to its label.
     *
     * @param timestepFs of its code
     * @throws IllegalArgumentException if a step was never done
     */
    public static Rates of(Store store, Path folder, CampaignPlan plan, double timestepFs) {
        List<Job> all = store.inTransaction(tx -> tx.jobs().all());
        List<Job> done =
                all.stream().filter(job -> job.state() == Job.State.DONE).toList();
        double label = seconds(folder, done, Step.LABEL);
        List<Job> replicas = done.stream()
                .filter(job -> job.step() == Step.REPLICA && job.subject().kind() == Subject.Kind.REPLICA)
                .toList();
        double[] perStep = new double[replicas.size()];
        double[] perFrame = new double[replicas.size()];
        MdSteps steps = new MdSteps(plan.replicas(), timestepFs);
        Remains remains = new Remains(folder);
        for (int k = 0; k < perStep.length; k++) {
            Job job = replicas.get(k);
            Replica replica = store.inTransaction(
                    tx -> tx.subjects().replica(job.subject().id()).orElseThrow());
            RunLength length = replica.role() == Role.REFERENCE
                    ? plan.replicas().referenceLength()
                    : plan.replicas().length();
            perStep[k] = Math.max(0, took(job) - label) / steps.of(length, replica.temperature());
            perFrame[k] = (remains.workBytes(job) + remains.resultBytes(job.subject())) / length.frames();
        }
        List<Event> events = store.inTransaction(tx -> tx.events().after(0, Integer.MAX_VALUE));
        long failed =
                all.stream().filter(job -> job.state() == Job.State.FAILED).count();
        return new Rates(
                seconds(folder, done, Step.MINIMISE),
                label,
                seconds(folder, done, Step.RELAX),
                median(perStep),
                done.stream().anyMatch(job -> job.step() == Step.AUDIT) ? seconds(folder, done, Step.AUDIT) : 0,
                betweenProposals(events),
                before(events, "retrain", List.of("label", "replica", "relax", "score")),
                before(events, "assess", List.of("score", "label")),
                workBytes(remains, done, Step.RELAX)
                        + workBytes(remains, done, Step.LABEL)
                        + resultBytes(remains, done),
                median(perFrame),
                (double) failed / Math.max(1, failed + done.size()));
    }

    private static double seconds(Path folder, List<Job> done, Step step) {
        double[] seconds = done.stream()
                .filter(job -> job.step() == step)
                .mapToDouble(Rates::took)
                .toArray();
        if (seconds.length == 0) {
            throw new IllegalArgumentException(folder + ": no " + step.word()
                    + " was done in this campaign; what it takes is known from one that has come to its labels");
        }
        return median(seconds);
    }

    private static double workBytes(Remains remains, List<Job> done, Step step) {
        return median(done.stream()
                .filter(job -> job.step() == step)
                .mapToDouble(remains::workBytes)
                .toArray());
    }

    /** Of a candidate that has come to its label. */
    private static double resultBytes(Remains remains, List<Job> done) {
        return median(done.stream()
                .filter(job -> job.step() == Step.LABEL)
                .mapToDouble(job -> remains.resultBytes(job.subject()))
                .toArray());
    }

    /** Proposals come one by one, and rest while enough of them wait: the shortest time between two is what one takes. */
    private static double betweenProposals(List<Event> events) {
        List<Instant> proposed = events.stream()
                .filter(event -> event.step().equals("propose"))
                .map(Event::at)
                .toList();
        return IntStream.range(1, proposed.size())
                .mapToDouble(k -> seconds(proposed.get(k - 1), proposed.get(k)))
                .min()
                .orElse(0);
    }

    /** From the last event of another kind to the event of this step: the median over all of them. */
    private static double before(List<Event> events, String step, List<String> others) {
        double[] out = new double[events.size()];
        int count = 0;
        @Nullable Instant last = null;
        for (Event event : events) {
            if (event.step().equals(step) && last != null) {
                out[count++] = seconds(last, event.at());
                last = null;
            } else if (others.contains(event.step())) {
                last = event.at();
            }
        }
        return median(Arrays.copyOf(out, count));
    }

    private static double took(Job job) {
        return seconds(Objects.requireNonNull(job.startedAt()), Objects.requireNonNull(job.endedAt()));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** 0 of nothing. */
    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
