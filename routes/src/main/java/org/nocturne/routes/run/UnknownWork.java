package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.work.Cause;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;

/**
 * Calculations that a store does not know: it has lost the commits that came before their start. They are ended and never adopted; their steps are
 * done by attempts of their own, with tokens and work directories of their own. The directories stay, as those of all attempts do.
 */
final class UnknownWork {
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** work/2 digits/30 digits: the token without its dashes. */
    private static final Pattern DIRECTORY =
            Pattern.compile("work/([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private final Path campaignDir;
    private final Workplaces places;

    UnknownWork(Path campaignDir, Workplaces places) {
        this.campaignDir = campaignDir;
        this.places = places;
    }

    /** How many of them were alive, and were ended. */
    int end(Store store) {
        List<Path> there = directories();
        Set<String> known = new HashSet<>();
        for (Job job : store.inTransaction(tx -> tx.jobs().all())) {
            Optional.ofNullable(job.workDir()).ifPresent(known::add);
        }
        return (int) there.stream()
                .filter(dir -> !known.contains(campaignDir.relativize(dir).toString()))
                .filter(this::ended)
                .count();
    }

    private List<Path> directories() {
        Path work = campaignDir.resolve("work");
        if (!Files.isDirectory(work)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(work, 2)) {
            return all.filter(dir -> campaignDir.relativize(dir).getNameCount() == 3)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(work + ": " + e.getMessage(), e);
        }
    }

    private boolean ended(Path dir) {
        Path relative = campaignDir.relativize(dir);
        Matcher name = DIRECTORY.matcher("work/" + relative.getName(1) + relative.getName(2));
        if (!name.matches()) {
            return false; // no attempt's
        }
        String token =
                name.group(1) + "-" + name.group(2) + "-" + name.group(3) + "-" + name.group(4) + "-" + name.group(5);
        boolean own = ended(places.own().launcher(), token, dir);
        boolean second = places.second()
                .filter(place -> ended(place.launcher(), token, dir))
                .isPresent();
        return own || second;
    }

    private static boolean ended(Launcher launcher, String token, Path dir) {
        try {
            if (!(launcher.look(token, dir) instanceof State.Running)) {
                return false;
            }
            launcher.end(token, dir, GRACE, Cause.CANCELLED);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": " + e.getMessage(), e);
        }
    }
}
