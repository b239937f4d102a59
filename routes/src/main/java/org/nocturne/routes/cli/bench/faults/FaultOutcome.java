package org.nocturne.routes.cli.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Subject;
import org.nocturne.routes.run.CampaignVerification;

/** What a campaign with a fault has come to, by its store, its log and what lives in its folder. */
final class FaultOutcome {
    private static final Duration ORPHANS_GONE = Duration.ofSeconds(5);

    private final FaultyCampaign campaign;
    private final FaultTrial.Interference seen;
    private final Map<String, Double> faults;

    FaultOutcome(FaultyCampaign campaign, FaultTrial.Interference seen) throws IOException {
        this.campaign = campaign;
        this.seen = seen;
        this.faults = campaign.faults();
    }

    FaultLine line(boolean ended) throws IOException, InterruptedException {
        int orphans = orphans();
        try (Store store =
                campaign.folder().openStore(campaign.folder().configuration().config())) {
            List<Job> jobs = store.inTransaction(tx -> tx.jobs().all());
            List<Job> atFault = jobs.stream()
                    .filter(job -> faults.containsKey(String.valueOf(job.token())))
                    .toList();
            boolean finished = ended
                    && store.inTransaction(tx -> tx.campaign().find().orElseThrow())
                            .state()
                            .equals("finished");
            int lost = lost(jobs) + broken(CampaignVerification.of(campaign.folder(), store));
            List<String> recorded = recorded(jobs, atFault);
            boolean good = finished && lost == 0 && orphans == 0 && isAsWanted(jobs, atFault);
            return new FaultLine(
                    campaign.fault().word(),
                    campaign.fault().inWords(),
                    campaign.fault().wanted().map(Enum::name).orElse("none"),
                    recorded,
                    seconds(atFault),
                    finished,
                    lost,
                    orphans,
                    null,
                    good);
        }
    }

    private boolean isAsWanted(List<Job> jobs, List<Job> atFault) throws IOException {
        Optional<Cause> wanted = campaign.fault().wanted();
        if (wanted.isPresent()) {
            return !atFault.isEmpty()
                    && atFault.stream().allMatch(job -> wanted.get() == job.cause())
                    && jobs.stream().noneMatch(job -> job.cause() != null && !atFault.contains(job) && !isHitToo(job));
        }
        boolean unharmed = jobs.stream().allMatch(job -> job.state() == Job.State.DONE);
        return unharmed
                && seen.good()
                && (campaign.fault() != Fault.CLOCK_BACK
                        || wasSetBack(jobs) && !campaign.log().contains("took=-"));
    }

    /** A full disk is full for what runs beside, too. */
    private boolean isHitToo(Job job) {
        return campaign.fault() == Fault.DISK_FULL && job.cause() == Cause.DISK_FULL;
    }

    /** A later attempt that began an earlier time: the clock was really set. */
    private static boolean wasSetBack(List<Job> jobs) {
        Instant latest = Instant.MIN;
        for (Job job : jobs) {
            Instant started = Objects.requireNonNullElse(job.startedAt(), latest);
            if (started.plus(Duration.ofMinutes(30)).isBefore(latest)) {
                return true;
            }
            latest = started.isAfter(latest) ? started : latest;
        }
        return false;
    }

    private List<String> recorded(List<Job> jobs, List<Job> atFault) {
        if (!seen.words().isEmpty()) {
            return List.of(seen.words());
        }
        List<Job> told = campaign.fault().wanted().isPresent() ? atFault : jobs;
        Map<String, Long> counts = told.stream()
                .filter(job -> campaign.fault().wanted().isPresent() || job.cause() != null)
                .collect(Collectors.groupingBy(FaultOutcome::ending, TreeMap::new, Collectors.counting()));
        List<String> words = new ArrayList<>();
        counts.forEach((ending, times) -> words.add(ending + " x" + times));
        return words;
    }

    private static String ending(Job job) {
        return job.cause() == null ? job.state().name() : job.cause().name();
    }

    /** Candidates that came to no label although nothing was wrong with their runs. */
    private int lost(List<Job> jobs) {
        int planned = campaign.folder().configuration().config().candidates().count();
        int lost = 0;
        for (int id = 1; id <= planned; id++) {
            Subject candidate = Subject.candidate(id);
            List<Job> own =
                    jobs.stream().filter(job -> job.subject().equals(candidate)).toList();
            boolean labelled = own.stream().anyMatch(job -> job.step() == Step.LABEL && job.state() == Job.State.DONE);
            boolean victim = own.stream().anyMatch(job -> faults.containsKey(String.valueOf(job.token())));
            lost += labelled || victim ? 0 : 1;
        }
        return lost;
    }

    private static int broken(CampaignVerification verification) {
        return verification.found().broken().values().stream()
                        .mapToInt(List::size)
                        .sum()
                + verification.found().changed().size()
                + (verification.log().fault() == null ? 0 : 1);
    }

    private int orphans() throws InterruptedException {
        long patience = System.nanoTime() + ORPHANS_GONE.toNanos();
        List<Long> left = Subprocess.in(campaign.folder().dir());
        while (!left.isEmpty() && System.nanoTime() < patience) {
            Thread.sleep(50);
            left = Subprocess.in(campaign.folder().dir());
        }
        return left.size();
    }

    private @org.jspecify.annotations.Nullable Double seconds(List<Job> atFault) {
        if (!seen.words().isEmpty()) {
            return seen.seconds();
        }
        List<Double> all = atFault.stream()
                .filter(job -> job.endedAt() != null)
                .map(job -> Objects.requireNonNull(job.endedAt()).toEpochMilli() / 1000.0
                        - Objects.requireNonNull(faults.get(job.claimedToken())))
                .sorted()
                .toList();
        return all.isEmpty() ? null : all.get(all.size() / 2);
    }
}
