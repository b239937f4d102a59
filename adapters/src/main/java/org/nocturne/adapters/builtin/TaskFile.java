package org.nocturne.adapters.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Task;

/** What the engine is to do: task.json, start.xyz beside it, and for Stillinger-Weber its parameters in a file of LAMMPS. */
final class TaskFile {
    static final String NAME = "task.json";
    static final String START = "start.xyz";
    static final String PARAMETERS = "potential.sw";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private TaskFile() {}

    /** What was read back. */
    record Read(String version, String token, BuiltinSettings settings, Task task) {}

    static void write(Task task, String token, BuiltinSettings settings, Path workDir) throws IOException {
        Map<String, Object> written = new LinkedHashMap<>(settings.asWritten());
        if (settings.swText().isPresent()) {
            Files.writeString(workDir.resolve(PARAMETERS), settings.swText().get());
            written.put(BuiltinSettings.FILES, PARAMETERS);
        }
        ObjectNode page = JSON.createObjectNode();
        page.put("version", Builtin.VERSION);
        page.put("token", token);
        page.set("settings", JSON.valueToTree(written));
        page.set("task", words(task));
        ExtendedXyz.write(List.of(new XyzFrame(task.start())), workDir.resolve(START));
        Files.writeString(workDir.resolve(NAME), JSON.writeValueAsString(page) + "\n");
    }

    static Read read(Path workDir) throws IOException {
        JsonNode page = JSON.readTree(workDir.resolve(NAME).toFile());
        Structure start = ExtendedXyz.readFirst(workDir.resolve(START)).structure();
        Map<String, Object> written = new LinkedHashMap<>();
        page.required("settings").properties().forEach(e -> written.put(e.getKey(), plain(e.getValue())));
        return new Read(
                page.required("version").asText(),
                page.required("token").asText(),
                BuiltinSettings.of(written, workDir),
                task(page.required("task"), start));
    }

    private static Object plain(JsonNode value) {
        return value.isNumber() ? value.numberValue() : value.isBoolean() ? value.booleanValue() : value.asText();
    }

    private static ObjectNode words(Task task) {
        ObjectNode out = JSON.createObjectNode();
        if (task instanceof Task.MinimiseTask minimise) {
            out.put("kind", "minimise").set("minimisation", words(minimise.minimisation()));
        } else if (task instanceof Task.RelaxTask relax) {
            out.put("kind", "relax").put("temperature-K", relax.temperature().value());
            out.put("nvt-steps", relax.nvtSteps()).put("seed", relax.seed());
            out.set("minimisation", words(relax.minimisation()));
        } else if (task instanceof Task.ReplicaTask replica) {
            out.put("kind", "replica")
                    .put("temperature-K", replica.temperature().value());
            out.put("heat-to-K", replica.heatTo().value()).put("equilibration-steps", replica.equilibrationSteps());
            out.put("frames", replica.frames()).put("spacing-steps", replica.spacingSteps());
            out.put("energies-per-frame", replica.energiesPerFrame()).put("seed", replica.seed());
            replica.coolingKelvinPerPicosecond().ifPresent(rate -> out.put("cooling-K-per-ps", rate));
        } else if (task instanceof Task.QuenchTask quench) {
            out.put("kind", "quench").put("melt-K", quench.melt().value());
            out.put("melt-ps", quench.meltPicoseconds())
                    .put("end-K", quench.end().value());
            out.put("cooling-K-per-ps", quench.coolingKelvinPerPicosecond()).put("seed", quench.seed());
            out.set("minimisation", words(quench.minimisation()));
        } else if (task instanceof Task.LabelTask) {
            out.put("kind", "label");
        } else {
            throw new IllegalArgumentException(
                    "there are no words for " + task.getClass().getSimpleName());
        }
        return out;
    }

    private static Task task(JsonNode words, Structure start) {
        return switch (words.required("kind").asText()) {
            case "label" -> new Task.LabelTask(start);
            case "minimise" -> new Task.MinimiseTask(start, minimisation(words));
            case "relax" ->
                new Task.RelaxTask(
                        start,
                        kelvin(words, "temperature-K"),
                        words.required("nvt-steps").asInt(),
                        minimisation(words),
                        words.required("seed").asLong());
            case "replica" ->
                new Task.ReplicaTask(
                        start,
                        kelvin(words, "temperature-K"),
                        kelvin(words, "heat-to-K"),
                        words.required("equilibration-steps").asInt(),
                        words.required("frames").asInt(),
                        words.required("spacing-steps").asInt(),
                        words.required("energies-per-frame").asInt(),
                        words.required("seed").asLong(),
                        Optional.ofNullable(words.get("cooling-K-per-ps")).map(JsonNode::asDouble));
            case "quench" ->
                new Task.QuenchTask(
                        start,
                        kelvin(words, "melt-K"),
                        words.required("melt-ps").asDouble(),
                        kelvin(words, "end-K"),
                        words.required("cooling-K-per-ps").asDouble(),
                        minimisation(words),
                        words.required("seed").asLong());
            default -> throw new IllegalArgumentException("task.kind is " + words.get("kind"));
        };
    }

    private static Kelvin kelvin(JsonNode words, String key) {
        return Kelvin.of(words.required(key).asDouble());
    }

    private static ObjectNode words(Minimisation minimisation) {
        return JSON.createObjectNode()
                .put("energy-tolerance", minimisation.energyTolerance())
                .put("force-tolerance", minimisation.forceToleranceEvPerAngstrom())
                .put("iterations", minimisation.maxIterations())
                .put("evaluations", minimisation.maxEvaluations());
    }

    private static Minimisation minimisation(JsonNode words) {
        JsonNode m = words.required("minimisation");
        return new Minimisation(
                m.required("energy-tolerance").asDouble(),
                m.required("force-tolerance").asDouble(),
                m.required("iterations").asInt(),
                m.required("evaluations").asInt());
    }
}
