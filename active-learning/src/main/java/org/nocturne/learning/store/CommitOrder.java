package org.nocturne.learning.store;

import org.jdbi.v3.core.Handle;

/**
 * Numbers that rise in the order of commits. Ids are given out in the order of the inserts, so that of two transactions the one that was given
 * the lower id could commit later, and whoever had read up to the higher one would never see it. Transactions that number rows of this
 * kind do so one at a time.
 */
final class CommitOrder {
    private CommitOrder() {}

    /** From here to the end of the transaction no other gets past this. */
    static void take(Handle handle) {
        handle.createQuery("select id from campaign where id = 1 for update")
                .mapTo(Integer.class)
                .findOne();
    }
}
