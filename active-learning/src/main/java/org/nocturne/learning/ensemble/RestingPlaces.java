package org.nocturne.learning.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Whether replicas stay in the basin that they are referred to. An atom rests elsewhere if its mean over a replica is farther from its place in the
 * inherent structure than three times what atoms vibrate by: a bond that has formed anew, an atom that has moved into a hole. Displacements
 * are then no vibrations, and energies above the inherent structure are those of another one.
 *
 * @param replicas all of them
 * @param left replicas in which atoms rest elsewhere
 * @param mostAtoms of one replica
 * @param farthestAngstrom of any atom from its place
 */
public record RestingPlaces(int replicas, int left, int mostAtoms, double farthestAngstrom) {
    private static final double ELSEWHERE = 3;
    private static final int FEWEST_FRAMES = 4; // a mean over fewer is itself a vibration

    public static RestingPlaces of(List<Ensemble> replicas) {
        int left = 0;
        int most = 0;
        double farthest = 0;
        for (Ensemble replica : replicas) {
            if (replica.size() >= FEWEST_FRAMES) {
                double[] away = away(replica);
                int atoms = (int) Arrays.stream(away).filter(d -> d > 0).count();
                left += atoms > 0 ? 1 : 0;
                most = Math.max(most, atoms);
                farthest = Math.max(farthest, Arrays.stream(away).max().orElse(0));
            }
        }
        return new RestingPlaces(replicas.size(), left, most, farthest);
    }

    /** For each atom how far off it rests, 0 where it is at home. */
    private static double[] away(Ensemble replica) {
        int components = replica.get(0).displacements().length;
        double[] mean = new double[components];
        double[] square = new double[components];
        for (Configuration one : replica.configurations()) {
            double[] u = one.displacements();
            for (int k = 0; k < components; k++) {
                mean[k] += u[k] / replica.size();
                square[k] += u[k] * u[k] / replica.size();
            }
        }
        double[] off = new double[components / 3];
        double[] vibration = new double[components / 3];
        for (int k = 0; k < components; k++) {
            off[k / 3] += mean[k] * mean[k];
            vibration[k / 3] += square[k] - mean[k] * mean[k];
        }
        double limit = ELSEWHERE * Math.sqrt(new Median().evaluate(vibration));
        return Arrays.stream(off).map(Math::sqrt).map(d -> d > limit ? d : 0).toArray();
    }

    public boolean stay() {
        return left == 0;
    }

    /** In words, for a person. */
    public String describe() {
        return stay()
                ? "every replica stays in it"
                : String.format(
                        Locale.ROOT,
                        "LEFT in %d of %d replicas: at most %d atoms of one rest elsewhere, up to %.2f angstrom off; relax the"
                                + " structure at a higher temperature first (nocturne relax --inherent-out)",
                        left,
                        replicas,
                        mostAtoms,
                        farthestAngstrom);
    }
}
