package org.nocturne.adapters.nextflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.adapters.CodeSettingsException;

/**
 * A Java with its version.
 *
 * @param feature such as 17
 */
public record JavaProgram(Path executable, int feature) {
    private static final String OWN_HOME = "NXF_JAVA_HOME";
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+).*");
    private static final int OLDEST = 17;
    /** Groovy of this engine cannot read the classes of a newer one, and says so only when it compiles the pipeline. */
    private static final int NEWEST = 24;

    /**
     * The Java of this process, or the one that NXF_JAVA_HOME names.
     *
     * @throws CodeSettingsException if there is none, or the engine cannot do with its version
     */
    static JavaProgram forNextflow(Map<String, String> environment) {
        String home = environment.getOrDefault(OWN_HOME, "");
        if (home.isEmpty()) {
            JavaProgram own = new JavaProgram(
                    in(Path.of(System.getProperty("java.home"))),
                    Runtime.version().feature());
            return own.checked("this is Java " + own.feature());
        }
        JavaProgram named = new JavaProgram(in(Path.of(home)), feature(Path.of(home)));
        return named.checked(OWN_HOME + " is " + home + ", "
                + (Files.isExecutable(named.executable()) ? "Java " + named.feature() : "which has no bin/java"));
    }

    /** @param found where it is and what it is */
    JavaProgram checked(String found) {
        if (feature < OLDEST || feature > NEWEST || !Files.isExecutable(executable)) {
            throw new CodeSettingsException("Nextflow runs on Java " + OLDEST + " to " + NEWEST + ", and " + found
                    + "; wanted is " + OWN_HOME + ", the home of such a Java");
        }
        return this;
    }

    private static Path in(Path home) {
        return home.resolve("bin").resolve("java");
    }

    /** From the file release of its home, which every Java has; 0 where it says nothing. */
    private static int feature(Path home) {
        try {
            List<String> lines = Files.readAllLines(home.resolve("release"));
            return lines.stream()
                    .map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .map(m -> Integer.parseInt(m.group(1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
