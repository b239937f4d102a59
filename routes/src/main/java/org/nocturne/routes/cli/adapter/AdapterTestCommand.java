package org.nocturne.routes.cli.adapter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.ProofSample;
import org.nocturne.adapters.script.Codes.KnownCode;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.cli.step.SettingsFile;
import org.nocturne.routes.cli.step.StructureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne adapter test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Proves a code against real runs: that labels repeat, that forces are minus the gradient of the energy, that it "
                        + "relaxes, fails well, is ended cleanly, and that no damaged or foreign output passes for good. Some twenty "
                        + "runs of the structure.",
        footer = {
            "",
            "Exit code 1 if a check fails.",
            "",
            "Example:",
            "  nocturne adapter test xtb",
            "  nocturne adapter test my-code --structure small.extxyz --settings settings.yaml"
        })
final class AdapterTestCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "Of a code, as nocturne adapter list prints it.")
    private String name = "";

    @Option(
            names = "--structure",
            paramLabel = "FILE",
            description =
                    "A small structure that the code can do, extended XYZ. Its atoms are pushed by up to 0.05 angstrom, so that "
                            + "forces are not zero.")
    private @Nullable Path structure;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "YAML: the settings of the code, or a campaign file that holds them at code.settings; default: those of "
                            + "the sample.")
    private @Nullable Path settings;

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Option(
            names = "--tolerance",
            paramLabel = "EV",
            description =
                    "How well energies repeat, eV an atom, and forces are gradients, eV/angstrom; default that of "
                            + "the sample, or 1e-5.")
    private @Nullable Double tolerance;

    @Option(
            names = "--max-force",
            paramLabel = "EV/ANGSTROM",
            description = "What a tight minimisation may leave on an atom; default that of the sample, or 1e-3.")
    private @Nullable Double maxForce;

    @Option(
            names = "--limit",
            defaultValue = "300",
            paramLabel = "SECONDS",
            description = "Time limit of one run; default ${DEFAULT-VALUE}.")
    private int limitSeconds = 300;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where the runs are made and kept; must not exist. Default: adapter-test-NAME.")
    private @Nullable Path work;

    @Option(names = "--json", description = "The verdicts as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        KnownCode code = site.find(name);
        Path beside = settings == null
                ? site.dir()
                : Objects.requireNonNull(settings.toAbsolutePath().getParent());
        Path dir = work == null ? Path.of("adapter-test-" + name) : work;
        if (Files.exists(dir)) {
            throw new IllegalArgumentException(
                    dir + " is there already; wanted is --work DIR with a new folder, or remove it");
        }
        PrintWriter out = Output.of(spec);
        ContractReport report = new CodeProof(code.provider(), sample(code), beside, Duration.ofSeconds(limitSeconds))
                .in(dir, verdict -> {
                    if (!json) {
                        ContractReport.line(out, verdict);
                    }
                });
        report.end(out, json, dir);
        return report.pass() ? 0 : 1;
    }

    /** That of the code, with whatever is said here laid over it. */
    private ProofSample sample(KnownCode code) throws IOException {
        ProofSample own = code.provider().sample().orElse(null);
        if (own == null && structure == null) {
            throw new IllegalArgumentException("the code " + name + " has no sample; wanted is --structure FILE");
        }
        return new ProofSample(
                structure == null
                        ? Objects.requireNonNull(own).structure()
                        : StructureFile.of(structure).first(),
                settings == null ? own == null ? Map.of() : own.settings() : SettingsFile.read(settings),
                tolerance == null ? own == null ? 1e-5 : own.tolerance() : tolerance,
                maxForce == null ? own == null ? 1e-3 : own.maxForceEvPerAngstrom() : maxForce);
    }
}
