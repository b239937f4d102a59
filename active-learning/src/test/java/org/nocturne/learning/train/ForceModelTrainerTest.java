package org.nocturne.learning.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;

class ForceModelTrainerTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({"1, 2, 0", "2, 2, 1", "3, 2, 2", "4, 2, 2", "3, 0, 0"})
    void a_power_of_temperature_needs_one_temperature_more_than_itself(int temperatures, int wanted, int expected)
            throws Exception {
        Structure crystal = new Structure(
                        Cell.of(new double[] {0, 2.7, 2.7, 2.7, 0, 2.7, 2.7, 2.7, 0}, true, true, true),
                        Collections.nCopies(1, Element.CU),
                        new double[3])
                .repeated(4, 4, 4);
        var trainer = new ForceModelTrainer(new InherentStructure(crystal, -1, 0), "m", 4.2, wanted);
        Random random = new Random(1);
        List<TrainingFrame> frames = new ArrayList<>();
        for (int k = 0; k < 2 * temperatures; k++) {
            double[] u = new double[3 * crystal.size()];
            double[] f = new double[u.length];
            for (int a = 0; a < u.length; a++) {
                u[a] = 0.05 * random.nextGaussian();
                f[a] = -u[a];
            }
            frames.add(new TrainingFrame(Kelvin.of(100 + 100 * (k % temperatures)), u, f));
        }

        trainer.train(1, "models/v0001", frames, "0".repeat(64), new CampaignFiles(dir));

        JsonNode manifest = new ObjectMapper()
                .readTree(dir.resolve("models/v0001/manifest.json").toFile());
        assertThat(manifest.path("metrics").path("degree in T").asInt()).isEqualTo(expected);
        assertThat(manifest.path("temperaturesK")).hasSize(temperatures);
        assertThat(manifest.path("trainingFrames").asInt()).isEqualTo(2 * temperatures);
    }
}
