package org.nocturne.learning.train;

import java.util.List;
import org.nocturne.core.crystal.PairBasis;

/**
 * The linear part of the force that a network starts from: pair constants at T -> 0, the constant term of a fit linear in T. What is
 * left, dF = F + H0 u, is then of second order in the displacements, so that dF / sigma_T^2 is alike at every temperature. With one
 * temperature only, the effective constants there.
 */
final class BareConstants {
    private BareConstants() {}

    static EffectiveForceConstants fit(PairBasis orbits, List<FrameGroup> groups) {
        long temperatures = groups.stream()
                .flatMap(g -> g.training().stream())
                .map(f -> f.temperature().value())
                .distinct()
                .count();
        ForceConstantFit fit = null;
        for (FrameGroup group : groups) {
            BondLayout layout = new BondLayout(group.environments(), orbits);
            ForceConstantFit into = fit == null ? new ForceConstantFit(orbits, layout, temperatures > 1 ? 1 : 0) : fit;
            group.training().forEach(frame -> into.add(frame, layout));
            fit = into;
        }
        if (fit == null) {
            throw new IllegalArgumentException("no frame to fit bare force constants on");
        }
        return new EffectiveForceConstants(orbits, new double[][] {fit.solve().theta()[0]});
    }
}
