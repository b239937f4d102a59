package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.routes.cli.bench.crash.Death.Way;
import org.nocturne.routes.cli.bench.crash.Finding.Kind;
import org.nocturne.routes.cli.bench.crash.Life.End;
import org.nocturne.routes.cli.bench.crash.PowerCut.Disk;

/** One campaign whose machine loses its power until it is finished: all processes die at once, files are torn, and a person types resume. */
final class PowerTrial {
    private static final Duration SHORTEST = Duration.ofSeconds(4);

    private final CrashCampaign campaign;
    private final Class<?> main;
    private final Disk disk;
    private final Random random;
    private final Consumer<String> told;
    private final Inquest inquest;
    private final Map<String, Step> done = new HashMap<>();
    private final PowerCount count = new PowerCount();
    private int lives;

    /** @param told of each cut */
    PowerTrial(CrashCampaign campaign, Class<?> main, Disk disk, Random random, Consumer<String> told) {
        this.campaign = campaign;
        this.main = main;
        this.disk = disk;
        this.random = random;
        this.told = told;
        this.inquest = new Inquest(campaign);
    }

    List<Finding> findings() {
        return inquest.findings();
    }

    /**
     * Cuts its power until it is finished, or tells why it cannot go on.
     *
     * @param most cuts; then it is left in peace
     * @param longest life
     */
    PowerCount run(int most, Duration longest) throws IOException, InterruptedException {
        while (true) {
            Death death = count.cuts() < most ? Death.after(moment(longest), Way.TREE) : Death.never();
            Path output = campaign.dir().resolve("life-" + ++lives + ".log");
            Instant began = Instant.now();
            End end = Life.live(campaign.next(death, main), death, campaign, output);
            if (end == End.REFUSED || end == End.HUNG) {
                refused(end, output);
                return counted();
            }
            if (end == End.ENDED || hasLed(began)) {
                Examination left = Examination.of(
                                campaign.folder(), campaign.dir().resolve("copy"))
                        .orElseThrow();
                examine(left, where(death));
                if (end == End.ENDED) {
                    inquest.complete(left, where(death));
                    return counted();
                }
            }
            cut();
        }
    }

    /** Before that it may not have mended yet what the last cut has torn. */
    private boolean hasLed(Instant began) throws IOException {
        Path sign = campaign.folder().dir().resolve("heartbeat.json");
        return Files.exists(sign) && Files.getLastModifiedTime(sign).toInstant().isAfter(began);
    }

    private PowerCount counted() throws IOException {
        try (Stream<Path> files = Files.list(campaign.folder().dir())) {
            count.restored((int)
                    files.filter(file -> file.toString().contains(".torn-")).count());
        }
        return count;
    }

    private Duration moment(Duration longest) {
        return SHORTEST.plusMillis(
                Math.round(random.nextDouble() * longest.minus(SHORTEST).toMillis()));
    }

    private void cut() throws IOException {
        if (!campaign.folder().exists()) {
            return; // it died before there was anything to tear
        }
        List<String> cuts = new PowerCut(campaign.folder().dir(), random, disk).now();
        count.cut(cuts.size());
        Files.write(
                campaign.dir().resolve("cuts.log"),
                List.of("life " + lives + ": " + cuts),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        told.accept(campaign.dir().getFileName() + ", life " + lives + ": " + cuts.size() + " files torn");
    }

    /** What is there before the next cut: what was done before the last one and is not any more was lost by it, and is done again. */
    private void examine(Examination seen, String where) throws IOException {
        inquest.sound(seen, where);
        Map<String, Step> now = new HashMap<>();
        for (Job job : seen.jobs()) {
            if (job.state() == Job.State.DONE) {
                now.put(job.claimedToken(), job.step());
            }
        }
        done.forEach((token, step) -> {
            if (!now.containsKey(token)) {
                count.again(step);
            }
        });
        done.clear();
        done.putAll(now);
        campaign.witness().noteDead(seen.alive());
    }

    /** A file that is torn although it was synced, and no backup from before it: the runner says so and ends. */
    private void refused(End end, Path output) throws IOException {
        String said = Inquest.lastLines(output);
        boolean named =
                said.contains("no backup of it that holds") || said.contains("has changed since it was recorded");
        if (end == End.REFUSED && disk == Disk.LYING && named) {
            count.told();
            return;
        }
        inquest.found(Kind.REFUSED, "life " + lives, end + ": " + said);
    }

    private String where(Death death) {
        return "life " + lives + " (" + death.inWords() + ")";
    }
}
