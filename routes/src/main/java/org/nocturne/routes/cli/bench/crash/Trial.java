package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.learning.store.Invariant;
import org.nocturne.routes.cli.bench.crash.Finding.Kind;
import org.nocturne.routes.cli.bench.crash.Life.End;

/** One campaign that is killed until it is finished. After each death it is examined, and resumed by the command that a person types. */
final class Trial {
    private static final Set<Invariant> NOTHING_TWICE = EnumSet.of(Invariant.ONE_LABEL, Invariant.DONE_ONCE);
    private static final Duration ORPHANS_GONE = Duration.ofSeconds(5);
    private static final int LINES_OF_A_REFUSAL = 5;

    private final CrashCampaign campaign;
    private final Class<?> main;
    private final Path dir;
    private final BiConsumer<Death, End> told;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Double> labels = new HashMap<>();
    private int lives;

    /**
     * A campaign that has not begun.
     *
     * @param main the class of the command nocturne
     * @param told of each life as it has ended
     */
    Trial(CrashCampaign campaign, Class<?> main, BiConsumer<Death, End> told) {
        this.campaign = campaign;
        this.main = main;
        this.dir = campaign.dir();
        this.told = told;
    }

    /**
     * Kills it until it is finished, or could not go on.
     *
     * @param most kills; then it is left in peace
     */
    List<Finding> run(Deaths deaths, int most) throws IOException, InterruptedException {
        int kills = 0;
        Optional<Death> first = deaths.atTheBeginning();
        while (true) {
            Death death = kills < most ? first.orElseGet(deaths::next) : Death.never();
            first = Optional.empty();
            Path output = dir.resolve("life-" + ++lives + ".log");
            End end = Life.live(campaign.next(death, main), death, campaign, output);
            kills += end == End.KILLED ? 1 : 0;
            told.accept(death, end);
            Optional<Examination> left = examine(death);
            if (end == End.REFUSED || end == End.HUNG) {
                found(Kind.REFUSED, death, end + ": " + lastLines(output));
                return findings;
            }
            if (end == End.ENDED
                    && left.filter(e -> e.state().equals("finished")).isPresent()) {
                examineTheEnd(left.orElseThrow(), death);
                return findings;
            }
        }
    }

    private Optional<Examination> examine(Death death) throws IOException {
        Optional<Examination> left = Examination.of(campaign.folder(), dir.resolve("copy"));
        if (left.isEmpty()) {
            if (!labels.isEmpty()) {
                found(Kind.LOST, death, "the whole store");
            }
            return left;
        }
        Examination seen = left.get();
        seen.verification().found().broken().forEach((invariant, rows) -> {
            Kind kind = NOTHING_TWICE.contains(invariant) ? Kind.DUPLICATED : Kind.BROKEN;
            rows.forEach(row -> found(kind, death, "not so: " + invariant.words() + ": " + row));
        });
        seen.verification().found().changed().forEach(file -> found(Kind.TORN, death, file));
        if (seen.verification().log().fault() != null) {
            found(Kind.LOST, death, "route.log: " + seen.verification().log().fault());
        }
        labels.forEach((label, energy) -> {
            if (!energy.equals(seen.labels().get(label))) {
                found(
                        Kind.LOST,
                        death,
                        label + " was " + energy + ", is " + seen.labels().get(label));
            }
        });
        labels.putAll(seen.labels());
        campaign.witness().noteDead(seen.alive(), seconds());
        return left;
    }

    private void examineTheEnd(Examination seen, Death death) throws IOException, InterruptedException {
        int planned = campaign.folder().configuration().config().candidates().count();
        int labelled = seen.states().getOrDefault("labelled", 0);
        for (int k = labelled; k < planned; k++) {
            found(Kind.LOST, death, "a candidate came to no label: " + seen.states());
        }
        if (seen.verification().log().lines() != seen.verification().log().events()) {
            found(Kind.LOST, death, "events that the log of a finished campaign does not tell");
        }
        if (!Files.exists(campaign.folder().report())) {
            found(Kind.LOST, death, "the report");
        }
        Copies.among(seen.jobs(), campaign.witness().runs()).forEach(copy -> found(Kind.SECOND_COPY, death, copy));
        long patience = System.nanoTime() + ORPHANS_GONE.toNanos();
        List<Long> left = Subprocess.in(campaign.folder().dir());
        while (!left.isEmpty() && System.nanoTime() < patience) {
            Thread.sleep(20);
            left = Subprocess.in(campaign.folder().dir());
        }
        left.forEach(pid -> found(Kind.ORPHAN, death, "process " + pid));
    }

    private void found(Kind kind, Death death, String what) {
        findings.add(new Finding(kind, dir.getFileName() + ", life " + lives + " (" + death.inWords() + "): " + what));
    }

    private static String lastLines(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_OF_A_REFUSAL), lines.size()));
    }

    private static double seconds() {
        Instant now = Instant.now();
        return now.getEpochSecond() + 1e-9 * now.getNano();
    }
}
