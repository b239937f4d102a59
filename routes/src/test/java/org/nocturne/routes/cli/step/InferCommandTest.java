package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Patterns of a crystal of springs at a temperature that the command is not told. */
class InferCommandTest {
    private static final double KELVIN = 640;
    private static final int FRAMES = 60;

    @TempDir
    Path dir;

    private Path model = Path.of("");

    @BeforeEach
    void target() {
        model = SpringModel.train(dir, "model", Silicon.crystal(2), 5);
        run("sample", "--model", model, "--temperature", KELVIN, "--count", FRAMES, "--seed", 17, "--out", at("f.xyz"));
        run("scatter", at("f.xyz"), "--q", "1.5:8:131", "--fwhm", "0.3", "--noise", "0.01", "--out", at("t.xye"));
    }

    @Test
    void oneModelGivesTheTemperatureAndTheEnsembleThere() throws IOException {
        JsonNode found = infer(List.of(model), "--out", at("e.xyz"), "--count", 2);

        assertThat(found.get("temperatureK").asDouble())
                .isCloseTo(
                        KELVIN,
                        within(found.get("highK").asDouble() - found.get("lowK").asDouble()));
        assertThat(found.get("identified").asBoolean()).isTrue();
        assertThat(found.get("basinDecided").asBoolean()).isTrue();
        assertThat(ExtendedXyz.read(dir.resolve("e.xyz"))).hasSize(2).allSatisfy(f -> assertThat(
                        f.number("temperature"))
                .hasValue(found.get("temperatureK").asDouble()));
    }

    /** A diffractometer tells two-theta. */
    @Test
    void theFirstColumnIsWhatAPersonSays() throws IOException {
        double wavelengthAngstrom = 0.71;
        List<String> degrees = new ArrayList<>();
        for (String line : Files.readAllLines(dir.resolve("t.xye"))) {
            if (!line.startsWith("#")) {
                String[] words = line.strip().split("\\s+", 2);
                double sine = Double.parseDouble(words[0]) * wavelengthAngstrom / (4 * Math.PI);
                degrees.add(2 * Math.toDegrees(Math.asin(sine)) + " " + words[1]);
            }
        }
        Files.write(dir.resolve("degrees.xye"), degrees);

        JsonNode byQ = infer(List.of(model));
        CommandRun run = run(
                "infer",
                at("degrees.xye"),
                options(List.of(model)),
                "--axis",
                "two-theta",
                "--wavelength",
                wavelengthAngstrom,
                "--json");

        assertThat(new ObjectMapper().readTree(run.output()).get("temperatureK").asDouble())
                .isCloseTo(byQ.get("temperatureK").asDouble(), within(1e-3));
        assertThat(CommandRun.of("infer", "t.xye", "--model", "model", "--axis", "degrees")
                        .error())
                .contains("--axis is 'degrees'; wanted is one of q, q-nm, two-theta");
    }

    @Test
    void aCrystalWithOtherLinesIsRuledOut() throws IOException {
        Path other = SpringModel.train(dir, "other", wider(1.01), 5);

        JsonNode found = infer(List.of(other, model));

        assertThat(found.get("basinDecided").asBoolean()).isTrue();
        assertThat(found.get("basins").get(1).get("weight").asDouble()).isGreaterThan(0.999);
        assertThat(found.get("basins").get(1).get("model").asText()).endsWith("model");
        assertThat(found.get("temperatureK"))
                .isEqualTo(found.get("basins").get(1).get("temperatureK"));
    }

    /** One of them is still the likeliest; that does not make it right. */
    @Test
    void whatNoneOfTheModelsExplainsIsSaid() throws IOException {
        Path wrong = SpringModel.train(dir, "wrong", wider(1.01), 5);
        Path worse = SpringModel.train(dir, "worse", wider(1.02), 5);

        JsonNode found = infer(List.of(wrong, worse));

        assertThat(found.get("explained").asBoolean()).isFalse();
        assertThat(found.get("basinDecided").asBoolean()).isFalse();
        assertThat(run("infer", at("t.xye"), options(List.of(wrong, worse))).output())
                .contains("basin: none of these explains the pattern; nearest is", "fit: NOT explained by this model");
        assertThat(infer(List.of(model)).get("explained").asBoolean()).isTrue();
    }

