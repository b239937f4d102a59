package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nocturne.core.structure.Cell;

/**
 * Wave vectors of a liquid's cell, in shells by length: the longest waves that fit in, up to 2 x 2 pi/L, and then ranges below, at and beyond the
 * first peak of S(k), in units of 2 pi over the distance of neighbours. The same cell gives the same choice.
 */
public final class LiquidWaves {
    private static final double[] EDGES = {0.6, 1.0, 1.4, 2.0, 2.5};
    private static final int MOST_VECTORS = 40;

    private final WaveVectors vectors;
    private final List<Shell> shells;

    /**
     * Vectors of similar length.
     *
     * @param low shortest, 1/angstrom
     * @param high longest, 1/angstrom
     * @param from index of its first vector
     * @param to index after its last
     */
    public record Shell(double low, double high, int from, int to) {
        public String name() {
            return String.format(Locale.ROOT, "%.2f-%.2f 1/angstrom", low, high);
        }

        /** Mean over the vectors of the shell. */
        public double mean(double[] intensities) {
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += intensities[k];
            }
            return sum / (to - from);
        }
    }

    private LiquidWaves(WaveVectors vectors, List<Shell> shells) {
        this.vectors = vectors;
        this.shells = shells;
    }

    /** @param nearestAngstrom distance of neighbours */
    public static LiquidWaves of(Cell cell, double nearestAngstrom) {
        double[] step = cell.reciprocalRows();
        double unit = 2 * Math.PI / nearestAngstrom;
        double[][] all = WaveVectors.within(step, EDGES[EDGES.length - 1] * unit);
        List<double[]> chosen = new ArrayList<>();
        List<Shell> shells = new ArrayList<>();
        int begin = 0;
        double longest = 2 * WaveVectors.length(all[0]) * (1 + WaveVectors.SAME_LENGTH);
        for (double edge : withFirst(longest, unit)) {
            int end = begin;
            while (end < all.length && WaveVectors.length(all[end]) <= edge) {
                end++;
            }
            int wanted = Math.min(MOST_VECTORS, end - begin);
            if (wanted > 0) {
                int from = chosen.size();
                for (int k = 0; k < wanted; k++) {
                    chosen.add(all[begin + (int) ((long) k * (end - begin) / wanted)]);
                }
                shells.add(new Shell(
                        WaveVectors.length(chosen.get(from)),
                        WaveVectors.length(chosen.get(chosen.size() - 1)),
                        from,
                        chosen.size()));
            }
            begin = end;
        }
        return new LiquidWaves(new WaveVectors(chosen.toArray(double[][]::new)), List.copyOf(shells));
    }

    private static double[] withFirst(double longest, double unit) {
        double[] out = new double[EDGES.length + 1];
        out[0] = longest;
        for (int k = 0; k < EDGES.length; k++) {
            out[k + 1] = EDGES[k] * unit;
        }
        Arrays.sort(out); // in a small cell the longest waves are not so long
        return out;
    }

    /** By rising length. */
    public List<Shell> shells() {
        return shells;
    }

    double[] intensities(double[] xyzAngstrom) {
        return vectors.intensities(xyzAngstrom);
    }
}
