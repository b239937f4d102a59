package org.nocturne.routes.cli.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.VarianceLedger;
import org.nocturne.learning.reference.FrozenReference;

/**
 * Configurations that are there already, laid into the cell of a reference: energies are compared in one cell. Those of another cell are
 * scaled into it as a whole, and the code is asked for the energy that they have there.
 *
 * @param edgeFactor mean of their edges over those of the reference
 */
record SamplesInCell(Ensemble ensemble, double edgeFactor) {
    private static final double SAME = 1e-6;
    private static final double UNIFORM = 1e-5;

    static SamplesInCell of(List<XyzFrame> frames, Probe probe, Forces energies) {
        Ensemble out = new Ensemble(probe);
        double sum = 0;
        for (XyzFrame frame : frames) {
            double factor = factor(probe.inherent(), frame.structure());
            Structure laid = laidInto(probe.inherent(), frame.structure());
            OptionalDouble stated = Math.abs(factor - 1) < SAME ? frame.number("energy") : OptionalDouble.empty();
            double energy = stated.orElseGet(
                    () -> energies.at(Displacements.of(probe.inherent(), laid)).energyEv());
            out.add(laid, energy);
            sum += factor;
        }
        return new SamplesInCell(out, sum / frames.size());
    }

    /** A configuration scaled into the cell of an inherent structure. */
    static Structure laidInto(Structure inherent, Structure configuration) {
        double factor = factor(inherent, configuration);
        return Math.abs(factor - 1) < SAME ? configuration : configuration.scaled(1 / factor);
    }

    private static double factor(Structure inherent, Structure configuration) {
        return configuration
                .cell()
                .scaleOver(inherent.cell(), UNIFORM)
                .orElseThrow(() -> new IllegalArgumentException("a configuration is in " + configuration.cell()
                        + "; wanted is the cell of the reference, " + inherent.cell()
                        + ", or a copy larger or smaller as a whole"));
    }

    /** The line on the cell; empty where the cell is the reference's, and was given. */
    Optional<Judgement> line(Kelvin temperature, FrozenReference md) {
        Optional<Estimate> strain = md.strain(temperature);
        if (strain.isEmpty() && Math.abs(edgeFactor - 1) < SAME) {
            return Optional.empty();
        }
        return Optional.of(VarianceLedger.cell(
                "samples",
                temperature,
                new Estimate(edgeFactor, 0),
                new Estimate(1, strain.map(Estimate::standardError).orElse(0.0)),
                ensemble.size(),
                md.at(temperature).source()));
    }
}
