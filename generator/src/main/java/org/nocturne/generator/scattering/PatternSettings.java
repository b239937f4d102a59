package org.nocturne.generator.scattering;

import java.util.Arrays;
import org.nocturne.core.spectrum.Radiation;

/**
 * Everything that fixes a pattern but the structure. Begin with {@link #cluster}, {@link #crystal} or {@link #disordered} and change
 * what differs.
 *
 * @param qPerAngstrom the grid, strictly rising
 * @param resolution Gaussian width over q; a width that varies is possible for k-points only
 * @param rMaxAngstrom cut-off of PAIRS; the other methods ignore it
 * @param window end of the pairs in PAIRS; the other methods ignore it
 * @param normalisation of PAIRS; the other methods ignore it
 * @param bIsoSquareAngstrom Debye-Waller B of all atoms; 0 where the structures are thermal themselves
 * @param binAngstrom width of the histogram in BINNED and PAIRS
 */
public record PatternSettings(
        Radiation radiation,
        ScatteringMethod method,
        double[] qPerAngstrom,
        Resolution resolution,
        double rMaxAngstrom,
        Window window,
        Normalisation normalisation,
        double bIsoSquareAngstrom,
        double binAngstrom) {

    public PatternSettings {
        if (qPerAngstrom.length == 0) {
            throw new IllegalArgumentException("pattern has no q points");
        }
        for (int k = 0; k < qPerAngstrom.length; k++) {
            if (!(qPerAngstrom[k] >= 0)
                    || Double.isInfinite(qPerAngstrom[k])
                    || (k > 0 && qPerAngstrom[k] <= qPerAngstrom[k - 1])) {
                throw new IllegalArgumentException("q of point " + (k + 1) + " is " + qPerAngstrom[k]
                        + "; q must be finite, not negative, and rise strictly");
            }
        }
        if (!(bIsoSquareAngstrom >= 0)) {
            throw new IllegalArgumentException(
                    "B is " + bIsoSquareAngstrom + " square angstrom; it must not be below 0");
        }
        if (!(binAngstrom > 0)) {
            throw new IllegalArgumentException("bin is " + binAngstrom + " angstrom; it must be above 0");
        }
        if (method == ScatteringMethod.PAIRS && !(rMaxAngstrom > 0 && rMaxAngstrom < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "pair cut-off is " + rMaxAngstrom + " angstrom; PAIRS needs one that is finite and above 0");
        }
        if (method != ScatteringMethod.KPOINTS && !(resolution instanceof ConstantResolution)) {
            throw new IllegalArgumentException(
                    method + " takes one width for all q; a width that varies with q needs KPOINTS");
        }
        qPerAngstrom = qPerAngstrom.clone();
    }

    /** A molecule or cluster seen by a perfect instrument; binned, which few can tell from exact. */
    public static PatternSettings cluster(Radiation radiation, double... qPerAngstrom) {
        return new PatternSettings(
                radiation,
                ScatteringMethod.BINNED,
                qPerAngstrom,
                Resolution.constantSigma(0),
                Double.POSITIVE_INFINITY,
                Window.NONE,
                Normalisation.MEAN_OF_SQUARE,
                0,
                BinnedDebye.DEFAULT_BIN_ANGSTROM);
    }

    /** A crystal in a periodic cell. */
    public static PatternSettings crystal(Radiation radiation, Resolution resolution, double... qPerAngstrom) {
        return cluster(radiation, qPerAngstrom)
                .withMethod(ScatteringMethod.KPOINTS)
                .withResolution(resolution);
    }

    /** A liquid or glass: pairs to rMax without a window, Faber-Ziman. */
    public static PatternSettings disordered(Radiation radiation, double rMaxAngstrom, double... qPerAngstrom) {
        return new PatternSettings(
                radiation,
                ScatteringMethod.PAIRS,
                qPerAngstrom,
                Resolution.constantSigma(0),
                rMaxAngstrom,
                Window.NONE,
                Normalisation.SQUARE_OF_MEAN,
                0,
                BinnedDebye.DEFAULT_BIN_ANGSTROM);
    }

    public PatternSettings withMethod(ScatteringMethod other) {
        return new PatternSettings(
                radiation,
                other,
                qPerAngstrom,
                resolution,
                rMaxAngstrom,
                window,
                normalisation,
                bIsoSquareAngstrom,
                binAngstrom);
    }

    public PatternSettings withResolution(Resolution other) {
        return new PatternSettings(
                radiation,
                method,
                qPerAngstrom,
                other,
                rMaxAngstrom,
                window,
                normalisation,
                bIsoSquareAngstrom,
                binAngstrom);
    }

    public PatternSettings withWindow(Window other) {
        return new PatternSettings(
                radiation,
                method,
                qPerAngstrom,
                resolution,
                rMaxAngstrom,
                other,
                normalisation,
                bIsoSquareAngstrom,
                binAngstrom);
    }

    public PatternSettings withNormalisation(Normalisation other) {
        return new PatternSettings(
                radiation,
                method,
                qPerAngstrom,
                resolution,
                rMaxAngstrom,
                window,
                other,
                bIsoSquareAngstrom,
                binAngstrom);
    }

    public PatternSettings withBIso(double squareAngstrom) {
        return new PatternSettings(
                radiation,
                method,
                qPerAngstrom,
                resolution,
                rMaxAngstrom,
                window,
                normalisation,
                squareAngstrom,
                binAngstrom);
    }

    @Override
    public double[] qPerAngstrom() {
        return qPerAngstrom.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatternSettings that
                && radiation == that.radiation
                && method == that.method
                && Arrays.equals(qPerAngstrom, that.qPerAngstrom)
                && resolution.equals(that.resolution)
                && rMaxAngstrom == that.rMaxAngstrom
                && window == that.window
                && normalisation == that.normalisation
                && bIsoSquareAngstrom == that.bIsoSquareAngstrom
                && binAngstrom == that.binAngstrom;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(qPerAngstrom) + method.hashCode();
    }

    @Override
    public String toString() {
        return "PatternSettings[" + radiation + ", " + method + ", " + qPerAngstrom.length + " q from "
                + qPerAngstrom[0] + " to " + qPerAngstrom[qPerAngstrom.length - 1] + " 1/angstrom]";
    }
}
