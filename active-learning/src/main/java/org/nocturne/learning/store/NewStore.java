package org.nocturne.learning.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.format.DurableFiles;

/**
 * Makes the H2 file of a campaign folder that has none, with all its tables, aside: H2 commits each change of a table by itself, so a runner that is
 * killed meanwhile would leave some of them. It gets its name by a link, which never takes the place of a store that another process has made by then.
 *
 * @param file that is to be
 */
record NewStore(StoreFile file) {
    private static final String ASIDE = "store.new-";

    void make(Clock clock) {
        try {
            StoreFile aside = new StoreFile(Files.createTempDirectory(file.dir(), ASIDE));
            Store.open(Store.urlInside(aside.dir()), "sa", "", clock).close();
            aside.sync();
            CrashPoint.STORE_ASIDE.reached();
            publish(aside.path());
            Files.delete(aside.path());
            Files.delete(aside.dir());
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be made: " + e.getMessage(), e);
        }
    }

    private void publish(Path made) throws IOException {
        try {
            Files.createLink(file.path(), made);
            DurableFiles.sync(file.dir());
        } catch (FileAlreadyExistsException e) {
            // another process was faster, and its store is the campaign's
        }
    }
}
