package org.nocturne.routes.cli.bench.crash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.routes.cli.bench.crash.Death.Way;

/** The deaths of a proof, by its seed: every crash point in every way before any comes again, and as many at random moments. */
final class Deaths {
    /** Reached by the first runner of a campaign alone. */
    private static final Set<CrashPoint> AT_THE_BEGINNING =
            EnumSet.of(CrashPoint.FOLDER_FILLED, CrashPoint.FOLDER_MADE, CrashPoint.STORE_ASIDE, CrashPoint.STORE_MADE);
    /** Passed once or a few times by a runner. */
    private static final Set<CrashPoint> SELDOM = EnumSet.of(
            CrashPoint.CAMPAIGN_BEGUN,
            CrashPoint.SIGNED_IN,
            CrashPoint.PATTERNS_KEPT,
            CrashPoint.ROUND_JUDGED,
            CrashPoint.MODEL_WRITTEN,
            CrashPoint.MODEL_COMMITTED,
            CrashPoint.JOBS_ENDED,
            CrashPoint.CAMPAIGN_ENDED);

    private static final int MOST_PASSES = 6;

    private final Random random;
    private final Duration longest;
    private final Deque<Death> atTheBeginning = new ArrayDeque<>();
    private final Deque<Death> later = new ArrayDeque<>();
    private boolean atAPoint;

    /** @param longest life of a runner that dies at a random moment */
    Deaths(long seed, Duration longest) {
        this.random = new Random(seed);
        this.longest = longest;
    }

    /** Of a campaign's first runner; half of these end it before it has begun. */
    Optional<Death> atTheBeginning() {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        refill();
        return Optional.of(atTheBeginning.removeFirst());
    }

    Death next() {
        atAPoint = !atAPoint;
        if (!atAPoint) {
            return Death.after(moment(), Way.values()[1 + random.nextInt(2)]);
        }
        refill();
        return later.removeFirst();
    }

    private void refill() {
        if (atTheBeginning.isEmpty()) {
            atTheBeginning.addAll(shuffled(AT_THE_BEGINNING));
        }
        if (later.isEmpty()) {
            later.addAll(shuffled(EnumSet.complementOf(EnumSet.copyOf(AT_THE_BEGINNING))));
        }
    }

    private List<Death> shuffled(Set<CrashPoint> points) {
        List<Death> all = new ArrayList<>();
        for (CrashPoint point : points) {
            for (Way way : Way.values()) {
                int pass = SELDOM.contains(point) || AT_THE_BEGINNING.contains(point)
                        ? 1
                        : 1 + random.nextInt(MOST_PASSES);
                all.add(Death.at(point, pass, way, moment()));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private Duration moment() {
        return Duration.ofMillis(Math.round(longest.toMillis() * random.nextDouble()));
    }
}
