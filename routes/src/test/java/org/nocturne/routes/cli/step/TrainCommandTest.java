package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzColumn;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.learning.train.TrainingFrame;
import org.nocturne.routes.model.MorseSilicon;

class TrainCommandTest {
    private static final Structure CRYSTAL = MorseSilicon.crystal(2);

    @TempDir
    Path dir;

    @BeforeEach
    void write() throws Exception {
        ExtendedXyz.write(List.of(frame(CRYSTAL, Map.of("energy", new XyzValue.Real(-277.5)))), dir.resolve("is.xyz"));
        write("train.xyz", CRYSTAL, 12, 1);
        write("other.xyz", CRYSTAL, 4, 2);
    }

    private void write(String name, Structure crystal, int count, long seed) throws Exception {
        List<XyzFrame> out = new ArrayList<>();
        for (TrainingFrame f : MorseSilicon.frames(crystal, count, seed, 300, 900)) {
            out.add(new XyzFrame(
                    crystal.displaced(f.displacementsAngstrom()),
                    Map.of(
                            "energy", new XyzValue.Real(0),
                            "temperature", new XyzValue.Real(f.temperature().value()),
                            "method", new XyzValue.Text("0123456789ab")),
                    Map.of("forces", new XyzColumn.Reals(3, f.forcesEvPerAngstrom()))));
        }
        ExtendedXyz.write(out, dir.resolve(name));
    }

    private static XyzFrame frame(Structure structure, Map<String, XyzValue> info) {
        return new XyzFrame(structure, info, Map.of());
    }

    private CommandRun train(String... more) {
        List<String> line =
                new ArrayList<>(List.of("train", "--frames", at("train.xyz"), "--held-out", at("other.xyz")));
        line.addAll(List.of("--channels", "8", "--layers", "1", "--steps", "120", "--out", at("model")));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray(new String[0]));
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }

    @Test
    void frames_become_a_model_with_force_constants_and_a_network() throws Exception {
        Structure larger = MorseSilicon.crystal(3);
        ExtendedXyz.write(List.of(frame(larger, Map.of())), dir.resolve("is3.xyz"));
        write("large.xyz", larger, 2, 3);

        CommandRun run = train("--inherent", at("is.xyz"), at("is3.xyz"), "--test", at("large.xyz"));

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.error()).contains("train 3/120", "train 120/120", "held out");
        assertThat(run.output())
                .contains("120 steps", "held-out: 300.000 K, 64 atoms", "held-out: 900.000 K, 64 atoms")
                .contains("test: 300.000 K, 216 atoms", "test: 900.000 K, 216 atoms");
        ModelFolder model = ModelFolder.read(dir.resolve("model"));
        assertThat(model.manifest().method()).isEqualTo("0123456789ab");
        assertThat(model.manifest().network()).isNotNull();
        assertThat(model.manifest().trainingFrames()).isEqualTo(12);

        byte[] before = Files.readAllBytes(dir.resolve("model/network.onnx"));
        CommandRun again = train("--inherent", at("is.xyz"), at("is3.xyz"));

        assertThat(again.code()).isZero();
        assertThat(again.error()).doesNotContain("train 3/120");
        assertThat(Files.readAllBytes(dir.resolve("model/network.onnx"))).isEqualTo(before);
    }

    @Test
    void a_frame_without_forces_is_refused_with_its_place() throws Exception {
        ExtendedXyz.write(
                List.of(frame(CRYSTAL, Map.of("temperature", new XyzValue.Real(300)))), dir.resolve("other.xyz"));

        CommandRun run = train("--inherent", at("is.xyz"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("other.xyz: frame 0", "no forces", "wanted are temperature and forces");
    }

    @Test
    void a_frame_around_no_inherent_structure_is_refused() throws Exception {
        write("other.xyz", MorseSilicon.crystal(3), 1, 2);

        CommandRun run = train("--inherent", at("is.xyz"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("frame 0 has 216 atoms; no --inherent has as many");
    }

    @Test
    void an_inherent_structure_without_energy_is_refused() throws Exception {
        ExtendedXyz.write(List.of(frame(CRYSTAL, Map.of())), dir.resolve("is.xyz"));

        assertThat(train("--inherent", at("is.xyz")).error()).contains("--inherent states no energy");
    }
}
