package org.nocturne.generator.scattering;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nocturne.core.structure.Element;

/**
 * Amplitudes and Debye-Waller damping on a fixed grid of q, looked up once for each element: five exponentials for each point would
 * cost a small molecule more than all its pairs. Safe for several threads.
 */
final class AmplitudeGrid {
    private final ScatteringAmplitude amplitude;
    private final double[] q;
    private final double[] damping;
    private final Map<Element, double[]> known = new ConcurrentHashMap<>();

    /**
     * @param qPerAngstrom the grid, not copied
     * @param bIsoSquareAngstrom Debye-Waller B of all atoms; 0 for none
     */
    AmplitudeGrid(ScatteringAmplitude amplitude, double[] qPerAngstrom, double bIsoSquareAngstrom) {
        this.amplitude = amplitude;
        this.q = qPerAngstrom;
        this.damping = Arrays.stream(q)
                .map(each -> DebyeWaller.pairFactor(bIsoSquareAngstrom, each))
                .toArray();
    }

    int points() {
        return q.length;
    }

    /** One value per q; not to be changed. */
    double[] of(Element element) {
        return known.computeIfAbsent(
                element,
                e -> Arrays.stream(q).map(each -> amplitude.at(e, each)).toArray());
    }

    /** Of a pair of atoms, one value per q; not to be changed. */
    double[] damping() {
        return damping;
    }
}
