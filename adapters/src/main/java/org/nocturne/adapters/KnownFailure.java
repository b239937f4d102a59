package org.nocturne.adapters;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Remedy;

/**
 * A failure that is known.
 *
 * @param pattern by which its message is known, within a line; empty for all failures of the cause, whoever told it
 * @param file where the message stands; empty for what the program prints
 * @param lines how many lines of the message are told, the first of them that with the pattern
 * @param remedies what may help, the likeliest first; absent where another entry of the cause says it, empty where nothing helps
 */
public record KnownFailure(
        Cause cause, Optional<Pattern> pattern, Optional<String> file, int lines, Optional<List<Remedy>> remedies) {

    @JsonCreator
    static KnownFailure of(
            @JsonProperty("cause") @Nullable String cause,
            @JsonProperty("pattern") @Nullable String pattern,
            @JsonProperty("file") @Nullable String file,
            @JsonProperty("lines") @Nullable Integer lines,
            @JsonProperty("corrections") @Nullable List<CorrectionText> corrections) {
        if (cause == null) {
            throw new IllegalArgumentException("cause of a failure is missing");
        }
        if (pattern == null && corrections == null) {
            throw new IllegalArgumentException("the failure " + cause + " has neither a pattern nor corrections");
        }
        if (pattern == null && file != null) {
            throw new IllegalArgumentException("the failure " + cause + " has a file but no pattern to look for in it");
        }
        return new KnownFailure(
                cause(cause),
                Optional.ofNullable(pattern).map(KnownFailure::compiled),
                Optional.ofNullable(file),
                lines == null ? 1 : Math.max(1, lines),
                Optional.ofNullable(corrections)
                        .map(all -> all.stream().map(CorrectionText::remedy).toList()));
    }

    private static Cause cause(String word) {
        return Arrays.stream(Cause.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cause " + word
                        + "; a site adds patterns, not causes: known are " + Arrays.toString(Cause.values())));
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern '" + text + "' is none: " + e.getDescription(), e);
        }
    }

    /** Whether it is this failure that Nocturne itself speaks of. */
    boolean covers(Cause told, String detail) {
        return cause == told
                && pattern.map(known -> known.matcher(detail).find()).orElse(true);
    }
}
