package org.nocturne.routes.cli.step;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nocturne.core.structure.Kelvin;

/** One seed for each piece of work, from one that a person gave: equal seeds would make copies out of independent runs. */
public record Seeds(long seed) {

    /** The seed of the piece with this index, whatever came before it. */
    public long at(int index) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index).nextLong() & Long.MAX_VALUE;
    }

    /** Seeds of a temperature, independent of those of another. */
    public Seeds of(Kelvin temperature) {
        return new Seeds(new SplittableRandom(seed ^ Double.doubleToLongBits(temperature.value())).nextLong());
    }

    /** The random numbers of that piece (LXM, Steele and Vigna 2021). */
    public RandomGenerator generator(int index) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(at(index));
    }
}
