package org.nocturne.core.structure;

import java.util.Arrays;

/**
 * All pairs closer than a cut-off, each seen from both of its atoms, in O(N) by linked cells (Allen and Tildesley, Computer
 * Simulation of Liquids, 2nd ed., section 5.3.2). Cells smaller than the cut-off are served through several images, so an atom
 * can be its own neighbour and a pair can appear more than once with different vectors. Vectors point from the centre to the neighbour;
 * of the two entries of a pair, one has exactly minus the other's.
 */
public final class NeighbourList {
    private final int[] start;
    private final int[] neighbour;
    private final double[] vector;

    private NeighbourList(int[] start, int[] neighbour, double[] vector) {
        this.start = start;
        this.neighbour = neighbour;
        this.vector = vector;
    }

    /** Neighbours of every atom within {@code cutoffAngstrom} (exclusive). */
    public static NeighbourList of(Structure structure, double cutoffAngstrom) {
        if (!(cutoffAngstrom > 0)) {
            throw new IllegalArgumentException("cut-off is " + cutoffAngstrom + " angstrom; it must be above 0");
        }
        return new Builder(structure, cutoffAngstrom).build();
    }

    public int atoms() {
        return start.length - 1;
    }

    /** Index of the first entry of this atom; its last is {@code first(atom + 1) - 1}. */
    public int first(int atom) {
        return start[atom];
    }

    public int count(int atom) {
        return start[atom + 1] - start[atom];
    }

    public int neighbour(int entry) {
        return neighbour[entry];
    }

    public double dx(int entry) {
        return vector[3 * entry];
    }

    public double dy(int entry) {
        return vector[3 * entry + 1];
    }

    public double dz(int entry) {
        return vector[3 * entry + 2];
    }

    public double distance(int entry) {
        double x = dx(entry);
        double y = dy(entry);
        double z = dz(entry);
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static final class Builder {
        private final Structure structure;
        private final Cell cell;
        private final double cutoff;
        private final int[] bins = new int[3];
        private final int[] reach = new int[3];
        private final double[] wrapped;
        private final int[][] binOf;
        private int[] neighbour;
        private double[] vector;
        private int entries;

        Builder(Structure structure, double cutoff) {
            this.structure = structure;
            this.cell = boxOf(structure, cutoff);
            this.cutoff = cutoff;
            int n = structure.size();
            wrapped = new double[3 * n];
            binOf = new int[n][3];
            neighbour = new int[16 * n];
            vector = new double[48 * n];
            int limit = Math.max(1, (int) Math.cbrt(4.0 * n));
            for (int k = 0; k < 3; k++) {
                double height = cell.height(k);
                bins[k] = (int) Math.max(1, Math.min(limit, Math.floor(height / cutoff)));
                reach[k] = (int) Math.ceil(cutoff * bins[k] / height);
            }
        }

        /** Atoms without a cell get a box of their own, wide enough that no image is ever near. */
        private static Cell boxOf(Structure structure, double cutoff) {
            Cell cell = structure.cell();
            if (cell.hasVolume() && cell.isFullyPeriodic()) {
                return cell;
            }
            if (cell.isPeriodic(0) || cell.isPeriodic(1) || cell.isPeriodic(2)) {
                return padded(structure, cutoff);
            }
            double[] low = new double[3];
            double[] high = new double[3];
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < structure.size(); i++) {
                double[] p = {structure.x(i), structure.y(i), structure.z(i)};
                for (int k = 0; k < 3; k++) {
                    low[k] = Math.min(low[k], p[k]);
                    high[k] = Math.max(high[k], p[k]);
                }
            }
            double margin = 2.1 * cutoff;
            return Cell.orthorhombic(high[0] - low[0] + margin, high[1] - low[1] + margin, high[2] - low[2] + margin);
        }

        /** Along directions that are not periodic the vectors are lengthened until images are out of reach. */
        private static Cell padded(Structure structure, double cutoff) {
            double[] rows = structure.cell().rows();
            double[] s = new double[3];
            for (int k = 0; k < 3; k++) {
                if (structure.cell().isPeriodic(k)) {
                    continue;
                }
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < structure.size(); i++) {
                    structure.cell().toFractional(structure.x(i), structure.y(i), structure.z(i), s);
                    low = Math.min(low, s[k]);
                    high = Math.max(high, s[k]);
                }
                double factor = high - low + 2.1 * cutoff / structure.cell().height(k);
                for (int axis = 0; axis < 3; axis++) {
                    rows[3 * k + axis] *= factor;
                }
            }
            return Cell.periodic(rows);
        }

