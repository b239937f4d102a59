package org.nocturne.routes.dashboard;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Job;

/**
 * What lies in the work directory of a job. Only plain files directly in it are shown: no link is followed, no path leads out.
 *
 * @param dir relative to the campaign folder
 */
record WorkFilesView(long job, String subject, String step, String dir, boolean there, List<Entry> files) {
    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 256 << 10;

    record Entry(String name, long bytes) {}

    static WorkFilesView of(Seen seen, Query query) {
        Job job = job(seen, query);
        Path dir = dir(seen, job);
        boolean there = Files.isDirectory(dir, LinkOption.NOFOLLOW_LINKS);
        return new WorkFilesView(
                job.id(),
                job.subject().name(),
                job.step().word(),
                String.valueOf(job.workDir()),
                there,
                there ? entries(dir) : List.of());
    }

    /** The end of one of these files as text, 256 KiB at most. */
    static String text(Seen seen, Query query) {
        Job job = job(seen, query);
        String name = query.text("name");
        Path file = file(dir(seen, job), name);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long skipped = Math.max(0, in.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (in.length() - skipped)];
            in.seek(skipped);
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return skipped == 0 ? text : "[the first " + skipped + " bytes are not shown]\n" + text;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Job job(Seen seen, Query query) {
        long id = query.number("job");
        return seen.store()
                .inTransaction(tx -> tx.jobs().find(id))
                .orElseThrow(() -> new NoSuchElementException("there is no job " + id));
    }

    private static Path dir(Seen seen, Job job) {
        String dir = job.workDir();
        if (dir == null) {
            throw new NoSuchElementException("job " + job.id() + " has no work directory: it never began");
        }
        return new CampaignFiles(seen.dir()).resolve(dir);
    }

    /** @throws NoSuchElementException if it is not a plain file directly in the directory, whatever the name says */
    private static Path file(Path dir, String name) {
        return entries(dir).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(entry -> dir.resolve(entry.name()))
                .orElseThrow(() -> new NoSuchElementException("there is no such file in this work directory"));
    }

    private static List<Entry> entries(Path dir) {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> new Entry(
                            file.getFileName().toString(), file.toFile().length()))
                    .sorted(Comparator.comparing(Entry::name))
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw new NoSuchElementException("the work directory is not there any more", e);
        }
    }
}
