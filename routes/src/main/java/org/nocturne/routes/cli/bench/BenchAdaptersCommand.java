package org.nocturne.routes.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.contract.Verdict;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.script.Codes;
import org.nocturne.adapters.script.Codes.KnownCode;
import org.nocturne.routes.cli.adapter.CodeProof;
import org.nocturne.routes.cli.adapter.ContractReport;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.run.FolderTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench adapters}: the contract of every code that is installed here. */
@Command(
        name = "adapters",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "The contract of every code that is installed, each on its own sample: the table of what was checked.",
        footer = {"", "Exit code 1 if a check fails.", "", "Example: nocturne bench adapters --json"})
final class BenchAdaptersCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Option(
            names = "--dir",
            defaultValue = "",
            paramLabel = "DIR",
            description = "Folder of campaign files, whose folder 'adapters' holds a site's own; default: here.")
    private Path dir = Path.of("");

    @Option(names = "--json", description = "codes[] with name, method, pass and checks[].")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Output.of(spec);
        List<ContractReport> codes = new ArrayList<>();
        Path work = Files.createTempDirectory("nocturne-bench-adapters-");
        try {
            for (KnownCode code : Codes.near(dir.toAbsolutePath()).all()) {
                if (Programs.find(code.provider().program()).isEmpty()
                        || code.provider().sample().isEmpty()) {
                    Output.errors(spec)
                            .println("nocturne: " + code.name() + ": "
                                    + code.provider().program()
                                    + " is not on the PATH, or the code has no sample; not checked");
                    continue;
                }
                Optional<String> complaint = code.complaint(dir.toAbsolutePath());
                if (complaint.isPresent()) { // such as a Python without the library that the adapter wants
                    Output.errors(spec)
                            .println("nocturne: " + code.name() + ": cannot be used as it stands, and is not checked: "
                                    + complaint.get());
                    continue;
                }
                ContractReport report = new CodeProof(
                                code.provider(), code.provider().sample().orElseThrow(), dir.toAbsolutePath(), LIMIT)
                        .in(work.resolve(code.name()), verdict -> {});
                codes.add(report);
                if (!json) {
                    line(out, report);
                }
            }
        } finally {
            FolderTree.delete(work);
        }
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(Map.of("codes", codes)));
        }
        out.flush();
        return codes.stream().allMatch(ContractReport::pass) ? 0 : 1;
    }

    private static void line(PrintWriter out, ContractReport report) {
        out.printf(
                "%-12s %-34s %2d pass, %d not offered, %d FAIL%n",
                report.name(),
                report.method().version(),
                count(report, Verdict.Kind.PASS),
                count(report, Verdict.Kind.NOT_OFFERED),
                count(report, Verdict.Kind.FAIL));
        report.checks().stream()
                .filter(v -> v.kind() == Verdict.Kind.FAIL)
                .forEach(v -> out.println("      " + v.check() + ": " + v.detail()));
        out.flush();
    }

    private static long count(ContractReport report, Verdict.Kind kind) {
        return report.checks().stream().filter(v -> v.kind() == kind).count();
    }
}
