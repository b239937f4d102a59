package org.nocturne.core.format;

import java.util.Arrays;

/** The ids of atoms, and the place of each among them. */
final class AtomIds {
    private final long[] rising;
    private final boolean withoutGaps;

    /** @param rising sorted, as they were found; of an id that is there twice one place counts */
    AtomIds(long[] rising) {
        this.rising = rising;
        this.withoutGaps = rising[rising.length - 1] - rising[0] == rising.length - 1;
    }

    int size() {
        return rising.length;
    }

    /** Negative if it is none of them. */
    int indexOf(long id) {
        if (!withoutGaps) {
            return Arrays.binarySearch(rising, id);
        }
        long at = id - rising[0];
        return at >= 0 && at < rising.length ? (int) at : -1;
    }
}
