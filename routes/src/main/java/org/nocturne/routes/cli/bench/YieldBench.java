package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;
import org.nocturne.learning.ensemble.Chains;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.learning.reference.ReferencePlan;
import org.nocturne.routes.cli.step.Draws;

/**
 * Independent samples for the same core time: a generator, whose samples are independent as they are drawn, against MD with the same
 * code, of which 2 tau steps are worth one (tau the integrated autocorrelation time in the reference's own series). Times of
 * both are taken in turn on one core, so that a busy machine slows both.
 */
final class YieldBench {
    private static final int SHORT_RUN = 100;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final FrozenReference reference;
    private final Code code;
    private final Path work;
    private final int samples;
    private final int steps;
    private final long seed;

    /**
     * One temperature.
     *
     * @param stepsByEnergy MD steps worth one independent value of the energy
     * @param stepsByWaves the same of the longest waves; at most this many where {@code wavesAreBound}
     * @param wavesAreBound frames of the reference were independent already: the true number may be smaller
     */
    record Row(
            Kelvin temperature,
            double stepsByEnergy,
            double stepsByWaves,
            boolean wavesAreBound,
            double secondsPerStep,
            double secondsPerSample,
            double setUpSeconds,
            int equilibrationSteps) {

        /** Core seconds for {@code count} independent configurations by MD, its equilibration counted once. */
        double byMd(double stepsEach, int count) {
            return (equilibrationSteps + stepsEach * count) * secondsPerStep;
        }

        /** The same by the generator: MD that it was trained on, its set-up, its samples. */
        double byGenerator(int trainingSteps, int count) {
            return trainingSteps * secondsPerStep + setUpSeconds + count * secondsPerSample;
        }
    }

    /**
     * @param samples drawn to be timed
     * @param steps of MD to be timed, at least
     */
    YieldBench(FrozenReference reference, Code code, Path work, int samples, int steps, long seed) {
        this.reference = reference;
        this.code = code;
        this.work = work;
        this.samples = samples;
        this.steps = steps;
        this.seed = seed;
    }

    Row measure(Kelvin temperature, Draws draws) throws IOException {
        ReferencePlan plan = reference.manifest().plan();
        Reference md = reference.at(temperature);
        double energyInterval = (double) plan.spacingSteps() / plan.energiesPerFrame();
        List<double[]> waves =
                md.frames().stream().map(f -> f.each(YieldBench::longestWaves)).toList();
        double perWave = valuesForOne(waves);
        long started = System.nanoTime();
        draws.next(temperature, Generators.random(seed, 0)); // force constants, their roots, the code is started
        double setUp = (System.nanoTime() - started) / 1e9;
        double first = draw(temperature, draws, 1, samples / 2 + 1);
        double step = secondsPerStep(temperature);
        double second = draw(temperature, draws, samples / 2 + 1, samples + 1);
        return new Row(
                temperature,
                valuesForOne(md.energiesEv()) * energyInterval,
                perWave * plan.spacingSteps(),
                perWave < 1.2,
                step,
                (first + second) / samples,
                Math.max(0, setUp - (first + second) / samples),
                plan.equilibrationSteps());
    }

    /** Values of a correlated series that are worth one independent value, 2 tau. */
    static double valuesForOne(List<double[]> series) {
        return series.stream().mapToInt(s -> s.length).sum() / Chains.effectiveSamples(series);
    }

    private static double longestWaves(Configuration one) {
        return one.waves()[0] + 2 * one.waves()[1];
    }

    private double draw(Kelvin temperature, Draws draws, int from, int to) {
        long started = System.nanoTime();
        for (int k = from; k < to; k++) {
            draws.next(temperature, Generators.random(seed, k));
        }
        return (System.nanoTime() - started) / 1e9;
    }

    /**
     * A longer run less a shorter one: what starting and reading cost drops out. The longer one grows until it takes twice as long as
     * the shorter, so that a machine that is busy with other work does not decide.
     */
    private double secondsPerStep(Kelvin temperature) {
        double brief = run(temperature, SHORT_RUN);
        int more = steps;
        double longer = run(temperature, SHORT_RUN + more);
        while (longer < 2 * brief) {
            more *= 2;
            longer = run(temperature, SHORT_RUN + more);
        }
        return (longer - brief) / more;
    }

    private double run(Kelvin temperature, int equilibration) {
        String token = UUID.randomUUID().toString();
        Task task = new Task.ReplicaTask(
                reference.inherent(temperature), temperature, temperature, equilibration, 1, 1, 1, seed);
        long started = System.nanoTime();
        Outcome outcome = new RunToEnd(new LocalLauncher()).run(code, task, token, work.resolve(token), LIMIT);
        if (outcome instanceof Outcome.Failed failure) {
            throw new IllegalStateException("MD at " + temperature + " failed: " + failure.cause() + ", "
                    + failure.detail() + "; see " + failure.workDir());
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
