package org.nocturne.routes.cli.bench.scattering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.DifferentiableObservable;
import org.nocturne.generator.scattering.MovingCluster;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.scattering.ScatteringMethod;
import org.nocturne.routes.cli.bench.inputs.Rattled;
import org.nocturne.routes.cli.bench.measure.Timed;

/** The kernels, each timed after it was warm, and compared with a plain sum where that can be waited for. */
final class Kernels {
    static final int POINTS = 400;
    private static final double RANGE = 20;
    private static final int COMPARED_POINTS = 20;
    /** The longest plain sum: this many pairs times points. */
    private static final int COMPARED_ATOMS = 4096;

    /** Of lines of k-points, 1/angstrom. */
    private static final double SIGMA = 0.05;

    private static final int COMPARED_BY_K_POINTS = 512;

    private static final int MOLECULE = 18;
    private static final int MOLECULE_POINTS = 200;
    private static final int MOLECULES = 20_000;

    private static final int MOVES = 50;

    private final int repeats;
    private final long seed;
    private final Threads threads;
    private final Optional<Debyer> debyer;

    Kernels(int repeats, long seed, Threads threads, Optional<Debyer> debyer) {
        this.repeats = repeats;
        this.seed = seed;
        this.threads = threads;
        this.debyer = debyer;
    }

    /** Debye's sum over a cluster through bins; debyer beside it in the same run, turn by turn. */
    Row cluster(int cells) throws IOException, InterruptedException {
        Structure structure = Rattled.silicon(cells, seed);
        double[] q = grid(0.5, 20, POINTS);
        PatternSettings settings = PatternSettings.cluster(Radiation.XRAY, q);
        DifferentiableObservable binned = Patterns.observable(settings);
        Timed[] ours = new Timed[repeats];
        Timed[] peers = new Timed[repeats];
        double[] theirs = {};
        double[] found = binned.intensity(structure);
        for (int k = 0; k < repeats; k++) {
            ours[k] = threads.time(() -> binned.intensity(structure));
            if (debyer.isPresent()) {
                Debyer.Answer answer = debyer.get().pattern(structure, q, threads.count());
                peers[k] = answer.timed();
                theirs = answer.intensity();
            }
        }
        Row row = row("cluster", structure.size(), POINTS, Timed.median(ours));
        @Nullable Double peerError = null;
        if (structure.size() <= COMPARED_ATOMS) {
            double[] exact = Patterns.observable(settings.withMethod(ScatteringMethod.EXACT))
                    .intensity(structure);
            row = row.withError(PlainSums.errorOverMax(found, exact));
            if (debyer.isPresent()) {
                double[] whole =
                        Arrays.stream(theirs).map(i -> i * structure.size()).toArray();
                peerError = PlainSums.errorOverMax(whole, exact);
            }
        }
        return debyer.isPresent() ? row.beside(Timed.median(peers), peerError) : row;
    }

    /** The pattern of a cluster after a move of one of its atoms. */
    Row move(int cells) {
        Structure structure = Rattled.silicon(cells, seed);
        MovingCluster cluster =
                new MovingCluster(PatternSettings.cluster(Radiation.XRAY, grid(0.5, 20, POINTS)), structure);
        Runnable moves = () -> {
            for (int atom = 0; atom < MOVES; atom++) {
                cluster.intensity(cluster.tryMove(atom, structure.x(atom) + 0.1, structure.y(atom), structure.z(atom)));
            }
        };
        return row("move", structure.size(), POINTS, each(timed(moves), MOVES));
    }

    /** S(q) from pairs of a periodic cell up to 20 angstrom. */
    Row periodic(int cells) {
        Structure structure = Rattled.silicon(cells, seed);
        Row row = row("periodic", structure.size(), POINTS, timed(pairs(grid(0.5, 20, POINTS)), structure));
        if (structure.size() > COMPARED_ATOMS) {
            return row;
        }
        double[] q = grid(0.5, 20, COMPARED_POINTS);
        double[] right = PlainSums.structureFactor(structure, RANGE, q);
        return row.withError(PlainSums.errorOverMax(pairs(q).intensity(structure), right));
    }

