package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Programs;

/**
 * A copy of the tests that Nextflow publishes with its sources ({@code tests/} of its repository), run one by one by the suite's own script with our
 * command in the place of its own ({@code NXF_CMD}).
 *
 * @param dir the copy
 */
record EngineSuite(Path dir) {
    private static final String CHECKS = "checks";
    private static final String SCRIPT = "run.sh";

    /** What became of a test. */
    enum Verdict {
        PASS,
        FAIL,
        /** The suite's own script does not run it here: it wants a container engine, or is switched off. */
        LEFT_OUT
    }

    /**
     * Copies the suite, whose scripts write into it.
     *
     * @throws IllegalArgumentException if the folder is no such suite
     */
    static EngineSuite copied(Path suite, Path to) throws IOException {
        if (!Files.isRegularFile(suite.resolve(CHECKS).resolve(SCRIPT))) {
            throw new IllegalArgumentException(suite + " has no " + CHECKS + "/" + SCRIPT
                    + "; wanted is the folder tests of the sources of Nextflow, at the tag of its version");
        }
        Files.walkFileTree(suite, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(suite.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(suite.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
        return new EngineSuite(to);
    }

    List<String> tests() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".nf"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Runs one test.
     *
     * @param command what the suite is to call in the place of nextflow
     * @param variables added to the environment
     */
    Verdict run(String test, Path command, Map<String, String> variables, Duration limit) throws IOException {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("NXF_"));
        environment.putAll(Map.of(
                "NXF_CMD", command.toString(),
                "NXF_ANSI_LOG", "false",
                "NXF_IGNORE_WARN_DSL2", "true",
                "TERM", "xterm",
                // The script stops at an unset one, and then leaves out every test.
                "TEST_JDK", Integer.toString(Runtime.version().feature())));
        environment.putAll(variables);
        List<String> words = List.of(
                "timeout",
                "--kill-after=10",
                Long.toString(limit.toSeconds()),
                "env",
                "--chdir=" + dir.resolve(CHECKS),
                "bash",
                SCRIPT,
                "../" + test);
        Optional<Answer> answer = Programs.answer(words, environment, limit.plusSeconds(30));
        String said = answer.map(Answer::out).orElse("");
        if (said.lines().anyMatch(("- Ignoring test: " + test)::equals)) {
            return Verdict.LEFT_OUT;
        }
        boolean ran = said.lines().anyMatch(("> Running test: " + test)::equals);
        return ran && answer.filter(Answer::succeeded).isPresent() ? Verdict.PASS : Verdict.FAIL;
    }
}
