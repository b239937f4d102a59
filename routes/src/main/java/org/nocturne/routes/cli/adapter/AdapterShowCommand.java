package org.nocturne.routes.cli.adapter;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.script.Codes.KnownCode;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne adapter show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "The YAML of an adapter: its settings with their defaults, templates, patterns. A good begin for one of your own.",
        footer = {"", "Example: nocturne adapter show xtb"})
final class AdapterShowCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "Of a code, as nocturne adapter list prints it.")
    private String name = "";

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        KnownCode code = site.find(name);
        String text = code.text().isEmpty()
                ? name + ": " + code.about() + "; it is written in Java and has no YAML"
                : code.text().stripTrailing();
        Output.of(spec).println(text);
        Output.of(spec).flush();
        if (code.isOfSite()) {
            code.complaint(site.dir()).ifPresent(complaint -> Output.errors(spec)
                    .println("nocturne: as it stands it cannot be used: " + complaint));
        }
        return 0;
    }
}
