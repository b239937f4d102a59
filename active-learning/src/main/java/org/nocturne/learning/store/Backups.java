package org.nocturne.learning.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.nocturne.core.format.DurableFiles;
import org.nocturne.core.format.Sha256;

/**
 * Copies of an H2 store, taken while it is written, in the folder {@code backups} beside it; the newest ones are kept. A copy counts only when it
 * was opened and read once, and its hash is asked before it is used.
 */
public final class Backups {
    /** Two may be spoilt, and there is still one. */
    static final int KEPT = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ASIDE = ".part";

    private final Path folder;
    private final StoreFile store;

    /** @param dir of the campaign */
    public Backups(Path dir) {
        this.folder = dir.resolve("backups");
        this.store = new StoreFile(dir);
    }

    /** Those that are there, the newest first; whether they hold is not asked. */
    public List<Backup> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> Backup.named(file).stream())
                    .sorted(Comparator.comparing(Backup::taken)
                            .thenComparing(Backup::events)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Takes one, unless nothing has happened since the last one.
     *
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalStateException if what was written cannot be read again
     */
    public Optional<Backup> take(Store open) {
        long events = open.inTransaction(tx -> tx.events().count());
        if (newestFirst().stream().findFirst().filter(b -> b.events() == events).isPresent()) {
            return Optional.empty();
        }
        Path aside = folder.resolve(".taking.zip" + ASIDE);
        try {
            Files.createDirectories(folder);
            open.backupTo(aside);
            DurableFiles.sync(aside);
            String taken = TIME.format(open.inTransaction(Transaction::now));
            String name = Backup.name(taken, eventsIn(aside), Sha256.of(aside));
            Path file = Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.sync(folder);
            removeOldOnes();
            return Backup.named(file);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": no backup can be taken: " + e.getMessage(), e);
        }
    }

    private void removeOldOnes() throws IOException {
        List<Backup> all = newestFirst();
        for (Backup old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old.file());
        }
    }

    private long eventsIn(Path packed) throws IOException {
        StoreFile copy = unpacked(packed);
        try {
            return copy.read()
                    .orElseThrow(() -> new IllegalStateException(packed + ": the backup cannot be read"))
                    .events();
        } finally {
            Files.deleteIfExists(copy.path());
        }
    }

    /** A copy of the store that it holds, in a folder of its own, to be looked at. */
    public StoreFile unpacked(Backup backup) throws IOException {
        return unpacked(backup.file());
    }

    private StoreFile unpacked(Path packed) throws IOException {
        StoreFile copy = new StoreFile(folder.resolve(".look"));
        Files.createDirectories(copy.dir());
        unpack(packed, copy.path());
        return copy;
    }

    /** Puts it into the place of the store, where none may be. */
    public void restore(Backup backup) {
        Path aside = store.path().resolveSibling("." + store.path().getFileName() + ASIDE);
        try {
            unpack(backup.file(), aside);
            DurableFiles.sync(aside);
            Files.move(aside, store.path(), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.sync(store.dir());
        } catch (IOException e) {
            throw new UncheckedIOException(backup.file() + " cannot be restored: " + e.getMessage(), e);
        }
    }

    static void unpack(Path packed, Path to) throws IOException {
        try (InputStream file = Files.newInputStream(packed);
                ZipInputStream zip = new ZipInputStream(file)) {
            if (zip.getNextEntry() == null) {
                throw new IOException(packed + " is empty");
            }
            Files.copy(zip, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