    private Row row(String kernel, int atoms, int points, Timed timed) {
        return Row.of(kernel, atoms, points, threads.count(), timed);
    }

    private static DifferentiableObservable pairs(double[] q) {
        return Patterns.observable(PatternSettings.disordered(Radiation.XRAY, RANGE, q));
    }

    private Timed timed(DifferentiableObservable observable, Structure structure) {
        return timed(() -> observable.intensity(structure));
    }

    /** The median; once before it is timed, for the compiler. */
    private Timed timed(Runnable kernel) {
        threads.run(kernel);
        return Timed.median(
                IntStream.range(0, repeats).mapToObj(k -> threads.time(kernel)).toArray(Timed[]::new));
    }

    /** Of one of so many. */
    private static Timed each(Timed all, int count) {
        return new Timed(all.seconds() / count, all.processorSeconds() / count);
    }

    /** The gradient of a misfit with respect to all positions, for the periodic cell. */
    Row gradient(int cells) {
        return gradient("gradient", Rattled.silicon(cells, seed), pairs(grid(0.5, 20, POINTS)));
    }

    private Row gradient(String name, Structure structure, DifferentiableObservable observable) {
        double[] slope = new double[POINTS];
        Arrays.fill(slope, 1);
        return row(name, structure.size(), POINTS, timed(() -> observable.pullBack(structure, slope)));
    }

    /** S(q) of a crystal from the reciprocal vectors of its cell. */
    Row kPoints(int cells) {
        Structure structure = Rattled.silicon(cells, seed);
        Row row = row("k-points", structure.size(), POINTS, timed(kPoints(grid(0.5, 12, POINTS)), structure));
        if (structure.size() > COMPARED_BY_K_POINTS) {
            return row;
        }
        double[] q = grid(0.5, 5, COMPARED_POINTS);
        double[] right = PlainSums.kPoints(structure, SIGMA, q);
        return row.withError(PlainSums.errorOverMax(kPoints(q).intensity(structure), right));
    }

    /** The gradient of a misfit of such a pattern with respect to all positions. */
    Row kPointGradient(int cells) {
        return gradient("k gradient", Rattled.silicon(cells, seed), kPoints(grid(0.5, 12, POINTS)));
    }

    private static DifferentiableObservable kPoints(double[] q) {
        return Patterns.observable(PatternSettings.crystal(Radiation.XRAY, Resolution.constantSigma(SIGMA), q));
    }

    /** One pattern of a small molecule, out of many that are computed on all cores. */
    Row molecules() {
        List<Structure> batch = new ArrayList<>();
        for (int k = 0; k < MOLECULES; k++) {
            batch.add(Rattled.molecule(MOLECULE, seed + k));
        }
        DifferentiableObservable exact = exactOfMolecules();
        Runnable all = () -> batch.parallelStream().forEach(exact::intensity);
        return row("molecule", MOLECULE, MOLECULE_POINTS, each(timed(all), MOLECULES));
    }

    /** The slowest in a hundred of so many patterns of a small molecule, each asked for when the one before is there: one thread's work. */
    Row slowMolecule() {
        Structure molecule = Rattled.molecule(MOLECULE, seed);
        DifferentiableObservable exact = exactOfMolecules();
        IntStream.range(0, MOLECULES).forEach(k -> exact.intensity(molecule)); // for the compiler
        Timed[] each = IntStream.range(0, MOLECULES)
                .mapToObj(k -> Timed.ofThread(() -> exact.intensity(molecule)))
                .sorted(Comparator.comparingDouble(Timed::seconds))
                .toArray(Timed[]::new);
        return Row.of("molecule p99", MOLECULE, MOLECULE_POINTS, 1, each[MOLECULES * 99 / 100]);
    }

    private static DifferentiableObservable exactOfMolecules() {
        return Patterns.observable(PatternSettings.cluster(Radiation.XRAY, grid(0.5, 20, MOLECULE_POINTS))
                .withMethod(ScatteringMethod.EXACT));
    }

    static double[] grid(double from, double to, int points) {
        double[] q = new double[points];
        Arrays.setAll(q, k -> from + (to - from) * k / (points - 1));
        return q;
    }
}
