package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nocturne.core.crystal.Lattice;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/**
 * Waves that fit into the cell, as fixed vectors: u(k) = N^(-1/2) sum_i u_i exp(i k.X_i) along k (L) and across it (T), for the
 * supercell's reciprocal vectors inside the sphere that the primitive cell's zone holds. Vectors of one length form a shell; the
 * power of a branch is the mean of |u(k)|^2 over its shell, and over both directions across.
 */
public final class WaveShells {
    private static final double SAME_LENGTH = WaveVectors.SAME_LENGTH;
    private static final int MOST_VECTORS = 300;

    private final List<Branch> branches;
    private final double shortest;
    private final double[] cosine;
    private final double[] sine;
    private final double[][] vectors;
    private final int[] shellOf;

    /**
     * @param q length of its wave vectors, 1/angstrom
     * @param along whether the power along k is taken (L), or across it (T)
     * @param vectors wave vectors in the shell, k and -k counted once
     */
    public record Branch(double q, boolean along, int vectors) {
        public String name() {
            return String.format(Locale.ROOT, "%.3f 1/angstrom %s", q, along ? "L" : "T");
        }

        /** Independent powers that are averaged: two real numbers each. */
        public int amplitudes() {
            return along ? vectors : 2 * vectors;
        }
    }

    private WaveShells(Structure inherent, double[][] vectors) {
        this.vectors = vectors;
        this.shortest = WaveVectors.length(vectors[0]);
        this.branches = new ArrayList<>();
        this.shellOf = new int[vectors.length];
        int shell = -1;
        int begin = 0;
        for (int k = 0; k < vectors.length; k++) {
            if (k == 0 || WaveVectors.length(vectors[k]) > WaveVectors.length(vectors[begin]) * (1 + SAME_LENGTH)) {
                shell++;
                begin = k;
                int members = members(vectors, k);
                branches.add(new Branch(WaveVectors.length(vectors[k]), true, members));
                branches.add(new Branch(WaveVectors.length(vectors[k]), false, members));
            }
            shellOf[k] = shell;
        }
        int n = inherent.size();
        cosine = new double[vectors.length * n];
        sine = new double[vectors.length * n];
        for (int k = 0; k < vectors.length; k++) {
            for (int i = 0; i < n; i++) {
                double phase =
                        vectors[k][0] * inherent.x(i) + vectors[k][1] * inherent.y(i) + vectors[k][2] * inherent.z(i);
                cosine[k * n + i] = Math.cos(phase);
                sine[k * n + i] = Math.sin(phase);
            }
        }
    }

    public static WaveShells of(Structure inherent) {
        double[] step = inherent.cell().reciprocalRows();
        double[] zone = Cell.periodic(Lattice.of(inherent).rows()).reciprocalRows();
        double least = Math.min(row(step, 0), Math.min(row(step, 1), row(step, 2)));
        double limit = Math.max(
                2 * least * (1 + SAME_LENGTH), Math.min(row(zone, 0), Math.min(row(zone, 1), row(zone, 2))) / 2);
        return new WaveShells(inherent, thinned(WaveVectors.within(step, limit), 2 * least * (1 + SAME_LENGTH)));
    }

    /** All of the longest waves, and an even choice of the others where a large cell has too many. */
    private static double[][] thinned(double[][] all, double keep) {
        int kept = (int)
                Arrays.stream(all).filter(k -> WaveVectors.length(k) <= keep).count();
        int others = all.length - kept;
        int wanted = Math.min(others, MOST_VECTORS);
        double[][] out = Arrays.copyOf(all, kept + wanted);
        for (int k = 0; k < wanted; k++) {
            out[kept + k] = all[kept + (int) ((long) k * others / wanted)];
        }
        return out;
    }

    /** Branches by rising length, L before T. */
    public List<Branch> branches() {
        return List.copyOf(branches);
    }

    /** 2 pi / L: the length of the shortest wave vector. */
    public double shortest() {
        return shortest;
    }

    /** Power of each branch, angstrom^2. */
    double[] powers(double[] u) {
        int n = u.length / 3;
        double[] out = new double[branches.size()];
        double[] re = new double[3];
        double[] im = new double[3];
        for (int k = 0; k < vectors.length; k++) {
            for (int axis = 0; axis < 3; axis++) {
                re[axis] = 0;
                im[axis] = 0;
                for (int i = 0; i < n; i++) {
                    re[axis] += u[3 * i + axis] * cosine[k * n + i];
                    im[axis] += u[3 * i + axis] * sine[k * n + i];
                }
            }
            double q = WaveVectors.length(vectors[k]);
            double alongRe = (re[0] * vectors[k][0] + re[1] * vectors[k][1] + re[2] * vectors[k][2]) / q;
            double alongIm = (im[0] * vectors[k][0] + im[1] * vectors[k][1] + im[2] * vectors[k][2]) / q;
            double along = (alongRe * alongRe + alongIm * alongIm) / n;
            double total =
                    (re[0] * re[0] + re[1] * re[1] + re[2] * re[2] + im[0] * im[0] + im[1] * im[1] + im[2] * im[2]) / n;
            Branch branch = branches.get(2 * shellOf[k]);
            out[2 * shellOf[k]] += along / branch.vectors();
            out[2 * shellOf[k] + 1] += (total - along) / (2 * branch.vectors());
        }
        return out;
    }

    private static int members(double[][] vectors, int first) {
        int count = 0;
        while (first + count < vectors.length
                && WaveVectors.length(vectors[first + count])
                        <= WaveVectors.length(vectors[first]) * (1 + SAME_LENGTH)) {
            count++;
        }
        return count;
    }

    private static double row(double[] rows, int k) {
        return Math.sqrt(
                rows[3 * k] * rows[3 * k] + rows[3 * k + 1] * rows[3 * k + 1] + rows[3 * k + 2] * rows[3 * k + 2]);
    }
}
