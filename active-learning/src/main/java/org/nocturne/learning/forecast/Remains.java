package org.nocturne.learning.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Subject;

/**
 * What a job leaves on the disk for good: its work directory, and the results that were made of it.
 *
 * @param folder of the campaign
 */
record Remains(Path folder) {
    private static final List<String> RESULTS = List.of("frames", "structures");

    /** Of its work directory, bytes. */
    double workBytes(Job job) {
        Path dir = folder.resolve(job.claimedWorkDir());
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile).mapToLong(Remains::length).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": " + e.getMessage(), e);
        }
    }

    /** Of the files of its results: those that are named after it, bytes. */
    double resultBytes(Subject subject) {
        return RESULTS.stream()
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .mapToLong(dir -> named(dir, subject.name() + "."))
                .sum();
    }

    private static long named(Path dir, String prefix) {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .mapToLong(Remains::length)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": " + e.getMessage(), e);
        }
    }

    private static long length(Path file) {
        return file.toFile().length();
    }
}