    /** Stiffer springs at a higher temperature move alike: no pattern can tell the two. */
    @Test
    void basinsThatLookAlikeAreNotDecided() throws IOException {
        Path stiffer = SpringModel.train(dir, "stiffer", Silicon.crystal(2), 6);

        JsonNode found = infer(List.of(model, stiffer));

        assertThat(found.get("basinDecided").asBoolean()).isFalse();
        double first = found.get("basins").get(0).get("temperatureK").asDouble();
        double second = found.get("basins").get(1).get("temperatureK").asDouble();
        assertThat(second / first).isCloseTo(6.0 / 5, within(0.05));
        assertThat(run("infer", at("t.xye"), options(List.of(model, stiffer))).output())
                .contains("basin: not decided by this pattern; likeliest is");
    }

    /** Read as if its nuclei were classical, a pattern of quantum nuclei seems too hot. */
    @Test
    void theStatisticsOfTheNucleiAreThoseAskedFor() throws IOException {
        run(
                "sample",
                "--model",
                model,
                "--temperature",
                400,
                "--count",
                FRAMES,
                "--nuclei",
                "quantum",
                "--out",
                at("f.xyz"));
        run("scatter", at("f.xyz"), "--q", "1.5:8:131", "--fwhm", "0.3", "--noise", "0.01", "--out", at("t.xye"));

        JsonNode quantum = infer(List.of(model), "--nuclei", "quantum");
        JsonNode classical = infer(List.of(model));

        assertThat(quantum.get("lowK").asDouble()).isLessThan(405);
        assertThat(quantum.get("highK").asDouble()).isGreaterThan(395);
        assertThat(classical.get("lowK").asDouble()).isGreaterThan(410);
    }

    @Test
    void patternsAreKeptForEachModel() throws IOException {
        Path stiffer = SpringModel.train(dir, "stiffer", Silicon.crystal(2), 6);
        JsonNode first = infer(List.of(model, stiffer), "--library", at("library"));
        JsonNode again = infer(List.of(model, stiffer), "--library", at("library"));
        assertThat(again).isEqualTo(first);
        try (var files = Files.list(dir.resolve("library"))) {
            assertThat(files.toList()).hasSize(2);
        }

        List<Object> fewer = options(List.of(model));
        fewer.set(fewer.indexOf(60), 30);
        CommandRun run = run("infer", at("t.xye"), fewer, "--library", at("library"));

        assertThat(run.code()).as(run.error()).isZero();
        try (var files = Files.list(dir.resolve("library"))) {
            assertThat(files.toList()).hasSize(3);
        }
    }

    private JsonNode infer(List<Path> models, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(Arrays.asList(more));
        words.add("--json");
        CommandRun run = run("infer", at("t.xye"), options(models), words);
        return new ObjectMapper().readTree(run.output());
    }

    private static List<Object> options(List<Path> models) {
        List<Object> out = new ArrayList<>();
        models.forEach(m -> Collections.addAll(out, "--model", m));
        Collections.addAll(out, "--temperatures", "300:1000:5", "--samples", 60, "--fwhm", 0.3);
        Collections.addAll(out, "--target-configurations", FRAMES, "--seed", 3);
        return out;
    }

    private static Structure wider(double factor) {
        Structure crystal = Silicon.crystal(2);
        double[] xyz = Arrays.stream(crystal.xyzAngstrom()).map(x -> factor * x).toArray();
        return new Structure(Cell.cubic(2 * 5.431 * factor), Collections.nCopies(crystal.size(), Element.SI), xyz);
    }

    private Path at(String name) {
        return dir.resolve(name);
    }

    private static CommandRun run(Object... words) {
        List<String> line = new ArrayList<>();
        for (Object word : words) {
            if (word instanceof List<?> several) {
                several.forEach(w -> line.add(String.valueOf(w)));
            } else {
                line.add(String.valueOf(word));
            }
        }
        CommandRun run = CommandRun.of(line.toArray(String[]::new));
        assertThat(run.code()).as(run.error()).isZero();
        return run;
    }
}
