package org.nocturne.learning.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an open store keeps of its rows so that they can be counted without reading them all. */
record Tallies(JobTallies jobs, ProposalTallies proposals, ChangeCounter changes) {
    Tallies(ChangeCounter changes) {
        this(new JobTallies(), new ProposalTallies(), changes);
    }

    /** All jobs, as the transaction of this handle sees them. */
    JobTally jobs(Handle handle) {
        return jobs.now(handle, changes.nothingSoFar());
    }

    /** For between transactions: what has been committed is taken in where a count would become slow. */
    void keepUp(Jdbi jdbi) {
        jobs.keepUp(jdbi);
        proposals.keepUp(jdbi);
    }
}
