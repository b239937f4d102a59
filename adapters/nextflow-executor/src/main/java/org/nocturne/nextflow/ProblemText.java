package org.nocturne.nextflow;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the engine says of a problem, in one line. */
final class ProblemText {
    private static final Pattern AT_LINE = Pattern.compile("- cause: ?(.*?) @ line (\\d+), column");

    private ProblemText() {}

    /** What the compiler says of a script, with the line in front where it names one. */
    static String ofScript(Path file, Throwable problem) {
        String said = oneLine(String.valueOf(problem.getMessage()));
        Matcher at = AT_LINE.matcher(said);
        return at.find() ? file + ":" + at.group(2) + ": " + at.group(1) : file + ": " + said;
    }

    /** @param where for messages that name no place */
    static String of(String where, Throwable problem) {
        Set<String> said = new LinkedHashSet<>();
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null) {
                said.add(oneLine(message));
            }
        }
        String all = String.join("; ", said);
        return all.isEmpty() ? where + ": " + problem : all.contains(where) ? all : where + ": " + all;
    }

    private static String oneLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
