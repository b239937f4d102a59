package org.nocturne.routes.cli.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.generator.conditioning.PatternSample;
import org.nocturne.generator.misfit.RStructureFactor;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;

/**
 * The structure factors S(q) of a liquid's replicas on the grid of a target. Frames of a replica know of each other, replicas do not: the
 * mean over a replica is one configuration of the sample.
 */
final class ReplicaPatterns {
    /** What is made smooth in T is S + 1, which is above 0 where S of a finite cut-off is a little below. */
    static final double OFFSET = 1;

    private final Structure start;
    private final double rMaxAngstrom;
    private final List<PatternSample> samples = new ArrayList<>();

    /**
     * Computes them.
     *
     * @param step after each replica
     * @throws IllegalArgumentException if the folder is no complete reference of a liquid at two temperatures or more, with two
     *     replicas or more
     */
    ReplicaPatterns(ReferenceFolder folder, Radiation radiation, double[] qPerAngstrom, Runnable step) {
        ReferenceManifest manifest = folder.complete();
        if (manifest.plan().heatToK() == null
                || manifest.plan().temperaturesK().size() < 2
                || manifest.plan().replicas() < 2) {
            throw new IllegalArgumentException(
                    "--replicas names " + manifest.plan()
                            + "; wanted is a liquid (nocturne reference --heat-to), at two temperatures at least, two replicas each");
        }
        start = folder.inherent(manifest).structure();
        rMaxAngstrom = start.cell().halfSmallestHeight();
        Observable observable = Patterns.observable(PatternSettings.disordered(radiation, rMaxAngstrom, qPerAngstrom));
        for (double kelvin : manifest.plan().temperaturesK().stream().sorted().toList()) {
            List<double[]> patterns = new ArrayList<>();
            for (ReferenceManifest.Run run : manifest.runs()) {
                if (run.temperatureK() == kelvin) {
                    patterns.add(mean(folder.frames(run), observable));
                    step.run();
                }
            }
            samples.add(new PatternSample(Kelvin.of(kelvin), patterns));
        }
    }

    private static double[] mean(List<Frame> frames, Observable observable) {
        double[] sum = new double[0];
        for (Frame frame : frames) {
            double[] one = observable.intensity(frame.structure());
            sum = sum.length == 0 ? new double[one.length] : sum;
            for (int k = 0; k < one.length; k++) {
                sum[k] += (one[k] + OFFSET) / frames.size();
            }
        }
        return sum;
    }

    /** Of S + 1. */
    List<PatternSample> samples() {
        return samples;
    }

    /** How far points of the grid see the same pairs: twice the period of the longest of them. */
    double correlationPerAngstrom() {
        return 2 * 2 * Math.PI / rMaxAngstrom;
    }

    /** The target as it is compared: S + 1. */
    static Spectrum offset(Spectrum target) {
        double[] s = target.intensity();
        for (int k = 0; k < s.length; k++) {
            s[k] += OFFSET;
        }
        return new Spectrum(target.qPerAngstrom(), s, target.sigma());
    }

    /** R(S-1) of the replicas against the target, one line for each temperature, and what is assumed. */
    List<String> describe(Spectrum target) {
        RStructureFactor misfit = new RStructureFactor(target, 0, Double.POSITIVE_INFINITY);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "replicas: %d atoms at %.5f per cubic angstrom at every temperature, pairs to %.2f angstrom, no window",
                start.size(),
                start.numberDensity(),
                rMaxAngstrom));
        for (PatternSample sample : samples) {
            double[] mean = sample.mean();
            for (int k = 0; k < mean.length; k++) {
                mean[k] -= OFFSET;
            }
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s: R(S-1) %.2f %%, mean of %d replicas",
                    sample.temperature(),
                    100 * misfit.of(mean),
                    sample.patterns().size()));
        }
        return lines;
    }
}
