package org.nocturne.routes.cli.step;

import java.util.SplittableRandom;

/** One seed for each piece of work, from one that a person gave: equal seeds would make copies out of independent runs. */
public record Seeds(long seed) {

    /** The seed of the piece with this index, whatever came before it. */
    public long at(int index) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index).nextLong() & Long.MAX_VALUE;
    }
}
