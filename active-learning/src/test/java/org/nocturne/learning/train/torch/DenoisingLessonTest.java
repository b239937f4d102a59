package org.nocturne.learning.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.job.WorkFiles;
import org.nocturne.learning.train.network.DenoiserShape;

/** A denoiser of a tiny network, trained in this JVM on a simple cubic crystal. */
class DenoisingLessonTest {
    private static final DenoiserShape SHAPE = new DenoiserShape(4, 1, 6, 4, 3.6, 12, List.of("Si"), 0.05, 0.5);

    @TempDir
    Path dir;

    @BeforeAll
    static void unpackOnce() {
        System.setProperty(
                "org.bytedeco.javacpp.cachedir", TrainerJvm.ofThisOne().cache().toString());
        Libtorch.load();
    }

    private static Structure crystal(int n) {
        return new Structure(Cell.cubic(2.5), List.of(Element.SI), new double[3]).repeated(n, n, n);
    }

    private static DenoisingSet set() {
        return new DenoisingSet(
                List.of(DenoisingSet.Specimen.of(crystal(3), SHAPE), DenoisingSet.Specimen.of(crystal(4), SHAPE)),
                List.of(DenoisingSet.Specimen.of(crystal(3), SHAPE)));
    }

    private static TrainingSettings settings(int steps, long seed) {
        return new TrainingSettings(SHAPE, "0", steps, 0, 1, seed, 60, 1e-2, 2, 0.99, 10, 10);
    }

    @Test
    void the_gradient_is_the_slope_of_the_loss() {
        DenoisingLesson lesson = new DenoisingLesson(SHAPE, settings(1, 3), set());
        SplittableRandom random = new SplittableRandom(2);
        float[] weights = lesson.parameters().initial(1);
        float[] direction = new float[weights.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] += 0.2f * (float) random.nextGaussian();
            direction[k] = (float) random.nextGaussian();
        }
        float[] gradient = new float[weights.length];

        lesson.gradient(weights, 7, gradient);
        double along = 0;
        for (int k = 0; k < weights.length; k++) {
            along += (double) gradient[k] * direction[k];
        }
        lesson.takeError();
        double h = 1e-3;
        double slope = (loss(lesson, weights, direction, h) - loss(lesson, weights, direction, -h)) / (2 * h);

        assertThat(Math.abs(slope)).isGreaterThan(1e-2);
        assertThat(along).isCloseTo(slope, within(1e-2 * Math.abs(slope) + 1e-3));
    }

    private static double loss(DenoisingLesson lesson, float[] weights, float[] direction, double h) {
        float[] moved = weights.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += (float) (h * direction[k]);
        }
        lesson.gradient(moved, 7, new float[moved.length]);
        double error = lesson.takeError();
        return error * error;
    }

    @Test
    void noise_is_normal_without_a_mean_and_its_sizes_are_spread_over_the_range() {
        DenoisingLesson lesson = new DenoisingLesson(SHAPE, settings(1, 3), set());
        List<Double> sizes = new ArrayList<>();
        double square = 0;
        int components = 0;
        for (int step = 0; step < 100; step++) {
            List<NoisedSample> batch = lesson.batch(step);
            assertThat(DenoiserCollation.atoms(batch)).isBetween(60, 123);
            for (NoisedSample sample : batch) {
                sizes.add(Math.log(sample.sigma()));
                double mean = 0;
                for (int k = 0; k < sample.noise().length; k++) {
                    square += sample.noise()[k] * sample.noise()[k];
                    mean += k % 3 == 1 ? sample.noise()[k] : 0;
                }
                components += sample.noise().length;
                assertThat(mean).isCloseTo(0, within(1e-4));
            }
        }
        assertThat(square / components).isCloseTo(1, within(0.05));
        assertThat(sizes).allMatch(s -> s >= Math.log(0.05) && s <= Math.log(0.5));
        assertThat(sizes.stream().mapToDouble(s -> s).average().orElseThrow())
                .isCloseTo((Math.log(0.05) + Math.log(0.5)) / 2, within(0.1));
    }

    @Test
    void a_step_is_the_same_whenever_it_is_done_and_another_under_another_seed() {
        DenoisingLesson lesson = new DenoisingLesson(SHAPE, settings(1, 3), set());
        float[] first = lesson.batch(5).get(0).noise();
        lesson.batch(6);

        assertThat(lesson.batch(5).get(0).noise()).isEqualTo(first);
        assertThat(new DenoisingLesson(SHAPE, settings(1, 4), set())
                        .batch(5)
                        .get(0)
                        .noise())
                .isNotEqualTo(first);
    }

    @Test
    void who_says_that_there_is_no_noise_has_error_one() {
        DenoisingLesson lesson = new DenoisingLesson(SHAPE, settings(1, 3), set());
        float[] silent = lesson.parameters().initial(1); // its last layer is zero

        assertThat(lesson.judge(silent)).isCloseTo(1, within(0.05));
        assertThat(lesson.heldOutErrorAt(silent)).hasSize(6).allSatisfy((sigma, error) -> {
            assertThat(sigma).isBetween(0.05, 0.5);
            assertThat(error).isCloseTo(1, within(0.15));
        });
    }

    @Test
    void a_short_training_learns_and_goes_on_to_the_same_weights_after_an_interruption() throws Exception {
        WorkFiles whole = new WorkFiles(dir.resolve("whole"));
        WorkFiles broken = new WorkFiles(dir.resolve("broken"));
        java.nio.file.Files.createDirectories(whole.dir());
        java.nio.file.Files.createDirectories(broken.dir());

        TrainingResult result = run(whole, settings(100, 1), 0);
        assertThatThrownBy(() -> run(broken, settings(100, 1), 45)).hasMessage("interrupted");
        TrainingResult resumed = run(broken, settings(100, 1), 0);

        assertThat(result.heldOutError()).isLessThan(0.75);
        assertThat(resumed.heldOutError()).isEqualTo(result.heldOutError());
        assertThat(broken.weights()).isEqualTo(whole.weights());
        assertThat(whole.progress()).hasSize(10);
    }

    /** @param fallsAt step at which the training dies; 0 for never */
    private static TrainingResult run(WorkFiles files, TrainingSettings settings, int fallsAt) throws Exception {
        DenoisingLesson lesson = new DenoisingLesson(SHAPE, settings, set());
        Lesson dying = new DyingLesson(lesson, fallsAt);
        return new TrainingRun(files, settings, dying).run();
    }

    @Test
    void structures_are_read_back_with_what_they_are_for() throws Exception {
        Path file = dir.resolve("structures.extxyz");
        ExtendedXyz.write(List.of(frame(crystal(2), 0), frame(crystal(3), 1)), file);

        DenoisingSet read = DenoisingSet.read(file, SHAPE);

        assertThat(read.training()).extracting(s -> s.structure().size()).containsExactly(8);
        assertThat(read.heldOut()).extracting(s -> s.structure().size()).containsExactly(27);
        ExtendedXyz.write(List.of(frame(crystal(2), 0)), file);
        assertThatThrownBy(() -> DenoisingSet.read(file, SHAPE))
                .hasMessageContaining("1 structures to learn from and 0 held out");
    }

    private static XyzFrame frame(Structure structure, long heldOut) {
        return new XyzFrame(structure, Map.of(WorkFiles.HELD_OUT, new XyzValue.Whole(heldOut)), Map.of());
    }
}
