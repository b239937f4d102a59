package org.nocturne.routes.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.EngineSuite.Verdict;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench nextflow}: the engine's own tests, with its command and with ours. */
@Command(
        name = "nextflow",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The tests that Nextflow publishes with its sources, each run by the suite's own script: with the engine alone (plain), with nocturne nextflow",
            "(nocturne), and with every task handed to Camel (camel), all from the same jars. The suite is copied first."
        },
        footer = {
            "",
            "Exit code 1 if a test that passes plain does not pass otherwise.",
            "",
            "Example: nocturne bench nextflow --suite nextflow/tests --json"
        })
final class BenchNextflowCommand implements Callable<Integer> {

    @Option(
            names = "--suite",
            required = true,
            paramLabel = "DIR",
            description = "Folder 'tests' of the sources of Nextflow, at the tag of the engine's version.")
    private @Nullable Path suite;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TEST",
            description = "These tests, such as hello.nf; default: all.")
    private List<String> only = List.of();

    @Option(
            names = "--as",
            split = ",",
            paramLabel = "WAY",
            converter = EngineCommand.FromWord.class,
            description = "plain, nocturne, camel; default: all three, in this order.")
    private List<EngineCommand> ways = List.of(EngineCommand.values());

    @Option(
            names = "--minutes",
            defaultValue = "5",
            paramLabel = "N",
            description = "Time limit of one test; default ${DEFAULT-VALUE}.")
    private int minutes = 5;

    @Option(
            names = "--work",
            required = true,
            paramLabel = "DIR",
            description = "A new folder for the copies; it is kept.")
    private @Nullable Path work;

    @Option(
            names = "--json",
            description = "tests[] with name and a verdict for each way, and passed, failed and leftOut of each way.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param verdicts by way */
    record TestLine(String name, Map<EngineCommand, Verdict> verdicts) {

        /** Whether a way fails what the engine alone passes; where it was not asked, whether one fails at all. */
        boolean bad() {
            return verdicts.containsValue(Verdict.FAIL) && verdicts.get(EngineCommand.PLAIN) != Verdict.FAIL;
        }
    }

    /** What became of all tests in one way. */
    record Count(long passed, long failed, long leftOut) {
        static Count of(EngineCommand way, List<TestLine> lines) {
            return new Count(
                    count(way, lines, Verdict.PASS),
                    count(way, lines, Verdict.FAIL),
                    count(way, lines, Verdict.LEFT_OUT));
        }

        private static long count(EngineCommand way, List<TestLine> lines, Verdict verdict) {
            return lines.stream()
                    .filter(line -> line.verdicts().get(way) == verdict)
                    .count();
        }

        String inWords() {
            return passed + " of " + (passed + failed) + " pass, " + leftOut + " left out by the suite";
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Output.of(spec);
        Path folder = Objects.requireNonNull(work).toAbsolutePath();
        if (Files.exists(folder)) {
            throw new IllegalArgumentException("--work " + folder + " is there already; wanted is a new folder");
        }
        Map<EngineCommand, EngineSuite> copies = new EnumMap<>(EngineCommand.class);
        Map<EngineCommand, Path> commands = new EnumMap<>(EngineCommand.class);
        for (EngineCommand way : ways) {
            copies.put(
                    way,
                    EngineSuite.copied(Objects.requireNonNull(suite).toAbsolutePath(), folder.resolve(way.word())));
            commands.put(way, way.write(folder, main()));
        }
        List<String> tests = chosen(copies.values().iterator().next().tests());
        List<TestLine> lines = new ArrayList<>();
        for (String test : tests) {
            Map<EngineCommand, Verdict> verdicts = new EnumMap<>(EngineCommand.class);
            for (EngineCommand way : ways) {
                verdicts.put(
                        way,
                        Objects.requireNonNull(copies.get(way))
                                .run(
                                        test,
                                        Objects.requireNonNull(commands.get(way)),
                                        way.variables(),
                                        Duration.ofMinutes(minutes)));
            }
            TestLine line = new TestLine(test, verdicts);
            lines.add(line);
            if (!json) {
                verdicts.values().forEach(v -> out.printf("%-9s", word(v)));
                out.println(test);
                out.flush();
            }
        }
        end(out, lines);
        return lines.stream().anyMatch(TestLine::bad) ? 1 : 0;
    }

    private Class<?> main() {
        return Objects.requireNonNull(spec).root().userObject().getClass();
    }

    private List<String> chosen(List<String> all) {
        for (String name : only) {
            if (!all.contains(name)) {
                throw new IllegalArgumentException("--only " + name + ": the suite has no such test; it has "
                        + all.size() + ", such as " + all.get(0));
            }
        }
        return only.isEmpty() ? all : only;
    }

    private void end(PrintWriter out, List<TestLine> lines) throws IOException {
        Map<String, Count> counts = new LinkedHashMap<>();
        ways.forEach(way -> counts.put(way.word(), Count.of(way, lines)));
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(Map.of("tests", lines, "ways", counts)));
        } else {
            counts.forEach((way, count) -> out.println(way + ": " + count.inWords()));
        }
        out.flush();
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.FAIL
                ? "FAIL"
                : verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
