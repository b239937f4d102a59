package org.nocturne.learning.train.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.network.DenoiserShape;
import org.nocturne.learning.train.network.EquivariantDenoiser;
import org.nocturne.learning.train.network.ParameterLayout;
import org.nocturne.learning.train.torch.DenoisingSet.Specimen;

/**
 * Which noise was added: the mean squared error of the predicted eps (Vincent 2011; Ho, Jain and Abbeel, NeurIPS 2020), ln sigma uniform
 * between the least and the most noise. Every step makes its own noise from the seed and its number. The error is the root of the mean
 * square, which is 1 for who always says that there is none.
 */
final class DenoisingLesson implements Lesson {
    private static final int LEVELS = 6; // of noise in an evaluation
    private static final int ATOMS_JUDGED = 4000;
    private static final long JUDGES = 0x5DEECE66DL; // their noise is the same under every seed

    private final EquivariantDenoiser denoiser;
    private final TorchWeights weights;
    private final DenoisingSet set;
    private final int batchAtoms;
    private final long seed;
    private final List<NoisedSample> judges;
    private double errors;
    private long components;

    DenoisingLesson(DenoiserShape shape, TrainingSettings settings, DenoisingSet set) {
        this.denoiser = new EquivariantDenoiser(shape);
        this.weights = new TorchWeights(denoiser.parameters());
        this.set = set;
        this.batchAtoms = settings.batch();
        this.seed = settings.seed();
        this.judges = noised(few(set.heldOut()));
    }

    @Override
    public ParameterLayout parameters() {
        return denoiser.parameters();
    }

    @Override
    public void gradient(float[] at, int step, float[] into) {
        weights.load(at);
        List<NoisedSample> batch = batch(step);
        try (PointerScope scope = new PointerScope()) {
            Tensor off = off(batch);
            Tensor square = off.mul(off);
            square.mean().backward();
            errors += square.sum().item_float();
            components += 3L * DenoiserCollation.atoms(batch);
            weights.takeGradient(into);
        }
    }

    /** Structures by chance until there are atoms enough, with noises spread evenly over the range. */
    List<NoisedSample> batch(int step) {
        RandomGenerator random = generator(seed * 0x9E3779B97F4A7C15L + step);
        List<Specimen> chosen = new ArrayList<>();
        for (int atoms = 0; atoms < batchAtoms; ) {
            Specimen next = set.training().get(random.nextInt(set.training().size()));
            chosen.add(next);
            atoms += next.structure().size();
        }
        List<NoisedSample> out = new ArrayList<>();
        for (int k = 0; k < chosen.size(); k++) {
            out.add(noised(chosen.get(k), (k + random.nextDouble()) / chosen.size(), random));
        }
        return out;
    }

    private NoisedSample noised(Specimen clean, double way, RandomGenerator random) {
        DenoiserShape shape = denoiser.shape();
        double sigma =
                shape.leastNoiseAngstrom() * Math.pow(shape.mostNoiseAngstrom() / shape.leastNoiseAngstrom(), way);
        return NoisedSample.of(clean, sigma, shape.cutoffAngstrom(), random);
    }

    /** Each at every level, with noise that depends on nothing but its place. */
    private List<NoisedSample> noised(List<Specimen> clean) {
        List<NoisedSample> out = new ArrayList<>();
        for (int k = 0; k < clean.size(); k++) {
            for (int level = 0; level < LEVELS; level++) {
                out.add(noised(clean.get(k), (level + 0.5) / LEVELS, generator(JUDGES + LEVELS * k + level)));
            }
        }
        return out;
    }

    private static List<Specimen> few(List<Specimen> all) {
        int atoms = all.get(0).structure().size() * LEVELS;
        return all.subList(0, Math.min(all.size(), Math.max(1, ATOMS_JUDGED / atoms)));
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** What is predicted less what was added, (N, 3). */
    private Tensor off(List<NoisedSample> batch) {
        float[] noise = new float[3 * DenoiserCollation.atoms(batch)];
        int first = 0;
        for (NoisedSample sample : batch) {
            System.arraycopy(sample.noise(), 0, noise, first, sample.noise().length);
            first += sample.noise().length;
        }
        return denoiser.noise(weights.ops(), DenoiserCollation.inputs(batch))
                .sub(AbstractTensor.create(noise, noise.length / 3, 3));
    }

    @Override
    public double takeError() {
        double out = Math.sqrt(errors / components);
        errors = 0;
        components = 0;
        return out;
    }

    @Override
    public double judge(float[] at) {
        return error(at, judges);
    }

    @Override
    public double trainingError(float[] at) {
        return error(at, noised(few(set.training())));
    }

    @Override
    public double heldOutError(float[] at) {
        return error(at, noised(set.heldOut()));
    }

    @Override
    public SortedMap<Double, Double> heldOutErrorAt(float[] at) {
        SortedMap<Double, List<NoisedSample>> bySigma = new TreeMap<>();
        for (NoisedSample sample : noised(set.heldOut())) {
            bySigma.computeIfAbsent(sample.sigma(), sigma -> new ArrayList<>()).add(sample);
        }
        SortedMap<Double, Double> out = new TreeMap<>();
        bySigma.forEach((sigma, samples) -> out.put(sigma, error(at, samples)));
        return out;
    }

    private double error(float[] at, List<NoisedSample> samples) {
        weights.load(at);
        double sum = 0;
        long count = 0;
        for (NoisedSample sample : samples) {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard noGradient = new NoGradGuard()) {
                Tensor off = off(List.of(sample));
                sum += off.mul(off).sum().item_float();
                count += sample.noise().length;
            }
        }
        return Math.sqrt(sum / count);
    }
}
