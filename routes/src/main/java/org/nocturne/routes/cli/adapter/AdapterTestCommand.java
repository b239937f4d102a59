package org.nocturne.routes.cli.adapter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.contract.Check;
import org.nocturne.adapters.contract.Contract;
import org.nocturne.adapters.contract.Subject;
import org.nocturne.adapters.contract.Verdict;
import org.nocturne.adapters.script.Codes.KnownCode;
import org.nocturne.core.structure.Structure;
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
            "  nocturne adapter test xtb --structure examples/xtb/water.extxyz --max-force 0.003"
        })
final class AdapterTestCommand implements Callable<Integer> {
    private static final double PUSH_ANGSTROM = 0.05;

    @Parameters(index = "0", paramLabel = "NAME", description = "Of a code, as nocturne adapter list prints it.")
    private String name = "";

    @Option(
            names = "--structure",
            required = true,
            paramLabel = "FILE",
            description =
                    "A small structure that the code can do, extended XYZ. Its atoms are pushed by up to 0.05 angstrom, so that "
                            + "forces are not zero.")
    private @Nullable Path structure;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "YAML: the settings of the code, or a campaign file that holds them at code.settings; default: none.")
    private @Nullable Path settings;

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Option(
            names = "--tolerance",
            defaultValue = "1e-5",
            paramLabel = "EV",
            description =
                    "How well energies repeat, eV an atom, and forces are gradients, eV/angstrom; default ${DEFAULT-VALUE}.")
    private double tolerance = 1e-5;

    @Option(
            names = "--max-force",
            defaultValue = "1e-3",
            paramLabel = "EV/ANGSTROM",
            description = "What a tight minimisation may leave on an atom; default ${DEFAULT-VALUE}.")
    private double maxForce = 1e-3;

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
        Structure sample =
                pushed(StructureFile.of(Objects.requireNonNull(structure)).first());
        Map<String, Object> read = settings == null ? Map.of() : SettingsFile.read(settings);
        Path beside = settings == null
                ? site.dir()
                : Objects.requireNonNull(settings.toAbsolutePath().getParent());
        Code opened = code.provider().open(read, beside); // what is missing is said before anything is written
        Path dir = work == null ? Path.of("adapter-test-" + name) : work;
        if (Files.exists(dir)) {
            throw new IllegalArgumentException(
                    dir + " is there already; wanted is --work DIR with a new folder, or remove it");
        }
        Subject subject = new Subject(
                () -> code.provider().open(read, beside),
                sample,
                tolerance,
                maxForce,
                Duration.ofSeconds(limitSeconds),
                dir.toAbsolutePath());
        PrintWriter out = Output.of(spec);
        List<Verdict> verdicts = new ArrayList<>();
        for (Check check : Contract.checks()) {
            Verdict verdict = check.of(subject);
            verdicts.add(verdict);
            if (!json) {
                ContractReport.line(out, verdict);
            }
        }
        ContractReport report = new ContractReport(name, opened.method(), verdicts);
        report.end(out, json, dir);
        return report.pass() ? 0 : 1;
    }

    private static Structure pushed(Structure structure) {
        SplittableRandom random = new SplittableRandom(1);
        return structure.displaced(random.doubles(3L * structure.size(), -PUSH_ANGSTROM, PUSH_ANGSTROM)
                .toArray());
    }
}
