package org.nocturne.routes.cli.bench.crash;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a peer did when it was killed while two of six tasks ran, two had ended, and the same command was given again.
 *
 * @param killed "runner" or "tree"
 * @param repeated tasks that had ended and were done again
 * @param secondCopies tasks that were started again while their first process was still at work
 * @param spoilt outputs that it took for finished and that are not what one task writes: half of it, or what two wrote at once
 * @param undone tasks without an output when it had ended
 * @param refused whether it did not go on by the same command
 */
record PeerLine(
        String peer,
        String killed,
        int repeated,
        @JsonProperty("second_copies") int secondCopies,
        int spoilt,
        int undone,
        boolean refused) {}
