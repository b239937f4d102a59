package org.nocturne.learning.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the work directory of a job that is done.
 *
 * @param workDir relative to the campaign folder
 * @param archive that holds it; null where there is none
 * @param beforeBytes size of its files
 * @param afterBytes size of the archive, 0 without one
 * @param cleared whether the directory has gone
 */
public record TidiedWork(
        long job,
        String workDir,
        Became became,
        @Nullable StoredFile archive,
        long beforeBytes,
        long afterBytes,
        boolean cleared) {

    public enum Became {
        /** One archive beside it holds what it held. */
        PACKED,
        REMOVED,
        /** It stays: it cannot be packed, or a row names a file in it. */
        KEPT,
        /** It was not there. */
        MISSING;

        /** A directory that goes as soon as this is in the store. */
        public boolean goes() {
            return this == PACKED || this == REMOVED;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A directory that goes as soon as this is in the store. */
    public boolean goes() {
        return became.goes();
    }
}