        NeighbourList build() {
            int n = structure.size();
            int[] head = new int[bins[0] * bins[1] * bins[2]];
            int[] next = new int[n];
            Arrays.fill(head, -1);
            double[] s = new double[3];
            double[] x = new double[3];
            for (int i = n - 1; i >= 0; i--) {
                cell.toFractional(structure.x(i), structure.y(i), structure.z(i), s);
                for (int k = 0; k < 3; k++) {
                    s[k] -= Math.floor(s[k]);
                    if (s[k] >= 1) {
                        s[k] = 0; // a coordinate just below zero rounds up to exactly one
                    }
                    binOf[i][k] = Math.min(bins[k] - 1, (int) (s[k] * bins[k]));
                }
                cell.toCartesian(s[0], s[1], s[2], x);
                System.arraycopy(x, 0, wrapped, 3 * i, 3);
                int bin = (binOf[i][0] * bins[1] + binOf[i][1]) * bins[2] + binOf[i][2];
                next[i] = head[bin];
                head[bin] = i;
            }
            int[] start = new int[n + 1];
            for (int i = 0; i < n; i++) {
                visitBinsAround(i, head, next);
                start[i + 1] = entries;
            }
            return new NeighbourList(start, Arrays.copyOf(neighbour, entries), Arrays.copyOf(vector, 3 * entries));
        }

        private void visitBinsAround(int i, int[] head, int[] next) {
            double[] shift = new double[3];
            for (int a = binOf[i][0] - reach[0]; a <= binOf[i][0] + reach[0]; a++) {
                for (int b = binOf[i][1] - reach[1]; b <= binOf[i][1] + reach[1]; b++) {
                    for (int c = binOf[i][2] - reach[2]; c <= binOf[i][2] + reach[2]; c++) {
                        int ia = Math.floorDiv(a, bins[0]);
                        int ib = Math.floorDiv(b, bins[1]);
                        int ic = Math.floorDiv(c, bins[2]);
                        cell.toCartesian(ia, ib, ic, shift);
                        int bin = ((a - ia * bins[0]) * bins[1] + b - ib * bins[1]) * bins[2] + c - ic * bins[2];
                        boolean home = ia == 0 && ib == 0 && ic == 0;
                        for (int j = head[bin]; j >= 0; j = next[j]) {
                            if (!(home && j == i)) {
                                addIfNear(i, j, shift);
                            }
                        }
                    }
                }
            }
        }

        private void addIfNear(int i, int j, double[] shift) {
            // In this order a vector is, to the last bit, minus that of the same pair from its other end, so that
            // rounding
            // cannot list a pair at the cut-off for one of its atoms only.
            double dx = wrapped[3 * j] - wrapped[3 * i] + shift[0];
            double dy = wrapped[3 * j + 1] - wrapped[3 * i + 1] + shift[1];
            double dz = wrapped[3 * j + 2] - wrapped[3 * i + 2] + shift[2];
            if (dx * dx + dy * dy + dz * dz >= cutoff * cutoff) {
                return;
            }
            if (entries == neighbour.length) {
                neighbour = Arrays.copyOf(neighbour, 2 * entries);
                vector = Arrays.copyOf(vector, 6 * entries);
            }
            neighbour[entries] = j;
            vector[3 * entries] = dx;
            vector[3 * entries + 1] = dy;
            vector[3 * entries + 2] = dz;
            entries++;
        }
    }
}
