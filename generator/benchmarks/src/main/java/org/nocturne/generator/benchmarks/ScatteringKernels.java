package org.nocturne.generator.benchmarks;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.DifferentiableObservable;
import org.nocturne.generator.scattering.MovingCluster;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.scattering.ScatteringMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** X-ray patterns of a gas of silicon at random places and the density of the crystal, 400 points of q from 0.5 to 20 1/angstrom. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScatteringKernels {
    private static final double ATOMS_PER_CUBIC_ANGSTROM = 0.04994;
    private static final double RANGE_ANGSTROM = 20;
    private static final double SIGMA = 0.05;
    private static final int POINTS = 400;
    private static final double FIRST = 0.5;
    private static final int MOLECULE_POINTS = 200;

    private final Structure molecule = gas(18, Cell.open());
    private final Structure cluster = gas(4096, Cell.open());
    private final Structure largeCluster = gas(32_768, Cell.open());
    private final Structure cell = gas(4096, cube(4096));
    private final Structure largeCell = gas(262_144, cube(262_144));
    private final double[] slope = ones();
    private final DifferentiableObservable exact = Patterns.observable(
            PatternSettings.cluster(Radiation.XRAY, grid(20, MOLECULE_POINTS)).withMethod(ScatteringMethod.EXACT));
    private final PatternSettings debye = PatternSettings.cluster(Radiation.XRAY, grid(20, POINTS));
    private final DifferentiableObservable binned = Patterns.observable(debye);
    private final MovingCluster moving = new MovingCluster(debye, cluster);
    private final DifferentiableObservable pairs =
            Patterns.observable(PatternSettings.disordered(Radiation.XRAY, RANGE_ANGSTROM, grid(20, POINTS)));
    private final DifferentiableObservable lines = Patterns.observable(
            PatternSettings.crystal(Radiation.XRAY, Resolution.constantSigma(SIGMA), grid(12, POINTS)));

    /** Of 18 atoms at 200 points, by sines. */
    @Benchmark
    public double[] molecule() {
        return exact.intensity(molecule);
    }

    /** Of 4096 atoms, by binned distances. */
    @Benchmark
    public double[] cluster() {
        return binned.intensity(cluster);
    }

    /** Of 32,768 atoms, by counted squares. */
    @Benchmark
    public double[] largeCluster() {
        return binned.intensity(largeCluster);
    }

    /** After a move of one of 4096 atoms, which is not kept. */
    @Benchmark
    public double[] movedAtom() {
        return moving.intensity(moving.tryMove(0, cluster.x(0) + 0.1, cluster.y(0), cluster.z(0)));
    }

    /** Pairs up to 20 angstrom of a cell of 4096 atoms. */
    @Benchmark
    public double[] cell() {
        return pairs.intensity(cell);
    }

    /** Of 262,144 atoms. */
    @Benchmark
    public double[] largeCell() {
        return pairs.intensity(largeCell);
    }

    /** With respect to all positions of a cell of 4096 atoms. */
    @Benchmark
    public double[] gradientOfCell() {
        return pairs.pullBack(cell, slope);
    }

    /** Of a cell of 4096 atoms from its reciprocal vectors, q to 12 1/angstrom. */
    @Benchmark
    public double[] reciprocalVectors() {
        return lines.intensity(cell);
    }

    private static Cell cube(int atoms) {
        return Cell.cubic(Math.cbrt(atoms / ATOMS_PER_CUBIC_ANGSTROM));
    }

    /** In a cube of the crystal's density, whatever the cell. */
    private static Structure gas(int atoms, Cell cell) {
        double edge = Math.cbrt(atoms / ATOMS_PER_CUBIC_ANGSTROM);
        double[] xyz = new Random(atoms).doubles(3L * atoms, 0, edge).toArray();
        return new Structure(cell, Collections.nCopies(atoms, Element.SI), xyz);
    }

    private static double[] grid(double last, int points) {
        double[] q = new double[points];
        Arrays.setAll(q, k -> FIRST + (last - FIRST) * k / (points - 1));
        return q;
    }

    private static double[] ones() {
        double[] out = new double[POINTS];
        Arrays.fill(out, 1);
        return out;
    }
}
