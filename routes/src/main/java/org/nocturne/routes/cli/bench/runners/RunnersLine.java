package org.nocturne.routes.cli.bench.runners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Invariant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.bench.crash.Copies;
import org.nocturne.routes.run.CampaignVerification;

/**
 * What came of a campaign of several runners.
 *
 * @param done jobs of candidates that were done, by all
 * @param seconds from the first of them to the last
 * @param duplicated steps that were done twice, and second labels
 * @param secondCopies calculations that were started twice, or two attempts of one step alive at once, by what LAMMPS' witness wrote down
 * @param findings what is not as it should be, in words
 */
record RunnersLine(
        int candidates,
        int labelled,
        @JsonProperty("slots_of_each") int slots,
        int kills,
        int done,
        double seconds,
        @JsonProperty("per_second") double perSecond,
        List<Runner> runners,
        int lost,
        int duplicated,
        @JsonProperty("second_copies") int secondCopies,
        int broken,
        List<String> findings) {
    private static final Set<Step> OF_CANDIDATES = EnumSet.of(Step.RELAX, Step.LABEL);
    private static final Set<Invariant> NOTHING_TWICE = EnumSet.of(Invariant.ONE_LABEL, Invariant.DONE_ONCE);

    /**
     * What one of them brought to its end.
     *
     * @param seconds from its first job of a candidate to its last
     */
    record Runner(
            int jobs,
            double seconds,
            @JsonProperty("per_second") double perSecond) {
        static Runner of(List<Job> jobs) {
            double seconds = span(jobs);
            return new Runner(jobs.size(), seconds, jobs.size() / Math.max(seconds, 1e-3));
        }
    }

    static RunnersLine of(SharedCampaign campaign, RunnersOrder order, int kills, List<String> problems)
            throws IOException {
        List<String> findings = new ArrayList<>(problems);
        CampaignVerification verification = CampaignVerification.of(campaign.folder());
        int duplicated = 0;
        for (var broken : verification.found().broken().entrySet()) {
            duplicated +=
                    NOTHING_TWICE.contains(broken.getKey()) ? broken.getValue().size() : 0;
            broken.getValue()
                    .forEach(row -> findings.add("not so: " + broken.getKey().words() + ": " + row));
        }
        findings.addAll(verification.found().changed());
        if (verification.log().fault() != null) {
            findings.add("route.log: " + verification.log().fault());
        }
        int broken = findings.size() - duplicated;
        try (Store store =
                campaign.folder().openStore(campaign.folder().configuration().config())) {
            List<Job> all = store.inTransaction(tx -> tx.jobs().all());
            List<String> copies = Copies.among(all, campaign.witness().runs());
            findings.addAll(copies);
            int labelled =
                    store.inTransaction(tx -> tx.tally().candidatesByState()).getOrDefault("labelled", 0);
            List<Job> done = all.stream()
                    .filter(job -> OF_CANDIDATES.contains(job.step()) && job.state() == Job.State.DONE)
                    .toList();
            Map<String, List<Job>> byRunner = done.stream()
                    .collect(Collectors.groupingBy(
                            job -> String.valueOf(job.runner()), TreeMap::new, Collectors.toList()));
            double seconds = span(done);
            return new RunnersLine(
                    order.candidates(),
                    labelled,
                    order.slots(),
                    kills,
                    done.size(),
                    seconds,
                    done.size() / Math.max(seconds, 1e-3),
                    byRunner.values().stream().map(Runner::of).toList(),
                    order.candidates() - labelled,
                    duplicated,
                    copies.size(),
                    broken,
                    findings);
        }
    }

    boolean isGood() {
        return lost == 0 && findings.isEmpty();
    }

    private static double span(List<Job> jobs) {
        Instant first = jobs.stream()
                .map(j -> Objects.requireNonNull(j.startedAt()))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant last = jobs.stream()
                .map(j -> Objects.requireNonNull(j.endedAt()))
                .max(Instant::compareTo)
                .orElse(first);
        return Duration.between(first, last).toMillis() / 1000.0;
    }
}
