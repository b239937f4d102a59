package org.nocturne.routes.cli.step;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.spectrum.Spectrum;
import picocli.CommandLine.Option;

/** What of the S(q) of a disordered target is used, and its errors where it states none. */
final class TargetOptions {
    @Option(
            names = "--q-range",
            paramLabel = "LOW:HIGH",
            description = "Of S(q): the part of the target that is compared, 1/angstrom; default: all of it.")
    private @Nullable String qRange;

    @Option(
            names = "--error",
            paramLabel = "SIGMA",
            description = "Of S(q): standard error of every point of a target that states none.")
    private @Nullable Double sigma;

    /** @throws IllegalArgumentException if no point is left, or no error is known */
    Spectrum of(Spectrum measured) {
        return withErrors(cropped(measured));
    }

    private Spectrum cropped(Spectrum measured) {
        if (qRange == null) {
            return measured;
        }
        String[] ends = qRange.split(":", -1);
        try {
            return measured.within(Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--q-range is '" + qRange + "'; wanted is LOW:HIGH, such as 0.5:9", e);
        }
    }

    private Spectrum withErrors(Spectrum bare) {
        if (bare.hasSigma()) {
            return bare;
        }
        if (sigma == null || !(sigma > 0)) {
            throw new IllegalArgumentException(
                    "the target states no errors; --error is " + sigma + ", a standard error above 0 is wanted");
        }
        double[] all = new double[bare.size()];
        Arrays.fill(all, sigma);
        return new Spectrum(bare.qPerAngstrom(), bare.intensity(), all);
    }
}
