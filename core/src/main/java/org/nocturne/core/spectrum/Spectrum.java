package org.nocturne.core.spectrum;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Intensity over q on a strictly rising grid, with a standard error per point where the measurement states one.
 *
 * @param qPerAngstrom q in 1/angstrom, n points
 * @param intensity n values
 * @param sigma n standard errors, or none at all
 */
public record Spectrum(double[] qPerAngstrom, double[] intensity, double[] sigma) {

    public Spectrum {
        if (qPerAngstrom.length == 0) {
            throw new IllegalArgumentException("spectrum has no points");
        }
        if (qPerAngstrom.length != intensity.length) {
            throw new IllegalArgumentException(
                    "spectrum has " + qPerAngstrom.length + " q points but " + intensity.length + " intensities");
        }
        if (sigma.length != 0 && sigma.length != intensity.length) {
            throw new IllegalArgumentException(
                    "spectrum has " + intensity.length + " intensities but " + sigma.length + " standard errors");
        }
        for (int k = 0; k < qPerAngstrom.length; k++) {
            if (!(qPerAngstrom[k] >= 0) || (k > 0 && !(qPerAngstrom[k] > qPerAngstrom[k - 1]))) {
                throw new IllegalArgumentException("q of point " + (k + 1) + " is " + qPerAngstrom[k]
                        + "; q must rise strictly and not be negative");
            }
            if (!Double.isFinite(intensity[k])) {
                throw new IllegalArgumentException("intensity of point " + (k + 1) + " is " + intensity[k]);
            }
            if (sigma.length != 0 && !(sigma[k] > 0 && Double.isFinite(sigma[k]))) {
                throw new IllegalArgumentException(
                        "standard error of point " + (k + 1) + " is " + sigma[k] + "; it must be above 0");
            }
        }
        qPerAngstrom = qPerAngstrom.clone();
        intensity = intensity.clone();
        sigma = sigma.clone();
    }

    /** A spectrum without stated errors. */
    public static Spectrum of(double[] qPerAngstrom, double[] intensity) {
        return new Spectrum(qPerAngstrom, intensity, new double[0]);
    }

    @Override
    public double[] qPerAngstrom() {
        return qPerAngstrom.clone();
    }

    @Override
    public double[] intensity() {
        return intensity.clone();
    }

    /** Standard errors, or an empty array where none are stated. */
    @Override
    public double[] sigma() {
        return sigma.clone();
    }

    /**
     * The points within a range of q, both ends included.
     *
     * @throws IllegalArgumentException if none is
     */
    public Spectrum within(double lowPerAngstrom, double highPerAngstrom) {
        int[] kept = IntStream.range(0, qPerAngstrom.length)
                .filter(k -> qPerAngstrom[k] >= lowPerAngstrom && qPerAngstrom[k] <= highPerAngstrom)
                .toArray();
        if (kept.length == 0) {
            throw new IllegalArgumentException("no point of the spectrum lies between " + lowPerAngstrom + " and "
                    + highPerAngstrom + " 1/angstrom");
        }
        return new Spectrum(
                Arrays.stream(kept).mapToDouble(k -> qPerAngstrom[k]).toArray(),
                Arrays.stream(kept).mapToDouble(k -> intensity[k]).toArray(),
                hasSigma() ? Arrays.stream(kept).mapToDouble(k -> sigma[k]).toArray() : new double[0]);
    }

    public boolean hasSigma() {
        return sigma.length != 0;
    }

    public int size() {
        return qPerAngstrom.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spectrum that
                && Arrays.equals(qPerAngstrom, that.qPerAngstrom)
                && Arrays.equals(intensity, that.intensity)
                && Arrays.equals(sigma, that.sigma);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(qPerAngstrom) + Arrays.hashCode(intensity);
    }

    @Override
    public String toString() {
        return "Spectrum[" + size() + " points, q " + qPerAngstrom[0] + " to " + qPerAngstrom[size() - 1]
                + " 1/angstrom" + (hasSigma() ? ", with errors]" : "]");
    }
}
