package org.nocturne.adapters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.nocturne.core.work.Cause;

/**
 * What a code's messages mean. Knowledge kept as data: one line per pattern, {@code CAUSE <tab> regular expression}, the first
 * that is found in a line of output wins; {@code #} begins a comment.
 */
public final class FailurePatterns {

    /** A message and what it means. */
    public record Explanation(Cause cause, String line) {}

    private record Entry(Pattern pattern, Cause cause) {}

    private final List<Entry> entries;

    private FailurePatterns(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Patterns from a resource beside a class.
     *
     * @throws CodeSettingsException naming resource and line, if a line is not understood
     */
    public static FailurePatterns ofResource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new CodeSettingsException("resource " + name + " is missing beside " + beside.getName());
            }
            return of(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList(),
                    name);
        } catch (IOException e) {
            throw new CodeSettingsException("resource " + name + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Patterns from lines.
     *
     * @param origin named in errors
     */
    public static FailurePatterns of(List<String> lines, String origin) {
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t+", 2);
            try {
                entries.add(new Entry(Pattern.compile(parts[1]), Cause.valueOf(parts[0])));
            } catch (ArrayIndexOutOfBoundsException | PatternSyntaxException e) {
                throw new CodeSettingsException(origin + ":" + (k + 1)
                        + ": wanted is a cause, a tab and a regular expression; found '" + line + "'");
            } catch (IllegalArgumentException e) {
                throw new CodeSettingsException(origin + ":" + (k + 1) + ": there is no cause " + parts[0]
                        + "; sites add patterns, not causes");
            }
        }
        return new FailurePatterns(entries);
    }

    /** A single pattern. */
    public static FailurePatterns of(Cause cause, String pattern) {
        return new FailurePatterns(List.of(new Entry(Pattern.compile(pattern), cause)));
    }

    /** The first line that a pattern explains. */
    public Optional<Explanation> explain(List<String> output) {
        for (Entry entry : entries) {
            for (String line : output) {
                if (entry.pattern().matcher(line).find()) {
                    return Optional.of(new Explanation(entry.cause(), line.strip()));
                }
            }
        }
        return Optional.empty();
    }
}
