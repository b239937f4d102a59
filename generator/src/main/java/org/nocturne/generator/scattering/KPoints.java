package org.nocturne.generator.scattering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nocturne.core.structure.Structure;

/**
 * Powder pattern of a periodic cell from its reciprocal vectors: S(G) = |sum_i f_i exp(i G.r_i)|^2 / sum_i f_i^2 and
 *
 * <pre> S(q) = 2 pi^2/(V q^2) sum over G != 0 of S(G) g(q - |G|)</pre>
 *
 * with a normalised Gaussian g: each G stands for (2 pi)^3/V of reciprocal space, spread over a shell 4 pi q^2 (Warren, X-ray
 * Diffraction, 1969, chapter 3, for the powder average). An ideal gas gives 1.
 *
 * <p>Diffuse scattering between the reciprocal vectors, waves longer than the cell, is not there: a width below 2 pi/(5 L) shows the
 * gaps as ripples. The Gaussian acts on q^2 S; the damped pairs of the other methods act on q S, which differs by (sigma/q)^2 (S + q
 * S'), about 1 % of a line at q = 2. With B, lines are damped by exp(-B q^2/(8 pi^2)) and 1 minus that appears as diffuse
 * background (Einstein).
 */
public final class KPoints implements DifferentiableObservable {
    private final ScatteringAmplitude amplitude;
    private final double[] q;
    private final double bIso;
    private final PowderProfile profile;
    private final double gLimit;

    /**
     * @param qPerAngstrom the grid, copied; above 0
     * @param bIsoSquareAngstrom Debye-Waller B of all atoms, 0 if the structure itself carries the thermal motion
     */
    public KPoints(
            ScatteringAmplitude amplitude, double[] qPerAngstrom, Resolution resolution, double bIsoSquareAngstrom) {
        this(amplitude, qPerAngstrom, resolution, bIsoSquareAngstrom, Double.POSITIVE_INFINITY);
    }

    /**
     * @param gCapPerAngstrom reciprocal vectors beyond it are left out, which saves their cost; the pattern fades within a few sigma
     *     of it
     */
    public KPoints(
            ScatteringAmplitude amplitude,
            double[] qPerAngstrom,
            Resolution resolution,
            double bIsoSquareAngstrom,
            double gCapPerAngstrom) {
        if (!(qPerAngstrom[0] > 0)) {
            throw new IllegalArgumentException("k-points need q above 0; the grid begins at " + qPerAngstrom[0]);
        }
        this.amplitude = amplitude;
        this.q = qPerAngstrom.clone();
        this.bIso = bIsoSquareAngstrom;
        this.profile = new PowderProfile(q, resolution);
        this.gLimit = Math.min(gCapPerAngstrom, profile.gLimit());
    }

    @Override
    public double[] intensity(Structure structure) {
        double[] lines = LineSums.of(structure, amplitude, gLimit, this::grid);
        LineGrid grid = grid();
        double[] out = new double[q.length];
        for (int j = 0; j < lines.length; j++) {
            double g = grid.at(j);
            profile.spread(g, lines[j] * DebyeWaller.pairFactor(bIso, g), out);
        }
        for (int k = 0; k < q.length; k++) {
            out[k] = 2 * shellWeight(structure, k) * out[k] + 1 - DebyeWaller.pairFactor(bIso, q[k]);
        }
        return out;
    }

    private LineGrid grid() {
        return new LineGrid(gLimit, profile.narrowest());
    }

    private double shellWeight(Structure structure, int k) {
        return 2 * Math.PI * Math.PI / (structure.cell().volume() * q[k] * q[k]);
    }

    @Override
    public double[] pullBack(Structure structure, double[] misfitSlope) {
        double[] c = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            c[k] = 2 * shellWeight(structure, k) * misfitSlope[k];
        }
        LineGrid grid = grid();
        double[] weights = grid.table(g -> profile.collect(g, c) * DebyeWaller.pairFactor(bIso, g));
        if (structure.size() >= LineSums.MESH_FROM) {
            return new MeshGradient(structure, amplitude, gLimit, this::grid).gradient(weights);
        }
        return new KPointGradient(structure, amplitude, gLimit).gradient(g -> {
            grid.moveTo(g);
            return grid.valueOf(weights);
        });
    }

    /** The lines of a cell, shortest first: G of equal length (to 1e-8) gathered, S(G) below {@code weakest} left out. */
    public static List<BraggPeak> braggPeaks(
            Structure structure, ScatteringAmplitude amplitude, double qMaxPerAngstrom, double weakest) {
        List<BraggPeak> half = new ArrayList<>();
        eachLine(structure, amplitude, qMaxPerAngstrom, (g, s) -> {
            if (s >= weakest) {
                half.add(new BraggPeak(g, 2 * s, 2));
            }
        });
        half.sort(Comparator.comparingDouble(BraggPeak::qPerAngstrom));
        List<BraggPeak> peaks = new ArrayList<>();
        for (BraggPeak line : half) {
            BraggPeak last = peaks.isEmpty() ? null : peaks.get(peaks.size() - 1);
            if (last != null && line.qPerAngstrom() - last.qPerAngstrom() < 1e-8 * line.qPerAngstrom()) {
                peaks.set(
                        peaks.size() - 1,
                        new BraggPeak(
                                last.qPerAngstrom(),
                                last.intensity() + line.intensity(),
                                last.multiplicity() + line.multiplicity()));
            } else {
                peaks.add(line);
            }
        }
        return List.copyOf(peaks);
    }

    @FunctionalInterface
    private interface Line {
        void accept(double g, double s);
    }

    /** S(G) over one half of reciprocal space. */
    private static void eachLine(Structure structure, ScatteringAmplitude amplitude, double gLimit, Line line) {
        SpeciesPairs species = new SpeciesPairs(structure);
        ReciprocalSweep sweep = new ReciprocalSweep(structure, species, gLimit);
        sweep.forEachRow((h, k) -> {
            for (int l = -sweep.lMax(); l <= sweep.lMax(); l++) {
                double g = sweep.length(l);
                if (g < 0) {
                    continue;
                }
                line.accept(g, sweep.intensity(l, PairWeights.amplitudes(species, amplitude, g)));
            }
        });
    }
}
