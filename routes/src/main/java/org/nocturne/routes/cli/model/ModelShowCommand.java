package org.nocturne.routes.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.model.ModelManifest;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.ModelOrder;
import org.nocturne.routes.run.ModelVersions;
import org.nocturne.routes.run.ModelVersions.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne model show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "One version: what it was learned from, how it was judged, when it was in office. Its files are checked by hash.",
        footer = {"", "Example: nocturne model show runs/silicon-300K 2"})
final class ModelShowCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "Its number; default: the one in office.")
    private @Nullable Integer wanted;

    @Option(names = "--json", description = "As one JSON object, with the whole manifest.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ModelVersions all = ModelOrder.list().carryOut(new CampaignFolder(dir));
        Integer number = wanted == null ? all.inOffice() : wanted;
        Version version = all.versions().stream()
                .filter(v -> number != null && v.version() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(dir + " has "
                        + (number == null ? "no version in office" : "no v" + number) + "; it has "
                        + all.versions().stream().map(v -> "v" + v.version()).toList()));
        ModelManifest manifest = ModelFolder.read(dir.resolve(version.folder())).manifest();
        PrintWriter out = Output.of(spec);
        if (json) {
            Map<String, Object> both = new LinkedHashMap<>();
            both.put("version", version);
            both.put("manifest", manifest);
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(both));
        } else {
            print(out, all, version, manifest);
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, ModelVersions all, Version version, ModelManifest manifest) {
        out.println("version     v" + version.version() + ", " + version.verdict() + ": " + version.reason());
        out.println("made        " + version.createdAt() + ", fired by " + version.firedBy());
        out.println("learned     from " + version.frames() + " frames at " + manifest.temperaturesK() + " K, data "
                + version.dataSha256().substring(0, 12) + ", method " + manifest.method());
        out.println("kind        " + manifest.kind() + ", cut-off " + manifest.cutoffAngstrom() + " angstrom");
        if (manifest.network() != null) {
            out.printf(
                    "network     %s, %d parameters, held-out force error %.4f%n",
                    manifest.network().kind(),
                    manifest.network().parameters(),
                    manifest.network().heldOutError());
        }
        manifest.metrics().forEach((name, value) -> out.println("metric      " + name + " " + value));
        out.println("files       " + version.folder() + ", SHA-256 as stated, " + version.sha256());
        all.terms().stream()
                .filter(t -> t.version() == version.version())
                .forEach(t ->
                        out.println("office      from " + t.beganAt() + ", by " + t.beganBy() + ": " + t.reason()));
    }
}
