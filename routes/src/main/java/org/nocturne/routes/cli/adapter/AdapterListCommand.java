package org.nocturne.routes.cli.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.script.Codes;
import org.nocturne.adapters.script.Codes.KnownCode;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne adapter list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Every code that a campaign can name, where its program is, and where the adapter comes from.",
        footer = {"", "Example: nocturne adapter list --json"})
final class AdapterListCommand implements Callable<Integer> {
    @Mixin
    private SiteFolder site = new SiteFolder();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param path null where the program is not on the PATH */
    record Line(
            String name,
            String origin,
            String program,
            @Nullable String path,
            String about) {}

    @Override
    public Integer call() throws IOException {
        Codes codes = site.codes();
        List<Line> lines = codes.all().stream().map(AdapterListCommand::line).toList();
        PrintWriter out = Output.of(spec);
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(lines));
        } else {
            for (Line l : lines) {
                out.printf(
                        "%-12s %-10s %-28s %s%n",
                        l.name(),
                        l.origin(),
                        l.path() == null ? l.program() + " is not on the PATH" : l.path(),
                        l.about());
            }
        }
        out.flush();
        codes.broken().forEach(problem -> Output.errors(spec).println("nocturne: " + problem));
        return codes.broken().isEmpty() ? 0 : 2;
    }

    private static Line line(KnownCode code) {
        String program = code.provider().program();
        String path = Programs.find(program).map(Path::toString).orElse(null);
        return new Line(code.name(), code.origin(), program, path, code.about());
    }
}
