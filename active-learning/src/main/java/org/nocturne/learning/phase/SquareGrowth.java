package org.nocturne.learning.phase;

import java.util.List;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Structure;

/**
 * Mean square displacement between frames of one trajectory against the time between them, averaged over atoms and all pairs of
 * frames, drift removed. In a solid it stands still once atoms have vibrated; where atoms diffuse it grows in proportion to the time,
 * 6 D t (Einstein 1905).
 *
 * @param quarter over a quarter of the trajectory, angstrom^2
 * @param half over half of it, angstrom^2
 */
public record SquareGrowth(double quarter, double half) {
    private static final int LEAST_FRAMES = 8;

    /**
     * @param frames evenly spaced, positions unwrapped
     * @throws IllegalArgumentException if there are fewer than 8
     */
    public static SquareGrowth of(List<Structure> frames) {
        if (frames.size() < LEAST_FRAMES) {
            throw new IllegalArgumentException("growth of the mean square displacement over " + frames.size()
                    + " frames was asked for; at least " + LEAST_FRAMES + " are wanted");
        }
        return new SquareGrowth(over(frames, frames.size() / 4), over(frames, frames.size() / 2));
    }

    /** Means over several trajectories. */
    public static SquareGrowth mean(List<SquareGrowth> several) {
        return new SquareGrowth(
                several.stream().mapToDouble(SquareGrowth::quarter).average().orElseThrow(),
                several.stream().mapToDouble(SquareGrowth::half).average().orElseThrow());
    }

    /** 1 where nothing diffuses, 2 where everything does. */
    public double ratio() {
        return half / quarter;
    }

    private static double over(List<Structure> frames, int lag) {
        double sum = 0;
        for (int k = 0; k + lag < frames.size(); k++) {
            sum += Displacements.meanSquareUnwrapped(frames.get(k), frames.get(k + lag)) / (frames.size() - lag);
        }
        return sum;
    }
}
