package org.nocturne.core.crystal;

/**
 * The translations of a crystal modulo its cell, Z^3 / Z^3 M with the cell vectors' multiples M, as a product of three cyclic groups.
 * With the Smith normal form U M V = diag(d1, d2, d3) (Smith, Phil. Trans. R. Soc. 151, 293 (1861)) the translation n, an integer row
 * vector, has the coordinates n V modulo (d1, d2, d3). So the copies of every supercell, tilted ones included, form a grid on which the
 * characters are those of a three-dimensional discrete Fourier transform.
 */
public final class TranslationGroup {
    private final int[] orders = new int[3];
    private final long[] right;

    private TranslationGroup(long[] diagonal, long[] right) {
        this.right = right;
        for (int k = 0; k < 3; k++) {
            orders[k] = Math.toIntExact(Math.abs(diagonal[4 * k]));
        }
    }

    /**
     * The group of a cell.
     *
     * @param multiples nine integers: the cell vectors (rows) as combinations of primitive ones
     * @throws IllegalArgumentException if they are not independent
     */
    public static TranslationGroup of(double[] multiples) {
        long[] m = new long[9];
        long[] v = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (int k = 0; k < 9; k++) {
            m[k] = Math.round(multiples[k]);
        }
        for (int corner = 0; corner < 3; corner++) {
            while (!isClean(m, corner)) {
                pivot(m, v, corner);
                for (int other = corner + 1; other < 3; other++) {
                    addRow(m, other, corner, -Math.floorDiv(m[3 * other + corner], m[4 * corner]));
                    long times = -Math.floorDiv(m[3 * corner + other], m[4 * corner]);
                    addColumn(m, other, corner, times);
                    addColumn(v, other, corner, times);
                }
            }
        }
        return new TranslationGroup(m, v);
    }

    /** Length of the grid along an axis: the order of that cyclic group. */
    public int order(int axis) {
        return orders[axis];
    }

    /** How many translations there are. */
    public int order() {
        return orders[0] * orders[1] * orders[2];
    }

    /** Number of the translation by these multiples of the primitive vectors; 0 is none at all. */
    public int index(long a, long b, long c) {
        int index = 0;
        for (int k = 0; k < 3; k++) {
            long coordinate = a * right[k] + b * right[3 + k] + c * right[6 + k];
            index = index * orders[k] + (int) Math.floorMod(coordinate, (long) orders[k]);
        }
        return index;
    }

    /** Coordinate of a translation, or of a character, along an axis of the grid; the last axis runs fastest. */
    public int coordinate(int index, int axis) {
        return switch (axis) {
            case 0 -> index / (orders[1] * orders[2]);
            case 1 -> index / orders[2] % orders[1];
            default -> index % orders[2];
        };
    }

    /** The translation that undoes this one; of a character, its complex conjugate. */
    public int inverse(int index) {
        int out = 0;
        for (int k = 0; k < 3; k++) {
            out = out * orders[k] + (orders[k] - coordinate(index, k)) % orders[k];
        }
        return out;
    }

    /** The character's wave vector in units of primitive reciprocal vectors over 2 pi: V (k1/d1, k2/d2, k3/d3), as a column. */
    double[] reducedWaveVector(int character) {
        double[] out = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int k = 0; k < 3; k++) {
                out[row] += right[3 * row + k] * coordinate(character, k) / (double) orders[k];
            }
        }
        return out;
    }

    private static boolean isClean(long[] m, int corner) {
        boolean clean = m[4 * corner] != 0;
        for (int other = corner + 1; other < 3; other++) {
            clean &= m[3 * other + corner] == 0 && m[3 * corner + other] == 0;
        }
        return clean;
    }

    /** Brings the smallest entry that is not zero into the corner: remainders by it are smaller still, so this ends. */
    private static void pivot(long[] m, long[] v, int corner) {
        int best = -1;
        for (int row = corner; row < 3; row++) {
            for (int column = corner; column < 3; column++) {
                long entry = Math.abs(m[3 * row + column]);
                if (entry != 0 && (best < 0 || entry < Math.abs(m[best]))) {
                    best = 3 * row + column;
                }
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("the cell vectors are not independent");
        }
        int row = best / 3;
        int column = best % 3;
        for (int k = 0; k < 3; k++) {
            swap(m, 3 * row + k, 3 * corner + k);
        }
        for (int k = 0; k < 3; k++) {
            swap(m, 3 * k + column, 3 * k + corner);
            swap(v, 3 * k + column, 3 * k + corner);
        }
    }

    private static void swap(long[] m, int a, int b) {
        long kept = m[a];
        m[a] = m[b];
        m[b] = kept;
    }

    private static void addRow(long[] m, int to, int from, long times) {
        for (int k = 0; k < 3; k++) {
            m[3 * to + k] += times * m[3 * from + k];
        }
    }

    private static void addColumn(long[] m, int to, int from, long times) {
        for (int k = 0; k < 3; k++) {
            m[3 * k + to] += times * m[3 * k + from];
        }
    }
}
