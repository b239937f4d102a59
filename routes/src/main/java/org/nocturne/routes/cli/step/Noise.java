package org.nocturne.routes.cli.step;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nocturne.core.spectrum.Spectrum;

/**
 * Gaussian noise of a stated relative size, for synthetic targets. Points weaker than a share of the maximum get the error of that share,
 * because an error of zero would be an infinite weight.
 */
record Noise(double relative, double floor, long seed) {
    Noise {
        if (!(floor > 0 && floor <= 1)) {
            throw new IllegalArgumentException(
                    "--noise-floor is " + floor + "; a number above 0 and up to 1 is wanted");
        }
        if (!(relative > 0 && relative < 1)) {
            throw new IllegalArgumentException("--noise is " + relative + "; a number between 0 and 1 is wanted");
        }
    }

    Spectrum on(Spectrum clean) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] intensity = clean.intensity();
        double max = 0;
        for (double value : intensity) {
            max = Math.max(max, Math.abs(value));
        }
        double[] sigma = new double[intensity.length];
        for (int k = 0; k < intensity.length; k++) {
            sigma[k] = relative * Math.max(Math.abs(intensity[k]), floor * max);
            intensity[k] += sigma[k] * random.nextGaussian();
        }
        return new Spectrum(clean.qPerAngstrom(), intensity, sigma);
    }
}
