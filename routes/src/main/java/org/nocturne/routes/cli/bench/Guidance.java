package org.nocturne.routes.cli.bench;

import java.util.Arrays;
import java.util.List;
import org.nocturne.core.port.Forces;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.misfit.DifferentiableMisfit;
import org.nocturne.generator.misfit.ReducedChiSquare;
import org.nocturne.generator.scattering.DifferentiableObservable;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;

/**
 * Forces that also pull each configuration by itself towards a pattern, which is the mean of an ensemble and fits no single member of it. The
 * pull is that of the posterior, kB T chi2/2, times a strength; at strength 1 it is the weight of the measurement, far above that the
 * pattern's spread collapses.
 */
final class Guidance implements Forces {
    private static final double FIRST_Q = 1.5;
    private static final double LAST_Q = 5;
    private static final int POINTS = 71;
    private static final double FWHM = 0.15;
    private static final double NOISE = 0.015;

    private final Forces code;
    private final Structure inherent;
    private final DifferentiableObservable observable;
    private final DifferentiableMisfit misfit;
    private final double weightEv;

    /** @param ensemble whose mean pattern, with an error of 1.5 %, is pulled towards */
    Guidance(Forces code, Structure inherent, List<Structure> ensemble, Kelvin temperature, double strength) {
        this.code = code;
        this.inherent = inherent;
        double[] q = new double[POINTS];
        Arrays.setAll(q, k -> FIRST_Q + (LAST_Q - FIRST_Q) * k / (POINTS - 1));
        observable = Patterns.observable(PatternSettings.crystal(Radiation.XRAY, Resolution.constantFwhm(FWHM), q));
        double[] mean = new double[POINTS];
        for (Structure structure : ensemble) {
            double[] one = observable.intensity(structure);
            Arrays.setAll(mean, k -> mean[k] + one[k] / ensemble.size());
        }
        double largest = Arrays.stream(mean).max().orElseThrow();
        double[] sigma =
                Arrays.stream(mean).map(i -> NOISE * (i + 0.01 * largest)).toArray();
        misfit = new ReducedChiSquare(new Spectrum(q, mean, sigma), Adjustment.NONE);
        weightEv = strength * temperature.energyEv() * POINTS / 2;
    }

    @Override
    public Evaluation at(double[] displacementsAngstrom) {
        double[] forces = code.at(displacementsAngstrom).forcesEvPerAngstrom();
        double[] slope = misfit.gradient(observable, inherent.displaced(displacementsAngstrom));
        for (int k = 0; k < forces.length; k++) {
            forces[k] -= weightEv * slope[k];
        }
        return new Evaluation(Double.NaN, forces);
    }

    @Override
    public boolean hasEnergy() {
        return false;
    }

    /** The forces of the code are not this one's to close. */
    @Override
    public void close() {}
}
