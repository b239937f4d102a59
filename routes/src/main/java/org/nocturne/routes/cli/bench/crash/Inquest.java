package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.learning.store.Invariant;
import org.nocturne.routes.cli.bench.crash.Finding.Kind;

/** What is held against one campaign: after each death what does not hold in what was left, in the end what is not there. */
final class Inquest {
    private static final Set<Invariant> NOTHING_TWICE = EnumSet.of(Invariant.ONE_LABEL, Invariant.DONE_ONCE);
    private static final Duration ORPHANS_GONE = Duration.ofSeconds(5);
    private static final int LINES_OF_A_REFUSAL = 5;

    private final CrashCampaign campaign;
    private final List<Finding> findings = new ArrayList<>();

    Inquest(CrashCampaign campaign) {
        this.campaign = campaign;
    }

    List<Finding> findings() {
        return findings;
    }

    /** @param where in which life, and how that ended */
    void found(Kind kind, String where, String what) {
        findings.add(new Finding(kind, campaign.dir().getFileName() + ", " + where + ": " + what));
    }

    /** The invariants of the store, the files that it names, and the log. */
    void sound(Examination seen, String where) {
        seen.verification().found().broken().forEach((invariant, rows) -> {
            Kind kind = NOTHING_TWICE.contains(invariant) ? Kind.DUPLICATED : Kind.BROKEN;
            rows.forEach(row -> found(kind, where, "not so: " + invariant.words() + ": " + row));
        });
        seen.verification().found().changed().forEach(file -> found(Kind.TORN, where, file));
        if (seen.verification().log().fault() != null) {
            found(Kind.LOST, where, "route.log: " + seen.verification().log().fault());
        }
    }

    /** Of a finished campaign: every candidate has its label, the log tells all, nothing runs on and nothing ran twice. */
    void complete(Examination seen, String where) throws IOException, InterruptedException {
        int planned = campaign.folder().configuration().config().candidates().count();
        int labelled = seen.states().getOrDefault("labelled", 0);
        for (int k = labelled; k < planned; k++) {
            found(Kind.LOST, where, "a candidate came to no label: " + seen.states());
        }
        if (seen.verification().log().lines() != seen.verification().log().events()) {
            found(Kind.LOST, where, "events that the log of a finished campaign does not tell");
        }
        if (!Files.exists(campaign.folder().report())) {
            found(Kind.LOST, where, "the report");
        }
        Copies.among(seen.jobs(), campaign.witness().runs()).forEach(copy -> found(Kind.SECOND_COPY, where, copy));
        long patience = System.nanoTime() + ORPHANS_GONE.toNanos();
        List<Long> left = Subprocess.in(campaign.folder().dir());
        while (!left.isEmpty() && System.nanoTime() < patience) {
            Thread.sleep(20);
            left = Subprocess.in(campaign.folder().dir());
        }
        left.forEach(pid -> found(Kind.ORPHAN, where, "process " + pid));
    }

    /** What a runner said before it ended. */
    static String lastLines(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_OF_A_REFUSAL), lines.size()));
    }
}
