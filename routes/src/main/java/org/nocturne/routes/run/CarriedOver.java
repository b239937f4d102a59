package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocturne.core.work.Correction;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;

/** What a correction takes from the work directory of the failed attempt into that of the next, such as a restart file. */
final class CarriedOver {
    private final Store store;
    private final Path campaignDir;

    CarriedOver(Store store, Path campaignDir) {
        this.store = store;
        this.campaignDir = campaignDir;
    }

    /**
     * Copies it; what the failed attempt has not left is not there for the next one either.
     *
     * @param dir work directory of the attempt
     */
    void into(Path dir, Job job) throws IOException {
        List<Correction> made = job.corrections().inOrder();
        if (made.isEmpty() || made.get(made.size() - 1).carry().isEmpty()) {
            return;
        }
        Optional<Path> failed = store.inTransaction(tx -> tx.jobs().of(job.subject())).stream()
                .filter(before -> before.step() == job.step() && before.attempt() < job.attempt())
                .filter(before -> before.workDir() != null)
                .reduce((older, newer) -> newer)
                .map(before -> campaignDir.resolve(before.claimedWorkDir()));
        if (failed.isPresent() && !failed.get().equals(dir)) {
            for (String name : made.get(made.size() - 1).carry()) {
                copy(failed.get().resolve(name), dir.resolve(name));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from) || Files.exists(to)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(path, target);
                }
            }
        }
    }
}
