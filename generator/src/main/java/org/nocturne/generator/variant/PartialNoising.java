package org.nocturne.generator.variant;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * A variant of a structure: noise of a chosen size is put on it and taken away again by a denoiser in steps (Meng et al., SDEdit, ICLR
 * 2022). Little noise gives the parent back, much noise something of the kind that the denoiser has learned. From noise s to s' < s
 *
 * <p>x' = x0 + sqrt(s'^2 - c^2) eps + c z, x0 = x - s eps, c = eta s' sqrt(1 - s'^2/s^2)
 *
 * <p>with z fresh normal noise (Song, Meng and Ermon, ICLR 2021, equations 12 and 16, for variance-exploding noise): eta = 0 is
 * deterministic, eta = 1 ancestral sampling. No step moves the centre of the atoms.
 */
public final class PartialNoising {
    /** Share of the noise that is made anew in each step: what served amorphous silicon best. */
    public static final double CHURN = 0.7;

    public static final int STEPS = 40;

    private final Denoiser denoiser;
    private final double churn;
    private final int steps;

    /** @param churn eta, 0 to 1 */
    public PartialNoising(Denoiser denoiser, double churn, int steps) {
        if (!(churn >= 0 && churn <= 1) || steps < 1) {
            throw new IllegalArgumentException(
                    "churn is " + churn + " with " + steps + " steps; 0 to 1 and at least 1 are wanted");
        }
        this.denoiser = denoiser;
        this.churn = churn;
        this.steps = steps;
    }

    /**
     * A variant. Its atoms keep their order and are not wrapped.
     *
     * @throws IllegalArgumentException if the denoiser does not know a species
     */
    public Structure vary(Structure parent, double sigmaAngstrom, RandomGenerator random) {
        return vary(parent, sigmaAngstrom, normal(parent.size(), random));
    }

    /** The noise alone, with which a variant under the same random numbers begins: what the denoiser has to be better than. */
    public static Structure noised(Structure parent, double sigmaAngstrom, RandomGenerator random) {
        return noised(parent, sigmaAngstrom, normal(parent.size(), random));
    }

    private static Supplier<double[]> normal(int atoms, RandomGenerator random) {
        return () -> {
            double[] z = new double[3 * atoms];
            for (int k = 0; k < z.length; k++) {
                z[k] = random.nextGaussian();
            }
            return z;
        };
    }

    private static Structure noised(Structure parent, double sigmaAngstrom, Supplier<double[]> normal) {
        double[] x = parent.xyzAngstrom();
        add(x, sigmaAngstrom, centred(normal.get()));
        return parent.withPositions(x);
    }

    /** The same with 3N normal numbers for each noise from elsewhere. */
    public Structure vary(Structure parent, double sigmaAngstrom, Supplier<double[]> normal) {
        requireKnown(parent);
        NoiseSchedule schedule = new NoiseSchedule(sigmaAngstrom, denoiser.leastNoiseAngstrom(), steps);
        double[] x = noised(parent, sigmaAngstrom, normal).xyzAngstrom();
        for (int k = 0; k < schedule.length(); k++) {
            step(parent, x, schedule.at(k), schedule.at(k + 1), normal);
        }
        return parent.withPositions(x);
    }

    private void step(Structure parent, double[] x, double from, double to, Supplier<double[]> normal) {
        double[] eps = centred(denoiser.noise(parent.withPositions(x), from));
        double fresh = churn * to * Math.sqrt(1 - to * to / (from * from));
        add(x, Math.sqrt(to * to - fresh * fresh) - from, eps);
        if (fresh > 0) {
            add(x, fresh, centred(normal.get()));
        }
    }

    private void requireKnown(Structure parent) {
        List<Element> unknown = parent.distinctSpecies().stream()
                .filter(e -> !denoiser.species().contains(e))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the structure holds " + symbols(unknown) + "; the denoiser has learned "
                    + symbols(denoiser.species()) + " only");
        }
    }

    private static String symbols(List<Element> elements) {
        return elements.stream().map(Element::symbol).collect(Collectors.joining(", "));
    }

    private static void add(double[] x, double factor, double[] by) {
        for (int k = 0; k < x.length; k++) {
            x[k] += factor * by[k];
        }
    }

    private static double[] centred(double[] field) {
        double[] out = field.clone();
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int k = axis; k < out.length; k += 3) {
                mean += 3 * out[k] / out.length;
            }
            for (int k = axis; k < out.length; k += 3) {
                out[k] -= mean;
            }
        }
        return out;
    }
}
