package org.nocturne.learning.store;

import org.jdbi.v3.core.Jdbi;

/** What an open store keeps of its rows so that they can be counted without reading them all. */
record Tallies(JobTallies jobs, ProposalTallies proposals) {
    Tallies() {
        this(new JobTallies(), new ProposalTallies());
    }

    /** For between transactions: what has been committed is taken in where a count would become slow. */
    void keepUp(Jdbi jdbi) {
        jobs.keepUp(jdbi);
        proposals.keepUp(jdbi);
    }
}
