package org.nocturne.routes.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SymmetryImage;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.thermal.BlochModes;
import org.nocturne.generator.thermal.ForceConstants;
import org.nocturne.generator.thermal.PreconditionedLangevin;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.VarianceLedger;

/**
 * Generators that are wrong on purpose. A ledger that lets one of them pass is worth nothing, so each must fail at a gate. The
 * first replica of the reference plays the data that was trained on; the others judge.
 */
final class Controls {
    private static final double WARMER_K = 50;
    private static final double TOO_STRONG = 100;
    private static final int MOST_GUIDED = 50; // each costs some gradients of a pattern

    /** Short steps and a cap: the pull is stiffer than the crystal. */
    private static final PreconditionedLangevin GUIDED = new PreconditionedLangevin(16, 0.25, 1, 5);

    private final Probe probe;
    private final Forces forces;
    private final Reference reference;
    private final Reference judges;
    private final Kelvin temperature;
    private final int count;
    private final long seed;

    /** One control with what the ledger said of it. */
    record Control(String name, List<Judgement> lines) {
        List<Judgement> failedGates() {
            return lines.stream()
                    .filter(l -> l.verdict() == org.nocturne.learning.ledger.Verdict.FAIL)
                    .toList();
        }
    }

    Controls(Probe probe, Forces forces, Reference reference, Kelvin temperature, int count, long seed) {
        this.probe = probe;
        this.forces = forces;
        this.reference = reference;
        this.judges = new Reference(
                reference.frames().subList(1, reference.frames().size()),
                reference.energiesEv(),
                reference.curve(),
                reference.source());
        this.temperature = temperature;
        this.count = count;
        this.seed = seed;
    }

    /**
     * Runs them all.
     *
     * @param cooler MD at another temperature, of which rescaled copies are made
     * @param model draws at a temperature, for the one that takes no notice of it
     */
    List<Control> run(Reference cooler, Kelvin coolerTemperature, Drawing model, Runnable step) {
        Ensemble learned = reference.frames().get(0);
        Ensemble elsewhere = cooler.frames().get(0);
        BlochModes bare = bareModes();
        List<SymmetryImage> images = SymmetryImage.of(Crystal.of(probe.inherent()));
        double scale = Math.sqrt(temperature.value() / coolerTemperature.value());
        double square = org.nocturne.learning.ensemble.Estimate.meanOf(reference.frames().stream()
                        .map(f -> f.each(Configuration::meanSquare))
                        .toList())
                .value();
        List<Control> out = new ArrayList<>();
        out.add(control(
                "bare-harmonic", (k, random) -> bare.noise(temperature, random), Optional.empty(), count, step));
        out.add(control("white-noise", Generators.white(probe.inherent(), square), Optional.empty(), count, step));
        out.add(control("covariance-of-one-trajectory", Generators.covariance(learned), Optional.empty(), count, step));
        out.add(control(
                "copies-of-training-frames",
                (k, random) -> learned.get(k % learned.size()).displacements(),
                Optional.of(learned),
                learned.size(),
                step));
        out.add(control(
                "rescaled-copies",
                (k, random) -> scaled(elsewhere.get(k % elsewhere.size()).displacements(), scale),
                Optional.of(elsewhere),
                elsewhere.size(),
                step));
        out.add(control(
                "symmetric-copies",
                (k, random) -> images.get(random.nextInt(images.size()))
                        .of(learned.get(k % learned.size()).displacements()),
                Optional.of(learned),
                learned.size(),
                step));
        Kelvin warmer = Kelvin.of(temperature.value() + WARMER_K);
        out.add(control(
                "unconditioned-50K-warmer", (k, random) -> model.at(warmer, random), Optional.empty(), count, step));
        Guidance guided = new Guidance(forces, probe.inherent(), structures(learned), temperature, TOO_STRONG);
        out.add(control(
                "guidance-100-times-too-strong",
                (k, random) -> GUIDED.correct(bare.noise(temperature, random), bare, guided, temperature, random)
                        .displacementsAngstrom(),
                Optional.empty(),
                Math.min(count, MOST_GUIDED),
                step));
        return out;
    }

    private List<Structure> structures(Ensemble ensemble) {
        return ensemble.configurations().stream()
                .map(c -> probe.inherent().displaced(c.displacements()))
                .toList();
    }

    /** Displacements of a model at a temperature. */
    interface Drawing {
        double[] at(Kelvin temperature, java.util.random.RandomGenerator random);
    }

    private Control control(
            String name, Generators.Generator generator, Optional<Ensemble> training, int samples, Runnable step) {
        Ensemble drawn = Generators.ensemble(probe, forces, samples, seed + name.hashCode(), generator, step);
        return new Control(name, VarianceLedger.judge("control", temperature, drawn, judges, training));
    }

    private static double[] scaled(double[] u, double factor) {
        double[] out = u.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= factor;
        }
        return out;
    }

    /** Modes of the Hessian of the inherent structure, by the code's own forces. */
    private BlochModes bareModes() {
        Structure inherent = probe.inherent();
        ForceModel code = new ForceModel() {
            @Override
            public double[] forces(LocalEnvironments environments, double[] u, Kelvin t) {
                return forces.at(u).forcesEvPerAngstrom();
            }

            @Override
            public void close() {}
        };
        Crystal crystal = Crystal.of(inherent);
        LocalEnvironments none =
                LocalEnvironments.of(inherent, org.nocturne.core.crystal.SiteTable.of(crystal.primitiveCell(), 3));
        return new BlochModes(ForceConstants.of(crystal, code, none, temperature));
    }
}
