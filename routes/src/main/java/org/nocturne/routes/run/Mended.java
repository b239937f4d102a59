package org.nocturne.routes.run;

import java.util.Optional;

/**
 * What was done to the store of a campaign before it was opened.
 *
 * @param restored how a backup came into its place; empty where the store is its own
 * @param endedInOrder whether the last runner had signed out
 */
record Mended(Optional<Restored> restored, boolean endedInOrder) {
    static final Mended NOTHING = new Mended(Optional.empty(), true);

    /**
     * A backup took the place of a store.
     *
     * @param why in words
     * @param backup name of its file
     * @param kept name of what was in its place
     */
    record Restored(String why, String backup, String kept) {}
}
