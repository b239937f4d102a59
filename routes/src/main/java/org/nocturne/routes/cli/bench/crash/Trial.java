package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.nocturne.routes.cli.bench.crash.Finding.Kind;
import org.nocturne.routes.cli.bench.crash.Life.End;

/** One campaign that is killed until it is finished. After each death it is examined, and resumed by the command that a person types. */
final class Trial {
    private final CrashCampaign campaign;
    private final Class<?> main;
    private final Path dir;
    private final BiConsumer<Death, End> told;
    private final Inquest inquest;
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
        this.inquest = new Inquest(campaign);
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
                inquest.found(Kind.REFUSED, where(death), end + ": " + Inquest.lastLines(output));
                return inquest.findings();
            }
            if (end == End.ENDED
                    && left.filter(e -> e.state().equals("finished")).isPresent()) {
                inquest.complete(left.orElseThrow(), where(death));
                return inquest.findings();
            }
        }
    }

    private Optional<Examination> examine(Death death) throws IOException {
        Optional<Examination> left = Examination.of(campaign.folder(), dir.resolve("copy"));
        if (left.isEmpty()) {
            if (!labels.isEmpty()) {
                inquest.found(Kind.LOST, where(death), "the whole store");
            }
            return left;
        }
        Examination seen = left.get();
        inquest.sound(seen, where(death));
        labels.forEach((label, energy) -> {
            Double now = seen.labels().get(label);
            if (!energy.equals(now)) {
                inquest.found(Kind.LOST, where(death), label + " was " + energy + ", is " + now);
            }
        });
        labels.putAll(seen.labels());
        campaign.witness().noteDead(seen.alive());
        return left;
    }

    private String where(Death death) {
        return "life " + lives + " (" + death.inWords() + ")";
    }
}
