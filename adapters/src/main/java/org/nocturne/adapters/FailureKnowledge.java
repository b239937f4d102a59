package org.nocturne.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Remedy;

/**
 * What is known of one code's failures: the site's entries first, then the code's own, then those that hold for any code. The first entry
 * that is found wins.
 */
public final class FailureKnowledge {
    /** The folder of a site's files, one for each code, beside the campaign file. */
    public static final String FOLDER = "failures";

    private static final List<KnownFailure> OF_ANY_CODE =
            FailureFile.ofResource(FailureKnowledge.class, "any-code-failures.yaml");

    private final List<KnownFailure> entries;

    private FailureKnowledge(List<KnownFailure> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * That of a code whose own entries stand in a resource beside a class.
     *
     * @throws CodeSettingsException naming file and line, if an entry is not understood
     */
    public static FailureKnowledge ofResource(String code, Class<?> beside, String resource, Path campaignDir) {
        return of(code, FailureFile.ofResource(beside, resource), campaignDir);
    }

    /**
     * That of a code.
     *
     * @throws CodeSettingsException naming the site's file and line, if an entry is not understood
     */
    public static FailureKnowledge of(String code, List<KnownFailure> own, Path campaignDir) {
        List<KnownFailure> entries = new ArrayList<>(FailureFile.ofSite(siteFile(code, campaignDir)));
        entries.addAll(own);
        entries.addAll(OF_ANY_CODE);
        return new FailureKnowledge(entries);
    }

    /** Where a site's entries for a code are looked for. */
    public static Path siteFile(String code, Path campaignDir) {
        return campaignDir.resolve(FOLDER).resolve(code + ".yaml");
    }

    /**
     * The failure of which a run tells, if any entry knows it.
     *
     * @param said lines that the program said of its failure; entries that name a file look there instead
     * @param added to what is told of it, such as the exit code
     */
    public Optional<Outcome.Failed> explain(List<String> said, Path workDir, String added) throws IOException {
        for (KnownFailure entry : entries) {
            if (entry.pattern().isEmpty()) {
                continue;
            }
            List<String> lines =
                    entry.file().isPresent() ? lines(workDir, entry.file().get()) : said;
            for (int k = 0; k < lines.size(); k++) {
                if (entry.pattern().get().matcher(lines.get(k)).find()) {
                    String told = told(lines.subList(k, Math.min(lines.size(), k + entry.lines()))) + added;
                    return Optional.of(new Outcome.Failed(entry.cause(), told, workDir, remedies(entry)));
                }
            }
        }
        return Optional.empty();
    }

    private static String told(List<String> message) {
        return message.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static List<String> lines(Path workDir, String file) throws IOException {
        Path path = workDir.resolve(file).normalize();
        if (!path.startsWith(workDir.normalize()) || !Files.isRegularFile(path)) {
            return List.of(); // a file that is not there says nothing
        }
        return OutputText.lastLines(path);
    }

    /** A failure that Nocturne tells itself, with what may help. */
    public Outcome.Failed failed(Cause cause, String detail, Path workDir) {
        List<Remedy> remedies = entries.stream()
                .filter(entry -> entry.covers(cause, detail))
                .flatMap(entry -> entry.remedies().stream())
                .findFirst()
                .orElse(List.of());
        return new Outcome.Failed(cause, detail, workDir, remedies);
    }

    /** Its own, or else those of the first entry for all failures of its cause. */
    private List<Remedy> remedies(KnownFailure found) {
        return found.remedies().or(() -> ofCause(found.cause())).orElse(List.of());
    }

    private Optional<List<Remedy>> ofCause(Cause cause) {
        return entries.stream()
                .filter(entry -> entry.cause() == cause && entry.pattern().isEmpty())
                .flatMap(entry -> entry.remedies().stream())
                .findFirst();
    }

    /** Every correction that may be made. */
    public Set<Correction> corrections() {
        Set<Correction> out = new LinkedHashSet<>();
        entries.forEach(
                entry -> entry.remedies().ifPresent(all -> all.forEach(remedy -> out.add(remedy.correction()))));
        return out;
    }
}
