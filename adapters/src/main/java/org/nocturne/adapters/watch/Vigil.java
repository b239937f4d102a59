package org.nocturne.adapters.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Judges one run by looks at it, of which it keeps those of the last while. A run is silent when its work directory does not change, and
 * idle when it uses next to no processor time. Silent and idle, it hangs; a program that computes and says nothing for long does not.
 */
public final class Vigil {
    /** Less is what a process uses that waits for something that never comes, and looks now and then whether it has. */
    static final double IDLE = 0.01;

    /** A run that would need so many times what it may ever have is not one that is merely slow. */
    static final double NEVER = 3;

    private final Duration patience;
    private final Deque<Sample> looks = new ArrayDeque<>();
    private Optional<Sample> first = Optional.empty();

    /** @param patience how long a run may be silent and idle */
    public Vigil(Duration patience) {
        this.patience = patience;
    }

    /** A look, later than all before. */
    public void look(Sample now) {
        first = first.or(() -> Optional.of(now));
        looks.addLast(now);
        while (looks.size() > 2 && now.since(second()).compareTo(patience) >= 0) {
            looks.removeFirst();
        }
    }

    /** Forgets all looks: the run waits for its turn, or was suspended. */
    public void begin() {
        looks.clear();
        first = Optional.empty();
    }

    private Sample second() {
        var all = looks.iterator();
        all.next();
        return all.next();
    }

    /** What was seen of a run that hangs; empty where it does not, or cannot be said to yet. */
    public Optional<String> hangs() {
        if (!isLongEnough() || !looks.getFirst().output().equals(looks.getLast().output()) || isBusy()) {
            return Optional.empty();
        }
        Output output = looks.getLast().output();
        String last = output.newest().isEmpty() ? "" : ", last into " + output.newest();
        return Optional.of("nothing was written for " + inWords(span()) + last + " (" + output.bytes()
                + " bytes in all), and "
                + used().map(used -> "it used " + used.toMillis() / 1000.0 + " s of processor time meanwhile")
                        .orElse("whether it computes cannot be seen from here"));
    }

    /**
     * What was seen of a run that can never come to its end in time.
     *
     * @param fraction done of the whole, as its code says it; empty where that says nothing
     * @param usualBytes output of runs of its kind that have come to their end; empty where there is none
     * @param longest time that any attempt at it may ever have
     */
    public Optional<String> drips(OptionalDouble fraction, OptionalLong usualBytes, Duration longest) {
        if (!isLongEnough()) {
            return Optional.empty();
        }
        Duration age = looks.getLast().since(first.orElseThrow());
        if (fraction.isPresent() && fraction.getAsDouble() > 0) {
            double needed = age.toNanos() / fraction.getAsDouble();
            return needed <= NEVER * longest.toNanos()
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "%.2g %% of it was done in %s: it would need %s, and no attempt may have more than %s",
                            100 * fraction.getAsDouble(),
                            inWords(age),
                            inWords(Duration.ofNanos((long) needed)),
                            inWords(longest)));
        }
        boolean isYoung =
                age.compareTo(patience.multipliedBy(2)) < 0; // what it wrote when it began may be its last word
        return isYoung || used().isEmpty() || isBusy() || usualBytes.isEmpty()
                ? Optional.empty()
                : tricklesTowards(usualBytes.getAsLong(), longest);
    }

    private Optional<String> tricklesTowards(long usualBytes, Duration longest) {
        long there = looks.getLast().output().bytes();
        long grown = there - looks.getFirst().output().bytes();
        double everBytes = there + grown * (NEVER * longest.toNanos() / span().toNanos());
        return everBytes >= usualBytes
                ? Optional.empty()
                : Optional.of("it wrote " + grown + " bytes in " + inWords(span()) + " and used "
                        + used().orElseThrow().toMillis() / 1000.0 + " s of processor time: it would not come to the "
                        + usualBytes + " bytes of those that have ended within " + NEVER + " times " + inWords(longest)
                        + ", the most that any attempt may have");
    }

    /** Whether it was looked at for as long as patience lasts, so that anything can be said of it. */
    public boolean isLongEnough() {
        return looks.size() > 1 && span().compareTo(patience) >= 0;
    }

    private Duration span() {
        return looks.getLast().since(looks.getFirst());
    }

    /** Over the looks that are kept; empty where it is not known. */
    private Optional<Duration> used() {
        return looks.getLast()
                .processor()
                .flatMap(now -> looks.getFirst().processor().map(now::minus));
    }

    /** What has become less was forgotten with a process that has ended: something happens. */
    private boolean isBusy() {
        return used().filter(used -> used.isNegative() || used.toNanos() >= IDLE * span().toNanos())
                .isPresent();
    }

    private static String inWords(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 6000
                ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
