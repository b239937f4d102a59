package org.nocturne.routes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.NearestWord;
import org.nocturne.core.format.WholeFile;
import org.nocturne.learning.export.CampaignExport;
import org.nocturne.learning.export.ExportFormat;
import org.nocturne.learning.export.FrameSink;
import org.nocturne.learning.export.Selection;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.run.CampaignFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne export}: a campaign's structures as files of other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Write a campaign's structures, with their labels, for other programs. A campaign on H2 must not be running.",
        footer = {
            "",
            "Examples:",
            "  nocturne export runs/silicon-300K --format extxyz --role candidate --temperature 300",
            "  nocturne export runs/silicon-300K --format parquet --out frames.parquet",
            "  nocturne export runs/silicon-300K --format cif --kind proposal --state failed"
        })
final class ExportCommand implements Callable<Integer> {
    private static final List<String> STATES =
            List.of("proposed", "relaxing", "relaxed", "labelling", "labelled", "failed", "held");

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the campaign.")
    private Path dir = Path.of("");

    @Option(
            names = "--format",
            defaultValue = "extxyz",
            description =
                    "extxyz, cif, lammps-dump, ase (a database of ASE, as JSON), parquet or npz; default ${DEFAULT-VALUE}.")
    private String format = "extxyz";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write; default: NAME-KIND and the format's ending.")
    private @Nullable Path out;

    @Option(
            names = "--kind",
            defaultValue = "frame",
            description =
                    "frame (labelled, of candidates and replicas), inherent (bottoms of the candidates' basins) or"
                            + " proposal (candidates as proposed, failed ones too); default ${DEFAULT-VALUE}.")
    private String kind = "frame";

    @Option(
            names = "--role",
            split = ",",
            description = "Only training, held-out, reference or candidate; several with commas.")
    private List<String> roles = List.of();

    @Option(
            names = "--temperature",
            split = ",",
            paramLabel = "KELVIN",
            description = "Only at these; several with commas.")
    private List<Double> temperaturesK = List.of();

    @Option(names = "--round", split = ",", paramLabel = "N", description = "Only candidates of these rounds.")
    private List<Integer> rounds = List.of();

    @Option(
            names = "--state",
            split = ",",
            description = "Only candidates that are proposed, relaxing, relaxed, labelling, labelled, failed or held.")
    private List<String> states = List.of();

    @Option(names = "--json", description = "Say as JSON what was written.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ExportFormat as = word("--format", format, Arrays.asList(ExportFormat.values()), ExportFormat::word);
        Selection selection = selection();
        CampaignFolder folder = new CampaignFolder(dir);
        var config = folder.configuration().config();
        Path file = out == null ? Path.of(config.name() + "-" + selection.kind().word() + "." + as.ending()) : out;
        int count;
        try (Store store = folder.openStore(config)) {
            count = write(new CampaignExport(store, new CampaignFiles(folder.dir())), as, selection, file);
        }
        if (json) {
            Output.json(spec, Map.of("file", file.toString(), "format", as.word(), "structures", count));
        } else {
            Output.of(spec).println(count + (count == 1 ? " structure: " : " structures: ") + file);
            Output.of(spec).flush();
        }
        return ExitCode.OK;
    }

    private int write(CampaignExport export, ExportFormat as, Selection selection, Path file) throws IOException {
        Path aside = WholeFile.aside(file);
        try (FrameSink sink = as.open(aside, Clock.systemUTC())) {
            int count = export.writeTo(sink, selection);
            if (count == 0) {
                throw new IllegalArgumentException(
                        dir + ": nothing there is of this kind, role, temperature, round and state; there are "
                                + export.inWords());
            }
            sink.finish();
            WholeFile.publish(aside, file);
            return count;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Selection selection() {
        Set<Role> only = new HashSet<>();
        roles.forEach(role -> only.add(word("--role", role, Arrays.asList(Role.values()), Role::word)));
        Set<String> known = new HashSet<>();
        states.forEach(state -> known.add(word("--state", state, STATES, s -> s)));
        return new Selection(
                word("--kind", kind, Arrays.asList(Selection.Kind.values()), Selection.Kind::word),
                only,
                new HashSet<>(temperaturesK),
                new HashSet<>(rounds),
                known);
    }

    private interface Word<T> {
        String of(T value);
    }

    private static <T> T word(String option, String typed, List<T> known, Word<T> word) {
        List<String> words = known.stream().map(word::of).toList();
        if (!words.contains(typed)) {
            String nearest = NearestWord.of(typed, words)
                    .map(n -> "; did you mean " + n + "?")
                    .orElse("");
            throw new IllegalArgumentException(
                    option + " is '" + typed + "'" + nearest + "; wanted is one of " + String.join(", ", words));
        }
        return known.get(words.indexOf(typed));
    }
}
