package org.nocturne.routes.cli.bench.night;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * When a night ends, and when its runners die.
 *
 * @param begin of it
 * @param deadline a whole minute, as a person would give it
 * @param kills in their order
 */
record NightPlan(ZonedDateTime begin, ZonedDateTime deadline, List<Kill> kills) {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** No runner dies in the first and in the last part of the night, so that there is something to lose and to go on with. */
    private static final double MARGIN = 0.05;

    /**
     * One death.
     *
     * @param tree all that works in the folder dies too, as when the machine goes down
     */
    record Kill(ZonedDateTime at, boolean tree) {
        String inWords() {
            return (tree ? "the runner and all that it had started" : "the runner alone") + " at "
                    + at.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /**
     * A night of at least so many minutes.
     *
     * @param seed of the moments; of the deaths the runner alone dies first, then all, and so on
     * @throws IllegalArgumentException unless it has between a minute and 23 hours
     */
    static NightPlan of(ZonedDateTime begin, int minutes, int kills, long seed) {
        if (minutes < 1 || minutes > 23 * 60 || kills < 0) {
            throw new IllegalArgumentException("a night of " + minutes + " minutes with " + kills
                    + " kills; wanted are 1 to 1380 minutes and no fewer kills than 0");
        }
        ZonedDateTime deadline =
                begin.plusMinutes(minutes).plus(59_999, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.MINUTES);
        double seconds = Duration.between(begin, deadline).toMillis() / 1000.0;
        double[] moments = new Random(seed)
                .doubles(kills, MARGIN * seconds, (1 - MARGIN) * seconds)
                .sorted()
                .toArray();
        List<Kill> planned = IntStream.range(0, kills)
                .mapToObj(k -> new Kill(begin.plus(Math.round(1000 * moments[k]), ChronoUnit.MILLIS), k % 2 == 1))
                .toList();
        return new NightPlan(begin, deadline, planned);
    }

    /** As {@code --until} takes it. */
    String until() {
        return TIME_OF_DAY.format(LocalTime.from(deadline));
    }
}
