package org.nocturne.routes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelException;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;

/** From frames to an ONNX file and back through ONNX Runtime, on crystals whose force constants are known. */
class LinearModelTest {
    /** Springs along and across the bonds to the four nearest neighbours of diamond, softer as T rises. */
    private static final double ALONG = 9;

    private static final double ACROSS = 2.5;
    private static final double SOFTENING_PER_1000_K = -0.3;
    private static final Structure CRYSTAL = diamond(2);

    @TempDir
    Path dir;

    private static Structure diamond(int n) {
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= 5.431;
        }
        return new Structure(Cell.cubic(5.431), Collections.nCopies(8, Element.SI), xyz).repeated(n, n, n);
    }

    private static double[] springs(Structure crystal, double[] u, double t) {
        var neighbours = org.nocturne.core.structure.NeighbourList.of(crystal, 2.6);
        double[] out = new double[u.length];
        double factor = 1 + SOFTENING_PER_1000_K * t / 1000;
        for (int i = 0; i < crystal.size(); i++) {
            for (int e = neighbours.first(i); e < neighbours.first(i + 1); e++) {
                int j = neighbours.neighbour(e);
                double r = neighbours.distance(e);
                double[] b = {neighbours.dx(e) / r, neighbours.dy(e) / r, neighbours.dz(e) / r};
                double along = 0;
                for (int k = 0; k < 3; k++) {
                    along += (u[3 * j + k] - u[3 * i + k]) * b[k];
                }
                for (int k = 0; k < 3; k++) {
                    double d = u[3 * j + k] - u[3 * i + k];
                    out[3 * i + k] += factor * (ACROSS * d + (ALONG - ACROSS) * along * b[k]);
                }
            }
        }
        return out;
    }

    private static double[] noise(int length, Random random) {
        double[] u = new double[length];
        for (int k = 0; k < length; k++) {
            u[k] = 0.05 * random.nextGaussian();
        }
        return u;
    }

    private Path train(int degree, double... temperatures) {
        Random random = new Random(4);
        List<TrainingFrame> frames = new ArrayList<>();
        for (double t : temperatures) {
            for (int f = 0; f < 4; f++) {
                double[] u = noise(3 * CRYSTAL.size(), random);
                frames.add(new TrainingFrame(Kelvin.of(t), u, springs(CRYSTAL, u, t)));
            }
        }
        InherentStructure inherent = new InherentStructure(CRYSTAL, -4.3366 * CRYSTAL.size(), 0);
        new ForceModelTrainer(inherent, "0123456789ab", 3.9, degree)
                .train(1, "models/v" + degree, frames, "0".repeat(64), new CampaignFiles(dir));
        return dir.resolve("models/v" + degree);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void the_model_in_onnx_runtime_gives_the_springs_it_was_taught(int degree) {
        double[] temperatures = degree == 0 ? new double[] {500} : new double[] {200, 500, 900};
        ModelFolder folder = ModelFolder.read(train(degree, temperatures));
        SiteTable sites = folder.sites();
        Structure larger = diamond(3);
        double[] u = noise(3 * larger.size(), new Random(9));
        double t = degree == 0 ? 500 : 700;
        double[] known = springs(larger, u, t);
        double scale = Arrays.stream(known).map(Math::abs).max().orElseThrow();

        try (ForceModel model = folder.open(ExecutionDevice.cpu(1))) {
            double[] forces = model.forces(LocalEnvironments.of(larger, sites), u, Kelvin.of(t));
            for (int k = 0; k < known.length; k++) {
                assertThat(forces[k]).isCloseTo(known[k], within(2e-6 * scale));
            }
        }
    }

    @Test
    void rigid_translations_cost_nothing() {
        Path folder = train(1, 200, 900);
        ModelFolder model = ModelFolder.read(folder);
        ThermalProposer proposer = (ThermalProposer) new OnnxRuntime(ExecutionDevice.cpu(1)).proposer(folder);

        double[] eigenvalues =
                ((org.nocturne.generator.thermal.BlochModes) proposer.modes(Kelvin.of(600))).eigenvalues();

        assertThat(eigenvalues[2]).isCloseTo(0, within(1e-8));
        assertThat(eigenvalues[3]).isPositive();
        assertThat(model.manifest().temperaturesK()).containsExactly(200.0, 900.0);
    }

    @Test
    void a_model_file_that_was_changed_is_not_run() throws Exception {
        Path folder = train(0, 300);
        byte[] bytes = Files.readAllBytes(folder.resolve("force.onnx"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(folder.resolve("force.onnx"), bytes);

        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("force.onnx")
                .hasMessageContaining("SHA-256");
    }
}
