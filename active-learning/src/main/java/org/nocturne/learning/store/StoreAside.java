package org.nocturne.learning.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.stream.Stream;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.format.DurableFiles;

/**
 * Makes the tables of an H2 store, and brings them up to date, in a folder aside: H2 commits each change of a table by itself, so a runner that is
 * killed meanwhile would leave some of them. Only what is whole gets the name of the store.
 *
 * @param file that is to be
 */
record StoreAside(StoreFile file) {
    private static final String ASIDE = "store.new-";

    /** Where there is none. It gets its name by a link, which never takes the place of a store that another process has made by then. */
    void make(Clock clock) {
        inFolder("be made", aside -> {
            fillTables(aside, clock);
            takeNameUnlessTaken(aside.path());
        });
    }

    /**
     * Puts one with the newest tables into its place. Who asks has it open, and closes it afterwards, so that nobody else can open it until the new
     * one is there.
     *
     * @param version of its tables; the old store is kept under it
     * @throws StoreException if the tables cannot be brought up to date; the store is as it was
     */
    void update(Store open, String version, Clock clock) {
        inFolder("be brought up to date", aside -> {
            Path packed = aside.dir().resolve("store.zip");
            open.backupTo(packed);
            Backups.unpack(packed, aside.path());
            fillTables(aside, clock);
            Path old = file.path().resolveSibling(file.path().getFileName() + ".version-" + version);
            Files.deleteIfExists(old);
            Files.createLink(old, file.path());
            Files.move(aside.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.sync(file.dir());
        });
    }

    private static void fillTables(StoreFile aside, Clock clock) {
        Store.open(Store.urlInside(aside.dir()), "sa", "", clock).close();
        aside.sync();
        CrashPoint.STORE_ASIDE.reached();
    }

    private interface Work {
        void on(StoreFile aside) throws IOException;
    }

    private void inFolder(String what, Work work) {
        try {
            Path folder = Files.createTempDirectory(file.dir(), ASIDE);
            try {
                work.on(new StoreFile(folder));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot " + what + ": " + e.getMessage(), e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.delete(left);
            }
        }
        Files.delete(folder);
    }

    private void takeNameUnlessTaken(Path made) throws IOException {
        try {
            Files.createLink(file.path(), made);
            DurableFiles.sync(file.dir());
        } catch (FileAlreadyExistsException e) {
            // another process was faster, and its store is the campaign's
        }
    }
}
