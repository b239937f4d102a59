package org.nocturne.generator.thermal;

import java.util.OptionalDouble;
import org.nocturne.core.port.Forces;

/**
 * A corrected configuration and what became of it on the way.
 *
 * @param displacementsAngstrom 3N components, centre of mass at rest
 * @param evaluation energy, where there is one, and forces of this configuration, never shortened
 * @param acceptance share of accepted trajectories; empty where nothing is accepted or rejected
 * @param cappedShare share of atomic forces, over all calls, that were shortened to the cap
 */
public record Corrected(
        double[] displacementsAngstrom, Forces.Evaluation evaluation, OptionalDouble acceptance, double cappedShare) {}
